import { addComment } from '@rapporteur/core/comment/write';
import { makePreview } from '@rapporteur/core/preview/make';
import { saveView } from '@rapporteur/core/queue/saved-view';
import { saveDraft } from '@rapporteur/core/record/save';
import { createDraft } from '@rapporteur/core/record/create';
import { submit } from '@rapporteur/core/record/submit';
import { rename } from '@rapporteur/core/person/account';
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { awake } from '../awake';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { markers, takenFrom, watchFor } from '../markers';
import { addPerson, signIn, type Person } from '../people';

// Case E02 of the security catalogue: texts that run where they are taken for more, in every field that people fill, on the
// desk and in a preview on the site.

const { desk, site } = inject('product');
const { visitor } = visits(desk);
const db = database();

const all = markers.join(' ');
const line = (from: number) =>
  markers
    .slice(from, from + 8)
    .join(' ')
    .replaceAll(/[\u2028\u2029]/g, ' ')
    .slice(0, 480);
let administrator: Person;
let event: string;
let source: string;
let article: string;
let preview: string;

beforeAll(async () => {
  administrator = await addPerson(db, 'administrator');
  await rename(db, administrator, { name: line(0).slice(0, 190) });
  const slug = `markers-${mark()}`;
  const meeting = (title: string) => ({
    title,
    type: 'meeting',
    date: '2023-11-29',
    place: line(8),
    summary: all,
    partOf: null,
    participants: [],
    choices: [],
  });
  const rests = { '/date': 'Brussels, 29 November 2023.' };
  const draft = await addDraft(db, administrator, { kind: 'event', slug, content: meeting(line(0)), rests });
  event = draft.id;
  const { citations } = await db.revision.findFirstOrThrow({ where: { recordId: event } });
  await saveDraft(db, administrator, {
    id: event,
    expectedVersion: 1,
    content: meeting(line(16)),
    citations,
    note: all,
  });
  await addComment(db, administrator, { id: event, field: null, quote: null, body: all });
  await addComment(db, administrator, {
    id: event,
    field: '/summary',
    quote: { exact: markers[0] ?? '', prefix: '', suffix: '' },
    body: all,
  });
  await saveView(db, administrator, { name: line(0).slice(0, 80), query: 'view=mine' });
  ({ path: preview } = await makePreview(db, administrator, { id: event, revision: 1, hours: 1 }));

  const { sha256 } = await db.storedText.findFirstOrThrow();
  ({ id: source } = await createDraft(db, administrator, {
    kind: 'source',
    slug,
    content: {
      title: line(8),
      form: 'article',
      publisher: null,
      author: line(16),
      language: 'en',
      published: null,
      address: 'https://example.org/"onmouseover=alert(1)//',
      archivedAddress: "https://example.org/'%3E%3Cscript%3E",
      rights: 'full',
      licence: line(20),
      note: all,
      versions: [{ sha256, fetched: '2024-01-01T00:00:00Z' }],
    },
    citations: [],
  }));
  const words = (text: string) => ({ type: 'text', text });
  const link = { type: 'link', attrs: { href: 'https://example.org/?a="><script>alert(1)</script>' } };
  ({ id: article } = await createDraft(db, administrator, {
    kind: 'article',
    slug,
    content: {
      title: line(0),
      standfirst: all,
      byline: line(16),
      date: '2024-01-31',
      body: {
        type: 'doc',
        content: [
          { type: 'heading', content: [words(all)] },
          { type: 'paragraph', content: [words(all), { ...words('a link'), marks: [link] }] },
          { type: 'paragraph', content: [{ type: 'recordCitation', attrs: { record: event, words: line(8) } }] },
        ],
      },
    },
    citations: [],
  }));
  await submit(db, administrator, { id: event, expectedVersion: 2 });
});

/** The desk as somebody sees it whose browser says its name in markers as well. */
async function signedIn(): Promise<Page> {
  const context = await visitor();
  await watchFor(context);
  await context.setExtraHTTPHeaders({ 'user-agent': `Mozilla/5.0 ${markers[0]} ${markers[2]}` });
  return signIn(db, context, administrator, desk);
}

test('no text that people fill in runs or becomes markup, wherever it is shown', { timeout: 120_000 }, async () => {
  const page = await signedIn();
  const places = [
    '/?view=mine',
    `/?view=all&text=${encodeURIComponent(markers[1] ?? '')}`,
    `/records/${event}`,
    `/records/${event}?done=${encodeURIComponent(all)}`,
    `/records/${event}/review`,
    `/records/${event}/edit`,
    `/records/${source}`,
    `/records/${source}/edit`,
    `/records/${article}`,
    `/records/${article}/edit`,
    `/records/${article}/review`,
    '/people',
    '/account',
    '/audit',
    `/audit?person=${encodeURIComponent(all)}&action=${encodeURIComponent(all)}`,
    `/sign-in?again&next=${encodeURIComponent(all)}&problem=1`,
  ];
  for (const place of places) {
    const answer = await page.goto(desk + place);
    expect(answer?.status(), place).toBeLessThan(500);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await takenFrom(page), place).toEqual([]);
  }
});

test('nor in what floats above a screen: palette, look, keys, and the dialogs of the editor', async () => {
  const page = await signedIn();
  const clean = async (place: string) => expect(await takenFrom(page), place).toEqual([]);
  await page.goto(`${desk}/?view=mine`);
  await page
    .getByRole('checkbox', { name: /^Choose / })
    .first()
    .waitFor();
  await awake(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog').filter({ has: page.getByRole('searchbox') });
  await palette.getByRole('searchbox').fill('alert');
  await palette.getByRole('menuitem').filter({ hasText: '<script>alert(1)</script>' }).first().waitFor();
  await clean('the palette');
  await palette.getByRole('searchbox').fill(all.slice(0, 200));
  await clean('the palette, asked for markers');
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'hidden' });
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.getByRole('dialog').getByRole('link', { name: 'Open' }).waitFor();
  await clean('the look at a record');

  await page.goto(`${desk}/records/new/statement`);
  await page.getByText(/^Before this can go to review/).waitFor();
  const speaker = page.getByRole('combobox', { name: 'Speaker' });
  await speaker.fill(markers[2] ?? '');
  await page.getByRole('option', { name: /^New: / }).click();
  await page.getByRole('dialog').getByLabel('What it is').waitFor();
  await clean('the dialog of a new actor');

  await page.goto(`${desk}/records/${article}/edit`);
  const standfirst = page.getByLabel('Standfirst', { exact: true });
  await standfirst.fill(`${all} Mine.`);
  const { content, citations } = await db.revision.findFirstOrThrow({ where: { recordId: article } });
  const { lockVersion } = await db.record.findUniqueOrThrow({ where: { id: article } });
  await saveDraft(db, administrator, {
    id: article,
    expectedVersion: lockVersion,
    content: { ...(content as object), standfirst: `Theirs. ${all}`, title: line(8) },
    citations,
    note: all,
  });
  await page.keyboard.press('Control+s');
  const clash = page.getByRole('dialog', { name: 'Two texts of this record' });
  await clash.getByRole('heading', { name: 'You saved this record in another window' }).waitFor();
  await clean('the dialog of two texts');
});

test('nor in a preview on the site, with scripts and without', async () => {
  for (const javaScript of [true, false]) {
    const context = await visitor({ javaScript });
    if (javaScript) await watchFor(context);
    const page = await context.newPage();
    await page.goto(site + preview);
    await page.getByText('Preview, not published.').waitFor();
    expect(await page.locator('main').innerText()).toContain(markers[0]);
    if (javaScript) expect(await takenFrom(page)).toEqual([]);
  }
});

test('a page that took them for markup would be noticed', async () => {
  const context = await visitor();
  await watchFor(context);
  const page = await context.newPage();
  await page.goto('about:blank');
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), markers[2] ?? '');
  await page.waitForFunction(() => (globalThis as unknown as { seen: string[] }).seen.length > 0);
  const taken = await takenFrom(page);
  expect(taken).toContain('ran 1');
  expect(taken.some((what) => what.startsWith('<img src="x"'))).toBe(true);
});
