import { makePreview } from '@rapporteur/core/preview/make';
import { languages } from '@rapporteur/domain/translation/languages';
import { expect, inject, test } from 'vitest';
import { database } from '../database';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { faultsOfMarkup } from '../markup';
import { addPerson } from '../people';
import { stampsOf } from '../past';
import { addressOf, everyPage, recordPages, withdrawn } from './addresses';

// Every screen of the site as it is sent, read by the rules of HTML. No browser: what one mends is a fault all the same.

const { site } = inject('product');
const db = database();

async function faultsAt(path: string): Promise<string[]> {
  const answer = await fetch(site + path);
  expect(answer.headers.get('content-type'), path).toBe('text/html; charset=utf-8');
  return faultsOfMarkup(await answer.text());
}

test.each(Object.entries(everyPage))('the page (%s) is HTML without a fault', async (name, address) => {
  expect(await faultsAt(await addressOf(db, name, address))).toEqual([]);
});

test('so is every page in every language, of the past, and below the page of a record', async () => {
  const { first, corrected } = await stampsOf(db);
  const live = await db.entry.findFirstOrThrow({ where: { kind: 'programme', state: 'live' } });
  const passage = await db.passage.findFirstOrThrow();
  const source = await db.entry.findUniqueOrThrow({ where: { id: passage.recordId } });
  const paths = [
    ...languages.flatMap((language) =>
      ['', recordPages.programme, recordPages.statement, '/search?q=weapons', withdrawn].map(
        (path) => `/${language}${path}`,
      ),
    ),
    ...Object.values(recordPages).map((path) => `/at/${corrected}${path}`),
    `/at/${first}`,
    `/at/${first}/uk/changes`,
    `/at/${first}${recordPages.issue}/board`,
    `/r/${live.id}@1`,
    `/sources/${source.slug}/passages/${passage.id}`,
    `${recordPages.actor}/statements`,
    `${recordPages.actor}/positions`,
    `${recordPages.event}/statements`,
    `${recordPages.source}/mentions`,
    `${recordPages.issue}/board?show=table`,
    '/compare',
    '/compare?page=/&from=2023-11-30&to=2024-01-15',
    '/alerts/done/asked',
    '/nothing/at/all',
  ];
  const found = await Promise.all(paths.map(async (path) => ({ path, faults: await faultsAt(path) })));
  expect(found.filter(({ faults }) => faults.length > 0)).toEqual([]);
});

test('so is a preview', async () => {
  const author = await addPerson(db, 'editor');
  const { id } = await addDraft(db, author, {
    kind: 'issue',
    slug: `marked-up-${mark()}`,
    content: { question: 'Is it sent as HTML?', shortTitle: 'Markup', description: 'A draft.', programmes: [] },
    rests: { '/question': 'Brussels, 29 November 2023.' },
  });
  const { path } = await makePreview(db, author, { id, revision: 1, hours: 1 });
  expect(await faultsAt(path)).toEqual([]);
});

test('a page that breaks the rules would be noticed', async () => {
  const html = await (await fetch(site)).text();
  const broken = html.replace('<main ', '<p><div role="banana" id="main"></div></p><main ');
  expect(broken).not.toBe(html);
  const rules = (await faultsOfMarkup(broken)).map((fault) => fault.replace(/:.*/, ''));
  expect(rules).toEqual(expect.arrayContaining(['no-dup-id', 'no-implicit-close']));
});
