import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userOf, type DeskAuth } from './auth';
import type { Desk } from './desk';
import { endSession, redeemToken } from './sign-in';
import { testDesk } from '../testing/desk';
import { createSignInLink, ensureUser } from './users';

const origin = 'http://127.0.0.1:3001';
let database: TestDatabase;
let desk: Desk;
let auth: DeskAuth;

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin });
  auth = desk.auth;
  await ensureUser(database.owner, {
    name: 'Noor Haddad',
    email: 'noor@example.org',
    role: 'editor',
  });
});
afterAll(async () => {
  await desk.limiter.close();
  await database.close();
});

async function token(email = 'noor@example.org'): Promise<string> {
  return new URL(await createSignInLink(database.owner, { email, baseUrl: origin })).searchParams.get('token') ?? '';
}

/** The headers a browser sends after these cookies were set. */
const withCookies = (cookies: readonly string[]) =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

describe('a sign-in link', () => {
  it('signs its user in, once', async () => {
    const once = await token();
    const cookies = await redeemToken(desk, once, new Headers());
    expect(cookies.join()).toMatch(/rapporteur-session=.*HttpOnly/i);
    expect(await userOf(auth, withCookies(cookies))).toMatchObject({
      email: 'noor@example.org',
      role: 'editor',
    });
    await expect(redeemToken(desk, once, new Headers())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('is redeemed once, however many try at the same moment', async () => {
    const once = await token();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => redeemToken(desk, once, new Headers())));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is stored as a hash only', async () => {
    const once = await token();
    const rows = JSON.stringify(await database.owner.verification.findMany());
    expect(rows).not.toContain(once);
  });

  it('works for fifteen minutes', async () => {
    const once = await token();
    await database.owner.verification.updateMany({
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    await expect(redeemToken(desk, once, new Headers())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('is refused to an address that belongs to nobody', async () => {
    await expect(token('nobody@example.org')).rejects.toMatchObject({ code: 'not_found' });
    expect(await database.owner.user.count({ where: { email: 'nobody@example.org' } })).toBe(0);
  });
});

describe('a session', () => {
  it('ends with sign-out, with another role and with deactivation', async () => {
    const first = withCookies(await redeemToken(desk, await token(), new Headers()));
    await endSession(desk, first);
    expect(await userOf(auth, first)).toBeNull();

    const second = withCookies(await redeemToken(desk, await token(), new Headers()));
    await ensureUser(database.owner, {
      name: 'Noor Haddad',
      email: 'noor@example.org',
      role: 'reader',
    });
    expect(await userOf(auth, second)).toBeNull();
    const third = withCookies(await redeemToken(desk, await token(), new Headers()));
    expect((await userOf(auth, third))?.role).toBe('reader');
    await database.owner.user.update({
      where: { email: 'noor@example.org' },
      data: { active: false },
    });
    expect(await userOf(auth, third)).toBeNull();
  });

  it('is not opened for a user who was deactivated after the link was made', async () => {
    await database.owner.user.update({
      where: { email: 'noor@example.org' },
      data: { active: true },
    });
    const late = await token();
    await database.owner.user.update({
      where: { email: 'noor@example.org' },
      data: { active: false },
    });
    const before = await database.owner.session.count();
    await expect(redeemToken(desk, late, new Headers())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(await database.owner.session.count()).toBe(before);
  });

  it('does not take a cookie that somebody made up', async () => {
    expect(await userOf(auth, new Headers({ cookie: 'rapporteur-session=made.up' }))).toBeNull();
  });
});
