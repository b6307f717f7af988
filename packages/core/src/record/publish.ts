import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import type { CopyRows } from '@rapporteur/db/bulk';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { openStates } from '@rapporteur/domain/lifecycle';
import { requireNoEmbargo } from '../embargo/gate';
import { authorize, type Caller } from '../policy';
import { recountOutdated } from '../translation/outdated';
import { checkContent } from './content';
import { checkEvidence, type Publishable } from './evidence-gate';
import { concludeAll, lockRecords, notOpen, type Expected, type LockedRecord, type Revision } from './lock';
import { resolveMerges } from './merges';
import { requireOnePosition } from './one-position';
import { namedBy, projectSet, type SetContext } from './project-set';
import type { CommandResult } from './result';
import { requireNote, type Change } from './change';
import { isNamedAfter, sortKeyOf, titleOf } from './title';
import { namesOf, refreshTitles } from './names';

/** Opens a publication: waits for those under way, and fixes the record time of all that follows in this transaction. */
export async function beginPublication(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`SELECT history.begin_publication() AS at`;
  if (!row) throw new RapporteurError('unavailable', 'The publication log gave no instant.');
  return row.at;
}

/**
 * Waits for publications under way, and lets none begin until this transaction ends. Who locks records that are public before
 * it publishes holds them off first, as every publication does, so that two never wait for each other in a circle. Unlike
 * `beginPublication` it fixes no instant: what is published later in the transaction is of that later instant.
 */
export async function holdOffPublications(tx: Transaction): Promise<void> {
  // The lock of history.begin_publication().
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7370736, 1)`;
}

/** Publishes the approved revision of a record. */
export function publish(
  db: PrismaClient,
  caller: Caller,
  input: { id: string; expectedVersion: number },
): Promise<CommandResult> {
  return transaction(db, (tx) => publishIn(tx, caller, input));
}

export async function publishIn(
  tx: Transaction,
  caller: Caller,
  input: { id: string; expectedVersion: number },
): Promise<CommandResult> {
  const [result] = await publishExpected(tx, caller, [input]);
  if (!result) throw new RapporteurError('not_found', `There is no record ${input.id}.`);
  return result;
}

/** What becomes public of a record: its content, and what readers are told of the change. */
export interface PublicItem extends Publishable {
  revision: Pick<Revision, 'number' | 'change' | 'note' | 'contentHash'>;
}

interface Item extends PublicItem {
  locked: LockedRecord;
  revision: Revision;
}

/** What is published by hand is approved; what has an instant is published at that instant, and not by hand before. */
type ReadyState = 'approved' | 'scheduled';

interface HowToPublish {
  from?: ReadyState;
  /** Of a transaction that can write by COPY: many new records are written so. */
  copy?: CopyRows | undefined;
}

/**
 * Publishes the approved revisions of several records at one instant: all of them, or none. Records of the set may name
 * one another. Refuses with `state_conflict` or `missing_evidence`, naming each field. The number of statements does not
 * depend on the number of records.
 */
export function publishSet(
  tx: Transaction,
  caller: Caller,
  ids: readonly string[],
  how: HowToPublish = {},
): Promise<CommandResult[]> {
  return publishExpected(
    tx,
    caller,
    ids.map((id) => ({ id, expectedVersion: null })),
    how,
  );
}

async function publishExpected(
  tx: Transaction,
  caller: Caller,
  wanted: readonly Expected[],
  { from = 'approved', copy }: HowToPublish = {},
): Promise<CommandResult[]> {
  const { userId } = authorize(caller, 'record.publish');
  const at = await beginPublication(tx);
  const items = await loadItems(tx, wanted, from);
  await requireNoEmbargo(
    tx,
    items.map(({ locked }) => locked),
  );
  const resolve = await resolveMerges(tx, namedBy(items));
  const texts = await checkEvidence(tx, items, resolve);
  await requireOnePosition(tx, items, resolve);
  await makeLive(tx, items, at);
  const sequences = await makePublic(tx, items, { texts, resolve, at, copy });
  // What was never public has no translation.
  const again = items.filter(({ revision }) => revision.number > 1);
  if (again.length > 0) await recountOutdated(tx, again);
  return concludeAll(
    tx,
    userId,
    'record.publish',
    items.map(({ locked, revision }) => ({
      record: locked,
      revision: { number: revision.number, state: 'live' },
      detail: { contentHash: revision.contentHash, sequence: Number(sequences.get(locked.id)) },
    })),
  );
}

/**
 * Writes everything that readers see of a set: entries, log, revisions, projection, and the titles named after it. Asks
 * for no state, approval or evidence, so that a preview can write it too, and take it back. Runs within a publication.
 */
export async function makePublic(
  tx: Transaction,
  items: readonly PublicItem[],
  context: SetContext,
): Promise<Map<string, bigint>> {
  const { resolve, at } = context;
  const nameOf = await namesOf(tx, items, resolve);
  const titled = items.map((item) => ({ ...item, title: titleOf(item.record, nameOf) }));
  const renamed = await renamedBy(tx, titled);
  const sequences = await appendLog(tx, titled, at);
  const projected = items.map((item) => {
    const { id, record, citations, revision } = item;
    const published = {
      id: `${id}@${revision.number}`,
      recordId: id,
      kind: record.kind,
      revisionNumber: revision.number,
      change: revision.change,
      note: revision.note,
      content: record.content,
      citations,
      contentHash: revision.contentHash,
      publishedAt: at.toISOString(),
      sequence: String(sequences.get(id)),
    };
    return { ...item, published };
  });
  await projectSet(tx, projected, context);
  await refreshTitles(tx, renamed);
  return sequences;
}

type Titled = PublicItem & { title: string };

async function loadItems(tx: Transaction, wanted: readonly Expected[], from: ReadyState): Promise<Item[]> {
  const records = await lockRecords(tx, wanted);
  const open = await tx.revision.findMany({
    where: { recordId: { in: records.map(({ id }) => id) }, state: { in: [...openStates] } },
  });
  const revisions = new Map(open.map((revision) => [revision.recordId, revision]));
  const faults: FieldIssue[] = [];
  const items = records.flatMap((locked) => {
    try {
      return [toItem(locked, revisions.get(locked.id) ?? null, from)];
    } catch (error) {
      if (!(error instanceof RapporteurError) || records.length === 1) throw error;
      const path = `/${locked.kind}s/${locked.slug}`;
      const issues = error.issues.length === 0 ? [{ path: '', message: error.message }] : error.issues;
      faults.push(...issues.map((issue) => ({ path: path + issue.path, message: issue.message })));
      return [];
    }
  });
  if (faults.length > 0) throw new RapporteurError('state_conflict', 'Nothing is published.', faults);
  return items;
}

function toItem(locked: LockedRecord, revision: Revision | null, from: ReadyState): Item {
  if (revision?.state !== from) throw notOpen(revision, 'publish');
  requireNote(revision);
  const { record, citations, contentHash } = checkContent(locked.kind, revision.content, revision.citations);
  if (contentHash !== revision.contentHash) {
    throw new RapporteurError(
      'state_conflict',
      `The text of ${locked.id} is not the text that was approved; run "rapporteur verify".`,
    );
  }
  return { id: locked.id, slug: locked.slug, record, citations, locked, revision };
}

/** The records of the set whose public names will be other ones, so that what is named after them follows. */
async function renamedBy(tx: Transaction, items: readonly Titled[]): Promise<string[]> {
  const naming = items.filter(({ record, revision }) => isNamedAfter(record.kind) && revision.number > 1);
  if (naming.length === 0) return [];
  const entries = await tx.entry.findMany({
    where: { id: { in: naming.map(({ id }) => id) } },
    select: { id: true, title: true },
  });
  const before = new Map(entries.map(({ id, title }) => [id, title]));
  return naming.filter(({ id, title }) => before.get(id) !== title).map(({ id }) => id);
}

async function makeLive(tx: Transaction, items: readonly Item[], at: Date): Promise<void> {
  const changed = items.filter(({ revision }) => revision.number > 1).map(({ id }) => id);
  const ids = items.map(({ revision }) => revision.id);
  // What was live is counted, so that it has stepped down before the next one steps up: a record has one live revision.
  await tx.$executeRaw`
    WITH before AS (
      UPDATE "Revision" SET "state" = 'superseded' WHERE "recordId" = ANY (${changed}::text[]) AND "state" = 'live' RETURNING 1
    )
    UPDATE "Revision" SET "state" = 'live', "publishedAt" = ${at.toISOString()}::timestamptz
    WHERE "id" = ANY (${ids}::text[]) AND (SELECT count(*) FROM before) >= 0`;
}

/** Writes the entries of a set, and the log of it. */
async function appendLog(tx: Transaction, items: readonly Titled[], at: Date): Promise<Map<string, bigint>> {
  const entries = items.map((item) => ({
    id: item.id,
    kind: item.record.kind,
    slug: item.slug,
    state: 'live',
    title: item.title,
    sortKey: sortKeyOf(item.record),
    revisionNumber: item.revision.number,
    publishedAt: at.toISOString(),
    reason: null,
    mergedIntoId: null,
  }));
  const rows = items.map((item) => ({
    recordId: item.id,
    kind: item.record.kind,
    slug: item.slug,
    title: item.title,
    revisionNumber: item.revision.number,
    action: item.revision.change satisfies string as Change,
    note: item.revision.note,
    contentHash: item.revision.contentHash,
  }));
  return appendPublications(
    tx,
    rows,
    Prisma.sql`WITH entries AS (
      INSERT INTO "Entry" SELECT * FROM jsonb_populate_recordset(NULL::"Entry", ${JSON.stringify(entries)}::jsonb)
      ON CONFLICT ("id") DO UPDATE SET "state" = 'live', "title" = excluded."title", "sortKey" = excluded."sortKey",
        "revisionNumber" = excluded."revisionNumber", "publishedAt" = history.recorded_at(), "reason" = NULL, "mergedIntoId" = NULL
    )`,
  );
}

export interface LogRow {
  recordId: string;
  kind: string;
  slug: string;
  title: string | null;
  revisionNumber: number | null;
  action: Change | 'withdraw' | 'merge' | 'translate' | 'withdraw_translation';
  note: string | null;
  contentHash: string;
  /** Of a translation: which. */
  language?: string;
}

/**
 * Appends to the publication log. The database gives each row its sequence number, instant and hashes. What else belongs
 * in the statement may come with it.
 */
export async function appendPublications(
  tx: Transaction,
  rows: readonly LogRow[],
  also: Prisma.Sql = Prisma.empty,
): Promise<Map<string, bigint>> {
  const written = await tx.$queryRaw<{ recordId: string; sequence: bigint }[]>`
    ${also}
    INSERT INTO "Publication" ("recordId", "kind", "slug", "title", "revisionNumber", "action", "note", "contentHash", "language")
    SELECT "recordId", "kind", "slug", "title", "revisionNumber", "action", "note", "contentHash", "language"
    FROM jsonb_populate_recordset(NULL::"Publication", ${JSON.stringify(rows)}::jsonb)
    RETURNING "recordId", "sequence"`;
  return new Map(written.map(({ recordId, sequence }) => [recordId, sequence]));
}
