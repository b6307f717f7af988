import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import { contentSchemas } from '@rapporteur/domain/content/content';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import type { State } from '@rapporteur/domain/lifecycle';
import { authorize, type Caller } from '../policy';
import { longestPage } from './list';

export interface DeskQuery {
  kind?: Kind | undefined;
  state?: State | undefined;
  after?: string | null | undefined;
  limit: number;
}

export interface DeskItem {
  id: string;
  kind: Kind;
  slug: string;
  lockVersion: number;
  title: string;
  state: State;
  revisionNumber: number;
  updatedAt: string;
}

/** Records with the state of their newest revision, the last changed first. */
export async function listForDesk(
  db: PrismaClient,
  caller: Caller,
  { kind, state, after, limit }: DeskQuery,
): Promise<{ items: DeskItem[]; next: string | null }> {
  authorize(caller, 'desk.read');
  const take = Math.min(Math.max(1, limit), longestPage);
  const cursor = after ? new Date(after) : null;
  if (cursor && Number.isNaN(cursor.getTime())) {
    throw new RapporteurError('invalid_input', 'This is not the cursor of a page.', [
      { path: '/after', message: 'is not a cursor' },
    ]);
  }
  const rows = await db.record.findMany({
    where: {
      ...(kind ? { kind } : {}),
      ...(state ? { revisions: { some: { state } } } : {}),
      ...(cursor ? { updatedAt: { lt: cursor } } : {}),
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: take + 1,
    include: {
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, state: true, title: true } },
    },
  });
  const page = rows.slice(0, take);
  return {
    items: page.map((record) => ({
      id: record.id,
      kind: record.kind as Kind,
      slug: record.slug,
      lockVersion: record.lockVersion,
      title: record.revisions[0]?.title ?? record.slug,
      state: (record.revisions[0]?.state ?? 'draft') as State,
      revisionNumber: record.revisions[0]?.number ?? 0,
      updatedAt: record.updatedAt.toISOString(),
    })),
    next: rows.length > take ? (page.at(-1)?.updatedAt.toISOString() ?? null) : null,
  };
}

/** A record as the desk works on it: its revisions with their texts, what still lacks evidence, and who did what. */
export async function getForDesk(db: PrismaClient, caller: Caller, id: string) {
  authorize(caller, 'desk.read');
  const record = await db.record.findUnique({
    where: { id },
    include: { revisions: { orderBy: { number: 'desc' }, include: { reviews: { orderBy: { createdAt: 'desc' } } } } },
  });
  if (!record) throw new RapporteurError('not_found', `There is no record ${id}.`);
  const audit = await db.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: 'desc' }, take: 200 });
  const people = await db.user.findMany({ select: { id: true, name: true } });
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  const [newest] = record.revisions;
  return {
    record: {
      id: record.id,
      kind: record.kind as Kind,
      slug: record.slug,
      lockVersion: record.lockVersion,
      mergedIntoId: record.mergedIntoId,
    },
    revisions: record.revisions.map((revision) => ({
      number: revision.number,
      state: revision.state as State,
      change: revision.change,
      title: revision.title,
      note: revision.note,
      content: revision.content,
      citations: revision.citations,
      author: nameOf.get(revision.authorId) ?? revision.authorId,
      authorId: revision.authorId,
      contributorIds: revision.contributorIds,
      approver: revision.approvedById === null ? null : (nameOf.get(revision.approvedById) ?? revision.approvedById),
      createdAt: revision.createdAt.toISOString(),
      publishedAt: revision.publishedAt?.toISOString() ?? null,
      reviews: revision.reviews.map((review) => ({
        reviewer: nameOf.get(review.reviewerId) ?? review.reviewerId,
        decision: review.decision,
        comment: review.comment,
        at: review.createdAt.toISOString(),
      })),
    })),
    missingEvidence: newest ? missingEvidence(record.kind as Kind, newest.content, newest.citations) : [],
    audit: audit.map((entry) => ({
      action: entry.action,
      user: entry.userId === null ? null : (nameOf.get(entry.userId) ?? entry.userId),
      revisionNumber: entry.revisionNumber,
      at: entry.at.toISOString(),
    })),
  };
}

function missingEvidence(kind: Kind, content: unknown, citations: unknown): string[] {
  const parsed = contentSchemas[kind].safeParse(content);
  const cited = citationsSchema.safeParse(citations);
  if (!parsed.success || !cited.success) return [];
  return fieldsWithoutEvidence({ kind, content: parsed.data } as AnyContent, cited.data);
}
