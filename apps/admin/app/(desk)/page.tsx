import { kindNames, kinds, type Kind } from '@rapporteur/domain/kinds';
import { states, type State } from '@rapporteur/domain/lifecycle';
import type { Metadata } from 'next';
import { desk } from '../session';
import { atTime, stateNames } from '../wording';
import { attempt } from '../attempt';
import { ProblemNotice } from '../problem-notice';

export const metadata: Metadata = { title: 'Queue' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const views: readonly State[] = ['draft', 'in_review', 'approved', 'live', 'withdrawn'];

export default async function QueuePage({ searchParams }: Props) {
  const { call } = await desk();
  const query = await searchParams;
  const state = states.find((known) => known === query['state']);
  const kind = kinds.find((known) => known === query['kind']);
  const after = typeof query['after'] === 'string' && query['after'] !== '' ? query['after'] : null;
  const page = await attempt(() =>
    call.record.list({
      after,
      limit: 50,
      ...(state === undefined ? {} : { state }),
      ...(kind === undefined ? {} : { kind }),
    }),
  );
  return (
    <>
      <header className="bar">
        <h1>{kind === undefined ? 'Queue' : kindNames[kind].plural}</h1>
        <nav className="views" aria-label="States">
          <a href={address({ kind })} aria-current={state === undefined ? 'page' : undefined}>
            Everything
          </a>
          {views.map((view) => (
            <a key={view} href={address({ state: view, kind })} aria-current={state === view ? 'page' : undefined}>
              {stateNames[view]}
            </a>
          ))}
        </nav>
        <form className="filter bar-end" method="get" action="/">
          {state !== undefined && <input type="hidden" name="state" value={state} />}
          <label htmlFor="kind">Kind</label>
          <select className="select" id="kind" name="kind" defaultValue={kind ?? ''}>
            <option value="">All kinds</option>
            {kinds.map((known) => (
              <option key={known} value={known}>
                {kindNames[known].plural}
              </option>
            ))}
          </select>
          <button className="button" type="submit">
            Filter
          </button>
        </form>
      </header>
      <main id="main" tabIndex={-1} className="flush">
        {page.ok ? (
          <>
            <RecordTable items={page.value.items} />
            <nav className="pager" aria-label="Pages">
              {after !== null && <a href={address({ state, kind })}>First page</a>}
              {page.value.next !== null && <a href={address({ state, kind, after: page.value.next })}>Next page</a>}
            </nav>
          </>
        ) : (
          <ProblemNotice problem={page.problem} />
        )}
      </main>
    </>
  );
}

interface Row {
  id: string;
  kind: Kind;
  title: string;
  state: State;
  revisionNumber: number;
  updatedAt: string;
}

function RecordTable({ items }: { items: readonly Row[] }) {
  if (items.length === 0) {
    return (
      <div className="notice">
        <h2>Nothing here</h2>
        <p>No record is in this state. Records appear when someone drafts or imports them.</p>
      </div>
    );
  }
  return (
    <table className="work">
      <caption className="vh">Records, the last changed first</caption>
      <thead>
        <tr>
          <th scope="col">Record</th>
          <th scope="col" className="what">
            Kind
          </th>
          <th scope="col" className="state">
            State
          </th>
          <th scope="col" className="changed">
            Changed
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <a href={`/records/${item.id}`}>{item.title}</a>
            </th>
            <td>
              <span className="kind">{kindNames[item.kind].singular}</span>
            </td>
            <td>
              {stateNames[item.state]} <span className="count">{item.revisionNumber}</span>
            </td>
            <td>
              <time dateTime={item.updatedAt}>{atTime(item.updatedAt)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The address of the queue with these filters. */
function address(filters: { state?: State | undefined; kind?: Kind | undefined; after?: string }): string {
  const query = new URLSearchParams(
    Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return query.size === 0 ? '/' : `/?${query}`;
}
