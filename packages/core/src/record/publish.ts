import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { bounds } from '@rapporteur/domain/edtf';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, type Caller } from '../policy';
import { checkContent } from './content';
import { checkEvidence, type Publishable } from './evidence-gate';
import { conclude, lockRecord, requireOpen, type LockedRecord, type Revision } from './lock';
import { resolveMerges } from './merges';
import { namedBy, projectSet } from './project-set';
import type { CommandResult } from './result';
import type { Change } from './save';
import { dateOf, titleOf } from './title';
import { namesOf, refreshTitles } from './names';

/** Opens a publication: waits for those under way, and fixes the record time of all that follows in this transaction. */
export async function beginPublication(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`SELECT history.begin_publication() AS at`;
  if (!row) throw new RapporteurError('unavailable', 'The publication log gave no instant.');
  return row.at;
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
  authorize(caller, 'record.publish');
  await beginPublication(tx);
  await lockRecord(tx, input.id, input.expectedVersion);
  const [result] = await publishSet(tx, caller, [input.id]);
  if (!result) throw new RapporteurError('not_found', `There is no record ${input.id}.`);
  return result;
}

interface Item extends Publishable {
  locked: LockedRecord;
  revision: Revision;
  title: string;
}

/**
 * Publishes the approved revisions of several records at one instant: all of them, or none. Records of the set may name
 * one another. Refuses with `state_conflict` or `missing_evidence`, naming each field.
 */
export async function publishSet(tx: Transaction, caller: Caller, ids: readonly string[]): Promise<CommandResult[]> {
  const { userId } = authorize(caller, 'record.publish');
  const at = await beginPublication(tx);
  const items = await loadItems(tx, [...new Set(ids)]);
  const resolve = await resolveMerges(tx, namedBy(items));
  const texts = await checkEvidence(tx, items, resolve);
  const nameOf = await namesOf(tx, items, resolve);
  for (const item of items) item.title = titleOf(item.record, nameOf);

  const revisionIds = items.map(({ revision }) => revision.id);
  await tx.revision.updateMany({
    where: { recordId: { in: ids.slice() }, state: 'live' },
    data: { state: 'superseded' },
  });
  await tx.revision.updateMany({ where: { id: { in: revisionIds } }, data: { state: 'live', publishedAt: at } });
  await writeEntries(tx, items, at);
  const sequences = await appendLog(tx, items);
  await tx.publishedRevision.createMany({
    data: items.map(({ id, record, citations, revision }) => ({
      id: `${id}@${revision.number}`,
      recordId: id,
      kind: record.kind,
      revisionNumber: revision.number,
      change: revision.change,
      note: revision.note,
      content: record.content,
      citations,
      contentHash: revision.contentHash,
      publishedAt: at,
      sequence: sequences.get(id) ?? 0n,
    })),
  });
  await projectSet(tx, items, texts, at);
  await refreshTitles(
    tx,
    items.map(({ id }) => id),
  );
  const results: CommandResult[] = [];
  for (const { locked, revision } of items) {
    const detail = { contentHash: revision.contentHash, sequence: Number(sequences.get(locked.id)) };
    results.push(
      await conclude(tx, userId, locked, 'record.publish', { number: revision.number, state: 'live' }, detail),
    );
  }
  return results;
}

async function loadItems(tx: Transaction, ids: readonly string[]): Promise<Item[]> {
  const items: Item[] = [];
  // In the order of their ids, so that two publications never wait for each other's records in a circle.
  for (const id of ids.toSorted()) {
    const locked = await lockRecord(tx, id, null);
    const revision = await requireOpen(tx, id, ['approved', 'scheduled'], 'publish');
    if (revision.change === 'correct' && !revision.note?.trim()) {
      throw new RapporteurError('invalid_input', 'A correction tells readers what was wrong.', [
        { path: '/note', message: 'must not be empty' },
      ]);
    }
    const { record, citations, contentHash } = checkContent(locked.kind, revision.content, revision.citations);
    if (contentHash !== revision.contentHash) {
      throw new RapporteurError(
        'state_conflict',
        `The text of ${id} is not the text that was approved; run "rapporteur verify".`,
      );
    }
    items.push({ id, slug: locked.slug, record, citations, locked, revision, title: '' });
  }
  return items;
}

/** Lists of dated kinds run from the newest date, so their key is the date; others run by title. */
function sortKey(item: Item): string {
  const date = dateOf(item.record);
  if (date === null) return item.title.toLocaleLowerCase('en');
  const { lower, upper } = bounds(date);
  return lower ?? upper ?? '';
}

async function writeEntries(tx: Transaction, items: readonly Item[], at: Date): Promise<void> {
  const rows = items.map((item) => ({
    id: item.id,
    kind: item.record.kind,
    slug: item.slug,
    state: 'live',
    title: item.title,
    sortKey: sortKey(item),
    revisionNumber: item.revision.number,
    publishedAt: at.toISOString(),
    reason: null,
    mergedIntoId: null,
  }));
  await tx.$executeRaw`
    INSERT INTO "Entry" SELECT * FROM jsonb_populate_recordset(NULL::"Entry", ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT ("id") DO UPDATE SET "state" = 'live', "title" = excluded."title", "sortKey" = excluded."sortKey",
      "revisionNumber" = excluded."revisionNumber", "publishedAt" = history.recorded_at(), "reason" = NULL, "mergedIntoId" = NULL`;
}

async function appendLog(tx: Transaction, items: readonly Item[]): Promise<Map<string, bigint>> {
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
  return appendPublications(tx, rows);
}

export interface LogRow {
  recordId: string;
  kind: string;
  slug: string;
  title: string | null;
  revisionNumber: number | null;
  action: Change | 'withdraw' | 'merge';
  note: string | null;
  contentHash: string;
}

/** Appends to the publication log. The database gives each row its sequence number, instant and hashes. */
export async function appendPublications(tx: Transaction, rows: readonly LogRow[]): Promise<Map<string, bigint>> {
  const written = await tx.$queryRaw<{ recordId: string; sequence: bigint }[]>`
    INSERT INTO "Publication" ("recordId", "kind", "slug", "title", "revisionNumber", "action", "note", "contentHash")
    SELECT "recordId", "kind", "slug", "title", "revisionNumber", "action", "note", "contentHash"
    FROM jsonb_populate_recordset(NULL::"Publication", ${JSON.stringify(rows)}::jsonb)
    RETURNING "recordId", "sequence"`;
  return new Map(written.map(({ recordId, sequence }) => [recordId, sequence]));
}
