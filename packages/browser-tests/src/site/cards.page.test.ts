import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { faultsAtEveryLook } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { faultsOfMarkup } from '../markup';
import { stampsOf } from '../past';
import { addPerson } from '../people';
import { recordPages, withdrawn } from './addresses';

// Cards of the record on pages of others, the address that tells of them (oEmbed), and the pictures of shared pages.

const { site } = inject('product');
const { open, visitor } = visits(site);
const db = database();
const get = (path: string, options: RequestInit = {}) => fetch(site + path, { redirect: 'manual', ...options });
const told = async (page: string, rest = '') => {
  const answer = await get(`/oembed?url=${encodeURIComponent(site + page)}${rest}`);
  return { status: answer.status, json: answer.ok ? ((await answer.json()) as { html: string; width: number }) : null };
};
const cards = [
  recordPages.programme,
  recordPages.statement,
  `${recordPages.issue}/board`,
  `${recordPages.actor}/board`,
] as const;
const cardOf = (page: string) => `/embed${page.replace(/\/board$/, '')}`;

/** A page of somebody else's, which frames cards as oEmbed says. */
let foreign: Server;
let framed = '';
beforeAll(async () => {
  const frames = await Promise.all(cards.map(async (page) => (await told(page, '&maxwidth=320')).json?.html ?? ''));
  framed = `<!doctype html><html lang="en"><title>A page of others</title><main><h1>Cards</h1>${frames.join('')}</main></html>`;
  foreign = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(framed));
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => foreign.close(resolve)));

test.each(cards)('the page (%s) leads to its card, which anybody may frame and nothing runs in', async (page) => {
  const html = await (await get(page)).text();
  const [, href = ''] = /<link rel="alternate" type="application\/json\+oembed"[^>]* href="([^"]*)"/.exec(html) ?? [];
  const { html: frame } = (await (await fetch(href.replaceAll('&amp;', '&'))).json()) as { html: string };
  expect(frame).toContain(`src="${site}${cardOf(page)}"`);
  const card = await get(cardOf(page));
  const text = await card.text();
  expect(card.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors \*$/);
  expect(card.headers.get('x-frame-options')).toBeNull();
  expect(card.headers.getSetCookie()).toEqual([]);
  expect(text).not.toContain('<script');
  expect(text).toContain('<meta name="robots" content="noindex"/>');
  expect(text).toContain(`<link rel="canonical" href="${site}${page}"/>`);
  expect(text).toMatch(/href="\/r\/[a-z]{3}_\w{26}@\d+"/);
  for (const [link] of text.matchAll(/<a [^>]*>/g)) expect(link).toContain('target="_blank" rel="noopener"');
  expect(await faultsOfMarkup(text)).toEqual([]);
  const { headers } = await get(page);
  expect([
    headers.get('x-frame-options'),
    headers.get('content-security-policy')?.includes("frame-ancestors 'none'"),
  ]).toEqual(['DENY', true]);
});

test('a card rests on its passage, speaks the language of its address, and is of its moment', async () => {
  const { corrected } = await stampsOf(db);
  const passage = /<mark class="passage">[^<]{10}/;
  expect(await (await get(cardOf(recordPages.statement))).text()).toMatch(passage);
  const ukrainian = await (await get(`/uk${cardOf(recordPages.programme)}`)).text();
  expect(ukrainian).toContain('<html lang="uk">');
  expect(ukrainian).toMatch(passage);
  const { json } = await told(`/at/${corrected}${recordPages.statement}`);
  expect(json?.html).toContain(`${site}/at/${corrected}${cardOf(recordPages.statement)}`);
  const past = await get(`/at/${corrected}${cardOf(recordPages.statement)}`);
  expect(await past.text()).toContain(`href="/at/${corrected}${recordPages.statement}"`);
  const gone = await get(cardOf(withdrawn));
  expect([gone.status, gone.headers.get('content-security-policy')?.includes('frame-ancestors *')]).toEqual([
    410,
    true,
  ]);
  expect((await told(withdrawn)).status).toBe(404);
});

test('oEmbed tells of pages of this site alone, in the formats it has, within the room that is there', async () => {
  expect((await told(recordPages.programme, '&maxwidth=321&maxheight=400')).json).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 321,
    height: 400,
  });
  const wide = await told(recordPages.programme);
  expect(wide.json).toMatchObject({ width: 560, thumbnail_width: 1200, thumbnail_height: 630 });
  const xml = await get(`/oembed?format=xml&url=${encodeURIComponent(site + recordPages.programme)}`);
  expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8');
  expect(await xml.text()).toContain('<type>rich</type>');
  for (const stamp of ['29991231235959', '20991231235959'])
    expect((await told(`/at/${stamp}${recordPages.programme}`)).status, stamp).toBe(404);
  for (const [query, status] of [
    [`url=${encodeURIComponent('https://evil.example/programmes/nato-ukraine-2024')}`, 404],
    [`url=${encodeURIComponent(`${site}/programmes/never-there`)}`, 404],
    [`url=${encodeURIComponent(`${site}${recordPages.source}`)}`, 404],
    ['', 404],
    [`format=yaml&url=${encodeURIComponent(site + recordPages.programme)}`, 501],
    [`maxwidth=x&url=${encodeURIComponent(site + recordPages.programme)}`, 400],
    [`maxwidth=-1&url=${encodeURIComponent(site + recordPages.programme)}`, 400],
  ] as const)
    expect((await get(`/oembed?${query}`)).status, query).toBe(status);
});

test('every page names a picture, which is there; that of a record is of the revision it shows', async () => {
  for (const path of ['/', '/programmes', '/uk', ...Object.values(recordPages)]) {
    const html = await (await get(path)).text();
    const [, address = ''] = /<meta property="og:image" content="([^"]*)"/.exec(html) ?? [];
    if (path.split('/').length > 2)
      expect(address).toMatch(new RegExp(`^${site}/r/[a-z]{3}_\\w{26}@\\d+/share\\.png$`));
    const picture = await fetch(address);
    expect([picture.status, picture.headers.get('content-type')], path).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    const again = await fetch(address, { headers: { 'if-none-match': picture.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  }
});

// Case A01 of the security catalogue, for what is shown elsewhere; G06: no address makes pictures without end.
test('there is no card and no picture of what is not public, and none of what never was', async () => {
  const slug = `cnry-draft-${mark()}-card`;
  const { id } = await addDraft(db, await addPerson(db, 'editor'), {
    kind: 'issue',
    slug,
    content: { question: 'CNRY-DRAFT?', shortTitle: 'CNRY-DRAFT', description: null, programmes: [] },
    rests: { '/question': 'Brussels, 29 November 2023.' },
  });
  const never = [`/embed/issues/never-${slug}`, `/r/${id.replace(/.{6}$/, '000000')}@1/share.png`];
  const drafts = [`/embed/issues/${slug}`, `/r/${id}@1/share.png`];
  for (const [at, path] of drafts.entries()) {
    const [answer, nothing] = [await get(path), await get(never[at] ?? '')];
    expect([answer.status, nothing.status]).toEqual([404, 404]);
    expect(await answer.text()).toBe(await nothing.text());
  }
  expect((await told(`/issues/${slug}`)).status).toBe(404);
  const live = await db.entry.findFirstOrThrow({ where: { kind: 'programme', state: 'live' } });
  const gone = await db.entry.findFirstOrThrow({ where: { state: 'withdrawn' } });
  for (const path of [`/r/${live.id}@99/share.png`, `/r/${gone.id}@1/share.png`, `/r/${live.id}@1/other.png`])
    expect((await get(path)).status, path).toBe(404);
  const picture = async (query: string) => (await get(`/r/${live.id}@1/share.png${query}`)).headers.get('etag');
  expect(await picture('?title=x&width=9000')).toBe(await picture(''));
});

test.each(['light', 'dark'] as const)(
  'framed at 320 pixels, %s, cards are whole and lead out of the frame',
  async (scheme) => {
    const context = await (
      await visitor()
    )
      .browser()
      ?.newContext({ viewport: { width: 390, height: 900 }, colorScheme: scheme });
    const page = await context?.newPage();
    if (page === undefined) throw new Error('The browser has gone.');
    const complaints: string[] = [];
    page.on('console', (message) => {
      // What looks into a frame here is a script too, and is refused as every other is.
      if (message.type() === 'error' && !message.text().startsWith('Blocked script execution'))
        complaints.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
    for (const [at, address] of cards.entries()) {
      await page.locator('iframe').nth(at).scrollIntoViewIfNeeded();
      const frame = page.frameLocator('iframe').nth(at);
      await frame.locator('.card h1').waitFor();
      // Its style may come after its words.
      await (await (await page.locator('iframe').nth(at).elementHandle())?.contentFrame())?.waitForLoadState();
      const beyond = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(beyond, address).toBeLessThanOrEqual(0);
    }
    const opened = page.waitForEvent('popup');
    await page.frameLocator('iframe').first().locator('.card h1 a').click();
    await (await opened).waitForURL(site + recordPages.programme);
    expect(complaints).toEqual([]);
    await context?.close();
  },
);

test.each(cards)('the card of %s is accessible and keeps within the screen', async (address) => {
  expect(await faultsAtEveryLook(await open(cardOf(address)))).toEqual([]);
});
