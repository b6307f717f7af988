import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { pick, rest } from '../passages';
import { addPerson, signIn, type Person } from '../people';

const { desk } = inject('product');
const { visitor } = visits(desk);
const db = database();

/** Two editors, each in a browser of their own. */
async function twoEditors(): Promise<[page: Page, who: Person][]> {
  const people = [await addPerson(db, 'editor'), await addPerson(db, 'editor')];
  return Promise.all(
    people.map(async (who): Promise<[Page, Person]> => [await signIn(db, await visitor(), who, desk), who]),
  );
}

async function openDraft(page: Page, id: string): Promise<void> {
  await page.goto(`${desk}/records/${id}/edit`);
  await page.getByText(/^Before this can go to review|^Ready for review/).waitFor();
}

/** Saves; too late, joins both texts wherever both can stand, and saves again. Answers whether it was too late. */
async function save(page: Page): Promise<boolean> {
  const saved = page.getByText('Saved as draft 1');
  const joined = page.getByRole('alert').getByText('Both texts are joined here');
  const dialog = page.getByRole('dialog', { name: 'Two texts of this record' });
  await page.keyboard.press('Control+s');
  await saved
    .or(joined)
    .or(dialog.getByText(/decided\.$/))
    .first()
    .waitFor();
  if (await saved.isVisible()) return false;
  if (await dialog.isVisible()) {
    for (const both of await dialog.getByRole('radio', { name: /^Both, joined/ }).all()) await both.check();
    await dialog.getByRole('button', { name: /^Take the combined text/ }).click();
    await joined.waitFor();
  }
  await page.keyboard.press('Control+s');
  await saved.waitFor();
  return true;
}

const fields = ['Question', 'Short title', 'Description'] as const;
const act = fc.record({
  who: fc.nat(1),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.record({ field: fc.constantFrom(...fields), place: fc.constantFrom('Home', 'End') }) },
    { weight: 1, arbitrary: fc.constant('save' as const) },
  ),
});

test(
  'two editors who write into one record by turns lose no word, in ten random runs',
  { timeout: 240_000 },
  async () => {
    const editors = await twoEditors();
    const [[, first] = []] = editors;
    if (first === undefined) throw new Error('nobody is there');
    let run = 0;
    let late = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 6 }), async (acts) => {
        run += 1;
        const { id } = await addDraft(db, first, {
          kind: 'issue',
          slug: `turns-${mark()}-${run}`,
          content: { question: 'Should it', shortTitle: `Turns ${run}`, description: 'As it was', programmes: [] },
          rests: {},
        });
        await Promise.all(editors.map(([page]) => openDraft(page, id)));
        const words: string[] = [];
        for (const [index, { who, what }] of acts.entries()) {
          const page = editors[who]?.[0];
          if (page === undefined) continue;
          if (what === 'save') late += Number(await save(page));
          else {
            const word = `word${index}x`;
            words.push(word);
            await page.getByLabel(what.field, { exact: true }).press(`Control+${what.place}`);
            await page.keyboard.insertText(` ${word} `);
          }
        }
        for (const [page] of editors) late += Number(await save(page));
        const { content } = await db.revision.findFirstOrThrow({ where: { recordId: id } });
        for (const word of words) expect(JSON.stringify(content)).toContain(word);
      }),
      { numRuns: 10, endOnFailure: true },
    );
    // Runs in which nobody was ever too late would prove nothing.
    expect(late).toBeGreaterThan(0);
  },
);

test('a passage whose field a colleague took out is named, and does not keep the text from being saved', async () => {
  const [[hers, ines] = [], [his] = []] = await twoEditors();
  if (hers === undefined || ines === undefined || his === undefined) throw new Error('nobody is there');
  const name = (text: string) => ({ text, language: 'en', use: 'preferred' });
  const { id } = await addDraft(db, ines, {
    kind: 'actor',
    slug: `renamed-${mark()}`,
    content: {
      type: 'person',
      names: [name(`Anna ${mark()}`), { ...name(`A. ${mark()}`), use: 'alias' }],
      description: null,
      identifiers: [],
      memberships: [],
      offices: [],
    },
    rests: { '/names/0': 'Brussels, 29 November 2023.' },
  });
  await openDraft(hers, id);
  await openDraft(his, id);
  await pick(hers, 'Source to read', 'Voluntary without', /^Voluntary, and without lethal weapons/);
  await rest(hers, () => hers.getByLabel('Name', { exact: true }).last().focus(), 'Brussels, 29 November 2023');
  await his.getByRole('button', { name: 'Take out Name 2' }).click();
  expect(await save(his)).toBe(false);
  await hers.keyboard.press('Control+s');
  await hers
    .getByRole('alert')
    .getByText('left out, because its field was taken out: “Brussels, 29 November 2023”')
    .waitFor();
  await hers.keyboard.press('Control+s');
  await hers.getByText('Saved as draft 1').waitFor();
  const { content } = await db.revision.findFirstOrThrow({ where: { recordId: id } });
  expect(content).toMatchObject({ names: [{ text: `Anna ${mark()}` }] });
});

test('the text of a source is kept before it is stored, and saving stores it', async () => {
  const page = await signIn(db, await visitor(), await addPerson(db, 'editor'), desk);
  await page.goto(`${desk}/records/new/source`);
  const box = page.getByLabel('Text of a new version');
  await box.fill(`A dispatch of ${mark()}, pasted and not stored yet.`);
  // At once, in this browser; and soon, at the desk.
  await page.reload();
  await page.getByText(/^Your text of \d\d:\d\d UTC was kept in this browser/).waitFor();
  await expect.poll(() => box.inputValue()).toContain(`A dispatch of ${mark()}`);
  await page.getByText(/^Kept at/).waitFor();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByText(/^Your text of \d\d:\d\d UTC was kept\./).waitFor();
  await expect.poll(() => box.inputValue()).toContain(`A dispatch of ${mark()}`);

  await page.getByLabel('Title').fill(`Pasted ${mark()}`);
  await page.getByLabel('Form').selectOption('article');
  await page.getByLabel('Language', { exact: true }).fill('en');
  await page.getByLabel('What readers may see').selectOption('full');
  await page.keyboard.press('Control+s');
  await page.getByText('Saved as draft 1').waitFor();
  await expect.poll(() => box.inputValue()).toBe('');
  const { content } = await db.revision.findFirstOrThrow({ where: { title: `Pasted ${mark()}` } });
  const { versions } = content as { versions: { sha256: string }[] };
  const stored = await db.storedText.findUniqueOrThrow({ where: { sha256: versions[0]?.sha256 ?? '' } });
  expect([versions.length, stored.text]).toEqual([1, `A dispatch of ${mark()}, pasted and not stored yet.`]);
});
