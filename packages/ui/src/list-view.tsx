import { labelOf, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { ListItem, ListPage } from '@rapporteur/domain/views';
import { When } from './dates';
import { Glyph } from './glyph';
import { hrefOf, titleOf } from './record-link';
import { plural } from './words';

const introductions: Record<Kind, string> = {
  source: 'The documents that the record rests on, each kept as an archived copy with every passage in use.',
  actor: 'States, organisations, bodies and people, with what they hold and what they said.',
  event: 'Meetings, press conferences, summits and votes, and what was said at them.',
  programme: 'What was agreed, in what form, and what was expressly left out.',
  issue: 'The questions on which actors take positions.',
  statement: 'Who said what, in which capacity on that day, and how the words reached us.',
  position: 'What each actor holds on an issue, turn by turn.',
  commitment: 'Who owes what to whom, and how far it has come.',
  article: 'Narrative by the editors, in which every assertion leads to a passage.',
};

export function RecordRow({ item }: { item: ListItem }) {
  return (
    <li>
      <h3>
        <a href={hrefOf(item.record)}>{titleOf(item.record)}</a>
      </h3>
      {item.summary === null ? null : <p className="snippet">{item.summary}</p>}
      <p className="meta">
        {item.date === null ? null : <When value={item.date} />}
        <span>Version {item.revisionNumber}</span>
      </p>
    </li>
  );
}

/** Every record of a kind, newest first, page by page. */
export function ListView({ kind, page, after }: { kind: Kind; page: ListPage; after: string | null }) {
  const path = `/${segmentOf(kind)}`;
  const many = labelOf(kind, 'plural');
  return (
    <>
      <header className="record-head list-head">
        <h1>{many}</h1>
        <p className="standfirst">{introductions[kind]}</p>
      </header>
      <div className="record-tools">
        <p>
          {page.total === 0
            ? 'None on record'
            : `${plural(page.total, labelOf(kind).toLowerCase(), many.toLowerCase())} on record`}
        </p>
      </div>
      {page.items.length === 0 ? (
        <section className="notice">
          <h2>Nothing here</h2>
          <p>
            {after === null
              ? `No ${labelOf(kind).toLowerCase()} is on record at this date. That is no finding about the world: nothing has been published here.`
              : 'This page of the list is empty.'}
          </p>
        </section>
      ) : (
        <section aria-label={`List of ${many.toLowerCase()}`}>
          <h2 className="vh">{many} on record</h2>
          <ul className="results">
            {page.items.map((item) => (
              <RecordRow key={item.record.id} item={item} />
            ))}
          </ul>
        </section>
      )}
      <Pager
        first={after === null ? null : path}
        next={page.next === null ? null : `${path}?after=${encodeURIComponent(page.next)}`}
      />
    </>
  );
}

/** The way on and the way back to the start. The order of a list can change between two readings, so there is no "page 7". */
export function Pager({ first, next }: { first: string | null; next: string | null }) {
  if (first === null && next === null) return null;
  return (
    <nav className="pager" aria-label="Pages of this list">
      {first === null ? null : (
        <a className="button" href={first}>
          Back to the start
        </a>
      )}
      {next === null ? null : (
        <a className="button" href={next} rel="next">
          Further on
          <Glyph name="t-moved" className="i" />
        </a>
      )}
    </nav>
  );
}
