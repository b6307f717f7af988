import type { CommandResult } from '@rapporteur/core/record/result';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { awake } from '../awake';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addApproved, addDraft } from '../drafts';
import { heard } from '../heard';
import { mark } from '../mark';
import { addPerson, signIn, type Person } from '../people';

const { desk, site } = inject('product');
const { visitor } = visits(desk);
const db = database();

const draftOf = (slug: string, title: string) => ({
  kind: 'issue' as const,
  slug: `${slug}-${mark()}`,
  content: { question: title, shortTitle: title, description: null, programmes: [] },
  rests: { '/question': 'Brussels, 29 November 2023.' },
});

const approved = (people: [Person, Person], slug: string, title: string): Promise<CommandResult> =>
  addApproved(db, people[0], people[1], draftOf(slug, title));

const twoPeople = async (): Promise<[Person, Person]> => [
  await addPerson(db, 'editor'),
  await addPerson(db, 'publisher'),
];

/** Goes to a control as a keyboard does, and presses a key on it. */
async function press(page: Page, role: 'button' | 'checkbox' | 'link', name: string | RegExp, key: string) {
  const control = page.getByRole(role, { name }).first();
  await control.focus();
  await control.press(key);
}

/** Opens a folded part with the keyboard. */
async function unfold(page: Page, title: string) {
  const summary = page.locator('summary', { hasText: title }).first();
  await summary.focus();
  await summary.press('Enter');
}

test('records that were chosen in the queue become public in one moment, with the keyboard alone', async () => {
  const people = await twoPeople();
  const titles = [`Is the harvest counted? ${mark()}`, `Is the seed counted? ${mark()}`] as const;
  const records = [await approved(people, 'harvest', titles[0]), await approved(people, 'seed', titles[1])];
  const page = await signIn(db, await visitor(), people[1], desk, '/');
  await press(page, 'link', 'Releases', 'Enter');
  await page.getByRole('heading', { name: 'Releases', level: 1 }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const name = `The count ${mark()}`;
  await page.getByLabel('What it is called').focus();
  await page.keyboard.type(name);
  // Sent twice in one breath, as by a double click: one release.
  await page.getByRole('button', { name: 'Make a release' }).dblclick();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByText('The release is made.').waitFor();
  expect(await db.release.count({ where: { name } })).toBe(1);
  const { id } = await db.release.findFirstOrThrow({ where: { name } });

  await press(page, 'link', 'Approved records in the queue', 'Enter');
  await awake(page);
  for (const title of titles) await press(page, 'checkbox', `Choose ${title}`, 'Space');
  await page.getByLabel('What to do').selectOption('Put into a release');
  await page.getByLabel('Release', { exact: true }).selectOption(name);
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'button', 'Put into a release: 2 records', 'Enter');
  await page.getByText('2 records are in the release.').waitFor();
  await press(page, 'link', 'Look at the release', 'Enter');
  await page.getByText('Nothing hinders it.').waitFor();
  for (const title of titles) await page.getByRole('link', { name: title, exact: true }).waitFor();
  await expect.poll(() => page.getByText('New to readers').count()).toBe(2);
  expect(await faultsOf(page)).toEqual([]);

  const addresses = records.map(({ slug }) => `${site}/issues/${slug}`);
  for (const address of addresses) expect((await page.request.get(address)).status()).toBe(404);
  await press(page, 'button', 'Publish 2 records now', 'Enter');
  await page.getByText('Published. Readers see all of it now.').waitFor();
  await heard(db);
  for (const address of addresses) expect((await page.request.get(address)).status()).toBe(200);
  const log = await db.publication.findMany({ where: { recordId: { in: records.map((record) => record.id) } } });
  expect(new Set(log.map(({ recordedAt }) => recordedAt.getTime())).size).toBe(1);
  await page.goto('/releases?view=published');
  await page.getByRole('link', { name }).waitFor();
  expect((await db.release.findUniqueOrThrow({ where: { id } })).state).toBe('published');
});

test('a release says which of its records hinders it, and is scheduled in a named time zone, moved and given up', async () => {
  const people = await twoPeople();
  const ready = await approved(people, 'ready', `Is it ready? ${mark()}`);
  const unready = await addDraft(db, people[0], draftOf('unready', `Is it unready? ${mark()}`));
  const page = await signIn(db, await visitor({ width: 390, scheme: 'dark' }), people[1], desk);
  const name = `The autumn set ${mark()}`;
  // Into a new release from the page where one is reviewed, into the same from the page of the other.
  await page.goto(`/records/${ready.id}/review`);
  await awake(page);
  await unfold(page, 'Put it into a release');
  await page.getByRole('combobox', { name: 'Release' }).selectOption('A new one');
  await page.getByLabel('Name, if it is new').fill(name);
  await press(page, 'button', 'Put it in', 'Enter');
  await page.getByText('It is in this release now.').waitFor();
  await page.goto(`/records/${unready.id}`);
  await awake(page);
  await unfold(page, 'Put it into a release');
  await page.getByRole('combobox', { name: 'Release' }).selectOption(name);
  await press(page, 'button', 'Put it in', 'Enter');
  await page.getByText('1 record is not ready.').waitFor();
  await page.getByRole('list', { name: 'What still hinders it' }).getByText('Is a draft, not approved').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'button', 'Publish 2 records now', 'Enter');
  await page.getByRole('alert').getByText('Nothing is published.').waitFor();
  await press(page, 'button', /^Take Is it unready/, 'Enter');
  await page.getByText('Taken out.').waitFor();

  await unfold(page, 'Publish at a set time');
  await page.getByLabel('Day and time').fill('2031-07-01T09:00');
  await page.getByLabel('Time zone').fill('Europe/Nowhere');
  await press(page, 'button', 'Publish at a set time', 'Enter');
  await page.getByRole('alert').getByText('"Europe/Nowhere" is not the name of a time zone').waitFor();
  await expect.poll(() => page.getByLabel('Day and time').inputValue()).toBe('2031-07-01T09:00');
  await page.getByLabel('Time zone').fill('Europe/Kyiv');
  await press(page, 'button', 'Publish at a set time', 'Enter');
  await page.getByText('1 Jul 2031, 09:00 Europe/Kyiv (1 Jul 2031, 06:00 UTC), chosen by').waitFor();
  await page.getByText('may not publish any more').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await unfold(page, 'Choose another time');
  await expect.poll(() => page.getByLabel('Time zone').inputValue()).toBe('Europe/Kyiv');
  await page.getByLabel('Day and time').fill('2031-01-01T09:00');
  await press(page, 'button', 'Choose another time', 'Enter');
  await page.getByText('1 Jan 2031, 09:00 Europe/Kyiv (1 Jan 2031, 07:00 UTC), chosen by').waitFor();
  await page.goto(`/records/${ready.id}`);
  await page.getByText('1 Jan 2031, 09:00 Europe/Kyiv').waitFor();
  await press(page, 'link', name, 'Enter');
  await press(page, 'button', 'Do not publish by itself', 'Enter');
  await page.getByText('No longer scheduled. Its records stay approved.').waitFor();
  await unfold(page, 'Give this release up');
  await press(page, 'button', 'Give up the release', 'Enter');
  await page.getByText('Given up. Its records keep their texts.').waitFor();
});

test('one record is held back and scheduled on its own, in a zone and in UTC', async () => {
  const people = await twoPeople();
  const { id } = await approved(people, 'held', `Is it held? ${mark()}`);
  const page = await signIn(db, await visitor(), people[1], desk);
  await page.goto(`/records/${id}/review`);
  await awake(page);
  await unfold(page, 'Hold back until');
  const embargo = page.locator('details', { has: page.locator('summary', { hasText: 'Hold back until' }) });
  await embargo.getByLabel('Day and time').fill('2031-03-30T02:30');
  await embargo.getByLabel('Time zone').fill('Europe/Brussels');
  await embargo.getByRole('button').press('Enter');
  // The clocks go forward in that night.
  await page.getByRole('alert').getByText('The clocks in Europe/Brussels skip 02:30 on that day').waitFor();
  await embargo.getByLabel('Day and time').fill('2031-03-30T03:30');
  await embargo.getByLabel('Reason, for colleagues').fill('Agreed with the ministry.');
  await embargo.getByRole('button').press('Enter');
  await page.getByText('Not before 30 Mar 2031, 03:30 Europe/Brussels (30 Mar 2031, 01:30 UTC)').waitFor();
  await unfold(page, 'Publish at a set time');
  await page.getByLabel('Day and time').first().fill('2031-03-30T03:00');
  await page.getByLabel('Time zone').first().fill('Europe/Brussels');
  await press(page, 'button', 'Publish at a set time', 'Enter');
  await page.getByRole('alert').getByText('under embargo').first().waitFor();
  await page.getByLabel('Day and time').first().fill('2031-03-30T04:00');
  await press(page, 'button', 'Publish at a set time', 'Enter');
  await page.getByText('30 Mar 2031, 04:00 Europe/Brussels (30 Mar 2031, 02:00 UTC), chosen by').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(page.url()).toContain('/review');
  await press(page, 'button', 'Do not publish by itself', 'Enter');
  await page.getByText('No longer scheduled. It stays approved.').waitFor();
  await press(page, 'button', 'Lift the embargo', 'Enter');
  await page.getByText('As soon as somebody publishes it.').waitFor();
});
