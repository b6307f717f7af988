import { publish } from '@rapporteur/core/record/publish';
import { approve } from '@rapporteur/core/record/review';
import { saveDraft } from '@rapporteur/core/record/save';
import { submit } from '@rapporteur/core/record/submit';
import { expect, inject, test } from 'vitest';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { addPerson, signIn, type Person } from '../people';

const { desk } = inject('product');
const { visitor } = visits(desk);
const db = database();

const contentOf = (description: string) => ({
  question: 'Who counts the boats?',
  shortTitle: 'The boats',
  description,
  programmes: [],
});

async function bringOut(id: string, expectedVersion: number, author: Person, reviewer: Person) {
  const handedIn = await submit(db, author, { id, expectedVersion });
  const { lockVersion } = await approve(db, reviewer, { id, expectedVersion: handedIn.lockVersion });
  return publish(db, reviewer, { id, expectedVersion: lockVersion });
}

/** A public record with three versions. */
async function addVersions(author: Person, reviewer: Person): Promise<string> {
  const { id, lockVersion } = await addDraft(db, author, {
    kind: 'issue',
    slug: `boats-${mark()}`,
    content: contentOf('Nobody counts them.'),
    rests: { '/question': 'Brussels, 29 November 2023.' },
  });
  let version = (await bringOut(id, lockVersion, author, reviewer)).lockVersion;
  const { citations } = await db.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
  for (const description of ['The port counts them.', 'The port counts them in spring.']) {
    const content = contentOf(description);
    const change = { change: 'correct', note: `It reads: ${description}` } as const;
    const saved = await saveDraft(db, author, { id, expectedVersion: version, content, citations, ...change });
    version = (await bringOut(id, saved.lockVersion, author, reviewer)).lockVersion;
  }
  return id;
}

test('any two versions are compared from the list beside them, and an old one is restored as a draft', async () => {
  const [author, reviewer] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
  const id = await addVersions(author, reviewer);
  const page = await signIn(db, await visitor({ width: 390, scheme: 'dark', javaScript: false }), author, desk);
  await page.goto(`/records/${id}`);
  await page.getByRole('link', { name: 'Compare with the version before' }).first().click();
  await page.getByRole('heading', { name: 'Version 2 and version 3', level: 1 }).waitFor();
  await page.waitForLoadState();
  expect(await page.locator('.compare ins').allInnerTexts()).toEqual([expect.stringContaining('in spring')]);
  const versions = page.getByRole('navigation', { name: 'Versions' });
  expect(await versions.getByRole('link').count()).toBe(1);
  expect(await versions.locator('.is-chosen').count()).toBe(2);
  await versions.getByRole('link', { name: 'Compare version 1 with version 3: First published' }).click();
  await page.getByRole('heading', { name: 'Version 1 and version 3', level: 1 }).waitFor();
  expect(await page.locator('.compare del').first().innerText()).toContain('Nobody');
  await page.getByRole('button', { name: 'Restore version 1 as a new draft' }).click();
  await page.getByText('Restored as a new draft. Nothing public has changed.').waitFor();
  const restored = await db.revision.findFirstOrThrow({ where: { recordId: id }, orderBy: { number: 'desc' } });
  expect(restored).toMatchObject({ number: 4, state: 'draft', content: { description: 'Nobody counts them.' } });
  // While it is open, nothing else is restored over it.
  await page.goto(`/records/${id}/compare?from=2&to=4`);
  expect(await page.getByRole('button', { name: /^Restore/ }).count()).toBe(0);
  const wide = await signIn(db, await visitor(), author, desk);
  await wide.goto(`/records/${id}/compare?from=1&to=4`);
  await wide.getByText('These two versions say the same.').waitFor();
  expect(await faultsOf(wide)).toEqual([]);
});

test('a text that clashes with another is kept as a draft of its own, once, and nothing of it is lost', async () => {
  const [ines, noor] = [await addPerson(db, 'editor'), await addPerson(db, 'editor')];
  const slug = `ferries-${mark()}`;
  const { id, lockVersion } = await addDraft(db, ines, {
    kind: 'issue',
    slug,
    content: contentOf('As it was.'),
    rests: { '/question': 'Brussels, 29 November 2023.' },
  });
  const { citations } = await db.revision.findFirstOrThrow({ where: { recordId: id } });
  const his = await signIn(db, await visitor(), noor, desk);
  await his.goto(`/records/${id}/edit`);
  const description = his.getByLabel('Description', { exact: true });
  await description.fill('As Noor has it.');
  const content = contentOf('As Ines has it.');
  await saveDraft(db, ines, { id, expectedVersion: lockVersion, content, citations });
  await his.keyboard.press('Control+s');
  const dialog = his.getByRole('dialog', { name: 'Two texts of this record' });
  await dialog.getByRole('button', { name: 'Keep mine as a separate draft' }).dblclick();
  const told = his.getByRole('alert').filter({ hasText: 'Your text is a draft of its own now.' });
  const link = told.getByRole('link', { name: 'a draft of its own' });
  await link.waitFor();
  await expect.poll(() => description.inputValue()).toBe('As Ines has it.');
  await his.getByText('Saved as draft 1').waitFor();
  // Taken back, his own text is here again.
  await description.focus();
  await his.keyboard.press('Control+z');
  await expect.poll(() => description.inputValue()).toBe('As Noor has it.');
  await his.keyboard.press('Control+Shift+z');
  const apart = await db.revision.findMany({
    where: { authorId: noor.userId, content: { path: ['description'], equals: 'As Noor has it.' } },
  });
  expect(apart.map(({ state, number }) => [state, number])).toEqual([['draft', 1]]);
  expect(apart[0]?.citations).toEqual(citations);
  await link.click();
  await his.waitForURL(`${desk}/records/${apart[0]?.recordId}/edit`);
  await expect.poll(() => his.getByLabel('Description', { exact: true }).inputValue()).toBe('As Noor has it.');
  expect(await db.revision.findFirstOrThrow({ where: { recordId: id } })).toMatchObject({ content });
});
