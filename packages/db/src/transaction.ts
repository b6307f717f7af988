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
