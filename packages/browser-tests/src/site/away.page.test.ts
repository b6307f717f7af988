import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { startOwnSite, type OwnSite } from '../own-site';
import { recordPages } from './addresses';

const { connection } = inject('product');

describe('while the database is away', () => {
  let own: OwnSite;
  beforeAll(async () => {
    own = await startOwnSite(connection);
  });
  afterAll(() => own.stop());
  const { visitor } = visits('http://127.0.0.1');

  test('pages that were read before stay, the others say what happened and what to do, and all return with it', async () => {
    const page = await (await visitor()).newPage();
    await page.goto(own.origin + recordPages.programme);
    own.cut(true);
    const statusOf = async (path: string) => (await page.goto(own.origin + path))?.status();
    await expect.poll(() => statusOf('/issues')).toBe(503);
    await page.getByRole('heading', { name: 'The record is not answering', level: 1 }).waitFor();
    const text = await page.locator('html').innerText();
    expect(text).toContain('Nothing is lost');
    expect(await page.content()).not.toMatch(/Error|ECONN|Prisma|postgres|digest|__next_f|at [\w.]+ \(|\/app\/|stack/i);
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await faultsOf(page)).toEqual([]);
    }

    const kept = await page.goto(own.origin + recordPages.programme);
    expect([kept?.status(), kept?.headers()['x-rapporteur-stale']]).toEqual([200, '1']);
    await page.getByRole('heading', { name: 'NATO–Ukraine cooperation programme, 2024' }).waitFor();

    own.cut(false);
    await expect.poll(() => statusOf('/issues'), { timeout: 20_000 }).toBe(200);
  });
});
