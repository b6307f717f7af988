import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { State } from '@rapporteur/domain/lifecycle';
import { authorize, type Caller } from '../policy';
import { namesOfPeople } from './people';

/** How many revisions of a record come with it, and at most in one page of its list. */
export const revisionsShown = 50;

/** Everything about a revision but its text. */
const summaryColumns = {
  number: true,
  state: true,
  change: true,
  changeSaid: true,
  title: true,
  note: true,
  authorId: true,
  contributorIds: true,
  approvedById: true,
  createdAt: true,
  updatedAt: true,
  publishedAt: true,
  reviews: {
    orderBy: { createdAt: 'desc' },
    select: { reviewerId: true, decision: true, comment: true, createdAt: true },
  },
} satisfies Prisma.RevisionSelect;
type SummaryRow = Prisma.RevisionGetPayload<{ select: typeof summaryColumns }>;

/** The revisions of a record without their texts, the newest first; `before` is the number to go on from. */
export async function listRevisions(
  db: PrismaClient | Transaction,
  caller: Caller,
  { id, before, limit }: { id: string; before: number | null; limit: number },
) {
  authorize(caller, 'desk.read');
  const rows = await db.revision.findMany({
    where: { recordId: id, ...(before === null ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: limit + 1,
    select: summaryColumns,
  });
  if (rows.length === 0 && (await db.record.count({ where: { id } })) === 0) throw noRecord(id);
  const page = rows.slice(0, limit);
  const nameOf = await namesOfPeople(db, page.flatMap(peopleIn));
  return {
    items: page.map((row) => toSummary(row, nameOf)),
    next: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
  };
}

/** One revision with its text. Throws `not_found` where the record has no such revision. */
export async function getRevisionForDesk(
  db: PrismaClient | Transaction,
  caller: Caller,
  { id, number }: { id: string; number: number },
) {
  authorize(caller, 'desk.read');
  const row = await db.revision.findUnique({
    where: { recordId_number: { recordId: id, number } },
    select: { ...summaryColumns, content: true, citations: true },
  });
  if (row === null) throw new RapporteurError('not_found', `There is no revision ${number} of ${id}.`);
  const nameOf = await namesOfPeople(db, peopleIn(row));
  return { ...toSummary(row, nameOf), content: row.content as unknown, citations: row.citations as unknown };
}

/** The revision that readers see now, without its text; null where there is none. */
export async function liveRevision(db: PrismaClient | Transaction, id: string) {
  const row = await db.revision.findFirst({ where: { recordId: id, state: 'live' }, select: summaryColumns });
  return row === null ? null : toSummary(row, await namesOfPeople(db, peopleIn(row)));
}

export const noRecord = (id: string) => new RapporteurError('not_found', `There is no record ${id}.`);

const peopleIn = (row: SummaryRow): string[] => [
  row.authorId,
  ...(row.approvedById === null ? [] : [row.approvedById]),
  ...row.reviews.map(({ reviewerId }) => reviewerId),
];

function toSummary(row: SummaryRow, nameOf: (userId: string) => string) {
  return {
    number: row.number,
    state: row.state as State,
    change: row.change,
    changeSaid: row.changeSaid,
    title: row.title,
    note: row.note,
    author: nameOf(row.authorId),
    authorId: row.authorId,
    contributorIds: row.contributorIds,
    approver: row.approvedById === null ? null : nameOf(row.approvedById),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    reviews: row.reviews.map((review) => ({
      reviewer: nameOf(review.reviewerId),
      decision: review.decision,
      comment: review.comment,
      at: review.createdAt.toISOString(),
    })),
  };
}
