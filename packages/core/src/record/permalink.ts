import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import type { PublishedRevisionView, RecordAnswer } from '@rapporteur/domain/views';
import { getRecord, getRevision } from './read';

export interface PermalinkAnswer {
  answer: RecordAnswer;
  revision: PublishedRevisionView | null;
  /** The number of the revision that is public now; null while the record is withdrawn. */
  newest: number | null;
}

/** How a permalink is read: as the record stands for the reader, and as it stood when the revision was published. */
export interface PermalinkReads {
  read: <T>(run: (published: Published) => Promise<T>) => Promise<T>;
  readAt: <T>(instant: Date, run: (published: Published) => Promise<T>) => Promise<T>;
}

/**
 * What a permalink shows: the record as it stood at the instant its revision was published. A record that has been
 * withdrawn since shows its tombstone, also while a later revision is public again: what was taken back does not return
 * with what took its place. One that was merged shows its target; null where the revision was never public.
 */
export async function permalink(
  { read, readAt }: PermalinkReads,
  id: string,
  number: number,
): Promise<PermalinkAnswer | null> {
  const now = await read((published) => standing(published, id, number));
  if (now === null) return null;
  if (now.answer !== null) return { answer: now.answer, revision: null, newest: now.newest };
  const then = await readAt(now.recordedAt, async (published) => ({
    answer: await getRecord(published, { id }),
    revision: await getRevision(published, id, number),
  }));
  return then.answer && then.revision && { answer: then.answer, revision: then.revision, newest: now.newest };
}

/** What became of a record since a revision of it was published; `answer` is null while that revision may be shown. */
async function standing(published: Published, id: string, number: number) {
  const [entry, log] = await Promise.all([
    published.entry.findUnique({
      where: { id },
      select: { kind: true, slug: true, state: true, revisionNumber: true },
    }),
    published.publication.findFirst({
      where: { recordId: id, revisionNumber: number, action: { in: ['publish', 'correct', 'update', 'edit'] } },
      select: { recordedAt: true, sequence: true },
    }),
  ]);
  if (!entry || !log) return null;
  if (entry.state !== 'live')
    return { answer: await getRecord(published, { id }), recordedAt: log.recordedAt, newest: null };
  const newest = entry.revisionNumber;
  const end = number === newest ? null : await firstWithdrawal(published, id, log.sequence);
  return { answer: end && withdrawn(id, number, entry, end), recordedAt: log.recordedAt, newest };
}

/** The withdrawal that ended what was public of a record at a sequence number. */
async function firstWithdrawal(published: Published, recordId: string, since: bigint) {
  const [first] = await published.$queryRaw<{ note: string | null; recordedAt: Date }[]>`
    SELECT n."note", p."recordedAt" FROM "Publication" p LEFT JOIN "PublicNote" n ON n."sequence" = p."sequence"
    WHERE p."recordId" = ${recordId} AND p."language" IS NULL AND p."action" = 'withdraw' AND p."sequence" > ${since}
    ORDER BY p."sequence" LIMIT 1`;
  return first ?? null;
}

function withdrawn(
  id: string,
  revisionNumber: number,
  { kind, slug }: { kind: string; slug: string },
  { note, recordedAt }: { note: string | null; recordedAt: Date },
): Extract<RecordAnswer, { found: 'withdrawn' }> {
  const at = recordedAt.toISOString();
  // The database checks the kind of an entry.
  return { found: 'withdrawn', tombstone: { id, kind: kind as Kind, slug, reason: note ?? '', at, revisionNumber } };
}
