import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import type { CopyRows } from '@rapporteur/db/bulk';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { requireNoEmbargo } from '../embargo/gate';
import { authorize, type Caller } from '../policy';
import { recountOutdated } from '../translation/outdated';
import { loadItems, makeLive, type Item, type PublicItem, type ReadyState } from './approved';
import { checkEvidence } from './evidence-gate';
import { concludeAll, lockRecords, type Expected } from './lock';
import { resolveMerges } from './merges';
import { readingOfOne } from './judge-passages';
import { requireOneChoice } from './one-choice';
import { requireOnePosition } from './one-position';
import { portionsOf } from './portions';
import { namedBy, projectSet, type SetContext } from './project-set';
import type { CommandResult } from './result';
import { SetRefusal } from './set-refusal';
import type { Change } from './change';
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

interface HowToPublish {
  from?: ReadyState;
  /** Of a transaction that can write by COPY: many new records are written so. */
  copy?: CopyRows | undefined;
  /** Told how many records are written, while more are to come. */
  onWritten?: ((done: number) => void) | undefined;
}

/**
 * Publishes the approved revisions of several records at one instant: all of them, or none. Records of the set may name
 * one another. Refuses with `state_conflict` or `missing_evidence`, naming each field. A large set is read and written in
 * portions, so that memory does not depend on its size; within a portion, the number of statements does not depend on the
 * number of records.
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
  { from = 'approved', copy, onWritten }: HowToPublish = {},
): Promise<CommandResult[]> {
  const { userId } = authorize(caller, 'record.publish');
  const at = await beginPublication(tx);
  const locked = await lockRecords(tx, wanted);
  const { portions, whole, moving } = await portionsOf(tx, locked, from);
  // Two positions of a set may change places, and no two may have one place meanwhile: each leaves its own first.
  if (moving.length > 0) await tx.$executeRaw`DELETE FROM "Position" WHERE "id" = ANY (${moving}::text[])`;
  const refusal = new SetRefusal();
  const reading = readingOfOne();
  const results: CommandResult[] = [];
  for (const records of portions) {
    const ready = await refusal.gather(async () => {
      const items = await loadItems(tx, records, { from, alone: locked.length === 1 });
      await requireNoEmbargo(tx, records);
      const resolve = await resolveMerges(tx, namedBy(items));
      const texts = await checkEvidence(tx, items, resolve, whole);
      requireOneChoice(items, resolve);
      await requireOnePosition(tx, items, resolve, whole);
      return { items, context: { texts, resolve, at, copy, reading } };
    });
    // What is refused is written no further, but looked through to its end, so that every fault is told at once.
    if (ready === null || refusal.any) continue;
    results.push(...(await publishPortion(tx, userId, ready.items, ready.context)));
    onWritten?.(results.length);
  }
  refusal.throwIfAny();
  return results.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function publishPortion(
  tx: Transaction,
  userId: string,
  items: readonly Item[],
  context: SetContext,
): Promise<CommandResult[]> {
  await makeLive(tx, items, context.at);
  const sequences = await makePublic(tx, items, context);
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
