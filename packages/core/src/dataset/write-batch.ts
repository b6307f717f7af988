import type { BulkClient } from '@rapporteur/db/bulk';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { newId } from '@rapporteur/domain/ids';
import type { ImportPeople } from '../bundle/people';
import { authorize } from '../policy';
import { holdOffPublications, publishSet } from '../record/publish';
import { approveIn } from '../record/review';
import { saveDraftIn } from '../record/save';
import { submitIn } from '../record/submit';
import { approveSet, createDrafts, submitSet, type NewRecord } from '../record/write-set';
import { storeTexts } from '../source/text';
import type { Planned } from './planned';
import { changedByRow, fatesOf, standingAt, type Fate } from './standing';

/** What it is to readers where a row has changed, and what they are told of it. */
export interface HowChanged {
  change: 'correct' | 'update' | 'edit';
  note: string | null;
}

/** How long one batch may take, in milliseconds. */
const limit = 3_600_000;

export interface Written {
  created: number;
  changed: number;
  unchanged: number;
  /** Withdrawn or merged, and left so. */
  ended: number;
}

/**
 * Writes some planned records through the lifecycle and publishes them, in one transaction: drafts by the importer, approval
 * and publication by the reviewer. What is public already with this very text is left as it is.
 */
export function writeBatch(
  { db, copy }: BulkClient,
  people: ImportPeople,
  batch: readonly Planned[],
  how: HowChanged | undefined,
): Promise<Written> {
  return transaction(
    db,
    async (tx) => {
      const { fresh, changed, ...counted } = await sortOut(tx, batch);
      await storeTexts(
        tx,
        batch.flatMap(({ version }) => (version ? [version.text] : [])),
      );
      // Who changes what is public waits for publications before it locks a record, and not the other way round.
      if (changed.length > 0) await holdOffPublications(tx);
      if (fresh.length > 0) {
        await createDrafts(tx, people.importer, fresh);
        await submitSet(tx, people.importer, fresh);
        await approveSet(tx, people.reviewer, fresh);
      }
      for (const fate of changed) await change(tx, people, fate, how);
      const ids = [...fresh.map(({ id }) => id), ...changed.map(({ standing }) => standing?.id ?? '')];
      if (ids.length > 0) await publishSet(tx, people.reviewer, ids, { copy });
      return { created: fresh.length, changed: changed.length, ...counted };
    },
    { timeout: limit },
  );
}

type Changed = Extract<Fate, { outcome: 'new' | 'changed' }>;

async function sortOut(tx: Transaction, batch: readonly Planned[]) {
  const standing = await standingAt(tx, batch);
  const sorted = {
    fresh: [] as NewRecord[],
    changed: [] as Changed[],
    unchanged: 0,
    ended: 0,
  };
  for (const [planned, fate] of await fatesOf(tx, batch, standing)) {
    if (fate.outcome === 'faulty') throw fate.error;
    if (fate.outcome === 'new')
      sorted.fresh.push({ id: planned.id ?? newId(planned.kind), slug: planned.slug, checked: fate.checked });
    else if (fate.outcome === 'changed') sorted.changed.push(fate);
    else if (fate.outcome === 'refused')
      throw new RapporteurError('state_conflict', `${planned.file} row ${planned.row}: ${fate.why}.`);
    else sorted[fate.outcome === 'kept' ? 'unchanged' : fate.outcome] += 1;
  }
  return sorted;
}

/** Changes one record as any editor would. Few are: most rows of a dataset stay as they were. */
async function change(
  tx: Transaction,
  people: ImportPeople,
  { checked, standing }: Changed,
  how: HowChanged | undefined,
): Promise<void> {
  if (!standing) throw new Error('What changes is there.');
  const { id, lockVersion: expectedVersion } = standing;
  const { content } = checked.record;
  const first = standing.contentHash === null;
  if (!first && !how)
    throw new RapporteurError('state_conflict', 'A row has changed since it was checked; run it again.');
  const draft = await saveDraftIn(tx, people.importer, {
    id,
    expectedVersion,
    content,
    citations: checked.citations,
    ...(first || !how ? { change: 'publish' } : how),
  });
  const { userId } = authorize(people.importer, 'record.save');
  await tx.auditEntry.create({
    data: { userId, action: changedByRow, recordId: id, revisionNumber: draft.revisionNumber, detail: {} },
  });
  const submitted = await submitIn(tx, people.importer, { id, expectedVersion: draft.lockVersion });
  await approveIn(tx, people.reviewer, { id, expectedVersion: submitted.lockVersion });
}
