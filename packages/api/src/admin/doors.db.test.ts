import { addressHeader } from './address';
import { limits } from './limits';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDesk } from '../testing/desk';
import { hostileVariants } from '../testing/hostile';
import { personWithPassword, type TestPerson } from '../testing/person';
import type { Desk } from './desk';
import { answerForgotten, answerInvitation, answerReset, answerSetUp } from './join';
import { answerJoinPasskey, answerJoinPasskeyOptions, answerPasskey, answerPasskeyOptions } from './passkey-doors';
import { answerPassword } from './password';
import { answerSecondFactor } from './second-factor';
import { sessionOf } from './auth';
import { answerLink } from './sign-in';

// Cases B01 and B04 of the security catalogue, for the forms and scripts of people who have no session.
const origin = 'https://desk.example.org';
let database: TestDatabase;
let desk: Desk;
let person: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin, mailer: { send: () => Promise.resolve() } });
  person = await personWithPassword(desk, 'administrator');
});
afterAll(async () => {
  await desk.limiter.close();
  await database.close();
});

type Door = (desk: Desk, request: Request) => Promise<Response>;
const password = 'seven slow ferries';
const response = { id: 'none', rawId: 'none', type: 'public-key', response: { clientDataJSON: 'e30' } };
const forms: Record<string, [Door, () => object]> = {
  'signing in by link': [answerLink, () => ({ token: 'x'.repeat(32) })],
  'signing in by password': [answerPassword, () => ({ email: person.email, password: 'not the password', next: '/' })],
  'the second factor': [answerSecondFactor, () => ({ code: '000000', next: '/' })],
  'asking for a reset link': [answerForgotten, () => ({ email: person.email })],
  'setting a new password': [answerReset, () => ({ token: 'none', password })],
  'an invitation': [answerInvitation, () => ({ token: 'none', name: 'A name', password })],
  'setting up': [answerSetUp, () => ({ token: 'none', name: 'A name', email: 'a@example.org', password })],
};
const scripts: Record<string, [Door, () => object]> = {
  'asking for a passkey': [answerPasskeyOptions, () => ({})],
  'a passkey': [answerPasskey, () => ({ id: 'none', response, next: '/' })],
  'asking for a first passkey': [
    answerJoinPasskeyOptions,
    () => ({ purpose: 'invitation', token: 'none', name: 'A name', email: null }),
  ],
  'a first passkey': [answerJoinPasskey, () => ({ id: 'none', response, token: 'none' })],
};

let count = 0;
const send = (door: Door, type: string, body: string, cookie = '') =>
  door(
    desk,
    new Request(`${origin}/door`, {
      method: 'POST',
      // From somewhere else each time, so that no limit stands before what is tried.
      headers: { 'content-type': type, origin, cookie, [addressHeader]: `2001:db8:0:${(count += 1).toString(16)}::1` },
      body,
    }),
  );
const asForm = (door: Door, body: string) => send(door, 'application/x-www-form-urlencoded', body);
const asJson = (door: Door, body: string) => send(door, 'application/json', body);

/** Where a door broke, or let somebody in. One line a fault. */
async function faults(answer: () => Promise<Response>, what: string): Promise<string[]> {
  const got = await answer().catch((error: unknown) => String(error));
  if (typeof got === 'string') return [`breaks (${got.slice(0, 200)}) at ${what}`];
  const found = got.status >= 500 ? [`answers ${got.status} at ${what}`] : [];
  const opened = got.headers.getSetCookie().some((cookie) => cookie.includes('session=') && !/max-age=0/i.test(cookie));
  return opened ? [...found, `lets somebody in at ${what}`] : found;
}

/** A form with each of its fields in each hostile spelling, as a parser of queries and as one of forms would read it. */
function* bodiesOf(sample: object): Generator<string> {
  for (const { input } of hostileVariants(sample)) {
    const fields = Object.entries(input as object).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    yield new URLSearchParams(fields).toString();
  }
  for (const name of Object.keys(sample)) {
    const { [name as never]: value, ...others } = sample;
    const rest = new URLSearchParams(others).toString();
    for (const spelling of [`${name}[not]=`, `${name}[]=${String(value)}`, `${name}=a&${name}=b`, `${name}=%00`, '%'])
      yield `${rest}&${spelling}`;
  }
  yield '__proto__=x&constructor=y';
}

describe.each(Object.entries(forms))('the door of %s', (_name, [door, sample]) => {
  it('is broken by nothing in its form, and opened by nothing but what belongs there', async () => {
    const found: string[] = [];
    for (const body of bodiesOf(sample())) found.push(...(await faults(() => asForm(door, body), body.slice(0, 200))));
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x'])
      found.push(...(await faults(() => send(door, type, JSON.stringify(sample())), type)));
    expect(found).toEqual([]);
  });
});

describe.each(Object.entries(scripts))('the door of %s', (_name, [door, sample]) => {
  it('is broken by nothing in its JSON, and opened by nothing but what belongs there', async () => {
    const found: string[] = [];
    const bodies = [...hostileVariants(sample())].map(({ input }) => JSON.stringify(input));
    const others = [
      '',
      'null',
      '[]',
      '"x"',
      '{"a":1,"a":2}',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      '{"__proto__":{}}',
    ];
    for (const body of [...bodies, ...others])
      found.push(...(await faults(() => asJson(door, body), body.slice(0, 200))));
    expect(found).toEqual([]);
  });
});

describe('a cookie', () => {
  it('that somebody made up opens nothing and breaks nothing', async () => {
    const name = '__Host-rapporteur-session';
    const texts = [
      '',
      '""',
      'a.b',
      'j:{"not":""}',
      '%00',
      '%',
      '\ufffd',
      'x'.repeat(8_000),
      '[object Object]',
      '..',
      'null',
    ];
    for (const text of texts) {
      const headers = new Headers({ cookie: `${name}=${encodeURI(text)}; ${name}=${encodeURI(text)}` });
      expect(await sessionOf(desk.auth, headers), text).toBeNull();
    }
  });
});

describe('the doors', () => {
  it('count the longest address that a person may have', async () => {
    const email = `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`;
    expect(email.length).toBeLessThanOrEqual(254);
    const statuses: number[] = [];
    for (let nth = 0; nth <= limits.passwordHere.times; nth += 1) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin, [addressHeader]: '203.0.113.77' };
      const body = new URLSearchParams({ email, password: 'x', next: '/' }).toString();
      statuses.push((await answerPassword(desk, new Request(`${origin}/x`, { method: 'POST', headers, body }))).status);
    }
    expect(statuses).toEqual([...Array(limits.passwordHere.times).fill(303), 429]);
  });

  it('are noticed where one breaks, or opens for a condition', async () => {
    const careless: Door = async (_desk, request) => {
      const fields = Object.fromEntries(new URLSearchParams(await request.text()));
      const email = fields['email'] ?? fields['email[not]'];
      const user = await database.owner.user.findFirst({ where: email === '' ? {} : { email: email ?? '' } });
      return new Response(null, { headers: user === null ? {} : { 'set-cookie': 'session=x' } });
    };
    const found: string[] = [];
    for (const body of bodiesOf({ email: 'nobody@example.org' }))
      found.push(...(await faults(() => asForm(careless, body), body.slice(0, 200))));
    expect(
      found.some((fault) => fault.startsWith('lets somebody in at &email%5Bnot%5D=') || fault.includes('email[not]=')),
    ).toBe(true);
    expect(found.some((fault) => fault.startsWith('breaks'))).toBe(true);
  });
});
