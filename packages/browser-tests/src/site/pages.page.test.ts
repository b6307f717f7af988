import { gzipSync } from 'node:zlib';
import { kindNames, kinds, segmentOf } from '@rapporteur/domain/kinds';
import { describe, expect, inject, test } from 'vitest';
import { visits } from '../browser';
import { database } from '../database';
import { unmoved } from '../heard';
import { addressOf, everyPage, recordPages } from './addresses';

const { open, visitor } = visits(inject('product').site);
const db = database();
describe.each(Object.entries(everyPage))('the page: %s', (name, address) => {
  test('is complete without scripts, and loads little of them', async () => {
    const where = await addressOf(db, name, address);
    await unmoved(db, async () => {
      const [bare, page] = [await open(where, { javaScript: false }), await (await visitor()).newPage()];
      const scripts: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') scripts.push(response.body());
      });
      await page.goto(where);
      expect(await bare.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await bare.locator('body').innerText()).toBe(await page.locator('body').innerText());
      const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
      expect(bytes).toBeLessThanOrEqual(22 * 1024);
      const inline = page.locator('script:not([src]):not([type="application/ld+json"])');
      expect(await inline.count()).toBe(0);
    });
  });
});

test.each(kinds)('the list of a kind (%s) names every live record of it', async (kind) => {
  await unmoved(db, async () => {
    const page = await open(`/${segmentOf(kind)}`);
    await page.getByRole('heading', { name: kindNames[kind].plural, level: 1 }).waitFor();
    const live = await db.entry.findMany({ where: { kind, state: 'live' } });
    expect(live.length).toBeGreaterThan(0);
    for (const { slug, title } of live) {
      const link = page.locator(`main a[href="/${segmentOf(kind)}/${slug}"]`);
      expect(await link.first().innerText()).toBe(title);
    }
  });
});

test('what is nowhere is a whole page that says so', async () => {
  const page = await (await visitor()).newPage();
  for (const address of ['/programmes/never-there', '/nothing/at/all', '/r/prg_none@1', '/programmes?after=x']) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await page.getByRole('heading', { name: 'Nothing stands at this address', level: 1 }).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
  }
});

test('print shows the marks and the notes, and no navigation', async () => {
  const page = await open(recordPages.programme);
  await page.emulateMedia({ media: 'print' });
  const seen = (selector: string) => page.locator(selector).first().isVisible();
  expect([await seen('.notes'), await seen('.note-passage'), await seen('main a.ev'), await seen('.cite-box')]).toEqual(
    [true, true, true, true],
  );
  expect([
    await seen('.mainnav'),
    await seen('.asof'),
    await seen('.colophon'),
    await seen('.evidence-card'),
    await seen('.record-tools a[href="#cite"]'),
    await seen('.record-tools a[href$="/history"]'),
  ]).toEqual([false, false, false, false, false, false]);
  // Paper says where it was read, which version it is of, and where that stands for good.
  expect(await page.locator('.printed').innerText()).toMatch(
    new RegExp(`^http://127.0.0.1:\\d+${recordPages.programme}$`),
  );
  const address = page.locator('.record-tools a[href^="/r/"]');
  expect(await address.isVisible()).toBe(true);
  expect(await address.evaluate((link) => getComputedStyle(link, '::after').content)).toMatch(/^"\/r\/prg_\w+@\d+"$/);
});
