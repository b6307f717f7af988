import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { newId } from '@rapporteur/domain/ids';
import type { Kind } from '@rapporteur/domain/kinds';

/** What a list of the desk may tell records apart by; what is not given is as in most records. */
export interface SownRecord {
  kind?: Kind;
  title?: string;
  state?: 'draft' | 'in_review' | 'approved' | 'live' | 'withdrawn' | 'discarded';
  author?: string;
  contributors?: string[];
  assignee?: string;
  /** `2024-01-31`. */
  due?: string;
  snoozedUntil?: string;
  needed?: number;
  cited?: number;
  changedAt?: string;
}

const way = {
  draft: [],
  in_review: ['in_review'],
  approved: ['in_review', 'approved'],
  live: ['in_review', 'approved', 'live'],
  withdrawn: ['in_review', 'approved', 'live', 'withdrawn'],
  discarded: ['discarded'],
} as const;

/** What the schemas of two kinds ask for, so that such records can be handed in; of other kinds nothing. */
function contentOf(kind: string, title: string): string {
  const issue = { question: title, shortTitle: title, description: null, programmes: [] };
  const none = { place: null, summary: null, partOf: null, participants: [], choices: [] };
  const event = { title, type: 'meeting', date: '2024-01-31', ...none };
  return JSON.stringify(kind === 'issue' ? issue : kind === 'event' ? event : {});
}

/** What lets an issue or an event be handed in: the field that needs a passage rests on one, of a source that is nowhere. */
function citationsOf(kind: string): string {
  const field = kind === 'issue' ? '/question' : kind === 'event' ? '/date' : null;
  const place = { sha256: 'a'.repeat(64), exact: 'a', prefix: '', suffix: '', start: 0, end: 1 };
  return JSON.stringify(field === null ? [] : [{ field, role: 'supports', passage: { source: nowhere, ...place } }]);
}
const nowhere = newId('source');

/** Writes records with one revision each, by the database's own rules and triggers. Answers their ids, in order. */
export function sowRecords(owner: PrismaClient, records: readonly SownRecord[]): Promise<string[]> {
  return transaction(owner, async (tx) => {
    const ids: string[] = [];
    for (const record of records) {
      const { kind = 'issue', title = 'A title', state = 'draft', author = 'usr-author' } = record;
      const id = newId(kind);
      ids.push(id);
      await tx.$executeRaw`
        INSERT INTO "Record" ("id", "kind", "slug", "assigneeId", "dueOn", "snoozedUntil")
        VALUES (${id}, ${kind}, ${id.slice(4)}, ${record.assignee ?? null}, ${record.due ?? null}::date, ${record.snoozedUntil ?? null}::date)`;
      await tx.$executeRaw`
        INSERT INTO "Revision" ("recordId", "number", "state", "content", "citations", "contentHash", "title", "authorId", "contributorIds",
          "fieldsNeeded", "fieldsCited")
        VALUES (${id}, 1, 'draft', ${contentOf(kind, title)}::jsonb, ${citationsOf(kind)}::jsonb, '', ${title}, ${author}, ${record.contributors ?? [author]}, ${record.needed ?? 0}, ${record.cited ?? 0})`;
      for (const step of way[state]) {
        await tx.$executeRaw`
          UPDATE "Revision" SET "state" = ${step}, "approvedById" = CASE WHEN ${step} IN ('approved', 'live', 'withdrawn') THEN 'usr-approver' END,
            "publishedAt" = CASE WHEN ${step} IN ('live', 'withdrawn') THEN now() END WHERE "recordId" = ${id}`;
      }
      await tx.$executeRaw`
        UPDATE "Record" SET "updatedAt" = coalesce(${record.changedAt ?? null}::timestamptz, clock_timestamp()) WHERE "id" = ${id}`;
    }
    return ids;
  });
}
