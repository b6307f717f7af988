import { createHash } from 'node:crypto';
import { makeExport } from '@rapporteur/core/export/make';
import { recordHash } from '@rapporteur/core/export/record-hash';
import { readerConnection } from '@rapporteur/db/connection';
import { recordSnapshot } from '@rapporteur/db/record-snapshot';
import { pathIn, siteLanguages } from '@rapporteur/domain/translation/languages';
import { beforeAll, expect, inject, test } from 'vitest';
import { faultsAtEveryLook, faultsOfWords } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { unmoved } from '../heard';

const { site, connection } = inject('product');
const { open } = visits(site);
const db = database();
/** Makes an export of the record as it is now. For an hour after one there would be no other. */
async function make(): Promise<void> {
  await db.export.deleteMany();
  await makeExport(db, { reader: readerConnection(connection), site, licence: 'CC-BY-4.0' });
}
beforeAll(make);

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test('the page of open data leads to files that are what it says, and go on where they were broken off', async () => {
  await unmoved(db, async () => {
    await make();
    const page = await open('/data');
    const hash = await recordSnapshot(readerConnection(connection), (snapshot) => recordHash(snapshot.db));
    await expect.poll(async () => (await page.reload()) && page.getByText(hash).count()).toBeGreaterThan(0);
    const rows = await page.locator('.files-table tbody tr').all();
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows.slice(0, 12)) {
      const address = new URL((await row.locator('a').getAttribute('href')) ?? '', site);
      const whole = await bytesOf(await fetch(address));
      expect(sha256(whole)).toBe(await row.locator('code').textContent());
      const tag = (await fetch(address, { method: 'HEAD' })).headers.get('etag') ?? '';
      const rest = await fetch(address, { headers: { range: 'bytes=7-', 'if-range': tag } });
      expect([rest.status, sha256(await bytesOf(rest))]).toEqual([206, sha256(whole.subarray(7))]);
    }
    const records = await bytesOf(
      await fetch(new URL((await page.locator('a', { hasText: /^records\.jsonl$/ }).getAttribute('href')) ?? '', site)),
    );
    expect(sha256(records)).toBe(hash);
  });
});

test('the page of open data is fit for everybody, in every language', async () => {
  const page = await open('/data');
  expect(await faultsAtEveryLook(page)).toEqual([]);
  for (const language of siteLanguages.slice(1)) {
    await page.goto(pathIn(language, '/data'));
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await faultsOfWords(page)).toEqual([]);
  }
});
