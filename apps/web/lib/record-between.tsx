import type { Kind } from '@rapporteur/domain/kinds';
import { standingAt, type Standing } from '@rapporteur/domain/standing';
import { HistoryList } from '@rapporteur/ui/change-list';
import { dayOf } from '@rapporteur/ui/dates';
import { RecordDifference } from '@rapporteur/ui/record-difference';
import { hrefOf, RecordLink } from '@rapporteur/ui/record-link';
import { notFound } from 'next/navigation';
import { publicApi } from './api';
import { text } from '@rapporteur/ui/text';
import { withNames } from './names';

/** What a record said at two instants, and every change between them. */
export async function RecordBetween({ of, from, to }: { of: { kind: Kind; slug: string }; from: Date; to: Date }) {
  const api = await publicApi();
  const answer = await api.record.get({ kind: of.kind, slug: of.slug });
  if (answer === null) notFound();
  const id =
    answer.found === 'merged' ? answer.into.id : answer.found === 'live' ? answer.record.id : answer.tombstone.id;
  const history = await withNames(await api.record.history({ id }));
  if (history === null) notFound();
  const { record, publications } = history;
  const between = publications.filter(({ recordedAt }) => new Date(recordedAt) > from && new Date(recordedAt) <= to);
  const [before, after] = [standingAt(publications, from), standingAt(publications, to)];
  // What was withdrawn is not shown through an earlier version either: its own pages of the past say when they are from.
  const comparable = record.state === 'live' && before.version !== null && after.version !== null;
  const difference =
    comparable && before.version !== after.version
      ? await withNames(await api.record.diff({ id, from: before.version, to: after.version }))
      : null;
  return (
    <section className="section" aria-labelledby="between">
      <div className="section-head section-rule">
        <h2 id="between">
          <RecordLink record={record} />
        </h2>
      </div>
      <p className="section-note">
        {text('changes')('compare.on', {
          from: dayOf(from.toISOString()),
          before: inWords(before),
          to: dayOf(to.toISOString()),
          after: inWords(after),
        })}
      </p>
      {difference === null ? null : <RecordDifference diff={difference} />}
      {between.length === 0 ? null : <HistoryList publications={between} path={hrefOf(record)} />}
    </section>
  );
}

function inWords(standing: Standing): string {
  const t = text('changes');
  if (standing.version !== null) return t('compare.version', { version: String(standing.version) });
  return t(standing.ended ? 'compare.withdrawn' : 'compare.notYet');
}
