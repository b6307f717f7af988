import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';

/** How long a rehearsal may hold up those who publish, in milliseconds. */
const longest = 8_000;

/** Carries the result out of a transaction that is to be taken back. */
class TakenBack<T> extends Error {
  constructor(readonly result: T) {
    super('taken back');
  }
}

/**
 * Runs work in a transaction that is always rolled back, and gives what the work found out. Rows, log, history and
 * notifications that it wrote were never there for anybody else.
 */
export async function withoutTrace<T>(db: PrismaClient, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await transaction<never>(
      db,
      async (tx) => {
        throw new TakenBack(await work(tx));
      },
      { timeout: longest },
    );
  } catch (error) {
    if (error instanceof TakenBack) return (error as TakenBack<T>).result;
    throw error;
  }
}
