import type { PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot, type Transaction } from '@rapporteur/db/transaction';
import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import { contentSchemas, type AnyContent } from '@rapporteur/domain/content/content';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import { getRevisionForDesk, listRevisions, liveRevision, noRecord, revisionsShown } from './desk-revisions';
import { textAt } from './earlier-text';
import { toDay } from './day';
import { namesOfPeople } from './people';

/**
 * A record as the desk works on it: its newest revisions without their texts, one revision in full (`number`, or the
 * newest), what the newest still lacks, whose work it is, and who did what. However many revisions a record has, one
 * text is read; two when an older one is asked for.
 */
export function getForDesk(db: PrismaClient, caller: Caller, asked: { id: string; number?: number | undefined }) {
  return snapshot(db, (tx) => readForDesk(tx, caller, asked));
}

async function readForDesk(
  db: Transaction,
  caller: Caller,
  { id, number }: { id: string; number?: number | undefined },
) {
  authorize(caller, 'desk.read');
  const record = await db.record.findUnique({ where: { id } });
  if (!record) throw noRecord(id);
  const revisions = await listRevisions(db, caller, { id, before: null, limit: revisionsShown });
  const live = await liveRevision(db, id);
  const audit = await db.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: 'desc' }, take: 200 });
  const openComments = await db.comment.count({ where: { recordId: id, threadId: null, resolvedAt: null } });
  const newest = revisions.items[0]?.number ?? 0;
  const shown = await getRevisionForDesk(db, caller, { id, number: number ?? newest });
  const newestText = shown.number === newest ? shown : await textAt(db, id, newest, null);
  const people = audit.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  const nameOf = await namesOfPeople(db, record.assigneeId === null ? people : [...people, record.assigneeId]);
  const kind = record.kind as Kind;
  return {
    record: {
      id: record.id,
      kind,
      slug: record.slug,
      lockVersion: record.lockVersion,
      mergedIntoId: record.mergedIntoId,
      assignee: record.assigneeId === null ? null : { id: record.assigneeId, name: nameOf(record.assigneeId) },
      dueOn: toDay(record.dueOn),
      snoozedUntil: toDay(record.snoozedUntil),
      openComments,
    },
    revisions: revisions.items,
    moreRevisions: revisions.next,
    live,
    shown,
    missingEvidence: newestText === null ? [] : missingEvidence(kind, newestText.content, newestText.citations),
    audit: audit.map((entry) => ({
      action: entry.action,
      user: entry.userId === null ? null : nameOf(entry.userId),
      revisionNumber: entry.revisionNumber,
      at: entry.at.toISOString(),
    })),
  };
}

/**
 * The text of a record as it is saved now, and the text a writer began from: the two that a three-way merge needs beside
 * the writer's own. `base` is null where the writer began from nothing, or from a revision that is not there.
 */
export function currentText(db: PrismaClient, caller: Caller, asked: Base) {
  return snapshot(db, (tx) => readCurrentText(tx, caller, asked));
}

interface Base {
  id: string;
  baseRevision: number | null;
  baseVersion: number | null;
}

async function readCurrentText(db: Transaction, caller: Caller, { id, baseRevision, baseVersion }: Base) {
  authorize(caller, 'desk.read');
  const record = await db.record.findUnique({
    where: { id },
    include: { revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } },
  });
  const newest = record?.revisions[0];
  if (!record || !newest) throw noRecord(id);
  const current = await getRevisionForDesk(db, caller, { id, number: newest.number });
  const base = baseRevision === null ? null : await textAt(db, id, baseRevision, baseVersion);
  const last = await db.auditEntry.findFirst({
    where: {
      recordId: id,
      revisionNumber: newest.number,
      action: { in: ['record.create', 'record.save', 'record.restore'] },
    },
    orderBy: { id: 'desc' },
  });
  const savedById = last?.userId ?? current.authorId;
  const nameOf = await namesOfPeople(db, [savedById]);
  return {
    id,
    kind: record.kind as Kind,
    slug: record.slug,
    lockVersion: record.lockVersion,
    revisionNumber: current.number,
    state: current.state,
    content: current.content,
    citations: current.citations,
    note: current.note,
    change: current.change,
    changeSaid: current.changeSaid,
    /** Who saved that text last, and when. */
    savedBy: { id: savedById, name: nameOf(savedById) },
    savedAt: current.updatedAt,
    base: base === null ? null : { content: base.content, citations: base.citations },
  };
}

function missingEvidence(kind: Kind, content: unknown, citations: unknown): string[] {
  const parsed = contentSchemas[kind].safeParse(content);
  const cited = citationsSchema.safeParse(citations);
  if (!parsed.success || !cited.success) return [];
  return fieldsWithoutEvidence({ kind, content: parsed.data } as AnyContent, cited.data);
}
