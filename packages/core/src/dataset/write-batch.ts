import type { BulkClient } from '@rapporteur/db/bulk';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { newId } from '@rapporteur/domain/ids';
import type { ImportPeople } from '../bundle/people';
import { holdOffPublications, publishSet } from '../record/publish';
import { approveIn } from '../record/review';
import { saveDraftIn } from '../record/save';
import { submitIn } from '../record/submit';
import { approveSet, createDrafts, submitSet, type NewRecord } from '../record/write-set';
import { storeTexts } from '../source/text';
import type { Planned } from './planned';
import { fatesOf, type Fate, type Preferred } from './fate';
import { rememberRows, type RowSays } from './said';
import { standingAt } from './standing';

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

/** What the people who import have said beforehand. */
export interface Decided {
  how: HowChanged | undefined;
  prefer: Preferred | undefined;
}

/**
 * Writes some planned records through the lifecycle and publishes them, in one transaction: drafts by the importer, approval
 * and publication by the reviewer. What is public already with this very text is left as it is. What each row says is kept
 * for the next import.
 */
export function writeBatch(
  { db, copy }: BulkClient,
  people: ImportPeople,
  batch: readonly Planned[],
  { how, prefer }: Decided,
): Promise<Written> {
  return transaction(
    db,
    async (tx) => {
      const { fresh, changed, remember, ...counted } = await sortOut(tx, batch, prefer);
      await storeTexts(
        tx,
        batch.flatMap(({ version }) => (version ? [version.text] : [])),
      );
      if (fresh.length > 0) {
        await createDrafts(tx, people.importer, fresh);
        await submitSet(tx, people.importer, fresh);
        await approveSet(tx, people.reviewer, fresh);
      }
      // Who changes what is public waits for publications before it locks a record, and not the other way round.
      if (changed.length > 0) await holdOffPublications(tx);
      const says = [...remember, ...fresh.map(({ id }) => ({ id, revisionNumber: 1 }))];
      for (const fate of changed) says.push(await change(tx, people, fate, how));
      const ids = [...fresh, ...changed.map(({ standing }) => standing)].map(({ id }) => id);
      if (ids.length > 0) await publishSet(tx, people.reviewer, ids, { copy });
      await rememberRows(tx, says);
      return { created: fresh.length, changed: changed.length, ...counted };
    },
    { timeout: limit },
  );
}

type Changed = Extract<Fate, { outcome: 'changed' }>;

async function sortOut(tx: Transaction, batch: readonly Planned[], prefer: Preferred | undefined) {
  const standing = await standingAt(tx, batch);
  const sorted = {
    fresh: [] as NewRecord[],
    changed: [] as Changed[],
    remember: [] as RowSays[],
    unchanged: 0,
    ended: 0,
  };
  for (const [planned, fate] of await fatesOf(tx, batch, standing, prefer)) {
    const { file, row, kind, slug } = planned;
    switch (fate.outcome) {
      case 'faulty':
        throw fate.error;
      case 'refused':
      case 'disputed':
        throw new RapporteurError('state_conflict', `${file} row ${row}: ${fate.why}.`);
      case 'new':
        sorted.fresh.push({ id: planned.id ?? newId(kind), slug, checked: fate.checked });
        break;
      case 'changed':
        sorted.changed.push(fate);
        break;
      case 'ended':
        sorted.ended += 1;
        break;
      case 'unchanged':
      case 'kept':
        sorted.unchanged += 1;
        if (fate.remember) sorted.remember.push(fate.remember);
    }
  }
  return sorted;
}

/** Changes one record as any editor would; answers what its row says. Few are: most rows of a dataset stay as they were. */
async function change(
  tx: Transaction,
  people: ImportPeople,
  { checked, standing, row }: Changed,
  how: HowChanged | undefined,
): Promise<RowSays> {
  const { id, lockVersion: expectedVersion } = standing;
  const first = standing.contentHash === null;
  if (!first && !how)
    throw new RapporteurError('state_conflict', 'A row has changed since it was checked; run it again.');
  const draft = await saveDraftIn(tx, people.importer, {
    id,
    expectedVersion,
    content: checked.record.content,
    citations: checked.citations,
    ...(first || !how ? { change: 'publish' } : how),
  });
  const submitted = await submitIn(tx, people.importer, { id, expectedVersion: draft.lockVersion });
  await approveIn(tx, people.reviewer, { id, expectedVersion: submitted.lockVersion });
  return row ? { id, text: row } : { id, revisionNumber: draft.revisionNumber };
}
