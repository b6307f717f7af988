import type { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { IntakeState } from '@rapporteur/domain/intake/views';

export type Item = Prisma.IntakeItemGetPayload<Record<string, never>>;
export type SuggestionRow = Prisma.SuggestionGetPayload<Record<string, never>>;

export const noItem = () => new RapporteurError('not_found', 'There is no such text at the intake.');
export const noSuggestion = () => new RapporteurError('not_found', 'There is no such proposal.');

/** Locks what came in until the transaction ends, and compares its version with the one the caller has seen. */
export async function lockItem(tx: Transaction, id: string, expectedVersion: number | null): Promise<Item> {
  await tx.$queryRaw`SELECT FROM "IntakeItem" WHERE "id" = ${id} FOR UPDATE`;
  const item = await tx.intakeItem.findUnique({ where: { id } });
  if (item === null) throw noItem();
  if (expectedVersion !== null && item.lockVersion !== expectedVersion) {
    throw new RapporteurError(
      'version_conflict',
      `This text has changed since you opened it: you have version ${expectedVersion}, it is now at ${item.lockVersion}. Load the page again.`,
    );
  }
  return item;
}

/** Refuses what came in where it is not in one of these states. */
export function requireItem(item: Item, states: readonly IntakeState[], verb: string): void {
  if (states.some((state) => state === item.state)) return;
  const where: Record<IntakeState, string> = {
    waiting: 'waits to be read',
    reading: 'is being read',
    suggested: 'waits for decisions',
    failed: 'could not be read',
    finished: 'is finished',
    discarded: 'was given up',
  };
  throw new RapporteurError('state_conflict', `Cannot ${verb}: this text ${where[item.state as IntakeState]}.`);
}

/** Locks the text of a proposal, which must wait for decisions. Answers both. */
export async function lockSuggestion(tx: Transaction, id: string): Promise<{ item: Item; suggestion: SuggestionRow }> {
  const found = await tx.suggestion.findUnique({ where: { id }, select: { itemId: true } });
  if (found === null) throw noSuggestion();
  const item = await lockItem(tx, found.itemId, null);
  requireItem(item, ['suggested'], 'decide on a proposal');
  return { item, suggestion: await tx.suggestion.findUniqueOrThrow({ where: { id } }) };
}
