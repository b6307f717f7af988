import { note } from '@rapporteur/core/audit/entry';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { addressOf, originOfTries } from './address';
import { authTransaction, sessionOf, type DeskAuth } from './auth';
import type { Desk } from './desk';
import { foreign, formDoor, go } from './form-door';
import { limits } from './limits';
import { isSameOrigin } from '../public/origin';

export type Method = 'link' | 'password' | 'second_factor' | 'passkey' | 'invitation' | 'set_up' | 'reset';

/**
 * What every way of signing in ends with, in its transaction: the session that the browser came with ends, so that nobody
 * goes on in one that somebody else began, and the log says who came in how.
 */
export async function concludeSignIn(
  tx: Transaction,
  auth: DeskAuth,
  { userId, method, headers }: { userId: string; method: Method; headers: Headers },
): Promise<void> {
  const before = await sessionOf(auth, headers);
  if (before !== null) await tx.session.deleteMany({ where: { id: before.id } });
  await note(tx, {
    userId,
    action: 'user.sign_in',
    subjectId: userId,
    detail: { method, address: addressOf(headers) },
  });
}

/** Opens a session for somebody who was recognised. Answers the `set-cookie` values of it. */
export function openSessionFor(desk: Desk, userId: string, method: Method, headers: Headers): Promise<string[]> {
  return authTransaction(desk, async (tx, auth) => {
    const response = await auth.api.openSession({ body: { userId }, headers, asResponse: true });
    if (!response.ok) throw new RapporteurError('unauthenticated', 'You cannot sign in: your account is deactivated.');
    await concludeSignIn(tx, auth, { userId, method, headers });
    return response.headers.getSetCookie();
  });
}

const tokenSchema = z.string().regex(/^[A-Za-z]{16,128}$/);

/**
 * Redeems the token of a sign-in link, once. Answers the `set-cookie` values of the new session.
 * Throws `unauthenticated` where the token is unknown, used or too old, or its user may not sign in.
 */
export function redeemToken(desk: Desk, token: string, headers: Headers): Promise<string[]> {
  return authTransaction(desk, async (tx, auth) => {
    const response = await auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true });
    if (!response.ok) throw deadLink();
    const { user } = (await response.json()) as { user: { id: string } };
    await concludeSignIn(tx, auth, { userId: user.id, method: 'link', headers });
    return response.headers.getSetCookie();
  });
}

/** Answers the form that redeems a sign-in link: to the queue with a session, or back to the sign-in page. */
export function answerLink(desk: Desk, request: Request): Promise<Response> {
  return formDoor(desk, request, { back: () => '/sign-in', keeps: [] }, async ({ token }) => {
    const parsed = tokenSchema.safeParse(token);
    try {
      if (!parsed.success) throw deadLink();
      return go('/', await redeemToken(desk, parsed.data, request.headers));
    } catch (error) {
      if (error instanceof RapporteurError && error.code === 'unauthenticated') {
        await desk.limiter.take(limits.link, originOfTries(request.headers));
      }
      throw error;
    }
  });
}

/** Ends the session of a request. Answers the `set-cookie` values that remove its cookie. */
export function endSession(desk: Desk, headers: Headers): Promise<string[]> {
  return authTransaction(desk, async (tx, auth) => {
    const session = await sessionOf(auth, headers);
    const response = await auth.api.signOut({ headers, asResponse: true });
    if (session !== null) {
      await note(tx, { userId: session.user.id, action: 'user.sign_out', subjectId: session.user.id });
    }
    return response.headers.getSetCookie();
  });
}

/** Answers the form that ends the session. */
export async function answerSignOut(desk: Desk, request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, desk.origin)) return foreign();
  return go('/sign-in', await endSession(desk, request.headers));
}

const deadLink = () =>
  new RapporteurError(
    'unauthenticated',
    'This link does not work: it was used already, or it is too old. Ask for a new one.',
  );
