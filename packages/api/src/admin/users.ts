import { randomBytes, randomUUID } from 'node:crypto';
import { roles, type Role } from '@rapporteur/core/policy';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { deskAuth } from './auth';

const emailSchema = z.email('is not an e-mail address').max(254).toLowerCase();
const userSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: emailSchema,
  role: z.enum(roles),
});

/** Makes sure that a user with this address exists, with this name and role. Answers their id. */
export async function ensureUser(
  db: PrismaClient,
  input: { name: string; email: string; role: Role },
): Promise<{ id: string }> {
  const { name, email, role } = userSchema.parse(input);
  return db.user.upsert({
    where: { email },
    create: { id: randomUUID(), name, email, role, emailVerified: true },
    update: { name, role },
    select: { id: true },
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
  const user = await db.user.findUnique({ where: { email: address }, select: { active: true } });
  if (user?.active !== true) throw new RapporteurError('not_found', `There is no active user ${address}.`);
  let token: string | undefined;
  const auth = deskAuth(db, {
    origin: new URL(baseUrl).origin,
    // Nothing is signed here: a link holds a random token, which the database keeps as a hash.
    secret: randomBytes(32).toString('hex'),
    sendToken: (made) => {
      token = made;
    },
  });
  await auth.api.signInMagicLink({ body: { email: address }, headers: new Headers() });
  if (token === undefined) throw new Error('The sign-in link was not made.');
  return `${new URL(baseUrl).origin}/sign-in/confirm?token=${encodeURIComponent(token)}`;
}
