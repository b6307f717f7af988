import { languages, ownNames, pathIn, siteLanguages, type Language } from '@rapporteur/domain/translation/languages';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { faultsOfWords } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { stampsOf } from '../past';
import { addressOf, answerOf, recordPages, withdrawn } from './addresses';

const { site } = inject('product');
const { open, visitor } = visits(site);
const db = database();
let stamp: string;
beforeAll(async () => {
  stamp = (await stampsOf(db)).corrected;
});

const pages = {
  ...recordPages,
  home: '/',
  list: '/programmes',
  changes: '/changes',
  corrections: '/corrections',
  'board of an issue': `${recordPages.issue}/board`,
  'board in words': `${recordPages.actor}/board?on=2023-11-30&show=table`,
  'frozen question': '/statements',
  'alerts by mail': `/alerts?of=${recordPages.issue}`,
  search: '/search?q=lethal%20weapons',
  'search that finds nothing': '/search?q=zzqx%20qqzv',
  'search before a question': '/search',
  history: '/programmes/nato-ukraine-2024/history',
  difference: '/programmes/nato-ukraine-2024/diff',
  statements: '/actors/peter-szijjarto/statements',
  tombstone: withdrawn,
  'not found': '/programmes/never-there',
  'choice of a date': '/at',
  'comparison of two days': '/compare?page=/programmes/nato-ukraine-2024&from=2023-11-30&to=2024-01-15',
  'address that cannot be read': '/programmes/%',
  'card of a programme': `/embed${recordPages.programme}`,
  'card of a board': `/embed${recordPages.actor}`,
};

const english =
  /(?<!\p{L})(?:the|of|and|with|which|this|that|from|what|where|record|records|published|search|changed?|read|sources?|not|version of|passages? (?:in|of)|all)(?!\p{L})/giu;
// Words of English that are words of theirs as well.
const alsoTheirs: Record<Language, RegExp> = {
  uk: /^$/,
  hu: /^$/,
  fr: /^(?:sources?|change|version of)$/i,
  de: /^all$/i,
};

/** What the record calls what it holds, which is named in sentences of every language: every title that was ever published, and what issues and provisions are called besides. */
async function titlesOf(): Promise<string[]> {
  const publications = await db.publication.findMany({ select: { title: true } });
  const revisions = await db.publishedRevision.findMany({ select: { content: true } });
  const called = revisions.flatMap(({ content }) => {
    const { title, question, shortTitle, provisions } = content as {
      [name in 'title' | 'question' | 'shortTitle']?: string | null;
    } & { provisions?: { subject: string }[] };
    return [title, question, shortTitle, ...(provisions ?? []).map(({ subject }) => subject)];
  });
  return [...publications.map(({ title }) => title), ...called].filter((title) => typeof title === 'string');
}

/** The names in a text, the longest first, and addresses of the site. */
function namesIn(titles: readonly string[]): RegExp {
  const escaped = [...new Set(titles)]
    .filter((title) => title !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((title) => title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp([...escaped, String.raw`(?:https?:/)?/[^\s“”„«»,]+`, '[a-z]+/[a-z0-9-]+'].join('|'), 'giu');
}

/** Whether there are words of English in a text of another language, beside the names in it. */
function hasEnglish(text: string, language: Language, names: RegExp): boolean {
  const words = [...text.replaceAll(names, ' ').matchAll(english)];
  return words.some(([word]) => !alsoTheirs[language].test(word));
}

/** What a page says as it was sent: its language, the texts that a reader sees or hears as words of that, and where its links lead. */
const wordsOf = (reader: Page, html: string) =>
  reader.evaluate((sent) => {
    // Parsed and not opened: what it looks like, and what it would load, is nothing to its words.
    const read = new DOMParser().parseFromString(sent, 'text/html');
    const texts: string[] = [];
    const walker = read.createTreeWalker(read.body, NodeFilter.SHOW_TEXT);
    const { lang } = read.documentElement;
    const isOwn = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') === lang;
    while (walker.nextNode()) {
      const { parentElement: parent, nodeValue } = walker.currentNode;
      // What is cited in a format stands as the format has it.
      if (parent && !parent.closest('script, style, code, pre.cite-text') && isOwn(parent)) texts.push(nodeValue ?? '');
    }
    for (const element of read.querySelectorAll('[aria-label], [data-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'data-label', 'placeholder', 'title'])
        if (isOwn(element)) texts.push(element.getAttribute(name) ?? '');
    const links = [...read.querySelectorAll('body a[href^="/"]:not([hreflang])')];
    return { lang, texts, links: links.map((link) => link.getAttribute('href') ?? '') };
  }, html);

const sent = async (path: string) => (await fetch(site + path)).text();

describe.each(languages)('in %s', (language) => {
  test('every page speaks it, says so, and leads on in it', async () => {
    const reader = await (await visitor()).newPage();
    const within = new RegExp(`^(?:/at/\\d+)?/${language}(?:[/?#]|$)`);
    const read: (readonly [name: string, html: string])[] = [];
    for (const [name, address] of Object.entries(pages))
      read.push([name, await sent(pathIn(language, await addressOf(db, name, address)))]);
    // Afterwards: others publish meanwhile, and no page names what is not in the record by now.
    const names = namesIn(await titlesOf());
    for (const [name, html] of read) {
      const { lang, texts, links } = await wordsOf(reader, html);
      expect([lang, texts.length > 0], name).toEqual([language, true]);
      expect(
        texts.filter((text) => hasEnglish(text, language, names)),
        name,
      ).toEqual([]);
      expect(
        links.filter((href) => !within.test(href)),
        name,
      ).toEqual([]);
    }
  });

  test.each(['home', 'programme', 'statement', 'search', 'changes'] as const)(
    'the page (%s) is accessible and keeps within the screen',
    async (name) => {
      const page = await open(pathIn(language, pages[name]));
      expect(await faultsOfWords(page)).toEqual([]);
    },
  );
});

test('the switch leads to the same page at the same moment, and back', async () => {
  const page = await open(`/at/${stamp}${recordPages.programme}`, { javaScript: false });
  for (const language of [...languages, 'en'] as const) {
    await page.locator('.languages summary').click();
    await page.locator('.languages').getByRole('link', { name: ownNames[language] }).click();
    await page.waitForURL(`${site}/at/${stamp}${pathIn(language, recordPages.programme)}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('.languages [aria-current]').textContent()).toBe(ownNames[language]);
  }
  await page.goto('/search?q=weapons&sort=date');
  await page.locator('.languages summary').click();
  await page.locator('.languages').getByRole('link', { name: ownNames.de }).click();
  await page.waitForURL(`${site}/de/search?q=weapons&sort=date`);
});

test('a reader stays in a language: by links, by a form, by a choice of a date, and home from the past', async () => {
  const page = await open('/hu', { javaScript: false });
  await page.getByRole('link', { name: 'Programok', exact: true }).first().click();
  await page.waitForURL(`${site}/hu/programmes`);
  await page.locator('.masthead-search input').fill('Szijjarto');
  await page.locator('.masthead-search button').click();
  await page.waitForURL(/\/hu\/search\?q=Szijjarto$/);
  await page.goto(`/hu${recordPages.issue}`);
  await page.locator('.asof summary').click();
  await page.locator('#asof-date').fill(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`);
  await page.locator('#asof-time').fill(`${stamp.slice(8, 10)}:${stamp.slice(10, 12)}:${stamp.slice(12)}`);
  await page.getByRole('button', { name: 'Az oldal akkori állapota' }).first().click();
  await page.waitForURL(`${site}/at/${stamp}/hu${recordPages.issue}`);
  await page.getByRole('link', { name: 'Vissza a mai állapothoz' }).click();
  await page.waitForURL(`${site}/hu${recordPages.issue}`);
});

/** What the head of a page says of its languages: its own address, and where it is in others. */
async function languagesOf(path: string) {
  const html = await (await fetch(site + path)).text();
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
  const alternates = [...html.matchAll(/<link rel="alternate" hrefLang="([^"]*)" href="([^"]*)"/g)];
  return { canonical, alternates: Object.fromEntries(alternates.map(([, language, href]) => [language, href])) };
}

test('the versions of a page name one another, and of a record those that are published', async () => {
  for (const path of ['/', '/programmes', '/changes']) {
    const expected = {
      ...Object.fromEntries(siteLanguages.map((language) => [language, site + pathIn(language, path)])),
      'x-default': site + path,
    };
    for (const language of siteLanguages) {
      const own = site + pathIn(language, path);
      expect(await languagesOf(pathIn(language, path)), own).toEqual({ canonical: own, alternates: expected });
    }
  }
  const translated = await languagesOf(`/uk${recordPages.programme}`);
  expect(translated.canonical).toBe(`${site}/uk${recordPages.programme}`);
  expect(Object.keys(translated.alternates).toSorted()).toEqual(['en', 'uk', 'x-default']);
  // It is not translated into Hungarian: what is shown there is the original.
  expect((await languagesOf(`/hu${recordPages.programme}`)).canonical).toBe(site + recordPages.programme);
  expect((await languagesOf(`/hu${recordPages.statement}`)).alternates).toEqual({});
});

test('a page has one address: the moment before the language, and no tag for English', async () => {
  const led = async (path: string) => {
    const answer = await fetch(site + path, { redirect: 'manual' });
    return [answer.status, answer.headers.get('location'), answer.headers.get('vary')];
  };
  expect(await led(`/en${recordPages.actor}`)).toEqual([308, recordPages.actor, null]);
  expect(await led(`/uk/at/${stamp}/programmes`)).toEqual([308, `/at/${stamp}/uk/programmes`, null]);
  for (const path of [
    '/uk/api/trpc/status.get?input=%7B%7D',
    '/uk/robots.txt',
    '/uk/sitemap.xml',
    '/uk/assets/search.js',
  ])
    expect((await fetch(site + path)).status, path).toBe(404);
  const asked = await fetch(`${site}/programmes`, { headers: { 'accept-language': 'hu' } });
  expect([asked.headers.get('vary'), (await asked.text()).includes('<html lang="en">')]).toEqual([
    'accept-encoding',
    true,
  ]);
});

test('a feed carries its titles in the language of its address, and leads to pages in it', async () => {
  const feed = await (await fetch(`${site}/uk/feed.json`)).json();
  expect(feed).toMatchObject({ language: 'uk', home_page_url: `${site}/uk`, feed_url: `${site}/uk/feed.json` });
  expect((feed as { items: { url: string }[] }).items.every(({ url }) => url.startsWith(`${site}/uk/`))).toBe(true);
  const translation = await db.publishedTranslation.findFirstOrThrow({ where: { language: 'uk' } });
  const title = (translation.texts as Record<string, string>)['/title'];
  const about = await (await fetch(`${site}/uk${recordPages.programme}/feed.json`)).json();
  expect(about).toMatchObject({ title: `${title} · Rapporteur` });
  expect((feed as { items: { title: string }[] }).items.map((item) => item.title)).toContain(title);
  const found = await (await fetch(`${site}/uk/search/feed.json?q=lethal%20weapons&kind=statement`)).json();
  expect(found).toMatchObject({ language: 'uk', title: 'Пошук: «lethal weapons», заяви · Rapporteur' });
});

test('the citation of an answer is entitled in the language of its address', async () => {
  const address = await answerOf('/statements');
  const cited = async (language: Language) => (await fetch(`${site}${pathIn(language, address)}/citation.txt`)).text();
  expect(await cited('uk')).toContain('“Заяви.”');
  expect(await cited('de')).toContain('“Äußerungen.”');
});

test('suggestions lead on in the language of the page, and name kinds in it', async () => {
  const page = await (await visitor()).newPage();
  await page.goto('/hu');
  await page.locator('.masthead-search input').fill('hungar');
  const option = page.getByRole('option').first();
  await option.waitFor();
  expect(await option.innerText()).toContain('szereplő');
  await option.click();
  await page.waitForURL(`${site}/hu${recordPages.actor}`);
});

test('English words on a page of another language would be noticed', async () => {
  const html = (await sent('/hu')).replace(
    '</main>',
    'Read the whole record<a href="/actors" title="Where it is not"></a></main>',
  );
  const { texts, links } = await wordsOf(await (await visitor()).newPage(), html);
  const names = namesIn(await titlesOf());
  expect(texts.filter((text) => hasEnglish(text, 'hu', names))).toEqual(['Read the whole record', 'Where it is not']);
  expect(links).toContain('/actors');
  // A name beside them is no excuse, and neither is a word before them that is theirs as well.
  expect(hasEnglish('Everything on record that NATO published', 'uk', names)).toBe(true);
  expect(hasEnglish('Sources of the record', 'fr', names)).toBe(true);
  expect(hasEnglish('Positionstafel: The supply of lethal weapons', 'de', names)).toBe(false);
});
