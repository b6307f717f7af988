import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { authorize, type Caller } from '../policy';
import { storeText, type StoredText } from './text';

/** Stores the text of a source version that somebody pasted or chose from a file. The same text twice is stored once. */
export function storeSourceText(db: PrismaClient, caller: Caller, raw: string): Promise<Omit<StoredText, 'text'>> {
  const { userId } = authorize(caller, 'source.store_text');
  return transaction(db, async (tx) => {
    const { sha256, length } = await storeText(tx, raw);
    await tx.auditEntry.create({ data: { userId, action: 'source.store_text', detail: { sha256, length } } });
    return { sha256, length };
  });
}
