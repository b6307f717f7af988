import { expect, inject, test } from 'vitest';
import { faultsOfWords } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { stampsOf } from '../past';
import { recordPages } from './addresses';

const { site } = inject('product');
const { open } = visits(site);
const db = database();
const board = `${recordPages.issue}/board`;

test('the board of an issue draws who held what over time, and says the same in words beside it', async () => {
  const page = await open(board, { javaScript: false });
  await page.getByRole('heading', { level: 1, name: /^Position board: / }).waitFor();
  const strips = page.getByRole('table', { name: /^Who held what over time/ }).first();
  const hungary = strips.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Hungary' }) });
  expect(await hungary.getByRole('img', { name: 'Opposes: new 29 Nov 2023' }).count()).toBe(1);
  expect(await hungary.locator('.stance--opposes').innerText()).toBe('Opposes');
  expect(await hungary.locator('svg title').allTextContents()).toEqual(['New, opposes: 29 November 2023']);
  const words = page.getByRole('table', { name: /^Who held what over time/ }).last();
  expect(await words.getByRole('row', { name: /Hungary/ }).innerText()).toMatch(/Opposes.*29 Nov 2023/s);
  await hungary.getByRole('link', { name: 'Opposes' }).click();
  await page.waitForURL(site + recordPages.position);
});

test('every sign and band of a board lies within its strip, on a wide screen and on a narrow one', async () => {
  const page = await open(`${recordPages.actor}/board`);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const outside = await page.locator('svg.strip').evaluateAll((strips) =>
      strips.flatMap((strip) => {
        const own = strip.getBoundingClientRect();
        const cell = strip.parentElement?.getBoundingClientRect() ?? own;
        return [...strip.querySelectorAll('rect, use, line')]
          .map((shape) => shape.getBoundingClientRect())
          .filter(({ left, right, width: wide }) => wide > 0 && (left < cell.left || right > cell.right));
      }),
    );
    expect(outside).toEqual([]);
    expect(await page.locator('svg.strip').count()).toBe(2);
  }
  const [name, strip] = await Promise.all(
    ['tbody th.who', 'tbody .when-strip'].map((part) => page.locator(`.board ${part}`).first().boundingBox()),
  );
  expect((name?.y ?? 0) + (name?.height ?? 0)).toBeLessThanOrEqual((strip?.y ?? 0) + 1);
});

test('a reader asks what held on a day, without scripts: before the first turn nothing is on record', async () => {
  const page = await open(board, { javaScript: false });
  const held = page.locator('.board tbody .then').first();
  expect(await held.innerText()).toBe('Opposes');
  await page.getByLabel('What held on', { exact: true }).fill('2023-11-28');
  await page.getByRole('button', { name: 'Show the board' }).click();
  await page.waitForURL(/\/board\?.*on=2023-11-28/);
  expect(await held.innerText()).toBe('Not on record');
  await page.getByText('What held in the world on 28 November 2023').waitFor();
  await page.getByRole('link', { name: /^Change of 29 Nov 2023/ }).click();
  await page.waitForURL((url) => url.searchParams.get('on') === '2023-11-29');
  expect(await held.innerText()).toBe('Opposes');
});

test('a board is narrowed to stances held on the day, and says what it means that nothing is left', async () => {
  const page = await open(board, { javaScript: false });
  await page.getByRole('checkbox', { name: 'Abstains' }).check();
  await page.getByRole('checkbox', { name: 'Supports' }).check();
  await page.getByRole('button', { name: 'Show the board' }).click();
  await page.waitForURL((url) => url.searchParams.getAll('stance').length > 0);
  await page.getByText('That is not the same as having no view').waitFor();
  await page.getByRole('link', { name: 'Show everything' }).click();
  await expect.poll(() => page.locator('svg.strip').count()).toBe(1);
});

test('a board and the list of actors are narrowed to a region, without scripts, and silence in it is counted', async () => {
  const page = await open(board, { javaScript: false });
  const regions = page.getByLabel('Region', { exact: true });
  expect(await regions.locator('option').allInnerTexts()).toEqual([
    'The whole world',
    'Europe',
    '\u2003Eastern Europe',
  ]);
  await regions.selectOption('151');
  await page.getByLabel('What held on', { exact: true }).fill('2023-11-30');
  await page.getByRole('button', { name: 'Show the board' }).click();
  await page.waitForURL(/\/board\?.*region=151/);
  await page.getByText('3 actors of Eastern Europe, 30 Nov 2023').waitFor();
  await page.getByText('geographic regions of the United Nations (M49)').waitFor();
  const words = page.getByRole('table', { name: /^Who held what over time/ }).last();
  expect(await words.getByRole('rowheader').allInnerTexts()).toEqual(['Hungary', 'Russia', 'Ukraine']);
  await words.getByRole('link', { name: 'Ukraine' }).click();
  await page.getByRole('link', { name: 'Eastern Europe' }).click();
  await page.waitForURL((url) => url.pathname === '/actors' && url.searchParams.get('region') === '151');
  const list = page.getByRole('list').filter({ has: page.getByRole('heading', { name: 'Hungary' }) });
  expect(await list.getByRole('heading').allInnerTexts()).toEqual(['Hungary', 'Russia', 'Ukraine']);
  await page.getByLabel('Type').selectOption('person');
  await page.getByRole('button', { name: 'Show these actors' }).click();
  await page.getByText('No actor of this type and region is on record').waitFor();
  expect((await fetch(`${site}/actors?type=planet`)).status).toBe(400);
});

test('a day that is not on record has a dotted ring, and what was held meanwhile is left open', async () => {
  const page = await open('/issues/pressing-for-negotiations/board?from=2023&to=2023&on=2023-06-01');
  expect(await page.locator('svg.strip use[href$="-open"]').count()).toBe(1);
  expect(await page.locator('svg.strip .band--open title').allTextContents()).toEqual(['Not on record or opposes']);
  const then = await page.locator('.board tbody .then').first().innerText();
  expect(then.replaceAll(/\s+/g, ' ')).toBe('Not on record or Opposes');
});

test('what cannot be asked of a board is told, and the board of the past is the record’s of that time', async () => {
  for (const wrong of ['on=2023-02-30', 'from=0000', 'stance=neutral', 'region=Europe', 'sort=size']) {
    expect((await fetch(`${site}${board}?${wrong}`)).status, wrong).toBe(400);
  }
  expect((await fetch(`${site}${board}?member=never-there`)).status).toBe(404);
  const turned = await open(`${board}?from=2024&to=2023`);
  const years = turned.locator('input[name="from"], input[name="to"]');
  expect(await years.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')))).toEqual([
    '2023',
    '2024',
  ]);
  const { first } = await stampsOf(db);
  const page = await open(`/at/${first}${board}?on=2023-11-29`);
  await page.getByText('You are reading the record as it stood on').waitFor();
  expect(await page.locator('.board tbody .then').first().innerText()).toBe('Opposes');
  expect(await page.locator('.board tbody .then a').first().getAttribute('href')).toBe(
    `/at/${first}${recordPages.position}`,
  );
});

test('the page of an issue shows the strips, and the page of a programme its line, its commitments and its timeline', async () => {
  const issue = await open(recordPages.issue);
  await issue.getByRole('link', { name: 'Open the position board' }).click();
  await issue.waitForURL(site + board);
  const page = await open(recordPages.programme);
  const editions = page.getByRole('table', { name: /^What differs between the editions/ });
  const weapons = editions.getByRole('row', { name: /^Supply of lethal weapons/ });
  expect(await weapons.getByRole('cell').allInnerTexts()).toEqual(['Not on record', 'Excluded']);
  const owed = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Intensify military training' }) });
  expect(await owed.first().locator('.steps .is-done').count()).toBeGreaterThan(0);
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  // The numbers of what they rest on stand right behind the words.
  const moments = await page.locator('.timeline').getByRole('heading').allInnerTexts();
  expect(moments).toContainEqual(expect.stringMatching(/^The period begins\d*$/));
});

test.each(['uk', 'hu', 'fr', 'de'])(
  'a board in another language (%s) is accessible, and has no word left in English',
  async (language) => {
    const page = await open(`/${language}${board}?on=2023-11-29&region=150`);
    expect(await faultsOfWords(page)).toEqual([]);
    const words = await page.locator('main').innerText();
    for (const english of ['Held', 'What', 'Latest', 'Opposes', 'Nov ', 'United Nations'])
      expect(words).not.toContain(english);
  },
);
