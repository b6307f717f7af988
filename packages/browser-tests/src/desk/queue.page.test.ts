import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { awake } from '../awake';
import { faultsAtEveryLook } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { addPerson, signIn, type Person } from '../people';

const { desk } = inject('product');
const { visitor } = visits(desk);
const db = database();

const issue = (question: string) => ({ question, shortTitle: question, description: null, programmes: [] });

/** Two drafts by a person, with titles of their own. */
async function twoDrafts(author: Person, what: string): Promise<[string, string]> {
  const titles: [string, string] = [`${what} of spring ${author.userId}`, `${what} of autumn ${author.userId}`];
  for (const [index, title] of titles.entries()) {
    await addDraft(db, author, {
      kind: 'issue',
      slug: `${what.toLowerCase()}-${index}-${mark()}`,
      content: issue(title),
      rests: { '/question': 'Brussels, 29 November 2023.' },
    });
  }
  return titles;
}

const rowOf = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: title }) });

test('the queue has no fault that axe finds, wide and narrow, light and dark', { timeout: 180_000 }, async () => {
  const person = await addPerson(db, 'publisher');
  await twoDrafts(person, 'Meetings');
  const page = await signIn(db, await visitor(), person, desk);
  // What others have in the queue is long, and all alike.
  const narrowed = `/?view=all&sort=with&kind=issue&text=${person.userId}`;
  for (const address of ['/', narrowed, '/?view=overdue']) {
    await page.goto(address);
    expect(await faultsAtEveryLook(page), address).toEqual([]);
  }
  await page.goto('/?view=mine');
  await awake(page);
  await page
    .getByRole('checkbox', { name: /^Choose / })
    .last()
    .check();
  await page.locator('summary', { hasText: 'Filter' }).click();
  expect(await faultsAtEveryLook(page), 'with its panels open').toEqual([]);
});

test('a list is narrowed, ordered, kept and gone back to by its address, without scripts', async () => {
  const person = await addPerson(db, 'editor');
  const [spring, autumn] = await twoDrafts(person, 'Harvests');
  const page = await signIn(db, await visitor({ javaScript: false }), person, desk, '/');
  await page.locator('summary', { hasText: 'Filter' }).click();
  await page.getByLabel('Words in the title or the address').fill(`HARVESTS autumn ${person.userId}`);
  await page.getByLabel('Issues', { exact: true }).check();
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/[?&]kind=issue/);
  await rowOf(page, autumn).waitFor();
  expect(await rowOf(page, spring).count()).toBe(0);
  expect(new URL(page.url()).searchParams.getAll('kind')).toEqual(['issue']);

  await page.locator('summary', { hasText: 'Lists you keep' }).click();
  await page.getByLabel('Keep this list as').fill('Autumn');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Autumn' }).waitFor();

  await page.goto(`/?view=all&text=${person.userId}&sort=title`);
  const titles = async () => (await page.getByRole('rowheader').allTextContents()).map((title) => title.trim());
  await expect.poll(titles).toEqual([autumn, spring]);
  await page.getByRole('columnheader', { name: 'Record' }).getByRole('link').click();
  await expect.poll(titles).toEqual([spring, autumn]);

  await page.getByRole('link', { name: 'Autumn', exact: true }).first().click();
  await page.waitForLoadState();
  await rowOf(page, autumn).waitFor();
  expect(await rowOf(page, spring).count()).toBe(0);
});

test.for([true, false])('many records are changed together or not at all, scripts %s', async (javaScript) => {
  const [author, reviewer] = [await addPerson(db, 'editor'), await addPerson(db, 'editor')];
  const titles = await twoDrafts(author, javaScript ? 'Treaties' : 'Accords');
  const own = await signIn(db, await visitor({ javaScript }), author, desk);
  const list = `/?view=all&text=${author.userId}`;
  const does = async (page: Page, command: string) => {
    await page.goto(list);
    if (javaScript) await awake(page);
    for (const title of titles) await rowOf(page, title).getByRole('checkbox').check();
    await page.getByLabel('What to do').selectOption(command);
    await page.locator('.bulk-bar button').click();
  };
  await does(own, 'Hand in for review');
  await own.getByText('2 records handed in for review.').waitFor();
  await does(own, 'Approve');
  const alert = own.getByRole('alert').filter({ hasText: 'Nothing was changed' });
  await alert.waitFor();
  await alert.getByText('2 of 2 records stand in the way').waitFor();
  await own.waitForLoadState();
  for (const title of titles) expect(await alert.textContent()).toContain(title);
  if (javaScript) await expect.poll(() => rowOf(own, titles[0]).getByRole('checkbox').isChecked()).toBe(true);

  const his = await signIn(db, await visitor({ javaScript }), reviewer, desk);
  await does(his, 'Approve');
  await his.getByText('2 records approved.').waitFor();
  const states = await db.deskEntry.findMany({ where: { title: { in: titles } }, select: { state: true } });
  expect(states.map(({ state }) => state)).toEqual(['approved', 'approved']);
});
