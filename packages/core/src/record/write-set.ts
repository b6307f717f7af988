import type { Transaction } from '@rapporteur/db/transaction';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { idSchema } from '@rapporteur/domain/ids';
import { slugSchema } from '@rapporteur/domain/slug';
import { authorize, type Caller } from '../policy';
import type { CheckedContent } from './content';
import { deskTitles } from './desk-title';
import { concludeAll, lockRecords, type Conclusion, type LockedRecord } from './lock';
import { byRank } from './portions';

/** A record that is created as one of many. */
export interface NewRecord {
  id: string;
  slug: string;
  /** What `checkContent` made of its text. */
  checked: CheckedContent;
  /** What readers are told of it. */
  note?: string | null;
}

/**
 * Creates many records, each with its first revision as a draft. As `createDraft`, in a number of statements that does not
 * depend on theirs. Refuses all of them where an address or an id is not valid or is taken.
 */
export async function createDrafts(tx: Transaction, caller: Caller, set: readonly NewRecord[]): Promise<void> {
  const { userId } = authorize(caller, 'record.create');
  await requireFreeAddresses(tx, set);
  const titleOf = await deskTitles(
    tx,
    set.map(({ checked }) => checked.record),
  );
  // In one order, so that of two who create the same records one waits for the other, and never each for the other.
  const rows = set
    .toSorted(inOrder)
    .map(({ id, slug, note = null, checked: { record, citations, contentHash, evidence } }) => ({
      id,
      note,
      kind: record.kind,
      slug,
      content: record.content,
      citations,
      contentHash,
      fieldsNeeded: evidence.needed,
      fieldsCited: evidence.cited,
      title: titleOf(record),
    }));
  const given = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO "Record" ("id", "kind", "slug")
    SELECT "id", "kind", "slug" FROM jsonb_to_recordset(${JSON.stringify(
      rows.map(({ id, kind, slug }) => ({ id, kind, slug })),
    )}::jsonb) AS r("id" text, "kind" text, "slug" text)`;
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${given}::jsonb) AS r("id" text, "content" jsonb, "citations" jsonb, "contentHash" text,
        "fieldsNeeded" int, "fieldsCited" int, "title" text, "note" text)
    ), audit AS (
      INSERT INTO "AuditEntry" ("userId", "action", "recordId", "revisionNumber", "detail")
      SELECT ${userId}, 'record.create', "id", 1, jsonb_build_object('contentHash', "contentHash") FROM given
    )
    INSERT INTO "Revision" ("recordId", "number", "state", "content", "citations", "contentHash", "fieldsNeeded", "fieldsCited",
      "title", "note", "authorId", "contributorIds")
    SELECT "id", 1, 'draft', "content", "citations", "contentHash", "fieldsNeeded", "fieldsCited", "title", "note", ${userId}, ARRAY[${userId}]
    FROM given`;
}

function inOrder(a: NewRecord, b: NewRecord): number {
  return byRank(a.checked.record, b.checked.record) || (a.slug < b.slug ? -1 : 1);
}

async function requireFreeAddresses(tx: Transaction, set: readonly NewRecord[]): Promise<void> {
  const issues: FieldIssue[] = [];
  const fault = ({ slug, checked }: NewRecord, message: string) =>
    issues.push({ path: `/${checked.record.kind}s/${slug}`, message });
  for (const item of set) {
    const slug = slugSchema.safeParse(item.slug);
    if (!slug.success) fault(item, slug.error.issues[0]?.message ?? 'is no address part');
    if (!idSchema(item.checked.record.kind).safeParse(item.id).success) fault(item, `${item.id} is no id of this kind`);
  }
  const wanted = set.map(({ id, slug, checked: { record } }) => ({ id, slug, kind: record.kind }));
  const taken = await tx.$queryRaw<{ id: string }[]>`
    SELECT w."id" FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("id" text, "kind" text, "slug" text)
    WHERE EXISTS (SELECT FROM "Record" r WHERE r."kind" = w."kind" AND r."slug" = w."slug")
      OR EXISTS (SELECT FROM "Record" r WHERE r."id" = w."id")`;
  const ids = new Set(taken.map(({ id }) => id));
  const seen = new Set<string>();
  for (const item of set) {
    if (ids.has(item.id)) fault(item, 'the address or the id is taken');
    for (const own of [item.id, `${item.checked.record.kind} ${item.slug}`]) {
      if (seen.has(own)) fault(item, 'the address or the id stands twice among them');
      seen.add(own);
    }
  }
  if (issues.length > 0) throw new RapporteurError('state_conflict', 'Nothing is created.', issues);
}

/**
 * Hands in many new records. As `submit`: what could never be published as it is, is refused now. Takes what was created in
 * this transaction, whose text was checked when it was written.
 */
export async function submitSet(tx: Transaction, caller: Caller, set: readonly NewRecord[]): Promise<void> {
  const { userId } = authorize(caller, 'record.submit');
  const issues = set.flatMap(({ slug, checked: { record, citations } }) =>
    fieldsWithoutEvidence(record, citations).map((field) => ({
      path: `/${record.kind}s/${slug}${field}`,
      message: 'has no passage that supports it',
    })),
  );
  if (issues.length > 0)
    throw new RapporteurError('missing_evidence', 'Some of it rests on no passage, so it cannot go to review.', issues);
  const records = await lock(tx, set);
  const moved = await tx.$executeRaw`
    UPDATE "Revision" SET "state" = 'in_review', "updatedAt" = clock_timestamp()
    WHERE "recordId" = ANY (${records.map(({ id }) => id)}::text[]) AND "state" = 'draft' AND "changeSaid"`;
  requireAll(moved, records, 'hand in');
  await concludeAll(tx, userId, 'record.submit', conclusions(records, 'in_review'));
}

/** Approves many new records in review. As `approve`: nobody approves a text that they wrote or changed. */
export async function approveSet(tx: Transaction, caller: Caller, set: readonly NewRecord[]): Promise<void> {
  const { userId } = authorize(caller, 'record.approve');
  const records = await lock(tx, set);
  const ids = records.map(({ id }) => id);
  const own = await tx.revision.count({
    where: {
      recordId: { in: ids },
      state: 'in_review',
      OR: [{ authorId: userId }, { contributorIds: { has: userId } }],
    },
  });
  if (own > 0)
    throw new RapporteurError('forbidden', 'You wrote or changed these revisions; another person has to approve them.');
  const moved = await tx.$executeRaw`
    WITH moved AS (
      UPDATE "Revision" SET "state" = 'approved', "approvedById" = ${userId}, "updatedAt" = clock_timestamp()
      WHERE "recordId" = ANY (${ids}::text[]) AND "state" = 'in_review' RETURNING "id"
    )
    INSERT INTO "Review" ("revisionId", "reviewerId", "decision") SELECT "id", ${userId}, 'approved' FROM moved`;
  requireAll(moved, records, 'approve');
  await concludeAll(tx, userId, 'record.approve', conclusions(records, 'approved'));
}

const lock = (tx: Transaction, set: readonly NewRecord[]): Promise<LockedRecord[]> =>
  lockRecords(
    tx,
    set.map(({ id }) => ({ id, expectedVersion: null })),
  );

const conclusions = (records: readonly LockedRecord[], state: 'in_review' | 'approved'): Conclusion[] =>
  records.map((record) => ({ record, revision: { number: 1, state } }));

function requireAll(moved: number, records: readonly LockedRecord[], verb: string): void {
  if (moved !== records.length)
    throw new RapporteurError('state_conflict', `Cannot ${verb} all of them: another state was found.`);
}
