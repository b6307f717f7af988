import { randomUUID } from 'node:crypto';
import { importBundle } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState, sampleStatement } from '@rapporteur/core/bundle/sample';
import { ownerClient } from '@rapporteur/db/clients';
import { migrate, withConnection } from '@rapporteur/db/migrate';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { startOwnSite, type OwnSite } from '../own-site';

// A record of long sources: a dataset in twelve parts, one of which is too long for one page.

const connection = { ...inject('product').connection, database: `sources_${randomUUID().replaceAll('-', '')}` };
const maintenance = { ...connection, database: 'postgres' };

const rows = Array.from({ length: 3300 }, (_, at) => `${at},Harbour ${at},opened or closed,${at % 7}`);
const partOf = (number: number, text: string) => ({
  ...sampleSource,
  slug: `harbours-${number}`,
  content: {
    ...sampleSource.content,
    title: `Harbours of the coast, part ${number}`,
    form: 'dataset',
    published: '2020-01-01',
    address: 'https://data.example/harbours',
    versions: [{ text, fetched: '2021-05-05T00:00:00Z' }],
  },
});
const saying = sampleStatement('harbour-says', 'actors/sampleland');
const quote = rows.slice(2800, 2803).join('\n');
const cites = saying.citations.map((one) => ({ ...one, source: 'sources/harbours-2', quote }));

let own: OwnSite;
beforeAll(async () => {
  await withConnection(maintenance, (client) => client.query(`CREATE DATABASE ${connection.database}`));
  await migrate(connection);
  const owner = ownerClient(connection, { max: 4 });
  const parts = Array.from({ length: 12 }, (_, at) =>
    partOf(at + 1, at === 1 ? rows.join('\n') : `number,harbour\n${at},Harbour ${at}`),
  );
  const people = await samplePeople(owner);
  await importBundle(owner, bundleOf(sampleSource, sampleState(), ...parts, { ...saying, citations: cites }), people);
  const renamed = { ...sampleState(), content: { ...sampleState().content, description: 'It has a coast.' } };
  await importBundle(owner, bundleOf({ ...renamed, change: 'correct', note: 'We had left it out.' }), people);
  await owner.$disconnect();
  own = await startOwnSite(connection);
}, 60_000);
afterAll(async () => {
  await own.stop();
  await withConnection(maintenance, (client) => client.query(`DROP DATABASE ${connection.database} WITH (FORCE)`));
});

const { open } = visits(() => own.origin);

test('a dataset stands once in the list, which is narrowed without scripts, and leads to its parts in their order', async () => {
  const page = await open('/sources', { javaScript: false });
  const titles = () => page.locator('.results h3').allInnerTexts();
  expect(await titles()).toEqual(['A sample report', 'Harbours of the coast']);
  await page.getByLabel('Kind').selectOption('dataset');
  await page.getByLabel('Year').fill('2020');
  await page.getByRole('button', { name: 'Show these sources' }).click();
  await page.waitForURL('**/sources?form=dataset&year=2020');
  expect(await titles()).toEqual(['Harbours of the coast']);
  await page.getByText('12 parts').waitFor();
  await page.getByRole('link', { name: 'Harbours of the coast' }).click();
  await page.getByRole('heading', { level: 1, name: 'Harbours of the coast' }).waitFor();
  expect(await titles()).toEqual(Array.from({ length: 12 }, (_, at) => `Harbours of the coast, part ${at + 1}`));
});

test('evidence deep in a long source leads to the part that holds it, lit and in sight, on a page of bounded size', async () => {
  const page = await open('/statements/harbour-says', { javaScript: false });
  await page
    .locator('.notes')
    .getByRole('link', { name: /^Read it in the source/ })
    .first()
    .click();
  await page.waitForURL(/\/sources\/harbours-2\?part=4#p-/);
  const passage = page.locator('mark:target');
  await expect.poll(() => passage.evaluate((mark) => mark.getBoundingClientRect().top)).toBeLessThan(900);
  expect((await page.locator('mark.passage').allInnerTexts()).join('\n')).toContain('Harbour 2800');
  const original = page.locator('a[href^="https://data.example/harbours"]').first();
  expect(await original.getAttribute('href')).toBe('https://data.example/harbours');
  for (const part of ['', '?part=2', '?part=4']) {
    const html = await (await fetch(`${own.origin}/sources/harbours-2${part}`)).text();
    expect(html.length).toBeLessThan(450_000);
  }
});

test('a reader goes through the parts of a text, and to any of them', async () => {
  const page = await open('/sources/harbours-2', { width: 390, scheme: 'dark', javaScript: false });
  const parts = page.getByRole('navigation', { name: 'Parts of the text' }).first();
  expect(await parts.getByRole('link').allInnerTexts()).toEqual(['1', '2', '3', '4', 'Next part']);
  await parts.getByRole('link', { name: 'Next part' }).click();
  await page.waitForURL('**/sources/harbours-2?part=2');
  await parts.getByRole('link', { name: 'Part 4 of 4' }).click();
  await page.waitForURL('**/sources/harbours-2?part=4');
  await page.getByText('3299,Harbour 3299').waitFor();
  expect((await page.goto('/sources/harbours-2?part=5'))?.status()).toBe(404);
  expect((await page.goto('/sources/harbours-1'))?.status()).toBe(200);
  expect(await parts.count()).toBe(0);
});

test('what changed between two days is counted, what was wrong first, and every number leads to these changes', async () => {
  const page = await open(`/compare?from=2020-01-01&to=${new Date().toISOString().slice(0, 10)}`, {
    javaScript: false,
  });
  const counts = page.getByRole('table', { name: /^Changes between the two/ });
  expect(await counts.getByRole('row', { name: /^Sources/ }).innerText()).toMatch(/13/);
  const headings = await page.locator('main h3').allInnerTexts();
  expect(headings.slice(0, 2)).toEqual(['Where the record was wrong', 'Everything else']);
  await page.getByText('We had left it out.').waitFor();
  await counts
    .getByRole('row', { name: /^Statements/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('link', { name: 'Statements: take back' }).waitFor();
  expect(await page.locator('.changes > li').count()).toBe(1);
});

test('these pages have no faults of access', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const page = await open('/sources?form=dataset', { width: 390, scheme: 'dark' });
  expect(await faultsOf(page)).toEqual([]);
  for (const path of ['/sources/harbours-2?part=4', `/compare?from=2020-01-01&to=${today}`, '/sources?year=soon']) {
    await page.goto(path);
    expect(await faultsOf(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});
