import { betweenWanted, type BetweenFilter } from '@rapporteur/domain/between-views';
import { Between } from '@rapporteur/ui/between';
import { CompareForm, type ChosenDates } from '@rapporteur/ui/compare-dates';
import { dayOf } from '@rapporteur/ui/dates';
import { fitting } from '@rapporteur/domain/fitting';
import { pageInstant } from '../../lib/api';
import { changesBetween } from '../../lib/between';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { momentFrom, problemIn } from '../../lib/moment';
import { numberIn } from '../../lib/misfits';
import { textOf } from '../../lib/params';
import { RecordBetween } from '../../lib/record-between';
import { targetOf } from '../../lib/time-target';
import { text } from '@rapporteur/ui/text';
import { withNames } from '../../lib/names';

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
  const { asked: filter, misfits } = filterOf(query);
  const { number: after, misfits: noPlace } = numberIn(query, 'after');
  const t = text('changes');
  return (
    <Frame
      current="changes"
      path="/compare"
      misfits={[...misfits, ...noPlace]}
      title={t('compare.title')}
      description={t('compare.description')}
      here={hereOf(page, chosen)}
      hidden={page !== '/' || moments.length > 0}
    >
      <header className="record-head list-head">
        <h1>{t('compare.title')}</h1>
        <p className="standfirst">{t('compare.lead')}</p>
      </header>
      <CompareForm page={page} chosen={chosen} />
      {from === undefined || to === undefined ? null : target?.of ? (
        <RecordBetween of={target.of} from={from} to={to} />
      ) : (
        <WholeBetween
          from={from}
          to={to}
          days={{ from: chosen.from.day, to: chosen.to.day }}
          filter={filter}
          after={after}
        />
      )}
    </Frame>
  );
}

/** The address with what was asked for, by which another language shows the same. */
function hereOf(page: string, { from, to }: ChosenDates): string {
  const asked = Object.entries({ from: from.day, page: page === '/' ? '' : page, to: to.day });
  const query = asked.flatMap(([name, value]) => (value === '' ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return query.length === 0 ? '/compare' : `/compare?${query.join('&')}`;
}

/** The two moments, the earlier first; none while one of the days is missing or cannot be read. */
function readDays(query: Query, now: Date): { chosen: ChosenDates; moments: Date[] } {
  const [from, to] = (['from', 'to'] as const).map((name) => {
    const day = textOf(query, name) ?? '';
    const moment = day === '' ? null : momentFrom(day, '', now);
    return { day, instant: moment?.instant ?? null, problem: problemIn(moment) };
  });
  const empty = { day: '', problem: null };
  const moments = [from?.instant, to?.instant].filter((instant) => instant instanceof Date);
  return {
    chosen: { from: from ?? empty, to: to ?? empty },
    moments: moments.length < 2 ? [] : moments.toSorted((a, b) => a.getTime() - b.getTime()),
  };
}

interface Asked {
  from: Date;
  to: Date;
  /** The two days as the address has them. */
  days: { from: string; to: string };
  filter: BetweenFilter;
  after: number | null;
}

async function WholeBetween({ from, to, days, filter, after }: Asked) {
  const told = await withNames(await changesBetween({ from, to }, filter, after));
  const t = text('changes');
  return (
    <section className="section" aria-labelledby="between">
      <div className="section-head section-rule">
        <h2 id="between">{t('compare.between', { from: dayOf(from.toISOString()), to: dayOf(to.toISOString()) })}</h2>
      </div>
      <Between days={days} filter={filter} after={after} {...told} />
    </section>
  );
}

/** What is asked for of the whole record, without what cannot be asked, which is told. */
const filterOf = (query: Query) =>
  fitting(
    betweenWanted,
    { change: textOf(query, 'change'), kind: textOf(query, 'kind') },
    { change: null, kind: null },
  );
