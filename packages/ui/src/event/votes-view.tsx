import { choices } from '@rapporteur/domain/content/event';
import type { RecordLink } from '@rapporteur/domain/views';
import type { Choice, VotesCast } from '@rapporteur/domain/vote-views';
import { Pager } from '../list-view';
import { totalOf } from '../more';
import { choiceLooks, ChoiceTag } from '../record/choice-tag';
import { VoteTable } from '../record/votes';
import { text } from '../text';
import { figure, sentence, word } from '../words';
import { votesAddress, votesPath, type AskedVotes } from './address';
import type { Unnamed } from './filter-form';
import { isYearWithin } from './shared-chips';
import { NothingFits } from './nothing-fits';
import { VotesForm } from './votes-form';
import { VotesHead } from './votes-head';
import { YearBars } from './year-bars';
import { YearTable } from './year-table';

interface Props {
  list: VotesCast;
  /** The issues to which votes can be narrowed. */
  issues: readonly RecordLink[];
  asked: AskedVotes;
  after: string | null;
  unnamed: Unnamed | null;
}

/** The votes of an actor: what they are narrowed to, how it chose year by year, and each of them, page by page. */
export function VotesView({ list, issues, asked, after, unnamed }: Props) {
  const { record, total } = list;
  const t = text('votes');
  return (
    <>
      <VotesHead record={record}>{text('lists')('related.votesLead')}</VotesHead>
      {list.years.length === 0 && isPlain(asked) ? (
        <Nothing after={after} />
      ) : (
        <>
          <VotesForm
            record={record}
            asked={asked}
            issues={issues}
            other={null}
            unnamed={unnamed}
            possible={choices.filter((choice) => madeIn(list, choice) || asked.filter.choices.includes(choice))}
            counts={list.choices}
          />
          <section aria-labelledby="counted">
            <h2 className="vh" id="counted">
              {t('counted')}
            </h2>
            <Counts list={list} asked={asked} />
            <ByYear list={list} asked={asked} />
          </section>
          <section aria-labelledby="votes">
            <h2 className="vh" id="votes">
              {t('each')}
            </h2>
            {total.count === 0 ? (
              <NothingFits href={votesPath(record)} />
            ) : list.items.length === 0 ? (
              <Nothing after={after} />
            ) : (
              <VoteTable votes={list.items} />
            )}
          </section>
        </>
      )}
      <Pager
        first={after === null ? null : votesAddress(record, asked)}
        next={list.next === null ? null : votesAddress(record, asked, list.next)}
      />
    </>
  );
}

/** Whether a choice was ever made in the votes that a list is of. */
const madeIn = ({ years }: VotesCast, choice: Choice): boolean => years.some((year) => year.choices[choice] > 0);

const isPlain = ({ filter: { choices: wanted, words, from, to, issue } }: AskedVotes): boolean =>
  wanted.length === 0 && words === '' && from === null && to === null && issue === null;

const countedOf = ({ filter }: AskedVotes, choice: Choice): boolean =>
  filter.choices.length === 0 || filter.choices.includes(choice);

function Counts({ list, asked }: Pick<Props, 'list' | 'asked'>) {
  const made = choices.filter((choice) => list.choices[choice] > 0 && countedOf(asked, choice));
  return (
    <div className="tally">
      <p>
        <strong>{sentence(totalOf(list.total, 'vote'))}</strong>
      </p>
      <p className="legend">
        {made.map((choice) => (
          <span key={choice} className="nb">
            <ChoiceTag choice={choice} /> {figure(list.choices[choice])}
          </span>
        ))}
      </p>
    </div>
  );
}

/** The picture over the whole span, whatever part of it is asked for, and its numbers. */
function ByYear({ list, asked }: Pick<Props, 'list' | 'asked'>) {
  const t = text('votes');
  const { record, years } = list;
  const made = choices.filter((choice) => madeIn(list, choice));
  const dated = years.flatMap(({ year, choices: counts }) => (year === null ? [] : [{ year, counts }]));
  const { from, to } = asked.filter;
  return (
    <>
      <YearBars
        caption={t('chart.caption')}
        rowName={text('body')('event.choice')}
        rows={made.map((choice) => ({
          key: choice,
          label: <ChoiceTag choice={choice} />,
          name: word(choice),
          look: choiceLooks[choice].look,
          years: dated.map(({ year, counts }) => ({ year, count: counts[choice] })),
          isChosen: (year) => countedOf(asked, choice) && isYearWithin(year, { from, to }),
        }))}
      />
      <p className="hint">{t(isPlain(asked) ? 'chart.hint' : 'chart.hintPaler')}</p>
      <YearTable
        rows={years}
        caption={t('chart.caption')}
        columns={[
          ...made.map((choice) => ({
            key: choice,
            heading: word(choice),
            of: (row: VotesCast['years'][number]) => row.choices[choice],
          })),
          {
            key: 'all',
            heading: t('table.all'),
            of: (row) => made.reduce((sum, choice) => sum + row.choices[choice], 0),
          },
        ]}
        hrefOf={(year) => votesAddress(record, { ...asked, filter: { ...asked.filter, from: year, to: year } })}
      />
    </>
  );
}

function Nothing({ after }: { after: string | null }) {
  const t = text('lists');
  return (
    <div className="notice">
      <h3>{t('nothing')}</h3>
      <p>{after === null ? t('related.nothing') : t('emptyPage')}</p>
    </div>
  );
}
