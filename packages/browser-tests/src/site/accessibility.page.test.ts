import { expect, inject, test } from 'vitest';
import { faultsAtEveryLook } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addressOf, everyPage } from './addresses';

const { open } = visits(inject('product').site);
const db = database();

// The page of open data is judged where its files are made (`open-data.page.test.ts`).
test.each(Object.entries(everyPage).filter(([name]) => name !== 'open data'))(
  'the page (%s) is accessible and keeps within the screen, at 1440 and 390 pixels, light and dark',
  async (name, address) => {
    const page = await open(await addressOf(db, name, address));
    expect(await faultsAtEveryLook(page)).toEqual([]);
  },
);

test('a page that is too wide, or hard to read in the dark, would be noticed', async () => {
  const page = await open(await addressOf(db, 'home', everyPage.home));
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'main { min-width: 500px } @media (prefers-color-scheme: dark) { h1, h1 * { color: #222 !important } }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const found = await faultsAtEveryLook(page);
  expect(found.some((fault) => /^390 light: reaches \d+ pixels/.test(fault))).toBe(true);
  expect(found.some((fault) => fault.startsWith('1440 dark: color-contrast'))).toBe(true);
  expect(found.filter((fault) => fault.startsWith('1440 light'))).toEqual([]);
});
