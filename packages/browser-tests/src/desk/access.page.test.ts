import { roles, type Role } from '@rapporteur/core/policy';
import { createRelease } from '@rapporteur/core/release/create';
import { readItem } from '@rapporteur/core/testing/intake';
import { ownerClient } from '@rapporteur/db/clients';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { ownProduct } from '../own-product';
import { addPerson, cookieOf } from '../people';
import { actionsOf, routesOf } from '../routes';

// Case D01 of the security catalogue for what are no procedures: pages, route handlers and server actions of the built
// desk, found by walking its folder, each asked for by everybody there is.

// A product of its own: that nothing was changed is seen by counting, which nobody else may disturb.
const product = ownProduct({});
let desk: string;
let db: PrismaClient;
beforeAll(() => {
  ({ desk } = product());
  db = ownerClient(product().connection, { max: 2 });
});
afterAll(() => db.$disconnect());

/** Who may see a page, and what the others get: nothing at the address, or a page that says why not. */
interface Rule {
  least: Role;
  others?: 'nothing' | 'reason' | 'account';
  /** An address to ask for, where the pattern is none. */
  at?: () => string;
  /** What only this page shows. */
  shows?: () => string;
}
/** A page or a form of people without a session: it holds nothing of the desk, and sends only what its form says. */
const door = 'door';

const record = () => `/records/${draft.id}`;
const declared: Record<string, Rule | typeof door> = {
  // Who only reads is sent to their account: they have nothing else.
  'page /': { least: 'contributor', others: 'account' },
  'page /account': { least: 'reader' },
  'page /audit': { least: 'administrator', others: 'nothing', shows: () => 'user.sign_in' },
  'page /intake': { least: 'contributor', others: 'nothing', shows: () => canary },
  'page /intake/[id]': { least: 'contributor', others: 'nothing', at: () => `/intake/${item}`, shows: () => canary },
  // Who may bring a text is held beside it (packages/api/src/admin/intake-door.db.test.ts).
  'POST /intake/take-in': door,
  'page /people': { least: 'administrator', others: 'nothing', shows: () => `reader-${process.pid}` },
  'page /jobs': { least: 'publisher', others: 'nothing', shows: () => 'What the program does by itself' },
  'page /webhooks': { least: 'administrator', others: 'nothing', shows: () => 'Standard Webhooks' },
  'page /records/[id]': { least: 'contributor', others: 'reason', at: record, shows: () => canary },
  'page /records/[id]/compare': {
    least: 'contributor',
    others: 'reason',
    at: () => `${record()}/compare?from=1&to=1`,
    shows: () => canary,
  },
  'page /records/[id]/edit': {
    least: 'contributor',
    others: 'reason',
    at: () => `${record()}/edit`,
    shows: () => canary,
  },
  'page /records/[id]/review': { least: 'contributor', others: 'reason', at: () => `${record()}/review` },
  'page /records/[id]/translations/[language]': {
    least: 'contributor',
    others: 'reason',
    at: () => `${record()}/translations/uk`,
  },
  // A fresh id for whoever is in; what may be done with it is asked where it is used.
  'page /records/new/[kind]': { least: 'reader', at: () => '/records/new/actor' },
  'page /releases': { least: 'contributor', others: 'nothing', shows: () => `${canary} set` },
  'page /releases/[id]': {
    least: 'contributor',
    others: 'reason',
    at: () => `/releases/${release}`,
    shows: () => `${canary} set`,
  },
  'GET /[segment]/[slug]': { least: 'contributor', others: 'nothing', at: () => `/events/${draft.slug}` },
  'GET /audit/file': { least: 'administrator', others: 'reason', at: () => '/audit/file?format=csv' },
  // Their own rules are held procedure by procedure (packages/api/src/admin/access.db.test.ts).
  'GET /api/trpc/[trpc]': { least: 'reader', others: 'reason', at: () => '/api/trpc/user.me?input=%7B%7D' },
  'POST /api/trpc/[trpc]': door,
  'page /sign-in': door,
  'page /sign-in/confirm': door,
  'page /sign-in/forgotten': door,
  'page /sign-in/second-factor': door,
  'page /invitation': door,
  'page /reset': door,
  'page /set-up': door,
  'POST /sign-in/password': door,
  'POST /sign-in/redeem': door,
  'POST /sign-in/forgotten/send': door,
  'POST /sign-in/second-factor/check': door,
  'POST /sign-in/passkey/options': door,
  'POST /sign-in/passkey/verify': door,
  'POST /join/passkey/options': door,
  'POST /join/passkey/verify': door,
  'POST /invitation/accept': door,
  'POST /reset/redeem': door,
  'POST /set-up/finish': door,
  'POST /sign-out': door,
};

const canary = `CNRY-DRAFT-access-${mark()}`;
let draft: { id: string; slug: string };
let release: string;
let item: string;
interface Caller {
  name: string;
  role: Role | null;
  cookie: string;
}
let callers: Caller[];
let administrator: Caller;

beforeAll(async () => {
  callers = [{ name: 'somebody who is not signed in', role: null, cookie: '' }];
  for (const role of roles) {
    const person = await addPerson(db, role);
    callers.push({ name: role, role, cookie: await cookieOf(db, person, desk) });
  }
  administrator = callers.at(-1) ?? administrator;
  const gone = await addPerson(db, 'administrator');
  callers.push({ name: 'a deactivated administrator', role: null, cookie: await cookieOf(db, gone, desk) });
  await db.user.update({ where: { id: gone.userId }, data: { active: false } });
  const author = await addPerson(db, 'editor');
  draft = await addDraft(db, author, {
    kind: 'event',
    slug: `access-${mark()}`,
    content: {
      title: canary,
      type: 'meeting',
      date: '2023-11-29',
      place: null,
      summary: null,
      partOf: null,
      participants: [],
      choices: [],
    },
    rests: { '/date': 'Brussels, 29 November 2023.' },
  });
  item = await readItem(db, author, `${canary} came in.`, [], { title: canary });
  ({ id: release } = await createRelease(db, author, { name: `${canary} set`, records: [] }));
});

const get = (path: string, { cookie }: Caller) =>
  fetch(desk + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
const refusal = /This needs the role|Sign in first/;

/** What is wrong with how an address answers everybody, one line a fault. */
async function faults(route: string, rule: Rule): Promise<string[]> {
  const found: string[] = [];
  const path = rule.at?.() ?? route.slice(route.indexOf('/'));
  for (const caller of callers) {
    const answer = await get(path, caller);
    const text = await answer.text();
    const may = caller.role !== null && roles.indexOf(caller.role) >= roles.indexOf(rule.least);
    const say = (what: string) => found.push(`${route} ${what} to ${caller.name} (${answer.status})`);
    if (answer.status >= 500) say('breaks');
    const location = answer.headers.get('location') ?? '';
    const leads = answer.status >= 300 && answer.status < 400 ? new URL(location, desk).pathname : null;
    const away = leads === '/sign-in';
    const elsewhere = rule.others === 'account' && leads === '/account';
    const shown = answer.status < 400 && !away && !elsewhere && !refusal.test(text);
    if (shown !== may) say(shown ? 'is shown' : 'is not shown');
    if (may && rule.shows !== undefined && !text.includes(rule.shows())) say('does not show what it is for');
    if (!may && [canary, rule.shows?.() ?? canary].some((secret) => text.includes(secret))) say('gives its text away');
    if (caller.role === null && !away && answer.status !== 401) say('does not ask for a session');
    if (caller.role !== null && !may && rule.others === 'nothing' && answer.status !== 404)
      say('tells that it is there');
    if (!/\bno-store\b/.test(answer.headers.get('cache-control') ?? '')) say('may be kept');
  }
  return found;
}

const rules = Object.entries(declared).flatMap(([route, rule]) => (rule === door ? [] : [{ route, rule }]));
const doors = Object.entries(declared).flatMap(([route, rule]) => (rule === door ? [route] : []));
const undeclared = (routes: readonly string[]) => routes.filter((route) => !Object.hasOwn(declared, route));

test('every page and route of the desk is declared, and what is declared is there', () => {
  const routes = routesOf('admin');
  expect(undeclared(routes)).toEqual([]);
  expect(Object.keys(declared).filter((route) => !routes.includes(route))).toEqual([]);
  expect(undeclared([...routes, 'page /backdoor'])).toEqual(['page /backdoor']);
});

test.each(rules)('$route is for whom the table says, and nobody else', async ({ route, rule }) => {
  expect(await faults(route, rule)).toEqual([]);
});

test('a page that is for others than it says would be noticed', async () => {
  const wider = await faults('page /people', { least: 'reader', others: 'nothing' });
  expect(wider).toContain('page /people is not shown to reader (404)');
  const narrower = await faults('page /records/[id]', { least: 'administrator', others: 'reason', at: record });
  expect(narrower).toContain('page /records/[id] is shown to contributor (200)');
  expect(narrower).toContain('page /records/[id] gives its text away to contributor (200)');
});

test.each(doors.filter((route) => route.startsWith('page ')))('%s holds nothing of the desk', async (route) => {
  for (const caller of callers) {
    const answer = await get(route.slice(5), caller);
    expect(answer.status, caller.name).toBeLessThan(400);
    expect(await answer.text()).not.toMatch(new RegExp(`${canary}|reader-${process.pid}`));
  }
});

/** All that somebody could have changed. */
const rows = () =>
  Promise.all([
    db.record.count(),
    db.revision.count(),
    db.comment.count(),
    db.oneTimeLink.count(),
    db.apiToken.count(),
    db.release.count(),
    db.intakeItem.count(),
    db.savedView.count(),
    db.previewToken.count(),
    db.user.count({ where: { OR: [{ active: false }, { name: 'A new name' }] } }),
  ]);

test.each(doors.filter((route) => route.startsWith('POST ')))('%s takes nothing from another site', async (route) => {
  const path = route.slice(5).replace('[trpc]', 'person.invite');
  const before = await rows();
  const froms = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, {}];
  for (const from of froms) {
    const headers = { cookie: administrator.cookie, 'content-type': 'application/x-www-form-urlencoded', ...from };
    const answer = await fetch(desk + path, {
      method: 'POST',
      headers: headers as HeadersInit,
      body: 'a=b',
      redirect: 'manual',
    });
    expect(answer.status, JSON.stringify(from)).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
  expect(await rows()).toEqual(before);
});

/** Calls a server action as the form of its page does. */
async function act({ id, page }: { id: string; page: string }, cookie: string, origin = desk): Promise<number> {
  const form = new FormData();
  const fields = {
    id: draft.id,
    version: '1',
    command: 'submit',
    page: 'review',
    email: `guest-${mark()}@test.invalid`,
    role: 'editor',
    name: 'A new name',
    scope: 'read',
    scopes: 'read',
    days: '30',
    query: 'view=mine',
    body: 'A remark.',
    hours: '1',
    revision: '1',
  };
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  form.append('0', '[{"problem":null,"typed":{},"values":{},"made":null},"$K1"]');
  const address = page.replace('[id]', draft.id).replace('[kind]', 'actor');
  const headers = { cookie, origin, 'next-action': id, accept: 'text/x-component' };
  return (await fetch(desk + address, { method: 'POST', headers, body: form, redirect: 'manual' })).status;
}

test('no server action changes anything for whoever is not signed in, was deactivated, or only reads', async () => {
  const actions = actionsOf('admin');
  expect(actions.length).toBeGreaterThan(10);
  const before = await rows();
  const strangers = callers.filter(({ role }) => role === null);
  for (const action of actions) {
    for (const { cookie } of strangers) await act(action, cookie);
    expect(await act(action, administrator.cookie, 'https://evil.example')).toBe(403);
  }
  expect(await rows()).toEqual(before);
  const reader = callers.find(({ role }) => role === 'reader');
  // What a reader does to their own account is theirs.
  for (const action of actions.filter(({ page }) => page !== '/account')) await act(action, reader?.cookie ?? '');
  expect(await rows()).toEqual(before);
});

test('the same requests of an administrator would be noticed', async () => {
  const before = await rows();
  for (const action of actionsOf('admin').filter(({ page }) => page === '/people'))
    await act(action, administrator.cookie);
  expect(await rows()).not.toEqual(before);
});
