import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { unmoved } from '../heard';
import { mark } from '../mark';
import { stampsOf } from '../past';
import { addPerson } from '../people';
import { recordPages, withdrawn } from './addresses';

const { open, visitor } = visits(inject('product').site);
const db = database();

const results = (page: Page) => page.locator('.results > li');
const hrefs = (page: Page) =>
  page.locator('.results h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));

describe('without scripts', () => {
  test('a reader asks from any page, narrows what was found, takes it back, and opens it', async () => {
    const page = await open(recordPages.article, { javaScript: false });
    await page.getByRole('searchbox', { name: 'Search the record' }).fill('lethal weapons');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^\d+ records found for “lethal weapons”$/ }).waitFor();
    await page.waitForLoadState();
    expect(await page.locator('.results b').first().innerText()).toMatch(/lethal|weapons/i);
    const all = await results(page).count();
    expect(all).toBeGreaterThan(3);

    const facets = page.getByRole('complementary', { name: 'Narrow the results' });
    const statements = facets.getByRole('checkbox', { name: /^Statements/ });
    const told = Number(/\d+/.exec(await facets.locator('label', { hasText: 'Statements' }).innerText())?.[0]);
    await statements.check();
    await facets.getByRole('button', { name: 'Narrow the results' }).click();
    await page.waitForURL(/kind=statement/);
    expect(await results(page).count()).toBe(told);
    expect(await page.locator('.results .kind').allInnerTexts()).toEqual(Array(told).fill('Statement'));

    await page.getByRole('list', { name: 'Narrowed to' }).getByRole('link', { name: 'Statements: take back' }).click();
    await expect.poll(() => results(page).count()).toBe(all);
    const link = page.locator(`.results a[href="${recordPages.statement}"]`);
    await link.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(recordPages.statement);
  });

  test('a reader chooses days, and an actor, and keeps the one with the other', async () => {
    const page = await open('/search?q=weapons', { javaScript: false });
    await page.getByRole('complementary').getByRole('link', { name: 'Hungary', exact: true }).click();
    await page.getByRole('list', { name: 'Narrowed to' }).getByRole('link', { name: 'Hungary: take back' }).waitFor();
    await page.getByLabel('From', { exact: true }).fill('2030-01-01');
    await page.getByRole('complementary').getByRole('button', { name: 'Narrow the results' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'Nothing for “weapons” within what it is narrowed to' })
      .waitFor();
    const without = page.getByText(/^None within these limits\. Without them: \d+ records?\.$/).getByRole('link');
    expect(await without.getAttribute('href')).toBe('/search?q=weapons');
    await page.getByRole('link', { name: 'Since 2030-01-01: take back' }).click();
    await results(page).first().waitFor();
    await page.getByRole('link', { name: 'Hungary: take back' }).waitFor();
  });

  test('the button has its name where only its sign has room', async () => {
    const page = await open('/search?q=weapons', { width: 390, javaScript: false });
    const button = page.getByRole('main').getByRole('button', { name: 'Search', exact: true });
    await button.waitFor();
    expect(await button.innerText()).toBe('');
  });

  test('a result has a permanent address, and says what it rests on', async () => {
    const page = await open('/search?q=lethal+weapons&kind=statement', { javaScript: false });
    const [permalink] = await results(page)
      .first()
      .locator('.meta a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    expect(permalink).toMatch(/^\/r\/stm_[0-9a-z]+@\d+$/);
    expect(await results(page).first().locator('.meta').innerText()).toMatch(/Rests on \d+ passages?/);
    expect((await page.goto(permalink ?? ''))?.status()).toBe(200);
  });

  test.each(['Szijjártó', 'szijjarto', 'Szijarto', 'SZIJJARTO', 'Сіярто', 'Сійярто'])(
    'a name is found however it is spelt: %s',
    async (name) => {
      const page = await open(`/search?q=${encodeURIComponent(name)}`, { javaScript: false });
      expect(await hrefs(page)).toEqual(expect.arrayContaining([recordPages.person, recordPages.statement]));
    },
  );

  test('what may have been meant is offered, in the same filter and as of the same date, and what is shown is said', async () => {
    const { corrected } = await stampsOf(db);
    const page = await open(`/at/${corrected}/search?q=Hungray&kind=statement`, { javaScript: false });
    await page.getByRole('heading', { level: 1, name: 'Nothing on record for “Hungray”' }).waitFor();
    await page.getByText(/^Shown instead is what concerns Hungary \(spelt like “hungray”\): \d+ records?\.$/).waitFor();
    const shown = await hrefs(page);
    expect(shown.length).toBeGreaterThan(0);
    await page.getByText('Did you mean Hungary?').getByRole('link', { name: 'Hungary', exact: true }).click();
    await page.waitForURL(`**/at/${corrected}/search?q=Hungary&kind=statement`);
    await page.getByRole('heading', { level: 1, name: /found for “Hungary”/ }).waitFor();
    expect(await hrefs(page)).toEqual(expect.arrayContaining(shown.slice(0, 1)));
  });

  test('absence is said to be no finding about the world', async () => {
    const page = await open('/search?q=zzqx', { javaScript: false });
    await page.getByRole('heading', { level: 1, name: 'Nothing on record for “zzqx”' }).waitFor();
    await page.getByText('That is no finding about the world').waitFor();
  });
});

test('what was withdrawn is not found, and is found as of a date before', async () => {
  const { corrected } = await stampsOf(db);
  const words = await db.revision.findFirstOrThrow({
    where: { record: { slug: withdrawn.split('/').at(-1) ?? '' } },
    orderBy: { number: 'desc' },
  });
  const { text } = words.content as { text: string };
  const question = encodeURIComponent(text.split(' ').slice(0, 6).join(' '));
  const now = await open(`/search?q=${question}`);
  expect(await hrefs(now)).not.toContain(withdrawn);
  const then = await open(`/at/${corrected}/search?q=${question}`);
  expect(await hrefs(then)).toContain(`/at/${corrected}${withdrawn}`);
  // The form of a past page asks the past.
  await then.getByRole('combobox', { name: 'Search the record' }).last().press('Enter');
  await then.waitForURL(new RegExp(`/at/${corrected}/search`));
});

// Case A05 of the security catalogue.
test('words that stand in a draft alone are answered like words that stand nowhere', async () => {
  const [secret, nonsense] = ['Quillonfar', 'Vexmurglia'];
  await addDraft(db, await addPerson(db, 'editor'), {
    kind: 'issue',
    slug: `secret-${mark()}`,
    content: { question: `Will ${secret} be told?`, shortTitle: `${secret} told`, description: null, programmes: [] },
    rests: { '/question': 'Brussels, 29 November 2023.' },
  });
  const call = (name: string, input: unknown) => `/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const ways: ((word: string) => string)[] = [
    (word) => `/search?q=${word}`,
    (word) => `/search?q=${word}&sort=date&kind=issue`,
    (word) => `/search?q=%22Will+${word}%22`,
    (word) => `/search?q=${word.slice(0, -1)}rr`,
    (word) => call('search.find', { question: word }),
    (word) => call('search.suggest', { typed: word.slice(0, 6) }),
  ];
  const page = await (await visitor()).newPage();
  // The address of an answer holds the question, and its fingerprint is of the question too; how much answers stands beside them.
  const cited = /\d+-[0-9a-f]{32}(?:-[\w-]+)?|(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;
  const answer = async (address: string, word: string) =>
    (await (await page.request.get(address)).text())
      .replaceAll(cited, 'CITED')
      .replaceAll(new RegExp(word.slice(0, -1), 'gi'), 'WORD')
      .replaceAll(/WORD[a-z]+/g, 'WORD');
  const tellApart = async (word: string) => {
    const told: number[] = [];
    for (const [index, way] of ways.entries())
      if ((await answer(way(word), word)) !== (await answer(way(nonsense), nonsense))) told.push(index);
    return told;
  };
  expect(await unmoved(db, () => tellApart(secret))).toEqual([]);
  // A word that is public is told apart, on most ways at once.
  expect((await tellApart('Szijjártó')).length).toBeGreaterThan(3);
});

test('one question has one address in the cache, however it is written', async () => {
  const page = await (await visitor()).newPage();
  const tag = async (query: string) => (await page.request.get(`/search?${query}`)).headers()['etag'];
  await unmoved(db, async () => {
    const written = await tag('q=lethal%20weapons&kind=position,statement');
    expect(await tag('kind=statement&kind=position&q=+lethal++weapons&page=7')).toBe(written);
  });
  expect((await page.request.get('/search?q=a&kind=draft')).status()).toBe(400);
  expect((await page.request.get('/search?q=a&after=nowhere')).status()).toBe(400);
});

describe('with scripts', () => {
  test('"/" leads to the field, and names are suggested while they are typed', async () => {
    const page = await open(recordPages.programme);
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Search the record' });
    // In one breath: an answer to half of it would come in between.
    await page.keyboard.insertText('szij');
    const option = page.getByRole('option', { name: /Szijjártó/ });
    await option.first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    const first = await option.first().getAttribute('id');
    await expect.poll(() => field.getAttribute('aria-activedescendant')).toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${recordPages.person}`);
  });

  test('Escape closes the suggestions, and Enter asks what was typed', async () => {
    const page = await open('/search');
    const field = page.getByRole('combobox', { name: 'Search the record' }).last();
    await field.fill('hungary');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?]q=hungary/);
  });
});
