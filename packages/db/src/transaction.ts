import { mapDatabaseError } from './errors';
import type { Prisma, PrismaClient } from './generated/client';

/** A change and all that belongs to it: its log entry, its audit entry, its projection. */
export type Transaction = Prisma.TransactionClient;

/** How long a command may take, in milliseconds. An import sets its own. */
const commandTimeout = 15_000;

/** Runs a change as one transaction: all of it is kept, or nothing. Database errors come out as the domain's. */
export async function transaction<T>(
  client: PrismaClient,
  change: (tx: Transaction) => Promise<T>,
  { timeout = commandTimeout }: { timeout?: number } = {},
): Promise<T> {
  try {
    return await client.$transaction(change, { timeout, maxWait: 5_000 });
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

/**
 * Reads that belong together, from one snapshot: what one of them finds, the others find as it was at that same moment.
 * Without it, a version and the text it stands for may come from either side of somebody's save.
 */
export function snapshot<T>(
  client: PrismaClient,
  read: (tx: Transaction) => Promise<T>,
  { timeout = commandTimeout }: { timeout?: number } = {},
): Promise<T> {
  return client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      return read(tx);
    },
    { isolationLevel: 'RepeatableRead', timeout, maxWait: 10_000 },
  );
}
