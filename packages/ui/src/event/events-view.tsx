import { choices, eventTypes } from '@rapporteur/domain/content/event';
import type { EventsFound } from '@rapporteur/domain/event/views';
import type { RecordLink } from '@rapporteur/domain/views';
import type { ChoiceCounts } from '@rapporteur/domain/vote-views';
import { Chips } from '../chips';
import { Pager, RecordRow } from '../list-view';
import { totalOf } from '../more';
import { ChoiceTag } from '../record/choice-tag';
import { titleOf } from '../record-link';
import { text } from '../text';
import { figure, inSentence, kindName, sentence, word } from '../words';
import { eventsAddress, type AskedEvents } from './address';
import { FilterBoxes, FilterForm, issueAmong, type Unnamed } from './filter-form';
import { sharedChips } from './shared-chips';
import { NothingFits } from './nothing-fits';

interface Props {
  list: EventsFound;
  /** The issues to which events can be narrowed. */
  issues: readonly RecordLink[];
  asked: AskedEvents;
  after: string | null;
  /** Who took part or voted, where that is asked for. */
  who: RecordLink | null;
  unnamed: Unnamed | null;
}

/** Every event that fits what is asked, newest first, page by page. */
export function EventsView({ list, issues, asked, after, who, unnamed }: Props) {
  const t = text('lists');
  const many = kindName('event', 'many');
  const plain = eventsAddress(asked) === '/events';
  return (
    <>
      <header className="record-head list-head">
        <h1>{many}</h1>
        <p className="standfirst">{t('intro.event')}</p>
      </header>
      <EventsForm issues={issues} asked={asked} who={who} unnamed={unnamed} />
      <div className="record-tools">
        <p>
          {!plain
            ? text('search')('found', {
                records: sentence(totalOf({ count: list.total, atLeast: list.atLeast }, 'event')),
              })
            : list.total === 0
              ? t('none')
              : t('onRecord.event', { count: list.total })}
        </p>
      </div>
      {list.items.length > 0 ? (
        <section aria-label={t('list', { kinds: inSentence(many) })}>
          <h2 className="vh">{t('allOnRecord', { kinds: many })}</h2>
          <ul className="results results--short">
            {list.items.map((item) => (
              <RecordRow key={item.record.id} item={withoutEcho(item)}>
                <span>{word(item.type)}</span>
                {item.choices === null ? null : <Tally counts={item.choices} />}
              </RecordRow>
            ))}
          </ul>
        </section>
      ) : plain ? (
        <section className="notice">
          <h2>{t('nothing')}</h2>
          <p>{after === null ? t('nothingOfKind.event') : t('emptyPage')}</p>
        </section>
      ) : (
        <NothingFits href="/events" />
      )}
      <Pager
        first={after === null ? null : eventsAddress(asked)}
        next={list.next === null ? null : eventsAddress(asked, list.next)}
      />
    </>
  );
}

/** How a vote came out: what was chosen, and how often. */
function Tally({ counts }: { counts: ChoiceCounts }) {
  return choices
    .filter((choice) => counts[choice] > 0)
    .map((choice) => (
      <span key={choice} className="nb">
        <ChoiceTag choice={choice} /> {figure(counts[choice])}
      </span>
    ));
}

/** A summary that only says the beginning of the title again is left out. */
const withoutEcho = <T extends EventsFound['items'][number]>(item: T): T =>
  item.summary !== null && item.record.title?.startsWith(item.summary) ? { ...item, summary: null } : item;

function EventsForm({ issues, asked, who, unnamed }: Omit<Props, 'list' | 'after'>) {
  const t = text('votes');
  const { filter } = asked;
  const without = (change: Partial<AskedEvents['filter']>) =>
    eventsAddress({ ...asked, filter: { ...filter, ...change } });
  return (
    <>
      <FilterForm
        action="/events"
        label={t('form.label')}
        filter={filter}
        misread={asked.misread}
        issues={issues}
        actor={{
          name: 'who',
          label: t('form.who'),
          value: who?.slug ?? null,
          unnamed,
          hrefOf: ({ slug }) => eventsAddress({ ...asked, who: slug }),
        }}
      >
        <FilterBoxes name="type" legend={t('form.types')} from={eventTypes} chosen={filter.types}>
          {(type) => word(type)}
        </FilterBoxes>
      </FilterForm>
      <Chips
        chips={[
          ...filter.types.map((type) => ({
            label: word(type),
            href: without({ types: filter.types.filter((each) => each !== type) }),
          })),
          ...(who === null ? [] : [{ label: titleOf(who), href: eventsAddress({ ...asked, who: null }) }]),
          ...sharedChips(filter, issueAmong(issues, filter.issue), without),
        ]}
      />
    </>
  );
}
