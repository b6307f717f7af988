import { createToken } from '@rapporteur/core/person/token';
import { beforeAll, expect, inject, test } from 'vitest';
import { database } from '../database';
import { addDraft } from '../drafts';
import { addPerson, cookieOf, type Person } from '../people';
import { routesOf } from '../routes';
import { answerOf, recordPages } from './addresses';

// Case D01 of the security catalogue for the public site: every page and route of it, found by walking its folder, asked for
// by everybody there is. Who somebody is at the desk makes no difference here, and nothing is ever changed.

const { site, desk } = inject('product');
const db = database();

/** Of each kind, a record that readers have, and what stands below its page beside what stands below all. */
const kinds: Record<string, { record: string; below: readonly string[] }> = {
  sources: { record: recordPages.source, below: [] },
  actors: { record: recordPages.actor, below: ['board', 'positions', 'statements', 'votes'] },
  events: { record: recordPages.event, below: ['statements'] },
  programmes: { record: recordPages.programme, below: ['positions', 'statements'] },
  issues: { record: recordPages.issue, below: ['board', 'positions', 'statements'] },
  statements: { record: recordPages.statement, below: [] },
  positions: { record: recordPages.position, below: [] },
  commitments: { record: recordPages.commitment, below: [] },
  articles: { record: recordPages.article, below: [] },
};
const call = '/api/trpc/status.get?input=%7B%7D';

interface Rule {
  /** An address to ask for; some are known only once the record is there. */
  at: string | (() => string);
  status: number;
  /** What a form from nowhere is answered, where forms are taken at all. */
  posted?: number;
}
let permalink: string;
let passage: string;
let frozen: string;

const declared: Record<string, Rule> = {
  'page /': { at: '/', status: 200 },
  'page /at': { at: '/at', status: 200 },
  'page /data': { at: '/data', status: 200 },
  'page /changes': { at: '/changes', status: 200 },
  'page /corrections': { at: '/corrections', status: 200 },
  'page /compare': { at: '/compare', status: 200 },
  'page /search': { at: '/search?q=weapons', status: 200 },
  'page /q/[question]': { at: () => frozen, status: 200 },
  'GET /q/[question]/[file]': { at: () => `${frozen}/answer.json`, status: 200 },
  'page /r/[permalink]': { at: () => permalink, status: 200 },

  'page /sources/[slug]/passages/[passage]': { at: () => passage, status: 200 },
  'page /alerts': { at: '/alerts?of=/', status: 200, posted: 403 },
  'page /alerts/done/[what]': { at: '/alerts/done/asked', status: 200 },
  // Only the server in front leads there: nobody else can ask for them.
  'page /alerts/confirm': { at: '/alerts/confirm', status: 404 },
  'page /alerts/leave': { at: '/alerts/leave', status: 404 },
  'GET /alerts/about': { at: '/alerts/about?of=/', status: 404 },
  'page /preview': { at: '/preview', status: 404 },
  'page /trouble/[what]': { at: '/trouble/away', status: 404 },
  'page /reference': { at: '/reference', status: 404 },
  ...Object.fromEntries(
    ['feed.atom', 'feed.rss', 'feed.json', 'sitemap.xml', 'news-sitemap.xml', 'robots.txt'].map((name) => [
      `GET /${name}`,
      { at: `/${name}`, status: 200 },
    ]),
  ),
  'GET /sitemap/[part]': { at: '/sitemap/1.xml', status: 200 },
  'GET /search/[feed]': { at: '/search/feed.atom?q=weapons', status: 200 },
  'GET /corrections/[feed]': { at: '/corrections/feed.atom', status: 200 },
  ...Object.fromEntries(
    ['actors', 'issues', 'programmes'].map((segment) => [
      `GET /${segment}/[slug]/[feed]`,
      { at: `${kinds[segment]?.record}/feed.atom`, status: 200 },
    ]),
  ),
  'GET /r/[permalink]/share.png': { at: () => `${permalink}/share.png`, status: 200 },
  'GET /share.png': { at: '/share.png', status: 200 },
  'page /embed/[segment]/[slug]': { at: `/embed${recordPages.programme}`, status: 200 },
  'GET /oembed': { at: '/oembed?url=x', status: 404 },
  'GET /r/[permalink]/[citation]': { at: () => `${permalink}/citation.bib`, status: 200 },
  'GET /timegate/[[...path]]': { at: `/timegate${recordPages.programme}`, status: 302 },
  'GET /timemap/[[...path]]': { at: `/timemap${recordPages.programme}`, status: 200 },
  ...Object.fromEntries(
    Object.entries(kinds).flatMap(([segment, { record, below }]) => [
      [`page /${segment}`, { at: `/${segment}`, status: 200 }],
      [`page /${segment}/[slug]`, { at: record, status: 200 }],
      ...['diff', 'history', 'mentions', ...below].map(
        (name) => [`page /${segment}/[slug]/${name}`, { at: `${record}/${name}`, status: 200 }] as const,
      ),
    ]),
  ),
};

/** What the server answers itself, without the framework: its routes are read off no folder. */
const programs: Record<string, Rule> = {
  // A form is a question there; what the test sends is none.
  '/api/reconcile': { at: '/api/reconcile', status: 200, posted: 400 },
  ...Object.fromEntries(
    [
      '/api/reconcile/suggest/entity?prefix=hu',
      call,
      '/api/v1',
      '/api/v1/openapi.json',
      '/api/v1/docs',
      '/api/v1/exports',
      '/api/v1/issues',
      '/api/v1/changes',
      '/api/v1/search',
    ].map((at) => [at, { at, status: 200 }]),
  ),
};

const canary = `CNRY-DRAFT-site-${process.pid}`;
let callers: Record<string, HeadersInit>;
let author: Person;

/** What the person who asks has written, done and begun. Others are at work in the same database. */
const traces = () =>
  Promise.all([
    db.revision.count({ where: { authorId: author.userId } }),
    db.auditEntry.count({ where: { userId: author.userId } }),
    db.session.count({ where: { userId: author.userId } }),
    // The form of this test names no address of mail; the tests of alerts ask with their own meanwhile.
    db.alert.count({ where: { NOT: { email: { endsWith: '@example.org' } } } }),
  ]);

beforeAll(async () => {
  author = await addPerson(db, 'administrator');
  const { secret } = await createToken(db, author, { name: 'A program', scopes: ['read'], days: 1 });
  callers = {
    anybody: {},
    'an administrator of the desk': { cookie: await cookieOf(db, author, desk) },
    'a program of the desk': { authorization: `Bearer ${secret}` },
    'who says so': { 'x-rapporteur-preview': 'x', 'x-rapporteur-version': '0', 'x-user-id': author.userId },
  };
  await addDraft(db, author, {
    kind: 'issue',
    slug: `site-${process.pid}`,
    content: { question: canary, shortTitle: canary, description: canary, programmes: [] },
    rests: { '/question': 'Brussels, 29 November 2023.' },
  });
  const live = await db.entry.findFirstOrThrow({ where: { kind: 'programme', state: 'live' } });
  permalink = `/r/${live.id}@1`;
  const source = await db.entry.findFirstOrThrow({ where: { kind: 'source', state: 'live' } });
  const cited = await db.passage.findFirstOrThrow({ where: { recordId: source.id } });
  frozen = await answerOf('/programmes');
  passage = `/sources/${source.slug}/passages/${cited.id}`;
});

/** What is wrong with how an address is answered, one line a fault. */
async function faults(route: string, { at, status, posted = 405 }: Rule): Promise<string[]> {
  const found: string[] = [];
  const path = typeof at === 'string' ? at : at();
  for (const [name, headers] of Object.entries(callers)) {
    const answer = await fetch(site + path, { headers, redirect: 'manual' });
    const text = await answer.text();
    const say = (what: string) => found.push(`${route} ${what} to ${name} (${answer.status})`);
    if (answer.status !== status) say('answers otherwise');
    if (text.includes(canary)) say('gives a draft away');
    if (answer.headers.getSetCookie().length > 0) say('sets a cookie');
    if (answer.headers.has('access-control-allow-credentials')) say('trusts other sites');
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await fetch(site + path, {
      method,
      headers: callers['an administrator of the desk'] ?? {},
      body: 'a=b',
    });
    await answer.text();
    if (answer.status !== (method === 'POST' ? posted : 405))
      found.push(`${route} answers ${method} with ${answer.status}`);
  }
  return found;
}

const undeclared = (routes: readonly string[]) => routes.filter((route) => !Object.hasOwn(declared, route));

test('every page and route of the site is declared, and what is declared is there', () => {
  const routes = routesOf('web');
  expect(undeclared(routes)).toEqual([]);
  expect(Object.keys(declared).filter((route) => !routes.includes(route))).toEqual([]);
  expect(undeclared([...routes, 'page /backdoor'])).toEqual(['page /backdoor']);
});

test('everybody is answered alike everywhere, is given no draft, and changes nothing', async () => {
  const before = await traces();
  const found = await Promise.all(
    Object.entries({ ...declared, ...programs }).map(([route, rule]) => faults(route, rule)),
  );
  expect(found.flat()).toEqual([]);
  expect(await traces()).toEqual(before);
});

test('a page that answers otherwise than it says, or shows what is no reader’s, would be noticed', async () => {
  expect(await faults('page /', { at: '/', status: 404 })).toContain('page / answers otherwise to anybody (200)');
  expect(await faults('page /', { at: '/sources/never-there', status: 200 })).toHaveLength(4);
});
