import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot, type Transaction } from '@rapporteur/db/transaction';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import { readCursor, writeCursor } from '../record/cursor';
import type { Change } from '../record/change';

export interface WorkingCopySummary {
  id: string;
  kind: Kind;
  slug: string;
  /** What the record is called so far; empty where nothing that names it has been typed. */
  title: string;
  baseRevision: number | null;
  baseVersion: number | null;
  /** The version of the record now; null for a record that does not exist yet. */
  currentVersion: number | null;
  /** Whether somebody saved the record since this text was begun: it has to be merged before it can be saved. */
  stale: boolean;
  clientId: string;
  sequence: number;
  updatedAt: string;
}

export interface WorkingCopyText extends WorkingCopySummary {
  content: unknown;
  citations: unknown;
  note: string | null;
  change: Change | null;
  /** A text that was put into a box and not handed over yet; empty where there is none. */
  pasted: string;
}

type Row = Prisma.WorkingCopyGetPayload<Record<string, never>>;

/** What the caller has typed into a record and not saved; null where there is nothing. Nobody sees another's. */
export function getWorkingCopy(db: PrismaClient, caller: Caller, id: string): Promise<WorkingCopyText | null> {
  const { userId } = authorize(caller, 'working_copy.read');
  // Of one moment: read after the text, the version may be the one that this text was saved as.
  return snapshot(db, (tx) => readWorkingCopy(tx, userId, id));
}

async function readWorkingCopy(db: Transaction, userId: string, id: string): Promise<WorkingCopyText | null> {
  const row = await db.workingCopy.findUnique({ where: { recordId_userId: { recordId: id, userId } } });
  if (row === null || row.spentAt !== null) return null;
  const versions = await versionsOf(db, [id]);
  return {
    ...summary(row, versions),
    content: row.content,
    citations: row.citations,
    note: row.note,
    change: row.change as Change | null,
    pasted: row.pasted ?? '',
  };
}

/** Everything the caller has typed and not saved, the last changed first. */
export function myWorkingCopies(
  db: PrismaClient,
  caller: Caller,
  page: Page,
): Promise<{ items: WorkingCopySummary[]; next: string | null }> {
  const { userId } = authorize(caller, 'working_copy.read');
  return snapshot(db, (tx) => readWorkingCopies(tx, userId, page));
}

interface Page {
  after: string | null;
  limit: number;
}

async function readWorkingCopies(db: Transaction, userId: string, { after, limit }: Page) {
  const from = after === null ? null : readCursor(after);
  const rows = await db.workingCopy.findMany({
    where: {
      userId,
      spentAt: null,
      ...(from === null
        ? {}
        : { OR: [{ updatedAt: { lt: from.at } }, { updatedAt: from.at, recordId: { gt: from.id } }] }),
    },
    orderBy: [{ updatedAt: 'desc' }, { recordId: 'asc' }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const versions = await versionsOf(
    db,
    page.map(({ recordId }) => recordId),
  );
  const last = page.at(-1);
  return {
    items: page.map((row) => summary(row, versions)),
    next: rows.length > limit && last ? writeCursor(last.updatedAt, last.recordId) : null,
  };
}

async function versionsOf(db: Transaction, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.record.findMany({ where: { id: { in: [...ids] } }, select: { id: true, lockVersion: true } });
  return new Map(rows.map(({ id, lockVersion }) => [id, lockVersion]));
}

function summary(row: Row, versions: ReadonlyMap<string, number>): WorkingCopySummary {
  const currentVersion = versions.get(row.recordId) ?? null;
  return {
    id: row.recordId,
    kind: row.kind as Kind,
    slug: row.slug,
    title: workingTitle(row.content),
    baseRevision: row.baseRevision,
    baseVersion: row.baseVersion,
    currentVersion,
    stale: currentVersion !== row.baseVersion,
    clientId: row.clientId,
    sequence: row.sequence,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A name for a text that its schema need not accept yet: the first field that would name or begin the record. */
function workingTitle(content: unknown): string {
  if (typeof content !== 'object' || content === null) return '';
  const { title, shortTitle, names, text, summary } = content as Record<string, unknown>;
  const first: unknown = Array.isArray(names) ? names[0] : undefined;
  const name = typeof first === 'object' && first !== null && 'text' in first ? first.text : undefined;
  const found = [title, shortTitle, name, text, summary].find((value) => typeof value === 'string' && value.trim());
  return typeof found === 'string' ? found.trim().slice(0, 200) : '';
}
