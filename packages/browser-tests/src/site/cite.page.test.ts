import { expect, inject, test } from 'vitest';
import { faultsAtEveryLook } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { recordPages, withdrawn } from './addresses';

const { site } = inject('product');
const { open } = visits(site);
const db = database();
const types = {
  BibTeX: 'application/x-bibtex',
  RIS: 'application/x-research-info-systems',
  'CSL-JSON': 'application/vnd.citationstyles.csl+json',
  Text: 'text/plain',
};

test('a version is cited without scripts: each format opens on the page, and is downloaded as it stands there', async () => {
  const page = await open(recordPages.statement, { javaScript: false });
  await page.getByRole('link', { name: 'Cite', exact: true }).click();
  await page.waitForURL(/#cite$/);
  for (const [name, type] of Object.entries(types)) {
    const format = page.locator('.cite-formats details').filter({ has: page.getByText(name, { exact: true }) });
    expect(await format.locator('pre').isVisible()).toBe(false);
    await format.locator('summary').click();
    const shown = await format.locator('pre').textContent();
    const href = await format.getByRole('link').getAttribute('href');
    const response = await fetch(site + (href ?? ''));
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="stm_\w+-\d+\.[a-z.]+"$/);
    // A parser of HTML makes one line end of the two characters that RIS asks for.
    expect((await response.text()).replaceAll('\r\n', '\n')).toBe(shown);
    expect(shown).toContain(`${site}/r/stm_`);
  }
});

test('the cite box is accessible with everything open, wide and narrow, light and dark', async () => {
  const page = await open(recordPages.article);
  for (const summary of await page.locator('.cite-formats summary').all()) await summary.click();
  expect(await page.locator('.cite-formats details[open]').count()).toBeGreaterThan(3);
  expect(await faultsAtEveryLook(page)).toEqual([]);
});

test('how to follow opens without scripts', async () => {
  const page = await open(recordPages.issue, { javaScript: false });
  await page.locator('.follow summary').first().click();
  expect(await page.getByRole('link', { name: 'JSON Feed' }).getAttribute('href')).toBe(
    `${recordPages.issue}/feed.json`,
  );
});

test('the cite box says the whole permanent address, and an id without a version leads to the newest one', async () => {
  const { id, revisionNumber } = await db.entry.findFirstOrThrow({ where: { kind: 'programme', state: 'live' } });
  const led = async (path: string) => {
    const { status, headers } = await fetch(site + path, { redirect: 'manual' });
    return [status, headers.get('location')];
  };
  expect(await led(`/r/${id}`)).toEqual([307, `/r/${id}@${revisionNumber}`]);
  expect(await led(`/uk/r/${id}`)).toEqual([307, `/uk/r/${id}@${revisionNumber}`]);
  const gone = await db.entry.findFirstOrThrow({ where: { slug: withdrawn.split('/').at(-1) ?? '' } });
  expect(await led(`/r/${gone.id}`)).toEqual([307, withdrawn]);
  expect((await led('/r/prg_00000000000000000000000000'))[0]).toBe(404);
  const html = await (await fetch(`${site}/r/${id}`)).text();
  expect(html).toContain(`<code>${site}/r/${id}@${revisionNumber}</code>`);
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  expect(JSON.parse(data)).toMatchObject({ '@id': expect.stringMatching(`^${site}/programmes/`) });
});

test('what was withdrawn is not cited any more, and what never was has no citation', async () => {
  const { id } = await db.entry.findFirstOrThrow({ where: { slug: withdrawn.split('/').at(-1) ?? '' } });
  const gone = await fetch(`${site}/r/${id}@1/citation.bib`);
  expect([gone.status, await gone.text()]).toEqual([410, 'This record was withdrawn: it is not cited any more.\n']);
  const { id: live } = await db.entry.findFirstOrThrow({ where: { state: 'live' } });
  for (const path of [
    `/r/${live}@999/citation.bib`,
    `/r/${live}@1/citation.exe`,
    '/r/x@1/citation.bib',
    `/r/${live}@1/x/y`,
  ])
    expect((await fetch(site + path)).status, path).toBe(404);
});
