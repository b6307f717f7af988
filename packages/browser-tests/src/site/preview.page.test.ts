import { makePreview } from '@rapporteur/core/preview/make';
import { makeTranslatedPreview } from '@rapporteur/core/preview/make-translated';
import { revokePreview } from '@rapporteur/core/preview/list';
import { publish } from '@rapporteur/core/record/publish';
import { approve } from '@rapporteur/core/record/review';
import { submit } from '@rapporteur/core/record/submit';
import { saveTranslation } from '@rapporteur/core/translation/save';
import { expect, inject, test } from 'vitest';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { heard } from '../heard';
import { mark } from '../mark';
import { addPerson } from '../people';

const { site } = inject('product');
const { open, visitor } = visits(site);
const db = database();

let count = 0;
async function preview() {
  const author = await addPerson(db, 'editor');
  count += 1;
  const title = `CNRY-DRAFT-${mark()}-${count}`;
  const draft = await addDraft(db, author, {
    kind: 'event',
    slug: `previewed-${mark()}-${count}`,
    content: {
      title,
      type: 'meeting',
      date: '2023-11-29',
      place: 'Brussels',
      summary: 'A meeting that is not on record yet.',
      partOf: null,
      participants: [],
      choices: [],
    },
    rests: { '/date': 'Brussels, 29 November 2023.' },
  });
  const made = await makePreview(db, author, { id: draft.id, revision: 1, hours: 1 });
  return { ...made, title, author, slug: draft.slug };
}

/** What an answer says, but for the moment at which it was given. */
async function answer(path: string) {
  const response = await fetch(site + path, { redirect: 'manual' });
  const headers = Object.fromEntries(response.headers);
  delete headers['date'];
  return { status: response.status, headers, text: await response.text() };
}

test('a draft is shown as its page would be, says that it is none, and is kept by nobody', async () => {
  const made = await preview();
  const page = await open(made.path);
  await page.getByRole('heading', { name: made.title, level: 1 }).waitFor();
  await page.getByRole('complementary', { name: 'This is a preview' }).getByText('Preview, not published.').waitFor();
  await page
    .getByRole('link', { name: /^Evidence 1\. Passage verified/ })
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const { status, headers, text } = await answer(made.path);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
  expect(headers['x-robots-tag']).toContain('noindex');
  expect(text).not.toContain(made.token);
  // The module that helps with searching is every page's; nothing that runs comes from the draft.
  expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/search.js">']);

  // From the preview to a public page: the address is not told.
  const requested = page.waitForRequest((request) => request.url() === `${site}/events`);
  await page.getByRole('link', { name: 'Events' }).first().click();
  expect((await requested).headers()['referer']).toBeUndefined();
});

test('a translation is shown beside its public original, says that it is none yet, and is kept by nobody', async () => {
  const [author, reviewer] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
  const draft = await addDraft(db, author, {
    kind: 'event',
    slug: `told-${mark()}`,
    content: {
      title: 'A sitting of the assembly',
      type: 'meeting',
      date: '2023-11-29',
      place: 'Brussels',
      summary: 'They sat for a day.',
      partOf: null,
      participants: [],
      choices: [],
    },
    rests: { '/date': 'Brussels, 29 November 2023.' },
  });
  const submitted = await submit(db, author, { id: draft.id, expectedVersion: draft.lockVersion });
  const approved = await approve(db, reviewer, { id: draft.id, expectedVersion: submitted.lockVersion });
  await publish(db, reviewer, { id: draft.id, expectedVersion: approved.lockVersion });
  await heard(db);
  const title = `CNRY-DRAFT-Засідання-${mark()}`;
  const texts = { '/title': title };
  const of = { id: draft.id, language: 'uk' as const };
  await saveTranslation(db, author, { ...of, expectedVersion: 0, baseRevision: 1, texts });
  const made = await makeTranslatedPreview(db, author, { ...of, number: 1, hours: 1 });

  for (const [width, scheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    const page = await open(made.path, { width, scheme });
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page
      .getByRole('complementary', { name: 'Це попередній перегляд' })
      .getByText('Це версія 1 перекладу (українська), якою її побачили б читачі: ще не затверджена.')
      .waitFor();
    await page.getByText('They sat for a day.').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await faultsOf(page)).toEqual([]);
  }
  const { status, headers, text } = await answer(made.path);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
  expect(headers['x-robots-tag']).toContain('noindex');
  expect(text).not.toContain(made.token);
  // It is framed as readers of its language will have it, and leads on in that language.
  expect(text).toContain('<html lang="uk">');
  expect(text).toContain('href="/uk/events"');
  const german = made.path.replace('/uk/', '/de/');
  expect(await answer(german)).toEqual(await answer('/de/events/nothing-of-this-name'));

  // No public page has a word of it, and none says that there is one.
  const original = `/events/told-${mark()}`;
  for (const path of [original, '/', '/events', '/changes', '/feed.atom', '/sitemap.xml', '/search?q=CNRY-DRAFT']) {
    expect((await answer(path)).text, path).not.toContain(title);
  }
  const untranslated = await answer(`/uk${original}`);
  expect([untranslated.status, untranslated.text.includes(title)]).toEqual([200, false]);
  await revokePreview(db, author, made.id);
  expect(made.path).toMatch(/^\/uk\/preview\//);
  expect(await answer(made.path)).toEqual(await answer('/uk/events/nothing-of-this-name'));
});

test('fits a small screen and a dark one', async () => {
  const made = await preview();
  const page = await open(made.path, { width: 390, scheme: 'dark', javaScript: false });
  await page.getByText('Preview, not published.').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await faultsOf(await open(made.path, { width: 390, scheme: 'dark' }))).toEqual([]);
});

test('what does not work cannot be told from what never was, and no public page knows of the draft', async () => {
  const made = await preview();
  const unknown = await answer('/events/nothing-of-this-name');
  expect(unknown.status).toBe(404);
  const random = 'x'.repeat(43);
  for (const path of [`/preview/${random}`, `/preview/${made.token}x`, '/preview', `/at/20231130120000${made.path}`]) {
    expect(await answer(path), path).toEqual(unknown);
  }
  expect(await answer(`/events/${made.slug}`)).toEqual(unknown);
  for (const path of ['/', '/events', '/changes', '/api/trpc/status.get?input=%7B%7D']) {
    expect((await answer(path)).text, path).not.toContain(made.title);
  }
  expect((await answer(made.path)).status).toBe(200);
  await revokePreview(db, made.author, made.id);
  expect(await answer(made.path)).toEqual(unknown);
  const page = await (await visitor()).newPage();
  expect((await page.goto(made.path))?.status()).toBe(404);
});

test('guessing at tokens ends after thirty from one network, and a token that works still does', async () => {
  const made = await preview();
  const network = (block: string) => `3fff:${block}:${(Number(mark()) % 0xffff).toString(16)}:1`;
  const from = (nth: number) => ({ 'x-forwarded-for': `${network('9')}:${nth.toString(16)}::1` });
  const statuses: number[] = [];
  for (let nth = 1; nth <= 33; nth += 1) {
    const response = await fetch(`${site}/preview/${String(nth).padStart(43, 'g')}`, { headers: from(nth) });
    statuses.push(response.status);
    if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect(statuses).toEqual([...Array<number>(30).fill(404), 429, 429, 429]);
  expect((await fetch(site + made.path, { headers: from(99) })).status).toBe(200);
  const elsewhere = { 'x-forwarded-for': `${network('a')}::1` };
  expect((await fetch(`${site}/preview/${'h'.repeat(43)}`, { headers: elsewhere })).status).toBe(404);
});
