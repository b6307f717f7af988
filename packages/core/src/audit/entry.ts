import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';

export interface Entry {
  /** Who did it; null where nobody is signed in, such as at the host. */
  userId: string | null;
  action: string;
  /** Whom it was done to. */
  subjectId?: string;
  detail?: Prisma.InputJsonObject;
}

/** Writes into the audit log, in the transaction of what it tells of. */
export async function note(
  tx: Transaction | PrismaClient,
  { userId, action, subjectId, detail = {} }: Entry,
): Promise<void> {
  await tx.auditEntry.create({ data: { userId, action, subjectId: subjectId ?? null, detail } });
}
