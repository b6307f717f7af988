import type { Transaction } from '@rapporteur/db/transaction';

/** The translations of a record that ceases to be public, by withdrawal or merge: they go with it. Within its publication. */
export async function endTranslations(tx: Transaction, recordId: string): Promise<void> {
  await tx.translation.updateMany({ where: { recordId, state: 'live' }, data: { state: 'withdrawn' } });
}
