import { ChangeList } from '@rapporteur/ui/change-list';
import { CompareForm, type ChosenDates } from '@rapporteur/ui/compare-dates';
import { dayOf } from '@rapporteur/ui/dates';
import { pageInstant } from '../../lib/api';
import { changesBetween } from '../../lib/between';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { momentFrom } from '../../lib/moment';
import { textOf } from '../../lib/params';
import { RecordBetween } from '../../lib/record-between';
import { targetOf } from '../../lib/time-target';

export const dynamic = 'force-dynamic';

type Query = Awaited<ListParams['searchParams']>;

/** What changed in a page, or in the whole record, between the ends of two days. */
export default async function ComparePage({ searchParams }: ListParams) {
  const query = await searchParams;
  const given = textOf(query, 'page') ?? '/';
  const target = targetOf(given.split('/').filter((part) => part !== ''));
  const page = target === null ? '/' : given;
  const asOf = await pageInstant();
  const { chosen, moments } = readDays(query, asOf === null ? new Date() : new Date(asOf));
  const [from, to] = moments;
  return (
    <Frame
      current="changes"
      path="/compare"
      title="Compare two days"
      description="What the record said on one day, and what it said on another."
      hidden={page !== '/' || moments.length > 0}
    >
      <header className="record-head list-head">
        <h1>Compare two days</h1>
        <p className="standfirst">
          What we had published by the end of one day, and by the end of another. Days are those of UTC.
        </p>
      </header>
      <CompareForm page={page} chosen={chosen} />
      {from === undefined || to === undefined ? null : target?.of ? (
        <RecordBetween of={target.of} from={from} to={to} />
      ) : (
        <WholeBetween from={from} to={to} />
      )}
    </Frame>
  );
}

/** The two moments, the earlier first; none while one of the days is missing or cannot be read. */
function readDays(query: Query, now: Date): { chosen: ChosenDates; moments: Date[] } {
  const [from, to] = (['from', 'to'] as const).map((name) => {
    const day = textOf(query, name) ?? '';
    return { day, ...(day === '' ? { instant: null, problem: null } : momentFrom(day, '', now)) };
  });
  const empty = { day: '', problem: null };
  const moments = [from?.instant, to?.instant].filter((instant) => instant instanceof Date);
  return {
    chosen: { from: from ?? empty, to: to ?? empty },
    moments: moments.length < 2 ? [] : moments.toSorted((a, b) => a.getTime() - b.getTime()),
  };
}

async function WholeBetween({ from, to }: { from: Date; to: Date }) {
  const { items, more } = await changesBetween(from, to);
  const until = dayOf(to.toISOString());
  return (
    <section className="section" aria-labelledby="between">
      <div className="section-head section-rule">
        <h2 id="between">
          From {dayOf(from.toISOString())} to {until}
        </h2>
      </div>
      {items.length === 0 ? (
        <p className="section-note">Nothing was published between the two. The record said the same on both days.</p>
      ) : (
        <ChangeList publications={items} />
      )}
      {more ? (
        <p className="section-note">
          These are the latest hundred of them. <a href="/changes">Every change</a> has the rest.
        </p>
      ) : null}
    </section>
  );
}
