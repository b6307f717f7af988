import { randomBytes, randomUUID } from 'node:crypto';
import { note } from '@rapporteur/core/audit/entry';
import { nameSchema } from '@rapporteur/core/person/identity';
import { emailSchema } from '@rapporteur/domain/email';
import { endSessions } from '@rapporteur/core/person/sessions';
import { roles, type Role } from '@rapporteur/core/policy';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { authTransaction } from './auth';

const userSchema = z.strictObject({ name: nameSchema, email: emailSchema, role: z.enum(roles) });

/**
 * Makes sure that a user with this address exists, with this name and role, by whoever holds the host. Answers their id.
 * Another role ends their sessions.
 */
export async function ensureUser(
  db: PrismaClient,
  input: { name: string; email: string; role: Role },
): Promise<{ id: string }> {
  const { name, email, role } = userSchema.parse(input);
  return transaction(db, async (tx) => {
    const before = await tx.user.findUnique({ where: { email }, select: { role: true } });
    const { id } = await tx.user.upsert({
      where: { email },
      create: { id: randomUUID(), name, email, role, emailVerified: true },
      update: { name, role },
      select: { id: true },
    });
    if (before?.role === role) return { id };
    await endSessions(tx, id);
    const detail = before === null ? { role } : { from: before.role, to: role };
    await note(tx, { userId: null, action: before === null ? 'user.add' : 'user.role', subjectId: id, detail });
    return { id };
  });
}

/**
 * A link that signs this user in: once, within fifteen minutes. Only whoever holds the host can make one.
 * Throws `not_found` where no active user has the address.
 */
export async function createSignInLink(
  db: PrismaClient,
  { email, baseUrl }: { email: string; baseUrl: string },
): Promise<string> {
  const address = emailSchema.parse(email);
  const user = await db.user.findUnique({ where: { email: address }, select: { id: true, active: true } });
  if (user?.active !== true) throw new RapporteurError('not_found', `There is no active user ${address}.`);
  let token: string | undefined;
  const authOptions = {
    origin: new URL(baseUrl).origin,
    // Nothing is signed here: a link holds a random token, which the database keeps as a hash.
    secret: randomBytes(32).toString('hex'),
    sendToken: (made: string) => {
      token = made;
    },
  };
  await authTransaction({ db, authOptions }, async (tx, auth) => {
    await auth.api.signInMagicLink({ body: { email: address }, headers: new Headers() });
    await note(tx, { userId: null, action: 'user.sign_in_link', subjectId: user.id });
  });
  if (token === undefined) throw new Error('The sign-in link was not made.');
  return `${new URL(baseUrl).origin}/sign-in/confirm?token=${encodeURIComponent(token)}`;
}
