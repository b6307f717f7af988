import { expect, inject, test } from 'vitest';
import { faultsOf, judgedAt } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addressOf, everyPage } from './addresses';

const { open } = visits(inject('product').site);
const db = database();

test.each(Object.entries(everyPage))(
  'the page (%s) is accessible and keeps within the screen, at 1440 and 390 pixels, light and dark',
  async (name, address) => {
    const page = await open(await addressOf(db, name, address));
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} pixels`).toBeLessThanOrEqual(0);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await faultsOf(page, judgedAt({ width, scheme: 'light' })), `${width} pixels, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faultsOf(page, judgedAt({ width, scheme: 'dark' })), `${width} pixels, dark`).toEqual([]);
    }
  },
);
