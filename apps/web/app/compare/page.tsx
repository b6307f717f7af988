import { ChangeList } from '@rapporteur/ui/change-list';
import { CompareForm, type ChosenDates } from '@rapporteur/ui/compare-dates';
import { dayOf } from '@rapporteur/ui/dates';
import { pageInstant } from '../../lib/api';
import { changesBetween } from '../../lib/between';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { momentFrom, problemIn } from '../../lib/moment';
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
  const t = text('changes');
  return (
    <Frame
      current="changes"
      path="/compare"
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
        <WholeBetween from={from} to={to} />
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

async function WholeBetween({ from, to }: { from: Date; to: Date }) {
  const { items, more } = await withNames(await changesBetween(from, to));
  const t = text('changes');
  return (
    <section className="section" aria-labelledby="between">
      <div className="section-head section-rule">
        <h2 id="between">{t('compare.between', { from: dayOf(from.toISOString()), to: dayOf(to.toISOString()) })}</h2>
      </div>
      {items.length === 0 ? <p className="section-note">{t('compare.same')}</p> : <ChangeList publications={items} />}
      {more ? (
        <p className="section-note">{t.rich('compare.more', { all: (words) => <a href="/changes">{words}</a> })}</p>
      ) : null}
    </section>
  );
}
