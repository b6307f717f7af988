import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';

export const changes = ['publish', 'correct', 'update', 'edit'] as const;
/** What a change is to readers: a first publication, a correction (we were wrong), an update (the world moved), an edit (wording). */
export type Change = (typeof changes)[number];

/**
 * Refuses what a change cannot be to readers: the first publication of what is public already, which would hide a
 * correction, or a correction of what never was.
 */
export async function requireFittingChange(tx: Transaction, recordId: string, change: Change): Promise<void> {
  const states = await tx.revision.findMany({
    where: { recordId, state: { in: ['live', 'withdrawn'] } },
    distinct: ['state'],
    select: { state: true },
  });
  if (change === 'publish' && states.some(({ state }) => state === 'live')) {
    throw fault('This record is public, so this is no first publication.', 'must not be "publish"');
  }
  if (change !== 'publish' && states.length === 0) {
    throw fault('This record was never public, so there is nothing to correct.', 'must be "publish"');
  }
}

/** Refuses a correction that tells readers nothing: its notice would say that something was wrong, and not what. */
export function requireNote({ change, note }: { change: string; note: string | null }): void {
  if (change !== 'correct' || note?.trim()) return;
  throw new RapporteurError('invalid_input', 'A correction tells readers what was wrong.', [
    { path: '/note', message: 'must not be empty' },
  ]);
}

/**
 * Refuses to hand in a change of a public record of which nobody has said what it is to readers. What a correction must say
 * is asked for now, and not of a publisher after two people have worked on it.
 */
export function requireTold(revision: { change: string; changeSaid: boolean; note: string | null }): void {
  if (!revision.changeSaid) {
    throw fault(
      'Say what this change is to readers before it goes to review: a correction (we were wrong), an update (the world moved) or an edit (the same, said better).',
      'has not been said yet',
    );
  }
  requireNote(revision);
}

/** Refuses to hand in, without a word to readers, what was taken back: they were told why it is gone. */
export async function requireReturnTold(
  tx: Transaction,
  recordId: string,
  { number, note }: { number: number; note: string | null },
): Promise<void> {
  if (number === 1 || note?.trim()) return;
  if ((await tx.entry.count({ where: { id: recordId, state: 'withdrawn' } })) === 0) return;
  throw new RapporteurError('invalid_input', 'This record was withdrawn. Tell readers why it is to be public again.', [
    { path: '/note', message: 'must not be empty' },
  ]);
}

const fault = (message: string, issue: string) =>
  new RapporteurError('invalid_input', message, [{ path: '/change', message: issue }]);
