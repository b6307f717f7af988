import { roles, type Role } from '@rapporteur/core/policy';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { magicLink } from 'better-auth/plugins/magic-link';
import { ownOrigins } from './origin';

/** How long a sign-in link works, in seconds. */
export const linkLifetime = 15 * 60;
const sessionLifetime = 12 * 60 * 60;

export interface AuthOptions {
  /** The origin of the desk, such as https://desk.example.org. */
  origin: string;
  /** Signs the session cookie. */
  secret: string;
  /** Receives the token of a new sign-in link. The desk itself hands none out. */
  sendToken?: (token: string) => void;
}

/**
 * Signing in with a one-time link, on the desk's own users. Nobody signs up, there are no passwords, tokens are stored
 * as hashes, and every request asks the database whether the session and its user still stand.
 */
export function deskAuth(db: PrismaClient, { origin, secret, sendToken }: AuthOptions) {
  const secure = origin.startsWith('https://');
  return betterAuth({
    appName: 'Rapporteur',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: ownOrigins(origin),
    database: prismaAdapter(db, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    // Only the calls below reach it, and none of them guesses: a token holds 190 bits of chance.
    rateLimit: { enabled: false },
    session: { expiresIn: sessionLifetime, updateAge: 60 * 60, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        role: { type: [...roles], required: true, input: false, defaultValue: 'reader' },
        active: { type: 'boolean', required: true, input: false, defaultValue: true },
      },
    },
    advanced: {
      // The prefix is set by name, because the library would otherwise add its own.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: secure ? '__Host-rapporteur-session' : 'rapporteur-session',
          attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: linkLifetime,
        sendMagicLink: ({ token }) => {
          sendToken?.(token);
        },
      }),
    ],
  });
}
export type DeskAuth = ReturnType<typeof deskAuth>;

export interface DeskUser {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** The active user behind a request's session cookie, or null. A user who was deactivated is nobody at once. */
export async function userOf(auth: DeskAuth, headers: Headers): Promise<DeskUser | null> {
  const session = await auth.api.getSession({ headers, query: { disableCookieCache: true } });
  if (session === null || session.user.active !== true) return null;
  const role = roles.find((known) => known === session.user.role);
  if (role === undefined) return null;
  const { id, name, email } = session.user;
  return { id, name, email, role };
}

/**
 * Redeems the token of a sign-in link, once. Answers the `set-cookie` values of the new session.
 * Throws `unauthenticated` where the token is unknown, used or too old, or its user may not sign in.
 */
export async function redeemToken(
  db: PrismaClient,
  auth: DeskAuth,
  token: string,
  headers: Headers,
): Promise<string[]> {
  const response = await auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true });
  if (!response.ok) throw deadLink();
  const { user, token: session } = (await response.json()) as {
    user: { id: string };
    token: string;
  };
  const known = await db.user.findUnique({ where: { id: user.id }, select: { active: true } });
  if (known?.active !== true) {
    await db.session.deleteMany({ where: { token: session } });
    throw deadLink();
  }
  await db.auditEntry.create({ data: { userId: user.id, action: 'user.sign_in', detail: {} } });
  return response.headers.getSetCookie();
}

/** Ends the session of a request. Answers the `set-cookie` values that remove its cookie. */
export async function endSession(auth: DeskAuth, headers: Headers): Promise<string[]> {
  const response = await auth.api.signOut({ headers, asResponse: true });
  return response.headers.getSetCookie();
}

const deadLink = () =>
  new RapporteurError(
    'unauthenticated',
    'This link does not work: it was used already, or it is too old. Ask for a new one.',
  );
