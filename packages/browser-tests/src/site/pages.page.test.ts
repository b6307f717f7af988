import { gzipSync } from 'node:zlib';
import { kindNames, kinds, segmentOf } from '@rapporteur/domain/kinds';
import { describe, expect, inject, test } from 'vitest';
import { faultsOf } from '../axe';
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
  for (const address of ['/programmes/never-there', '/nothing/at/all', '/r/prg_none@1']) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await page.getByRole('heading', { name: 'Nothing stands at this address', level: 1 }).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
  }
});

test('what an address cannot ask is told in its own words, and everything else is kept', async () => {
  const page = await (await visitor()).newPage();
  for (const [address, word, kept] of [
    ['/search?q=weapons&kind=foo,statement&year=soon', '“foo” is no kind of record.', 'Statements'],
    ['/programmes?after=x', 'The place to go on from', 'Programmes'],
    ['/actors?type=planet', '“planet” is no type of actor.', 'Actors'],
    ['/sources?form=dataset&year=12', '“12” is no year', 'Sources'],
    [`${recordPages.actor}/statements?after=x`, 'The place to go on from', 'Statements'],
    [`${recordPages.actor}/votes?after=x`, 'The place to go on from', 'Votes'],
    [`${recordPages.actor}/votes?choice=maybe`, '“maybe” is no choice in a vote.', 'Votes'],
    ['/events?type=party&from=soon', '“party” is no type of event.', 'Events'],
    [`${recordPages.issue}/board?on=2023-02-30`, '“2023-02-30” is no day', 'Hungary'],
    ['/changes?after=zzz', 'The place to go on from', 'change'],
    ['/corrections?after=zzz', 'The place to go on from', 'orrection'],
    ['/compare?from=2020-01-01&to=2024-01-01&change=foo', '“foo” is no kind of change.', 'Compare'],
    [`${recordPages.source}?part=x`, '“x” cannot be asked for here.', 'About this copy'],
  ] as const) {
    const answer = await page.goto(address);
    expect([answer?.status(), answer?.headers()['cache-control']], address).toEqual([400, expect.any(String)]);
    const told = page.getByRole('region', { name: 'Part of this address cannot be asked.' });
    expect(await told.innerText(), address).toContain(word);
    expect(await page.locator('main').innerText(), address).toContain(kept);
    expect(await page.locator('h1').count(), address).toBe(1);
  }
  await page.goto('/search?q=weapons&kind=foo,statement&year=soon');
  expect(await page.locator('.results > li').count()).toBeGreaterThan(0);
  expect(await page.locator('input[name="q"]').last().inputValue()).toBe('weapons');
  expect(await faultsOf(page)).toEqual([]);
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
