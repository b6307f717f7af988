import { randomUUID } from 'node:crypto';
import type { Transaction } from '@rapporteur/db/transaction';

/** A key that a browser or device holds for a person; the desk keeps the public half. */
export interface NewPasskey {
  name: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: readonly string[];
}

/** What a person chose to sign in with. */
export type NewCredential = { kind: 'password'; hash: string } | { kind: 'passkey'; passkey: NewPasskey };

/** Keeps what a person signs in with. A password replaces the one before, a passkey is one more. */
export async function storeCredential(tx: Transaction, userId: string, credential: NewCredential): Promise<void> {
  if (credential.kind === 'password') {
    const password = { password: credential.hash };
    await tx.account.upsert({
      where: { userId_providerId: { userId, providerId: 'credential' } },
      create: { id: randomUUID(), accountId: userId, providerId: 'credential', userId, ...password },
      update: password,
    });
    return;
  }
  const { counter, transports, ...passkey } = credential.passkey;
  await tx.passkey.create({ data: { userId, ...passkey, counter: BigInt(counter), transports: [...transports] } });
}

/** The hash of a person's password; null where they have none. */
export async function passwordHashOf(tx: Transaction, userId: string): Promise<string | null> {
  const account = await tx.account.findUnique({
    where: { userId_providerId: { userId, providerId: 'credential' } },
    select: { password: true },
  });
  return account?.password ?? null;
}
