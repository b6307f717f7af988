import { addComment } from '@rapporteur/core/comment/write';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { awake } from '../awake';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { addPerson, signIn, type Person } from '../people';

const { desk, site } = inject('product');
const { visitor } = visits(desk);
const db = database();

const draftBy = (author: Person, slug: string, title: string) =>
  addDraft(db, author, {
    kind: 'issue',
    slug: `${slug}-${mark()}`,
    content: { question: title, shortTitle: title, description: null, programmes: [] },
    rests: { '/question': 'Brussels, 29 November 2023.' },
  });

/** Presses a button with the keyboard. */
async function press(page: Page, name: string | RegExp, key = 'Enter') {
  const button = page.getByRole('button', { name }).first();
  await button.focus();
  await button.press(key);
}

async function unfold(page: Page, title: string) {
  const summary = page.locator('summary', { hasText: title }).first();
  await summary.focus();
  await summary.press('Enter');
}

test.for([
  { width: 1440, scheme: 'light' },
  { width: 390, scheme: 'dark' },
] as const)('whose work a record is, and until when, is settled on its page at %o', async (look) => {
  const [author, other] = [await addPerson(db, 'editor'), await addPerson(db, 'editor')];
  const { id } = await draftBy(author, `work-${look.width}`, `Whose work is it? ${look.width} ${mark()}`);
  const page = await signIn(db, await visitor(look), author, desk);
  await page.goto(`/records/${id}`);
  await awake(page);
  const work = page.getByRole('region', { name: 'With' });
  await work.getByText('Nobody').waitFor();
  await press(page, 'Take');
  await page.getByText('It is yours.').waitFor();
  await work.getByText(/You$/).waitFor();
  await unfold(page, 'Set the day it is due');
  await page.getByLabel('Day; empty for none').fill('2021-03-04');
  await press(page, 'Set the day it is due');
  await work.getByText('Overdue since 4 Mar 2021').waitFor();
  await unfold(page, 'Put out of sight');
  await page.getByLabel('Until').fill('2999-12-31');
  await press(page, 'Put out of sight');
  await work.getByText('Out of sight until 31 Dec 2999').waitFor();
  await press(page, 'Bring it back into sight');
  await work.getByText('Out of sight until 31 Dec 2999').waitFor({ state: 'detached' });
  await unfold(page, 'Hand over');
  await page.getByLabel('To', { exact: true }).selectOption(other.name);
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Hand over');
  await page.getByText('Handed over.').waitFor();
  await work.getByText(other.name).first().waitFor();
  await press(page, 'Let go');
  await page.getByText('Let go.', { exact: true }).waitFor();
  const row = await db.record.findUniqueOrThrow({ where: { id } });
  expect([row.assigneeId, row.snoozedUntil, row.dueOn?.toISOString().slice(0, 10)]).toEqual([null, null, '2021-03-04']);
});

test(
  'colleagues talk at a field while it is written, and single keys do nothing where letters are typed',
  { timeout: 120_000 },
  async () => {
    const [author, reviewer] = [await addPerson(db, 'editor'), await addPerson(db, 'editor')];
    const title = `Is it said? ${mark()}`;
    const { id, slug } = await draftBy(author, 'said', title);
    const caller = { userId: reviewer.userId, role: reviewer.role };
    await addComment(db, caller, { id, field: '/shortTitle', quote: null, body: 'Shorter, please.' });
    await addComment(db, caller, { id, field: null, quote: null, body: 'A fine record.' });
    const context = await visitor();
    const page = await signIn(db, context, author, desk);
    await page.goto(`/records/${id}/edit`);
    const threads = page.getByRole('list', { name: 'What colleagues say about Short title' });
    await threads.getByText('Shorter, please.').waitFor();
    await page.getByRole('region', { name: 'About the record as a whole' }).getByText('A fine record.').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    // A thread is answered and settled; another is begun, at the field that has the caret.
    await threads.getByRole('button', { name: 'Answer' }).press('Enter');
    await threads.getByRole('textbox').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Gladly.');
    await page.keyboard.press('Control+Enter');
    await threads.getByText('Gladly.').waitFor();
    await threads.getByRole('button', { name: `Settle what ${reviewer.name} said` }).press('Enter');
    await threads.waitFor({ state: 'detached' });
    await page.getByLabel('Question', { exact: true }).focus();
    await press(page, 'Comment on Question');
    const box = page.getByRole('textbox', { name: 'Comment on Question' });
    await box.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Who says so? v ? c');
    // What was typed and not sent outlives the window's reload.
    await page.reload();
    await page.getByLabel('Question', { exact: true }).focus();
    await press(page, 'Comment on Question');
    await expect.poll(() => box.inputValue()).toBe('Who says so? v ? c');
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Say it');
    await page
      .getByRole('list', { name: 'What colleagues say about Question' })
      .getByText('Who says so? v ? c')
      .waitFor();
    const said = await db.comment.findMany({ where: { recordId: id }, orderBy: { body: 'asc' } });
    expect(said.map(({ field, body, resolvedAt }) => [field, body, resolvedAt !== null])).toEqual([
      [null, 'A fine record.', false],
      [null, 'Gladly.', false],
      ['/shortTitle', 'Shorter, please.', true],
      ['/question', 'Who says so? v ? c', false],
    ]);

    // Letters are letters in a field, and commands outside of one.
    await page.getByLabel('Short title', { exact: true }).focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' v?c[]');
    await expect.poll(() => page.getByLabel('Short title', { exact: true }).inputValue()).toBe(`${title} v?c[]`);
    expect(context.pages()).toHaveLength(1);
    await page.getByRole('link', { name: 'Issues' }).first().focus();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByText('Preview in the site').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('v');
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
    expect(context.pages()).toHaveLength(1);

    // The text on the screen is saved, and shown in the real site as readers would see it; a second look is the same one.
    const opened = context.waitForEvent('page');
    await page.keyboard.press('v');
    const preview = await opened;
    await preview.waitForURL(`${site}/preview/**`);
    await preview.getByRole('heading', { level: 1 }).waitFor();
    await preview.getByText(`${title} v?c[]`).first().waitFor();
    expect((await page.request.get(`${site}/issues/${slug}`)).status()).toBe(404);
    const again = context.waitForEvent('page');
    await page.bringToFront();
    await page.keyboard.press('v');
    await (await again).waitForURL(preview.url());
    expect(await db.previewToken.count({ where: { recordId: id } })).toBe(1);
  },
);
