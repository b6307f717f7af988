import { createHash } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { visits } from '../browser';
import { database } from '../database';
import { stampsOf } from '../past';
import { answerOf, recordPages, withdrawn } from './addresses';

// A list, a search or a board is cited by the answer that it gave, and opens again with what changed since.

const { site } = inject('product');
const { open } = visits(site);
const db = database();
const get = (path: string, headers: HeadersInit = {}) => fetch(site + path, { headers, redirect: 'manual' });

test.each([
  '/search?q=weapons&kind=statement',
  '/statements',
  `${recordPages.issue}/positions`,
  `${recordPages.issue}/board?stance=opposes`,
])('the answer of %s is cited without scripts in four formats, each downloaded as it stands there', async (path) => {
  const page = await open(path, { javaScript: false });
  const box = page.getByRole('region', { name: 'Cite this answer' });
  const address = (await box.locator('a[href^="/q/"]').first().getAttribute('href')) ?? '';
  for (const [name, type] of [
    ['BibTeX', 'application/x-bibtex'],
    ['RIS', 'application/x-research-info-systems'],
    ['CSL-JSON', 'application/vnd.citationstyles.csl+json'],
    ['Text', 'text/plain'],
  ]) {
    const format = box.locator('details').filter({ has: page.getByText(name ?? '', { exact: true }) });
    await format.locator('summary').click();
    const shown = (await format.locator('pre').textContent()) ?? '';
    const response = await get((await format.getByRole('link').getAttribute('href')) ?? '');
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect((await response.text()).replaceAll('\r\n', '\n')).toBe(shown);
    expect(shown).toContain(site + address);
    if (name !== 'Text') expect(shown).toContain((await box.locator('.fingerprint').textContent()) ?? 'none');
  }
  await box.locator('a[href^="/q/"]').first().click();
  await page.waitForURL((url) => url.pathname === address);
  await page.getByRole('heading', { name: 'The answer is the one that was cited' }).waitFor();
});

test('an answer opens again with what changed since, as it stood and as it stands, and can be proved', async () => {
  const { first } = await stampsOf(db);
  const address = await answerOf(`/at/${first}/statements`);
  const page = await open(address, { javaScript: false });
  const since = page.getByRole('region', { name: 'What changed since' });
  await page.getByRole('heading', { name: 'The answer is the one that was cited' }).waitFor();
  expect(await since.locator(`a[href="${withdrawn}"]`).count()).toBe(1);
  expect(await since.getByRole('heading', { name: /^No longer in the answer \(\d+\)$/ }).count()).toBe(1);
  const sha256 = (await page.locator('.fingerprint').first().textContent()) ?? '';
  const document = await get(`${address}/answer.json`);
  expect(
    createHash('sha256')
      .update(await document.text())
      .digest('hex'),
  ).toBe(sha256);
  expect(address).toContain(`-${sha256.slice(0, 32)}-`);
  // The record, the address and the answer agree with one another on every reading.
  expect(await answerOf(`/at/${first}/statements`)).toBe(address);
  await page.getByRole('link', { name: 'The page as it stood' }).click();
  await page.waitForURL((url) => /^\/at\/\d{14}\/statements$/.test(url.pathname));
  expect(await page.locator(`a[href$="${withdrawn}"]`).count()).toBe(1);
});

test('an address that was altered is told for one, and cites nothing', async () => {
  const address = await answerOf('/programmes');
  const altered = address.replace(/-[0-9a-f]{8}/, '-00000000');
  const page = await open(altered, { javaScript: false });
  await page.getByRole('alert').getByRole('heading', { name: 'This is not the answer that was cited' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Cite this answer' }).count()).toBe(0);
  for (const file of ['citation.bib', 'answer.json']) expect((await get(`${altered}/${file}`)).status).toBe(404);
  for (const path of [`${address}x`, '/q/1', '/q', address.replace(/\d+/, '99999999'), `${address}/answer.exe`])
    expect((await get(path)).status, path).toBe(404);
});

test('an answer is kept like a page, and is of the present alone', async () => {
  const address = await answerOf('/programmes');
  const answer = await get(address);
  const tag = answer.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"/);
  expect((await get(address, { 'if-none-match': tag })).status).toBe(304);
  expect(answer.headers.get('memento-datetime')).toBeNull();
  const { first } = await stampsOf(db);
  expect((await get(`/at/${first}${address}`)).status).toBe(404);
  // A page of the past cites the answer of the past, by the address that it had then.
  expect(await answerOf(`/at/${first}/statements`)).not.toBe(await answerOf('/statements'));
});
