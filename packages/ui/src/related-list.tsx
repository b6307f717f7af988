import type { Kind } from '@rapporteur/domain/kinds';
import type {
  Mentions,
  PassageUses,
  RecordLink as Link,
  RelatedPositions,
  RelatedStatements,
} from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { lead, Notes, tail } from './notes';
import { passageHref } from './source-parts';
import { Pager } from './list-view';
import { PositionBoard } from './position-board';
import { Crumbs, RecordHead } from './record-head';
import { nameLanguage, passageLanguage, RecordLink, titleOf } from './record-link';
import { StatementItems } from './record/named-by';
import { text } from './text';
import { inSentence, kindName, roleName } from './words';

interface At {
  /** The address of the list. */
  path: string;
  /** The cursor that this page begins behind; null for the first. */
  after: string | null;
}

/** What all lists of related records share. */
function Listing({
  of,
  here,
  standfirst,
  empty,
  next,
  path,
  after,
  children,
}: At & { of: Link; here: string; standfirst: string; empty: boolean; next: string | null; children: ReactNode }) {
  const t = text('lists');
  return (
    <>
      <Crumbs kind={of.kind} here={here} parent={of} />
      <RecordHead
        kind={of.kind}
        tag={t('related.tag', { kind: kindName(of.kind), list: inSentence(here) })}
        title={<span {...nameLanguage(of)}>{titleOf(of)}</span>}
      >
        <p className="standfirst">{standfirst}</p>
      </RecordHead>
      {empty ? (
        <section className="notice">
          <h2>{t('nothing')}</h2>
          <p>{after === null ? t('related.nothing') : t('emptyPage')}</p>
        </section>
      ) : (
        children
      )}
      <Pager
        first={after === null ? null : path}
        next={next === null ? null : `${path}?after=${encodeURIComponent(next)}`}
      />
    </>
  );
}

const isStatementsOf = (kind: Kind) =>
  kind === 'actor' || kind === 'event' || kind === 'issue' || kind === 'programme' ? kind : 'other';

export function StatementPage({ list, ...at }: At & { list: RelatedStatements }) {
  const t = text('lists');
  return (
    <Listing
      of={list.record}
      here={t('related.statements')}
      standfirst={t(`related.statementsOn.${isStatementsOf(list.record.kind)}`)}
      empty={list.items.length === 0}
      next={list.next}
      {...at}
    >
      <section aria-labelledby="statements">
        <h2 className="vh" id="statements">
          {t('related.statementsTitle')}
        </h2>
        <StatementItems statements={list.items} />
      </section>
    </Listing>
  );
}

export function PositionPage({ list, ...at }: At & { list: RelatedPositions }) {
  const t = text('lists');
  return (
    <Listing
      of={list.record}
      here={t('related.positions')}
      standfirst={t('related.positionsLead')}
      empty={list.items.length === 0}
      next={list.next}
      {...at}
    >
      <section aria-labelledby="positions">
        <h2 className="vh" id="positions">
          {t('related.positionsTitle')}
        </h2>
        <PositionBoard
          positions={list.items}
          citations={list.citations}
          caption={text('body')('board.all')}
          show="both"
        />
      </section>
      <Notes citations={list.citations} />
    </Listing>
  );
}

export function MentionList({ list, ...at }: At & { list: Mentions }) {
  const t = text('lists');
  return (
    <Listing
      of={list.record}
      here={t('related.mentions')}
      standfirst={t('related.mentionsLead')}
      empty={list.items.length === 0}
      next={list.next}
      {...at}
    >
      <section aria-labelledby="mentions">
        <h2 className="vh" id="mentions">
          {t('related.mentionsTitle')}
        </h2>
        <UseItems uses={list.items} />
      </section>
    </Listing>
  );
}

/** A passage in the words around it, and everything that rests on it. */
export function PassageUseList({ uses: { passage, items, next }, ...at }: At & { uses: PassageUses }) {
  const t = text('lists');
  return (
    <Listing
      of={passage.source}
      here={t('related.passage')}
      standfirst={t('related.passageLead')}
      empty={items.length === 0}
      next={next}
      {...at}
    >
      <div className="excerpt-block">
        <p className="excerpt" {...passageLanguage(passage)}>
          {lead(passage.before)}
          <mark className="passage">{passage.exact}</mark>
          {tail(passage.after)}
        </p>
        <p className="hint">
          <a href={passageHref(passage)}>{t('related.passageOpen')}</a>
        </p>
      </div>
      <section className="section" aria-labelledby="uses">
        <h2 id="uses">{t('related.passageRests')}</h2>
        <UseItems uses={items.map(({ record, field }) => ({ record, fields: [field] }))} />
      </section>
    </Listing>
  );
}

function UseItems({ uses }: { uses: readonly { record: Link; fields: readonly string[] }[] }) {
  const together = new Map<string, { record: Link; fields: string[] }>();
  for (const { record, fields } of uses) {
    const entry = together.get(record.id) ?? { record, fields: [] };
    entry.fields.push(...fields);
    together.set(record.id, entry);
  }
  return (
    <ul className="results">
      {[...together.values()].map(({ record, fields }) => (
        <li key={record.id}>
          <h3>
            <RecordLink record={record} />
          </h3>
          <p className="meta">
            <span>{kindName(record.kind)}</span>
            <span>{[...new Set(fields.map((field) => inSentence(roleName(field))))].join('; ')}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
