import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { openStates } from '@rapporteur/domain/lifecycle';
import { requireNote } from './change';
import { checkContent } from './content';
import type { Publishable } from './evidence-gate';
import { notOpen, type LockedRecord, type Revision } from './lock';

/** What becomes public of a record: its content, and what readers are told of the change. */
export interface PublicItem extends Publishable {
  revision: Pick<Revision, 'number' | 'change' | 'note' | 'contentHash'>;
}

export interface Item extends PublicItem {
  locked: LockedRecord;
  /** Without its text, which is parsed beside it. */
  revision: Pick<Revision, 'id' | 'number' | 'change' | 'note' | 'contentHash'>;
}

/** What is published by hand is approved; what has an instant is published at that instant, and not by hand before. */
export type ReadyState = 'approved' | 'scheduled';

/** What is to be published of some records that are locked. Refuses with every record that is not ready, unless it is `alone`. */
export async function loadItems(
  tx: Transaction,
  records: readonly LockedRecord[],
  { from, alone }: { from: ReadyState; alone: boolean },
): Promise<Item[]> {
  const open = await tx.revision.findMany({
    where: { recordId: { in: records.map(({ id }) => id) }, state: { in: [...openStates] } },
  });
  const revisions = new Map(open.map((revision) => [revision.recordId, revision]));
  const faults: FieldIssue[] = [];
  const items = records.flatMap((locked) => {
    try {
      return [toItem(locked, revisions.get(locked.id) ?? null, from)];
    } catch (error) {
      if (!(error instanceof RapporteurError) || alone) throw error;
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
  const { id, number, change, note } = revision;
  return {
    id: locked.id,
    slug: locked.slug,
    record,
    citations,
    locked,
    revision: { id, number, change, note, contentHash },
  };
}

export async function makeLive(tx: Transaction, items: readonly Item[], at: Date): Promise<void> {
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
