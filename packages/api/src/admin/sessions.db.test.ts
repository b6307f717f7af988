import { createResetLink } from '@rapporteur/core/person/reset';
import { deactivate, changeRole } from '@rapporteur/core/person/standing';
import { endSessionsOf } from '@rapporteur/core/person/sessions';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, signedIn } from '../testing/callers';
import { codeOf } from '../testing/authenticator';
import { testDesk } from '../testing/desk';
import { cookieOf, locationOf, sendForm } from '../testing/forms';
import { personWithPassword, signInByPassword, type TestPerson } from '../testing/person';
import type { Desk } from './desk';
import { sessionContext } from './context';
import { answerReset } from './join';
import { answerPassword } from './password';
import { answerSecondFactor } from './second-factor';
import { requireSession, rotate } from './session-door';
import { answerSignOut } from './sign-in';
import { ensureUser } from './users';

const origin = 'https://desk.example.org';
let database: TestDatabase;
/** Where people sign in, and another instance of the same desk. */
let desk: Desk;
let other: Desk;
let administrator: { userId: string; role: 'administrator' };

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin });
  other = testDesk(database, { origin });
  const { id } = await ensureUser(desk.db, { name: 'Ada', email: 'ada@example.org', role: 'administrator' });
  administrator = { userId: id, role: 'administrator' };
});
afterAll(async () => {
  await Promise.all([desk.limiter.close(), other.limiter.close()]);
  await database.close();
});

const account = async (at: Desk, cookie: string) =>
  ask(at, { headers: { cookie, origin } }, { path: 'account.get', type: 'query', input: {} });
const isIn = async (at: Desk, cookie: string) => (await account(at, cookie)).code === null;
const change = (cookie: string, path: string, input: unknown) =>
  ask(desk, { headers: { cookie, origin } }, { path: `account.${path}`, type: 'mutation', input });

/** Everything that ends sessions, done to somebody who is signed in in two browsers. */
const endings: Record<string, (person: TestPerson, cookie: string) => Promise<unknown>> = {
  'another role': ({ userId }) => changeRole(desk.db, administrator, { id: userId, role: 'reader' }),
  deactivation: ({ userId }) => deactivate(desk.db, administrator, { id: userId }),
  'an administrator': ({ userId }) => endSessionsOf(desk.db, administrator, { id: userId }),
  'a reset of the password': async ({ email }) => {
    const link = await createResetLink(desk.db, email);
    return sendForm(desk, answerReset, { token: link?.secret ?? '', password: 'nine green bicycles' });
  },
  'a change of the password': ({ password }, cookie) =>
    change(cookie, 'changePassword', { current: password, password: 'nine green bicycles' }),
  'the host, by another role': async ({ email }) => ensureUser(desk.db, { name: 'X', email, role: 'reader' }),
};

/** Which endings leave an old session open at an instance, one line each. */
async function survivors(at: Desk): Promise<string[]> {
  const found: string[] = [];
  for (const [what, end] of Object.entries(endings)) {
    const person = await personWithPassword(desk, 'editor');
    const cookies = [await signInByPassword(desk, person), await signInByPassword(desk, person)];
    for (const cookie of cookies) if (!(await isIn(at, cookie))) throw new Error(`${what}: nobody was in`);
    await end(person, cookies[0] ?? '');
    for (const [index, cookie] of cookies.entries()) {
      if (await isIn(at, cookie)) found.push(`${what} leaves session ${index + 1} open`);
    }
  }
  return found;
}

describe('an old session', () => {
  it('is refused at every instance at once, whatever ended it', async () => {
    expect(await survivors(other)).toEqual([]);
    expect(await survivors(desk)).toEqual([]);
  });

  it('is noticed where an instance remembers it', async () => {
    const known = new Map<string, unknown>();
    const getSession = async (asked: { headers: Headers }) => {
      const cookie = asked.headers.get('cookie') ?? '';
      if (!known.has(cookie)) known.set(cookie, await other.auth.api.getSession(asked));
      return known.get(cookie);
    };
    const forgetful = { ...other, auth: { ...other.auth, api: { ...other.auth.api, getSession } } } as unknown as Desk;
    expect(await survivors(forgetful)).toContain('deactivation leaves session 1 open');
  });

  it('ends with sign-out, and no other of the person with it', async () => {
    const person = await personWithPassword(desk, 'editor');
    const [first, second] = [await signInByPassword(desk, person), await signInByPassword(desk, person)];
    const out = await sendForm(desk, answerSignOut, {}, { cookie: first });
    expect(out.headers.getSetCookie().join()).toMatch(/__Host-rapporteur-session=;.*max-age=0/i);
    expect([await isIn(other, first), await isIn(other, second)]).toEqual([false, true]);
  });

  it('can be ended by its person from another browser', async () => {
    const person = await personWithPassword(desk, 'editor');
    const [first, second] = [await signInByPassword(desk, person), await signInByPassword(desk, person)];
    const listed = await ask(
      desk,
      { headers: { cookie: second, origin } },
      { path: 'account.sessions', type: 'query', input: {} },
    );
    const { items } = listed.data as { items: { id: string; current: boolean; browser: string }[] };
    expect(items.map(({ current, browser }) => [current, browser.includes('Firefox')])).toEqual([
      [true, true],
      [false, true],
    ]);
    await change(second, 'endSession', { id: items[1]?.id });
    expect([await isIn(other, first), await isIn(other, second)]).toEqual([false, true]);
    const stranger = await signedIn(desk, 'editor');
    const foreign = { path: 'account.endSession', type: 'mutation', input: { id: items[0]?.id } } as const;
    expect((await ask(desk, stranger, foreign)).code).toBe('not_found');
    expect(await isIn(other, second)).toBe(true);
  });
});

describe('signing in', () => {
  it('opens a new session and ends the one that the browser came with', async () => {
    const attacker = await personWithPassword(desk, 'editor');
    const planted = await signInByPassword(desk, attacker);
    const victim = await personWithPassword(desk, 'editor');
    const cookie = await signInByPassword(desk, victim, planted);
    expect(cookie).not.toBe(planted);
    expect((await account(desk, cookie)).data).toMatchObject({ email: victim.email });
    expect(await isIn(other, planted)).toBe(false);
  });

  it('puts a new session in the place of the old one when what it may do changes', async () => {
    const person = await personWithPassword(desk, 'editor');
    let cookie = await signInByPassword(desk, person);
    const elsewhere = await signInByPassword(desk, person);
    const start = await change(cookie, 'startSecondFactor', { password: person.password });
    const { secret, recoveryCodes } = start.data as { secret: string; recoveryCodes: string[] };
    const steps: [string, unknown][] = [
      ['confirmSecondFactor', { code: codeOf(secret) }],
      ['removeSecondFactor', { password: person.password }],
      ['changePassword', { current: person.password, password: 'nine green bicycles' }],
    ];
    expect(recoveryCodes).toHaveLength(10);
    for (const [path, input] of steps) {
      const { code, response } = await change(cookie, path, input);
      expect(code, path).toBeNull();
      const next = cookieOf(response);
      expect([await isIn(other, cookie), await isIn(other, next)], path).toEqual([false, true]);
      cookie = next;
    }
    expect(await isIn(other, elsewhere)).toBe(false);
  });

  it('stays as old as the sign-in, whatever is changed in it: nobody stays fresh that way', async () => {
    const person = await personWithPassword(desk, 'editor');
    let cookie = await signInByPassword(desk, person);
    const isFresh = async () => ((await account(desk, cookie)).data as { fresh: boolean }).fresh;
    const begin = (ago: number) =>
      desk.db.session.updateMany({
        where: { userId: person.userId },
        data: { createdAt: new Date(Date.now() - ago * 60_000) },
      });
    const start = await change(cookie, 'startSecondFactor', { password: person.password });
    const { secret } = start.data as { secret: string };
    const steps: [string, unknown][] = [
      ['confirmSecondFactor', { code: codeOf(secret) }],
      ['removeSecondFactor', { password: person.password }],
      ['changePassword', { current: person.password, password: 'nine green bicycles' }],
    ];
    for (const [path, input] of steps) {
      await begin(20);
      expect(await isFresh(), path).toBe(true);
      await begin(40);
      const { code, response } = await change(cookie, path, input);
      expect(code, path).toBeNull();
      cookie = cookieOf(response);
      expect(await isFresh(), path).toBe(false);
    }
    const passkey = await change(cookie, 'askForPasskey', {});
    expect(passkey.code).toBe('unauthenticated');
  });

  it('puts none in the place of one that was ended meanwhile', async () => {
    const person = await personWithPassword(desk, 'editor');
    const cookie = await signInByPassword(desk, person);
    const session = requireSession(await sessionContext(desk, new Headers({ cookie, origin })));
    await endSessionsOf(desk.db, administrator, { id: person.userId });
    await expect(rotate(session)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(session.cookies).toEqual([]);
    expect(await desk.db.session.count({ where: { userId: person.userId } })).toBe(0);
  });

  it('counts every byte of a password', async () => {
    const shared = 'a long sentence that two passwords begin with, longer than seventy-two bytes: ';
    const person = await personWithPassword(desk, 'editor', `${shared}one`);
    expect(new TextEncoder().encode(shared).length).toBeGreaterThan(72);
    expect(await signInByPassword(desk, { ...person, password: `${shared}two` })).not.toContain('session');
    expect(await signInByPassword(desk, person)).toContain('session');
  });

  it('takes a password by its characters, however a keyboard composes them', async () => {
    const person = await personWithPassword(desk, 'editor', 'vingt-sept vélos'.normalize('NFC'));
    expect(await signInByPassword(desk, { ...person, password: person.password.normalize('NFD') })).toContain(
      'session',
    );
  });

  it('answers with cookies that only the desk gets, and with nothing that scripts could read', async () => {
    const person = await personWithPassword(desk, 'editor');
    const response = await sendForm(desk, answerPassword, { ...person, next: '/account' });
    expect(locationOf(response)).toBe('/account');
    expect(await response.text()).toBe('');
    const [cookie = '', ...more] = response.headers.getSetCookie();
    expect(more).toEqual([]);
    const [pair, ...attributes] = cookie.split('; ').map((part) => part.toLowerCase());
    expect(pair).toMatch(/^__host-rapporteur-session=/);
    expect(attributes.toSorted()).toEqual(['httponly', 'max-age=43200', 'path=/', 'samesite=lax', 'secure']);
    const { data } = await account(desk, cookieOf(response));
    expect(Object.keys(data as object).toSorted()).toEqual([
      'email',
      'fresh',
      'hasPassword',
      'hasSecondFactor',
      'name',
      'role',
    ]);
  });

  it('leads nowhere but to the desk', async () => {
    const person = await personWithPassword(desk, 'editor');
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
      const response = await sendForm(desk, answerPassword, { ...person, next });
      expect(locationOf(response)).toBe('/');
    }
  });
});

describe('a second factor', () => {
  async function protectedPerson() {
    const person = await personWithPassword(desk, 'editor');
    const cookie = await signInByPassword(desk, person);
    const { data } = await change(cookie, 'startSecondFactor', { password: person.password });
    const { secret, recoveryCodes } = data as { secret: string; recoveryCodes: string[] };
    // One of the half minute before could be two of them old by the time it is read; the next one counts already.
    const on = await change(cookie, 'confirmSecondFactor', { code: codeOf(secret) });
    expect(on.code).toBeNull();
    return { person, secret, recoveryCodes };
  }
  const pass = (cookie: string, code: string) =>
    sendForm(desk, answerSecondFactor, { code, next: '/account' }, { cookie, from: '203.0.113.200' });

  it('is asked for after the password, and before anything else', async () => {
    const { person, secret } = await protectedPerson();
    const first = await sendForm(desk, answerPassword, { ...person, next: '/people' });
    expect(locationOf(first)).toBe('/sign-in/second-factor?next=%2Fpeople');
    const pending = cookieOf(first);
    expect(pending).toMatch(/^__Host-rapporteur-second-factor=[^;]+$/);
    expect(await isIn(desk, pending)).toBe(false);
    const wrong = await pass(pending, '000000');
    expect(locationOf(wrong)).toContain('problem=1');
    const right = await pass(pending, codeOf(secret, 1));
    expect(locationOf(right)).toBe('/account');
    expect(await isIn(other, cookieOf(right))).toBe(true);
  });

  it('takes a code once, and a recovery code once', async () => {
    const { person, secret, recoveryCodes } = await protectedPerson();
    const code = codeOf(secret, 1);
    expect(locationOf(await pass(await signInByPassword(desk, person), code))).toBe('/account');
    expect(locationOf(await pass(await signInByPassword(desk, person), code))).toContain('problem=1');
    const [recovery = ''] = recoveryCodes;
    expect(locationOf(await pass(await signInByPassword(desk, person), recovery))).toBe('/account');
    expect(locationOf(await pass(await signInByPassword(desk, person), recovery))).toContain('problem=1');
  });

  it('is not passed with the session of somebody else in the same browser', async () => {
    const { person } = await protectedPerson();
    const stranger = await protectedPerson();
    const strangers = await pass(await signInByPassword(desk, stranger.person), stranger.recoveryCodes[0] ?? '');
    const both = `${cookieOf(strangers)}; ${await signInByPassword(desk, person)}`;
    expect(locationOf(await pass(both, stranger.recoveryCodes[1] ?? ''))).toContain('problem=1');
  });

  it('is kept so that the database alone gives nothing away', async () => {
    const { person, secret, recoveryCodes } = await protectedPerson();
    const kept = JSON.stringify(await database.owner.twoFactor.findMany({ where: { userId: person.userId } }));
    for (const value of [secret, ...recoveryCodes]) expect(kept).not.toContain(value);
  });
});
