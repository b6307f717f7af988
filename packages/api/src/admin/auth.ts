import { roles, type Role } from '@rapporteur/core/policy';
import { checkPassword, hashPassword } from '@rapporteur/core/person/password';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { magicLink } from 'better-auth/plugins/magic-link';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { addressHeader } from './address';
import { cookieNames } from './cookies';
import { openSession } from './open-session';
import { ownOrigins } from '../public/origin';

/** How long a sign-in link works, in seconds. */
export const linkLifetime = 15 * 60;
const sessionLifetime = 12 * 60 * 60;
/** How long a password that was right waits for its second factor, in seconds. */
const challengeLifetime = 10 * 60;

export interface AuthOptions {
  /** The origin of the desk, such as https://desk.example.org. */
  origin: string;
  /** Signs the session cookie, and encrypts the secrets of second factors. */
  secret: string;
  /** Receives the token of a new sign-in link. The desk itself hands none out. */
  sendToken?: (token: string) => void;
}

/**
 * Signing in, on the desk's own users: by password with an optional second factor, by passkey, or by a one-time link of
 * the host. None of its addresses is open to browsers: our own doors call it. Nobody signs up, and every request asks the
 * database whether the session and its user still stand.
 */
export function deskAuth(db: PrismaClient | Transaction, { origin, secret, sendToken }: AuthOptions) {
  const secure = origin.startsWith('https://');
  const names = cookieNames(origin);
  const attributes = { secure, httpOnly: true, sameSite: 'lax', path: '/' } as const;
  return betterAuth({
    appName: 'Rapporteur',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: ownOrigins(origin),
    database: prismaAdapter(db, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    // What goes wrong is thrown, and told once, by whoever answers the request.
    logger: { disabled: true },
    // Our own doors count tries, in one place for all instances (limits.ts).
    rateLimit: { enabled: false },
    session: { expiresIn: sessionLifetime, updateAge: 60 * 60, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        role: { type: [...roles], required: true, input: false, defaultValue: 'reader' },
        active: { type: 'boolean', required: true, input: false, defaultValue: true },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => checkPassword(hash, password) },
    },
    databaseHooks: {
      session: {
        create: {
          // However somebody signs in: who was deactivated gets no session.
          before: async ({ userId }) => {
            const user = await db.user.findUnique({ where: { id: userId }, select: { active: true } });
            if (user?.active !== true) return false;
          },
        },
      },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // The prefix is set by name, because the library would otherwise add its own.
      useSecureCookies: false,
      cookies: {
        session_token: { name: names.session, attributes },
        two_factor: { name: names.challenge, attributes },
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
      twoFactor({ issuer: 'Rapporteur', twoFactorCookieMaxAge: challengeLifetime }),
      openSession(),
    ],
  });
}
export type DeskAuth = ReturnType<typeof deskAuth>;

/** Runs a change of sign-in data in one transaction with its audit entry: the library writes through the transaction. */
export function authTransaction<T>(
  { db, authOptions }: { db: PrismaClient; authOptions: AuthOptions },
  change: (tx: Transaction, auth: DeskAuth) => Promise<T>,
): Promise<T> {
  return transaction(db, (tx) => change(tx, deskAuth(tx, authOptions)));
}

export interface DeskUser {
  id: string;
  name: string;
  email: string;
  role: Role;
}

export interface DeskSession {
  id: string;
  token: string;
  startedAt: Date;
  user: DeskUser;
}

/** The session behind a request's cookie, or null. A user who was deactivated is nobody at once. */
export async function sessionOf(auth: DeskAuth, headers: Headers): Promise<DeskSession | null> {
  const found = await auth.api.getSession({ headers, query: { disableCookieCache: true } });
  if (found === null || found.user.active !== true) return null;
  const role = roles.find((known) => known === found.user.role);
  if (role === undefined) return null;
  const { session, user } = found;
  return {
    id: session.id,
    token: session.token,
    startedAt: session.createdAt,
    user: { id: user.id, name: user.name, email: user.email, role },
  };
}

/** The active user behind a request's session cookie, or null. */
export const userOf = async (auth: DeskAuth, headers: Headers): Promise<DeskUser | null> =>
  (await sessionOf(auth, headers))?.user ?? null;
