import { labelOf, type Kind } from '@rapporteur/domain/kinds';
import type {
  Mentions,
  PassageUses,
  RecordLink as Link,
  RelatedPositions,
  RelatedStatements,
} from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { lead, Notes, passageHref, tail } from './notes';
import { Pager } from './list-view';
import { PositionBoard } from './position-board';
import { Crumbs, RecordHead } from './record-head';
import { hrefOf, RecordLink, titleOf } from './record-link';
import { StatementItems } from './record/named-by';
import { fieldName } from './words';

interface At {
  /** The address of the list. */
  path: string;
  /** The cursor that this page begins behind; null for the first. */
  after: string | null;
}

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
  return (
    <>
      <Crumbs kind={of.kind} here={here} parent={{ href: hrefOf(of), title: titleOf(of) }} />
      <RecordHead kind={of.kind} tag={`${labelOf(of.kind)}, ${here.toLowerCase()}`} title={titleOf(of)}>
        <p className="standfirst">{standfirst}</p>
      </RecordHead>
      {empty ? (
        <section className="notice">
          <h2>Nothing here</h2>
          <p>{after === null ? 'Nothing of this is on record at this date.' : 'This page of the list is empty.'}</p>
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

const statementsOn: { readonly [K in Kind]?: string } = {
  actor: 'Every statement on record by this actor or on its behalf, newest first.',
  event: 'Every statement on record that was made there, newest first.',
  issue: 'Every statement on record with a claim on this issue, newest first.',
  programme: 'Every statement on record about this programme, newest first.',
};

export function StatementPage({ list, ...at }: At & { list: RelatedStatements }) {
  return (
    <Listing
      of={list.record}
      here="Statements"
      standfirst={statementsOn[list.record.kind] ?? 'No statements belong to records of this kind.'}
      empty={list.items.length === 0}
      next={list.next}
      {...at}
    >
      <section aria-labelledby="statements">
        <h2 className="vh" id="statements">
          Statements on record
        </h2>
        <StatementItems statements={list.items} />
      </section>
    </Listing>
  );
}

export function PositionPage({ list, ...at }: At & { list: RelatedPositions }) {
  return (
    <Listing
      of={list.record}
      here="Positions"
      standfirst="Every position on record that belongs here, the one that moved last first. An actor that is not listed has no position on record, which is not neutral."
      empty={list.items.length === 0}
      next={list.next}
      {...at}
    >
      <section aria-labelledby="positions">
        <h2 className="vh" id="positions">
          Positions on record
        </h2>
        <PositionBoard
          positions={list.items}
          citations={list.citations}
          caption="Positions, with the latest turn"
          show="both"
        />
      </section>
      <Notes citations={list.citations} />
    </Listing>
  );
}

export function MentionList({ list, ...at }: At & { list: Mentions }) {
  return (
    <Listing
      of={list.record}
      here="Mentions"
      standfirst="Every record that names this one, and where it does: each way by itself, the newest first."
      empty={list.items.length === 0}
      next={list.next}
      {...at}
    >
      <section aria-labelledby="mentions">
        <h2 className="vh" id="mentions">
          Records that name it
        </h2>
        <UseItems uses={list.items} />
      </section>
    </Listing>
  );
}

/** A passage in the words around it, and everything that rests on it. */
export function PassageUseList({ uses: { passage, items, next }, ...at }: At & { uses: PassageUses }) {
  return (
    <Listing
      of={passage.source}
      here="One passage"
      standfirst="A passage of this source, and every place of the record that rests on it."
      empty={items.length === 0}
      next={next}
      {...at}
    >
      <div className="excerpt-block">
        <p className="excerpt">
          {lead(passage.before)}
          <mark className="passage">{passage.exact}</mark>
          {tail(passage.after)}
        </p>
        <p className="hint">
          <a href={passageHref(passage)}>Open the source at this passage</a>
        </p>
      </div>
      <section className="section" aria-labelledby="uses">
        <h2 id="uses">What rests on it</h2>
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
            <span>{labelOf(record.kind)}</span>
            <span>{[...new Set(fields.map((field) => fieldName(field).toLowerCase()))].join('; ')}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
