import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import type { SourceContent } from '@rapporteur/domain/content/source';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { IntakeState } from '@rapporteur/domain/intake/views';
import { note } from '../audit/entry';
import { enqueue } from '../job/enqueue';
import { authorize, type Caller } from '../policy';
import { namable } from '../reference/search';
import { lockItem, requireItem, type Item } from './lock';
import { pastedText } from './take-in';

export interface ItemResult {
  id: string;
  state: IntakeState;
  lockVersion: number;
}

export interface Describe {
  id: string;
  expectedVersion: number;
  title: string | null;
  publisher: string | null;
  author: string | null;
  published: string | null;
  language: string | null;
  form: SourceContent['form'];
  rights: SourceContent['rights'];
  licence: string | null;
  /** The source of which this is a version; null for a source of its own. */
  sourceOf: string | null;
}

/**
 * Puts right what was found about the source of a text, and says whether it is a version of one that is known. Where that
 * tells another day, the text is read again: what it says of yesterday depends on it.
 */
export function describeItem(db: PrismaClient, caller: Caller, input: Describe): Promise<ItemResult> {
  const { userId } = authorize(caller, 'intake.decide');
  const { id, expectedVersion, sourceOf, ...found } = input;
  return transaction(db, async (tx) => {
    const item = await lockItem(tx, id, expectedVersion);
    requireItem(item, ['suggested'], 'describe its source');
    if (sourceOf !== null) await requireSource(tx, sourceOf);
    const again = found.published !== null && found.published !== item.published;
    const result = await conclude(tx, item, userId, 'intake.describe', {
      ...found,
      sourceOfId: sourceOf,
      sourceChosen: true,
      ...(again ? { state: 'waiting' } : {}),
    });
    if (again) await enqueue(tx, 'intake.read', { itemId: id });
    return result;
  });
}

async function requireSource(tx: Transaction, id: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "Record" r JOIN "Revision" v ON v."recordId" = r."id" WHERE r."id" = ${id} AND ${namable(['source'])}`;
  if (rows.length > 0) return;
  throw new RapporteurError('invalid_input', 'This is no source that the text can be a version of.', [
    { path: '/sourceOf', message: 'is not a source on record' },
  ]);
}

/** Puts a text aside, to be finished later. Every decision is kept anyway. */
export function putAside(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<ItemResult> {
  const { userId } = authorize(caller, 'intake.decide');
  return transaction(db, async (tx) => {
    const item = await lockItem(tx, id, null);
    requireItem(item, ['suggested'], 'put it aside');
    if (item.asideAt !== null) return resultOf(item);
    // Not a change of what others have opened: their version stays.
    const aside = await tx.intakeItem.update({ where: { id }, data: { asideAt: new Date() } });
    await note(tx, { userId, action: 'intake.put_aside', detail: { item: id } });
    return resultOf(aside);
  });
}

/** Gives a text up: its bytes are removed, and nothing is drafted from it. What was decided stays on record. */
export function discardItem(
  db: PrismaClient,
  caller: Caller,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<ItemResult> {
  const { userId } = authorize(caller, 'intake.discard');
  return transaction(db, async (tx) => {
    const item = await lockItem(tx, id, expectedVersion);
    requireItem(item, ['waiting', 'reading', 'suggested', 'failed'], 'give it up');
    await tx.intakeFile.deleteMany({ where: { itemId: id } });
    return conclude(tx, item, userId, 'intake.discard', { state: 'discarded', problem: null, step: null });
  });
}

/** Reads a text again that could not be read; with a text that somebody pasted, that one in place of the document. */
export async function readAgain(
  db: PrismaClient,
  caller: Caller,
  { id, expectedVersion, text }: { id: string; expectedVersion: number; text: string | null },
): Promise<ItemResult> {
  const { userId } = authorize(caller, 'intake.take_in');
  const pasted = text === null ? null : pastedText(text);
  return transaction(db, async (tx) => {
    const item = await lockItem(tx, id, expectedVersion);
    requireItem(item, ['failed'], 'read it again');
    if (pasted !== null) {
      const { bytes, mediaType } = pasted;
      await tx.intakeFile.upsert({ where: { itemId: id }, create: { itemId: id, bytes }, update: { bytes } });
      // What was suggested before rests on the text that could not be read.
      await tx.suggestion.deleteMany({ where: { itemId: id } });
      await tx.intakeItem.update({ where: { id }, data: { mediaType, sha256: null } });
    }
    const result = await conclude(tx, item, userId, 'intake.read_again', { state: 'waiting', problem: null });
    await enqueue(tx, 'intake.read', { itemId: id });
    return result;
  });
}

async function conclude(
  tx: Transaction,
  { id }: Item,
  userId: string,
  action: string,
  data: Partial<Omit<Item, 'id' | 'left' | 'lockVersion'>>,
): Promise<ItemResult> {
  const item = await tx.intakeItem.update({ where: { id }, data: { ...data, lockVersion: { increment: 1 } } });
  await note(tx, { userId, action, detail: { item: id } });
  return resultOf(item);
}

const resultOf = ({ id, state, lockVersion }: Item): ItemResult => ({ id, state: state as IntakeState, lockVersion });
