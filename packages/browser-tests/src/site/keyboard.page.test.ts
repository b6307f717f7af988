import { atRest } from '../at-rest';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { recordPages } from './addresses';

const { open } = visits(inject('product').site);

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

test('the first key leads past the navigation', async () => {
  const page = await open(recordPages.programme);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the record');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('an evidence card opens by Enter, holds its passage, and gives the focus back on Escape', async () => {
  const page = await open(recordPages.programme);
  const mark = page.locator('.matrix .is-excluded').getByRole('link', { name: /^Evidence/ });
  await mark.focus();
  const name = await focused(page);
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: /^Evidence \d+$/ });
  await card.waitFor();
  await expect.poll(() => mark.getAttribute('aria-expanded')).toBe('true');
  expect(await card.locator('mark').innerText()).toBe('Its terms leave out the supply of lethal weapons to Ukraine.');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('Voluntary, and without lethal weapons');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toBe(name);
  await expect.poll(() => mark.getAttribute('aria-expanded')).toBe('false');
});

test('a press opens the card and a second press closes it; without scripts a mark leads to its note', async () => {
  const page = await open(recordPages.programme, { width: 390 });
  const mark = page.locator('.facts a.ev').first();
  await mark.click();
  const card = page.getByRole('dialog', { name: 'Evidence 1' });
  await card.waitFor();
  await atRest(page);
  // On a small screen it is a sheet at the lower edge, which must not cover what it belongs to for good.
  const below = () => card.evaluate((sheet) => Math.round(sheet.getBoundingClientRect().bottom - innerHeight));
  await expect.poll(below).toBe(0);
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });

  const wide = await open(recordPages.programme);
  await wide.locator('.facts a.ev').first().click();
  await wide.getByRole('dialog', { name: 'Evidence 1' }).waitFor();
  await wide.locator('.facts a.ev').first().click();
  await wide.getByRole('dialog', { name: 'Evidence 1' }).waitFor({ state: 'hidden' });

  const bare = await open(recordPages.programme, { javaScript: false });
  await bare.locator('.facts a.ev').first().click();
  await bare.waitForURL(/#note-1$/);
  await bare.locator('.notes > li:target').waitFor();
});

test('Escape closes the menu of the languages and gives the focus back to what opened it', async () => {
  const page = await open(recordPages.programme);
  const menu = page.locator('.languages');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await menu.locator('a').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await menu.locator('a').first().waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.parentElement?.className)).toBe('languages');
});
