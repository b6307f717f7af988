import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { enqueue } from '../job/enqueue';

/** How long somebody has to confirm what was asked for their address, in milliseconds. */
export const timeToConfirm = 2 * 24 * 60 * 60_000;

/** Forgets the addresses that nobody has confirmed in time. */
export function forgetUnconfirmed(db: PrismaClient): Promise<void> {
  return transaction(db, async (tx) => {
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    const now = clock?.now ?? new Date();
    await tx.alert.deleteMany({
      where: { confirmedAt: null, askedAt: { lte: new Date(now.getTime() - timeToConfirm) } },
    });
    const { askedAt } = (await tx.alert.aggregate({ where: { confirmedAt: null }, _min: { askedAt: true } }))._min;
    if (askedAt !== null) {
      await enqueue(tx, 'alert.forget', {}, { at: new Date(askedAt.getTime() + timeToConfirm), key: 'alert.forget' });
    }
  });
}
