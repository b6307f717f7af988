import type { Published } from '@rapporteur/db/clients';
import type { PublishedRevisionView, RecordAnswer } from '@rapporteur/domain/views';
import { getRecord, getRevision } from './read';

export interface PermalinkAnswer {
  answer: RecordAnswer;
  revision: PublishedRevisionView | null;
  /** The number of the revision that is public now; null once the record is withdrawn. */
  newest: number | null;
}

/** How a permalink is read: as the record stands for the reader, and as it stood when the revision was published. */
export interface PermalinkReads {
  read: <T>(run: (published: Published) => Promise<T>) => Promise<T>;
  readAt: <T>(instant: Date, run: (published: Published) => Promise<T>) => Promise<T>;
}

/**
 * What a permalink shows: the record as it stood at the instant its revision was published. A record that has been
 * withdrawn since shows its tombstone, one that was merged its target; null where the revision was never public.
 */
export async function permalink(
  { read, readAt }: PermalinkReads,
  id: string,
  number: number,
): Promise<PermalinkAnswer | null> {
  const now = await read((published) => standing(published, id, number));
  if (now === null) return null;
  if (now.answer !== null) return { answer: now.answer, revision: null, newest: null };
  const then = await readAt(now.recordedAt, async (published) => ({
    answer: await getRecord(published, { id }),
    revision: await getRevision(published, id, number),
  }));
  return then.answer && then.revision && { answer: then.answer, revision: then.revision, newest: now.newest };
}

/** What became of a record since a revision of it was published; `answer` is null while it is public. */
async function standing(published: Published, id: string, number: number) {
  const [entry, log] = await Promise.all([
    published.entry.findUnique({ where: { id }, select: { state: true, revisionNumber: true } }),
    published.publication.findFirst({
      where: { recordId: id, revisionNumber: number, action: { in: ['publish', 'correct', 'update', 'edit'] } },
      select: { recordedAt: true },
    }),
  ]);
  if (!entry || !log) return null;
  const answer = entry.state === 'live' ? null : await getRecord(published, { id });
  return { answer, recordedAt: log.recordedAt, newest: entry.revisionNumber };
}
