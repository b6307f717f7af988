import { beforeAll, expect, inject, test } from 'vitest';
import { visits } from '../browser';
import { database } from '../database';
import { stampsOf } from '../past';
import { recordPages, withdrawn } from './addresses';

const { site } = inject('product');
const { open, visitor } = visits(site);
const db = database();
let stamps: Awaited<ReturnType<typeof stampsOf>>;
beforeAll(async () => {
  stamps = await stampsOf(db);
});

const weapons = 'Supply of lethal weapons';

test('a page of the past shows the earlier text, says so, and leads on within that moment', async () => {
  const page = await open(`/at/${stamps.first}${recordPages.programme}`);
  const row = page.getByRole('row', { name: weapons });
  expect(await row.locator('.provision').first().innerText()).toBe('Not mentioned');
  await page.getByText('You are reading the record as it stood on').waitFor();

  await page.getByRole('link', { name: 'Statements', exact: true }).first().click();
  await page.waitForURL(`${site}/at/${stamps.first}/statements`);
  await page.getByRole('link', { name: /Supplying lethal weapons could raise the danger/ }).click();
  await page.waitForURL(`${site}/at/${stamps.first}${withdrawn}`);
  await page.getByRole('link', { name: 'Return to today' }).click();
  await page.waitForURL(site + withdrawn);
  await page.getByRole('heading', { name: 'This statement was withdrawn' }).waitFor();
});

test('the clock of a past page shows the versions up to its moment, and leads to each', async () => {
  const page = await open(`/at/${stamps.corrected}${recordPages.programme}`);
  const clock = page.getByRole('list', { name: 'What had been published by then' });
  expect(await clock.getByRole('link').count()).toBe(3);
  expect(await clock.locator('[aria-current=true]').innerText()).toContain('Version 2');
  await clock.getByRole('link', { name: /^Version 1/ }).click();
  expect(await page.getByRole('row', { name: weapons }).locator('.provision').first().innerText()).toBe(
    'Not mentioned',
  );
  expect(await clock.locator('[aria-current=true]').innerText()).toContain('Version 1');
});

test('a withdrawn record answers 410 with its reason, and was alive before', async () => {
  const page = await (await visitor()).newPage();
  const now = await page.goto(withdrawn);
  expect(now?.status()).toBe(410);
  await page.getByText('A duplicate: these words are part of the statement').waitFor();
  await page.getByRole('link', { name: 'The page as it stood before' }).click();
  await page.getByText('You are reading the record as it stood on').waitFor();
  await page.getByRole('blockquote').first().getByText('Supplying lethal weapons could raise the danger').waitFor();
  const then = await page.goto(`/at/${stamps.corrected}${withdrawn}`);
  expect(then?.status()).toBe(200);
});

test.each([true, false])('a reader picks a date and lands there (scripts: %s)', async (javaScript) => {
  const page = await open(recordPages.programme, { javaScript });
  await page.locator('.asof summary').click();
  const stamp = stamps.first;
  await page.getByLabel('Day').fill(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`);
  await page.getByLabel('Time, UTC').fill(`${stamp.slice(8, 10)}:${stamp.slice(10, 12)}:${stamp.slice(12)}`);
  await page.getByRole('button', { name: 'Read this page as of then' }).click();
  await page.waitForURL(`${site}/at/${stamp}${recordPages.programme}`);
  expect(await page.getByRole('row', { name: weapons }).locator('.provision').first().innerText()).toBe(
    'Not mentioned',
  );
});

test('a date that cannot be is refused with what is wrong, and what was typed is kept', async () => {
  const page = await open(`/at?date=2023-02-30&time=10:00&page=${recordPages.issue}`);
  await page.getByRole('alert').getByText('There is no 2023-02-30 10:00.').waitFor();
  expect(await page.getByRole('main').getByLabel('Time, UTC').inputValue()).toBe('10:00');
  await page.goto(`/at?date=2999-01-01&page=${recordPages.issue}`);
  await page.getByRole('alert').getByText('has not come yet').waitFor();
  // Only addresses of this site: anything else leads to its home page.
  await page.goto(`/at?date=2000-01-01&page=${encodeURIComponent('//elsewhere.invalid/')}`);
  expect(page.url()).toBe(`${site}/at/20000101235959`);
});

test('a reader compares two days, of a page and of the whole record, without scripts', async () => {
  const page = await open(`/compare?page=${recordPages.programme}`, { javaScript: false });
  const compare = async (from: string, to: string) => {
    await page.getByLabel('From').fill(from);
    await page.getByLabel('To', { exact: true }).fill(to);
    await page.getByRole('button', { name: 'Compare the two days' }).click();
  };
  const last = await db.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
  const today = last.recordedAt.toISOString().slice(0, 10);
  await compare('2020-01-01', today);
  await page.getByText(/: not published yet\. On .*: version 2\./).waitFor();
  await page.getByText('Lethal weapons were recorded as not mentioned.').waitFor();
  await compare('2020-01-01', '2020-01-02');
  await page.getByText(/: not published yet\. On .*: not published yet\./).waitFor();
  await page.goto('/compare');
  await compare('2020-01-01', today);
  await page.getByRole('heading', { name: /^From 1 January 2020 to / }).waitFor();
  await expect.poll(() => page.locator('.changes > li').count()).toBeGreaterThan(10);
});

test('nothing stood there before the record began', async () => {
  const page = await (await visitor()).newPage();
  const answer = await page.goto(`/at/${stamps.before}${recordPages.programme}`);
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { name: 'Nothing stands at this address' }).waitFor();
  await page.goto(`/at/${stamps.before}/programmes`);
  await page.getByText('None on record').waitFor();
});

test('history, difference and permanent address tell what changed and keep what was said', async () => {
  const { id } = await db.record.findUniqueOrThrow({
    where: { kind_slug: { kind: 'programme', slug: 'nato-ukraine-2024' } },
  });
  const page = await open(`${recordPages.programme}/history`);
  // A translation of that version has a row of its own.
  const correction = page.getByRole('row', { name: 'Lethal weapons were recorded as not mentioned.' });
  expect(await correction.innerText()).toContain('Version 2');
  await correction.getByRole('link', { name: 'What changed' }).click();
  const scope = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Provision 1, scope' }) });
  expect(await scope.locator('del').innerText()).toBe('Not mentioned');
  expect(await scope.locator('ins').innerText()).toBe('Excluded');
  const added = page.getByRole('row', { name: /^Passage \d+ Added/ });
  expect(await added.locator('ins q').innerText()).toBe('Its terms leave out the supply of lethal weapons to Ukraine.');

  await page.goto(`/r/${id}@1`);
  await page.getByText('You are reading version 1').waitFor();
  expect(await page.getByRole('row', { name: weapons }).locator('.provision').first().innerText()).toBe(
    'Not mentioned',
  );
  await page.getByRole('complementary', { name: 'Which version' }).getByRole('link', { name: 'Read it' }).click();
  await page.waitForURL(site + recordPages.programme);
});
