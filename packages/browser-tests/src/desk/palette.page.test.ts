import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { awake } from '../awake';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { addPerson, signIn, type Person } from '../people';

const { desk } = inject('product');
const { visitor } = visits(desk);
const db = database();

/** Drafts by a person on questions of their own. */
async function drafts(author: Person, ...questions: string[]): Promise<void> {
  for (const [index, question] of questions.entries()) {
    await addDraft(db, author, {
      kind: 'issue',
      slug: `keys-${author.userId.slice(0, 8)}-${index}`,
      content: { question, shortTitle: question, description: null, programmes: [] },
      rests: { '/question': 'Brussels, 29 November 2023.' },
    });
  }
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const entryOf = (title: string) => db.deskEntry.findFirstOrThrow({ where: { title } });

test('a record is found and opened, and a screen reached, with the keyboard alone', async () => {
  const person = await addPerson(db, 'editor');
  const question = `Will the ferry sail to Tórshavn? ${person.userId}`;
  await drafts(person, question);
  const page = await signIn(db, await visitor(), person, desk, '/');
  await awake(page);
  await page.keyboard.press('Control+K');
  const field = page.getByRole('searchbox', { name: 'What to find or do' });
  await field.waitFor();
  await page.keyboard.type(`torshavn ferry ${person.userId}`);
  await page.getByRole('menuitem', { name: question }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: question, level: 1 }).waitFor();

  await awake(page);
  await page.keyboard.press('Control+K');
  // What is typed before the palette has loaded is not lost, and no single key.
  await page.keyboard.type('overdue');
  await page.getByRole('menuitem', { name: 'What is overdue' }).waitFor();
  await page.getByRole('menuitem', { name: 'My work' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.waitForURL(`${desk}/?view=overdue`);

  await awake(page);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('ferry');
  await field.waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
});

test('the queue is worked through by single keys, which can be switched off', async () => {
  const person = await addPerson(db, 'editor');
  const [first, second] = [`Dykes of ${person.userId}`, `Eels of ${person.userId}`];
  await drafts(person, first, second);
  const page = await signIn(db, await visitor(), person, desk);
  await page.goto(`/?view=all&sort=title&text=${person.userId}`);
  await awake(page);

  await page.keyboard.press('j');
  await expect.poll(() => focused(page)).toBe(first);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect.poll(() => focused(page)).toBe(second);
  await page.keyboard.press('k');
  await expect.poll(() => focused(page)).toBe(first);

  await page.keyboard.press('Space');
  const peek = page.getByRole('dialog', { name: 'A look at the record' });
  await peek.getByRole('heading', { name: first }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await peek.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe(first);

  await page.keyboard.press('x');
  await page.getByText('1 chosen').waitFor();
  await page.keyboard.press('t');
  await page.getByRole('status').getByText('It is yours.').waitFor();
  expect((await entryOf(first)).assigneeId).toBe(person.userId);
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Next Monday' }).waitFor();
  await page.getByRole('dialog').locator(':focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Out of sight.').waitFor();
  expect((await entryOf(first)).snoozedUntil).not.toBeNull();

  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Single keys do something' }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.locator('html[data-single-keys="off"]').waitFor();
  await page.keyboard.press('j');
  expect(await focused(page)).not.toBe(first);
});
