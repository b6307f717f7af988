import { holderOfToken } from '@rapporteur/core/person/token';
import type { Caller } from '@rapporteur/core/policy';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { originOfTries } from './address';
import { sessionOf, type DeskSession, type DeskUser } from './auth';
import { desk, type Desk } from './desk';
import { limits } from './limits';
import { isSameOrigin } from '../public/origin';

export interface AdminContext {
  db: PrismaClient;
  user: DeskUser | null;
  caller: Caller;
  /**
   * Whether a page of the desk itself sent the request, or a program by its token, which no other site can make a browser
   * send; without it nothing is changed.
   */
  sameOrigin: boolean;
  /** The session behind the request. A program that comes with an API token has none. */
  session?: SessionDoor | undefined;
}

/** What a request that comes with a session can do to it. */
export interface SessionDoor extends Omit<DeskSession, 'user'> {
  desk: Desk;
  headers: Headers;
  /** The `set-cookie` values that the answer carries. */
  cookies: string[];
}

/**
 * Makes the context of one request to a desk: who asks, by an API token in the `Authorization` header or else by the
 * session cookie, and from where. Throws `limit_exceeded` to an address that tries tokens that do not work.
 */
export function createAdminContext(desk: Desk, headers: Headers): Promise<AdminContext> {
  const authorization = headers.get('authorization');
  return authorization === null ? sessionContext(desk, headers) : tokenContext(desk, authorization, headers);
}

/** Makes the context of a page or of a form of the desk: those are for people, so only a session opens them. */
export async function sessionContext(desk: Desk, headers: Headers): Promise<AdminContext> {
  const session = await sessionOf(desk.auth, headers);
  const sameOrigin = isSameOrigin(headers, desk.origin);
  if (session === null) return { db: desk.db, user: null, caller: null, sameOrigin };
  const { user, ...door } = session;
  return {
    db: desk.db,
    user,
    caller: { userId: user.id, role: user.role },
    sameOrigin,
    session: { ...door, desk, headers, cookies: [] },
  };
}

async function tokenContext({ db, limiter }: Desk, authorization: string, headers: Headers): Promise<AdminContext> {
  const secret = /^Bearer ([A-Za-z0-9_-]{1,200})$/i.exec(authorization)?.[1];
  const holder = secret === undefined ? null : await holderOfToken(db, secret);
  if (holder === null) {
    await limiter.take(limits.token, originOfTries(headers));
    return { db, user: null, caller: null, sameOrigin: false };
  }
  const { user, scopes } = holder;
  return { db, user, caller: { userId: user.id, role: user.role, scopes }, sameOrigin: true };
}

/** Makes the context of a page or form of the desk of this process. */
export const adminContextFor = (headers: Headers): Promise<AdminContext> => sessionContext(desk(), headers);
