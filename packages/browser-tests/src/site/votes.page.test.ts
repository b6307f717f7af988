import { importBundle } from '@rapporteur/core/bundle/import';
import { bundleOf } from '@rapporteur/core/bundle/sample';
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { faultsAtEveryLook } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { stampsOf } from '../past';
import { addPerson } from '../people';

const { site } = inject('product');
const { open } = visits(site);
const db = database();
const votes = '/actors/tidal-oronia/votes';

const said = 'The assembly of the tides voted on the harbour and on the ferry. Tidal Oronia and Tidal Lakeland chose.';
const rests = (field: string, quote: string) => ({ field, role: 'supports', source: 'sources/tide-minutes', quote });
const source = {
  type: 'record',
  kind: 'source',
  slug: 'tide-minutes',
  content: {
    title: 'Minutes of the assembly of the tides',
    form: 'transcript',
    publisher: null,
    author: null,
    language: 'en',
    published: '1979-01-01',
    address: null,
    archivedAddress: null,
    rights: 'full',
    licence: null,
    note: null,
    versions: [{ text: said, fetched: '2021-05-05T00:00:00Z' }],
  },
  citations: [],
};
const state = (name: string) => ({
  type: 'record',
  kind: 'actor',
  slug: name.toLowerCase().replace(' ', '-'),
  content: {
    type: 'state',
    names: [{ text: name, language: 'en', use: 'preferred' }],
    description: null,
    identifiers: [],
    memberships: [],
    offices: [],
  },
  citations: [rests('/names/0', name)],
});
const vote = (n: number) => ({
  type: 'record',
  kind: 'event',
  slug: `tide-vote-${n}`,
  content: {
    title: `Tide vote ${n} on the ${n % 2 === 0 ? 'harbour' : 'ferry'}`,
    type: 'vote',
    date: `${1975 + (n % 4)}-0${1 + (n % 9)}-15`,
    place: null,
    summary: null,
    partOf: null,
    participants: [],
    choices: [
      { actor: 'actors/tidal-oronia', choice: n % 3 === 0 ? 'no' : 'yes' },
      { actor: 'actors/tidal-lakeland', choice: 'yes' },
    ],
  },
  citations: [rests('/date', 'voted on the harbour and on the ferry'), rests('/choices', said)],
});

beforeAll(async () => {
  const bundle = bundleOf(
    source,
    state('Tidal Oronia'),
    state('Tidal Lakeland'),
    ...Array.from({ length: 12 }, (_, n) => vote(n)),
  );
  const [importer, reviewer] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
  await importBundle(db, bundle, { importer, reviewer });
});

const listed = (page: Page) => page.locator('.votes tbody th').allInnerTexts();
const show = (page: Page) => page.getByRole('button', { name: 'Show', exact: true }).click();

test('a reader narrows how a state voted, without scripts, and goes from a year of the picture to its votes', async () => {
  const page = await open(votes, { javaScript: false });
  await page.getByText('12 votes', { exact: true }).waitFor();
  const no = page.getByRole('img', { name: /^No: 4 in all, most in \d{4}: 1\./ });
  expect(await no.locator('title').allTextContents()).toEqual([1975, 1976, 1977, 1978].map((year) => `${year}, No: 1`));
  await page.getByRole('checkbox', { name: 'No' }).check();
  await page.getByLabel('Words of the title or summary').fill('harbour');
  await page.getByLabel('From', { exact: true }).fill('1976');
  await show(page);
  await page.waitForURL(/\?q=harbour&.*choice=no.*/);
  // Six of the harbour, of 1975 and 1977; of those the choices of No are two.
  expect(await listed(page)).toEqual(['Tide vote 6 on the harbour']);
  await page.getByText('1 vote', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'No: take back' }).click();
  await page.getByText('3 votes', { exact: true }).waitFor();
  await page.getByText('The same in numbers, year by year').click();
  const numbers = page.getByRole('table', { name: 'How often each choice was made in each year' }).last();
  expect(await numbers.locator('tbody tr').allInnerTexts()).toEqual(['1975\t2\t1\t3', '1977\t2\t1\t3']);
  await numbers.getByRole('link', { name: '1975' }).click();
  await page.waitForURL(/from=1975&to=1975/);
  expect(await listed(page)).toHaveLength(3);
});

test('a slip in a time is told beside its field, and an issue that is not on record leads nowhere', async () => {
  const page = await open(`${votes}?from=June+1975`, { javaScript: false });
  const from = page.getByLabel('From', { exact: true });
  expect(await from.getAttribute('aria-invalid')).toBe('true');
  await page.getByText('“June 1975” is no year, month or day: write it as 1975').waitFor();
  await page.getByText('12 votes', { exact: true }).waitFor();
  const wrong = { [`${votes}?choice=maybe`]: 400, '/events?type=party': 400, [`${votes}?issue=never-there`]: 404 };
  for (const [address, status] of Object.entries(wrong))
    expect((await fetch(site + address)).status, address).toBe(status);
  const { first } = await stampsOf(db);
  expect((await fetch(`${site}/at/${first}${votes}`)).status).toBe(404);
});

test('two states are compared by name: how often they voted alike, and where they differed', async () => {
  const page = await open(votes, { javaScript: false });
  await page.getByLabel('Compare with (name)').fill('tidal lakeland');
  await show(page);
  await page
    .getByText('Tidal Oronia and Tidal Lakeland both chose in 12 votes, and chose alike in 8 of them (67%).')
    .waitFor();
  expect(await listed(page)).toHaveLength(4);
  expect(await page.locator('.votes tbody td').nth(1).innerText()).toBe('No');
  await page.getByRole('link', { name: 'Compared with Tidal Lakeland: take back' }).click();
  await page.getByText('12 votes', { exact: true }).waitFor();
  await page.goto(`${site}${votes}?with=tidal`);
  await page.getByText('It is not plain which actor on record is meant by “tidal”.').waitFor();
  await page.getByRole('link', { name: 'Tidal Lakeland' }).click();
  await page.getByRole('heading', { name: 'Compared with Tidal Lakeland' }).waitFor();
});

test('events are narrowed by kind, words and who voted', async () => {
  const page = await open('/events', { javaScript: false });
  await page.getByRole('checkbox', { name: 'Vote', exact: true }).check();
  await page.getByLabel('Who took part or voted (name)').fill('Tidal Oronia');
  await page.getByLabel('Words of the title or summary').fill('ferry');
  await page.getByLabel('To', { exact: true }).fill('1976-12-31');
  await show(page);
  await page.getByText('3 events found', { exact: true }).waitFor();
  expect(await page.locator('.results h3').allInnerTexts()).toEqual(
    [5, 1, 9].map((n) => `Tide vote ${n} on the ferry`),
  );
  await page.getByRole('link', { name: 'Tidal Oronia: take back' }).click();
  await page.waitForURL((url) => !url.searchParams.has('who'));
});

test('the picture keeps within its cell and breaks no rule of WCAG, on a wide screen and in the dark on a narrow one', async () => {
  for (const address of [`${votes}?choice=no`, `${votes}?with=tidal-lakeland`, '/events?type=vote']) {
    const page = await open(address);
    expect(await faultsAtEveryLook(page)).toEqual([]);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const outside = await page.locator('.year-bars svg.strip').evaluateAll((strips) =>
        strips.flatMap((strip) => {
          const own = strip.getBoundingClientRect();
          return [...strip.querySelectorAll('rect')]
            .map((bar) => bar.getBoundingClientRect())
            .filter(
              ({ left, right, top, bottom }) =>
                left < own.left - 1 || right > own.right + 1 || top < own.top || bottom > own.bottom,
            );
        }),
      );
      expect(outside).toEqual([]);
    }
  }
});
