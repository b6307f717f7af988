import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Role } from '../policy';
import { hashOf, newSecret } from './secret';

const hour = 60 * 60 * 1000;

/** How long each kind of link works, in milliseconds. */
export const lifetimes = { invitation: 7 * 24 * hour, reset: hour, set_up: 24 * hour } as const;
export type Purpose = keyof typeof lifetimes;

interface About {
  userId?: string;
  email?: string;
  role?: Role;
  createdById?: string;
}

/** A link that was just made: its secret is never seen again. */
export interface NewLink {
  id: string;
  secret: string;
  expiresAt: Date;
}

export interface Link {
  id: string;
  userId: string | null;
  email: string | null;
  role: Role | null;
  createdById: string | null;
}

/** Makes a link that does one thing once. */
export async function createLink(tx: Transaction, purpose: Purpose, about: About): Promise<NewLink> {
  const { secret, hash } = newSecret();
  const expiresAt = new Date(Date.now() + lifetimes[purpose]);
  const { id } = await tx.oneTimeLink.create({ data: { purpose, tokenHash: hash, expiresAt, ...about } });
  return { id, secret, expiresAt };
}

/**
 * Uses a link up: one statement decides, so that however many try, one of them has it. Throws `unauthenticated` where
 * the link is unknown, used, revoked or too old.
 */
export async function redeemLink(tx: Transaction, purpose: Purpose, secret: string): Promise<Link> {
  const [link] = await tx.$queryRaw<Link[]>`
    UPDATE "OneTimeLink" SET "usedAt" = clock_timestamp()
    WHERE "tokenHash" = ${hashOf(secret)} AND "purpose" = ${purpose}
      AND "usedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > clock_timestamp()
    RETURNING "id", "userId", "email", "role", "createdById"`;
  if (!link) throw deadLink();
  return link;
}

/** The link behind a secret while it still works, without using it up; null otherwise. */
export async function findLink(
  db: PrismaClient | Transaction,
  purpose: Purpose,
  secret: string,
): Promise<(Link & { expiresAt: Date }) | null> {
  const [link] = await db.$queryRaw<(Link & { expiresAt: Date })[]>`
    SELECT "id", "userId", "email", "role", "createdById", "expiresAt" FROM "OneTimeLink"
    WHERE "tokenHash" = ${hashOf(secret)} AND "purpose" = ${purpose}
      AND "usedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > clock_timestamp()`;
  return link ?? null;
}

/** Ends every unused link of a purpose that is about the same. */
export async function revokeLinks(tx: Transaction, purpose: Purpose, about: About): Promise<number> {
  const { count } = await tx.oneTimeLink.updateMany({
    where: { purpose, usedAt: null, revokedAt: null, ...about },
    data: { revokedAt: new Date() },
  });
  return count;
}

export const deadLink = () =>
  new RapporteurError(
    'unauthenticated',
    'This link does not work: it was used already, or it is too old. Ask for a new one.',
  );
