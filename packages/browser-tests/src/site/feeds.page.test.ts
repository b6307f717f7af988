import { expect, inject, test } from 'vitest';
import { database } from '../database';
import { unmoved } from '../heard';
import { stampsOf } from '../past';
import { recordPages, withdrawn } from './addresses';

// What programs read of the built site, through the cache in front: media types, tags, 304, HEAD, and nothing of the past.

const { site } = inject('product');
const db = database();

const feeds = [
  '/feed',
  '/corrections/feed',
  ...[recordPages.actor, recordPages.issue, recordPages.programme].map((page) => `${page}/feed`),
];
const types = { atom: 'application/atom+xml', rss: 'application/rss+xml', json: 'application/feed+json' };
const every = feeds.flatMap((feed) =>
  Object.entries(types).map(([ending, type]) => [`${feed}.${ending}`, type] as const),
);

test.each(every)('%s is %s, with a strong tag, 304 and HEAD', async (path, type) => {
  await unmoved(db, async () => {
    const response = await fetch(site + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    const etag = response.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(response.headers.get('cache-control')).toBe('public, no-cache');
    const text = await response.text();
    expect(text).toContain(`${site}${path}`);
    const again = await fetch(site + path, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const head = await fetch(site + path, { method: 'HEAD' });
    const names = ['content-type', 'etag', 'cache-control', 'vary', 'content-encoding', 'content-length'];
    expect(names.map((name) => head.headers.get(name))).toEqual(names.map((name) => response.headers.get(name)));
    expect(await head.text()).toBe('');
  });
});

test('what is older is reached by parts, each with a tag of its own; what is no part says so', async () => {
  await unmoved(db, async () => {
    const ids = new Set<string>();
    for (let next: string | undefined = `${site}/feed.json`; next !== undefined;) {
      const response = await fetch(next);
      expect(response.status, next).toBe(200);
      const etag = response.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[^"]+"$/);
      expect((await fetch(next, { headers: { 'if-none-match': etag } })).status).toBe(304);
      const feed = (await response.json()) as { items: { id: string }[]; next_url?: string };
      for (const { id } of feed.items) ids.add(id);
      next = feed.next_url;
    }
    expect(ids.size).toBe(await db.entry.count());
  });
  for (const path of [
    '/feed.atom?after=x',
    '/corrections/feed.rss?after=7',
    `${recordPages.actor}/feed.json?after=x`,
  ]) {
    const response = await fetch(site + path);
    expect([response.status, response.headers.get('content-type')], path).toEqual([400, 'text/plain; charset=utf-8']);
    expect(await response.text()).toContain('no such part');
  }
});

test('the record that was withdrawn is taken back, with its reason', async () => {
  const atom = await (await fetch(`${site}/feed.atom`)).text();
  const entry = await db.entry.findFirstOrThrow({ where: { slug: withdrawn.split('/').at(-1) ?? '' } });
  expect(atom).toMatch(/<at:deleted-entry ref="urn:uuid:[0-9a-f-]{36}" when="[^"]+"><at:comment>Withdrawn: /);
  expect(atom).not.toContain(`<link rel="alternate" type="text/html" href="${site}/events/never`);
  const corrections = await (await fetch(`${site}/corrections/feed.atom`)).text();
  expect(corrections).toContain(entry.reason?.replaceAll('&', '&amp;') ?? 'no reason');
  expect(corrections).not.toContain('deleted-entry');
});

test('a feed has no past, and what has no feed has none', async () => {
  const { first } = await stampsOf(db);
  for (const path of [`/at/${first}/feed.atom`, `/actors/never-there/feed.atom`, `${recordPages.actor}/feed.html`]) {
    const response = await fetch(site + path);
    expect(response.status, path).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<h1>');
  }
});
