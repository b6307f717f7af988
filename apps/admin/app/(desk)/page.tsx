import { kindNames, kinds, type Kind } from '@rapporteur/domain/kinds';
import { states, type State } from '@rapporteur/domain/lifecycle';
import type { Metadata } from 'next';
import { text } from '../../i18n/text';
import { desk } from '../session';
import { atTime } from '../wording';
import { attempt } from '../attempt';
import { ProblemNotice } from '../problem-notice';
import { Icon } from '../shell/desk-icon';

const t = text('queue');
const shell = text('shell');

export const metadata: Metadata = { title: t('title') };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const views: readonly State[] = ['draft', 'in_review', 'approved', 'live', 'withdrawn'];

/** The lists that the rail names. */
const railViews: Record<string, State> = { review: 'in_review', scheduled: 'scheduled' };

export default async function QueuePage({ searchParams }: Props) {
  const { call } = await desk();
  const query = await searchParams;
  const state = states.find((known) => known === (railViews[String(query['view'])] ?? query['state']));
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
        <h1>{kind === undefined ? t('title') : kindNames[kind].plural}</h1>
        <nav className="views" aria-label={t('states')}>
          <a href={address({ kind })} aria-current={state === undefined ? 'page' : undefined}>
            {t('everything')}
          </a>
          {views.map((view) => (
            <a key={view} href={address({ state: view, kind })} aria-current={state === view ? 'page' : undefined}>
              {shell(`state.${view}`)}
            </a>
          ))}
        </nav>
        <form className="filter bar-end" method="get" action="/">
          {state !== undefined && <input type="hidden" name="state" value={state} />}
          <label htmlFor="kind">{t('kind')}</label>
          <select className="select" id="kind" name="kind" defaultValue={kind ?? ''}>
            <option value="">{t('allKinds')}</option>
            {kinds.map((known) => (
              <option key={known} value={known}>
                {kindNames[known].plural}
              </option>
            ))}
          </select>
          <button className="button" type="submit">
            {t('filter')}
          </button>
        </form>
      </header>
      <main id="main" tabIndex={-1} className="flush">
        {page.ok ? (
          <>
            <RecordTable items={page.value.items} />
            <nav className="pager" aria-label={t('pages')}>
              {after !== null && <a href={address({ state, kind })}>{t('firstPage')}</a>}
              {page.value.next !== null && (
                <a href={address({ state, kind, after: page.value.next })}>{t('nextPage')}</a>
              )}
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
        <h2>{t('empty.title')}</h2>
        <p>{t('empty.text')}</p>
      </div>
    );
  }
  return (
    <table className="work">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.record')}</th>
          <th scope="col" className="what">
            {t('column.kind')}
          </th>
          <th scope="col" className="state">
            {t('column.state')}
          </th>
          <th scope="col" className="changed">
            {t('column.changed')}
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
              <span className="kind">
                <Icon name={`i-${item.kind}`} />
                {kindNames[item.kind].singular}
              </span>
            </td>
            <td>
              {shell(`state.${item.state}`)} <span className="count">{item.revisionNumber}</span>
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
