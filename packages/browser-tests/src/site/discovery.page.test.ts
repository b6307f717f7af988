import { siteLanguages } from '@rapporteur/domain/translation/languages';
import LinkHeader from 'http-link-header';
import { expect, inject, test } from 'vitest';
import { database } from '../database';
import { addDraft } from '../drafts';
import { unmoved } from '../heard';
import { mark } from '../mark';
import { addPerson } from '../people';
import { recordPages, withdrawn } from './addresses';

// How others find the record, on the built site: site maps, robots, signposts, and meta elements.

const { site } = inject('product');
const db = database();
const get = (path: string) => fetch(new URL(path, site));
const locations = (text: string) => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc ?? '');

async function siteMap(): Promise<string[]> {
  const index = locations(await (await get('/sitemap.xml')).text());
  return (await Promise.all(index.map(async (part) => locations(await (await fetch(part)).text())))).flat();
}

test('robots.txt leads to the site map, and the site map to every public page, each of which is there', async () => {
  const robots = await (await get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${site}/sitemap.xml\n`);
  const pages = await unmoved(db, async () => {
    const named = await siteMap();
    const live = await db.entry.count({ where: { state: 'live' } });
    const translations = await db.publishedTranslation.count();
    expect(named).toHaveLength(new Set(named).size);
    expect(named).toHaveLength(live + translations + 13 * siteLanguages.length);
    return named;
  });
  expect(pages).toContain(`${site}/data`);
  // What a test beside this one has published it may have withdrawn again.
  for (const address of pages.filter((_, at) => at % 3 === 0))
    expect([200, 410], address).toContain((await fetch(address)).status);
  expect(pages).not.toContain(site + withdrawn);
  expect((await get('/sitemap/2.xml')).status).toBe(404);
  expect(locations(await (await get('/news-sitemap.xml')).text())).toEqual([site + recordPages.article]);
});

test.each(Object.entries(recordPages))(
  'the page (%s) has its signposts in its head and in its answer',
  async (_, path) => {
    const response = await get(path);
    const html = await response.text();
    const links = LinkHeader.parse(response.headers.get('link') ?? '').refs;
    const to = (rel: string) => links.filter((link) => link.rel === rel).map(({ uri }) => uri);
    const [permalink = ''] = to('cite-as');
    expect(permalink).toMatch(new RegExp(`^${site}/r/[a-z]{3}_[0-9a-z]{26}@\\d+$`));
    expect(to('type')).toHaveLength(2);
    expect(to('license')).toEqual(path === recordPages.source ? [] : ['https://creativecommons.org/licenses/by/4.0/']);
    expect(to('version-history')).toEqual([`${path}/history`]);
    for (const uri of [permalink, ...to('describedby'), ...to('item'), ...to('author'), ...to('version-history')])
      expect((await get(uri)).status, uri).toBe(200);
    expect((await fetch(site + path, { method: 'HEAD' })).headers.get('link')).toBe(response.headers.get('link'));
    expect(html).toContain(`<meta name="citation_public_url" content="${permalink}"/>`);
    expect(html).toContain(`<meta name="DC.identifier" content="${permalink}"/>`);
    expect(html).toContain(`<meta property="og:url" content="${site}${path}"/>`);
    expect(html).toContain(`<link rel="canonical" href="${site}${path}"/>`);
  },
);

// Case A01 of the security catalogue, for what is made for programs: what is not public is in none of it.
test('nothing for programs names what is not public', async () => {
  const canary = `cnry-draft-${mark()}`;
  const { id } = await addDraft(db, await addPerson(db, 'editor'), {
    kind: 'event',
    slug: canary,
    content: {
      title: `CNRY-DRAFT-${mark()}`,
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
  const feeds = ['/feed', '/corrections/feed', `${recordPages.actor}/feed`, `${recordPages.programme}/feed`];
  const paths = [
    ...feeds.flatMap((feed) => ['atom', 'rss', 'json'].map((format) => `${feed}.${format}`)),
    '/sitemap.xml',
    '/sitemap/1.xml',
    '/news-sitemap.xml',
    '/robots.txt',
    '/timemap',
    '/corrections',
    `/timemap/events/${canary}`,
    `/timegate/events/${canary}`,
    `/r/${id}@1/citation.csl.json`,
  ];
  const live = await db.entry.findFirstOrThrow({ where: { state: 'live', kind: 'article' } });
  const shown = await Promise.all(paths.map(async (path) => (await get(path)).text()));
  // What is public is found there: so would a draft be.
  expect(shown.filter((text) => text.includes(`/articles/${live.slug}`)).length).toBeGreaterThan(3);
  for (const path of paths) {
    for (const options of [
      {},
      { headers: { RSC: '1', 'next-router-prefetch': '1' } },
      { headers: { range: 'bytes=0-' } },
    ]) {
      const response = await fetch(site + path, options);
      const whole = JSON.stringify([...response.headers]) + (await response.text());
      expect(whole.replaceAll(path, '').toLowerCase(), path).not.toContain('cnry-draft');
      expect(response.headers.get('content-type'), path).not.toContain('x-component');
    }
  }
});
