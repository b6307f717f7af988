import { asOf, type PastClient, type Published } from '@rapporteur/db/clients';
import type { PublishedRevisionView, RecordAnswer } from '@rapporteur/domain/views';
import { getRecord, getRevision } from './read';

export interface PermalinkAnswer {
  answer: RecordAnswer;
  revision: PublishedRevisionView | null;
  /** The number of the revision that is public now; null once the record is withdrawn. */
  newest: number | null;
}

/**
 * What a permalink shows: the record as it stood at the instant its revision was published. A record that has been
 * withdrawn since shows its tombstone, one that was merged its target; null where the revision was never public.
 */
export async function permalink(
  { live, past }: { live: Published; past: PastClient },
  id: string,
  number: number,
): Promise<PermalinkAnswer | null> {
  const [entry, log] = await Promise.all([
    live.entry.findUnique({ where: { id }, select: { state: true, revisionNumber: true } }),
    live.publication.findFirst({
      where: { recordId: id, revisionNumber: number, action: { in: ['publish', 'correct', 'update', 'edit'] } },
      select: { recordedAt: true },
    }),
  ]);
  if (!entry || !log) return null;
  if (entry.state !== 'live') {
    const answer = await getRecord(live, { id });
    return answer && { answer, revision: null, newest: null };
  }
  const found = await asOf(past, log.recordedAt, async (published) => ({
    answer: await getRecord(published, { id }),
    revision: await getRevision(published, id, number),
  }));
  return (
    found.answer && found.revision && { answer: found.answer, revision: found.revision, newest: entry.revisionNumber }
  );
}
