import { kinds } from '@rapporteur/domain/kinds';
import { beforeEach, expect, inject, test } from 'vitest';
import { faultsAtEveryLook, faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { mark as digits } from '../mark';
import { pick, rest, selectWords, typeInto } from '../passages';
import { addPerson, signIn } from '../people';

const { desk } = inject('product');
const { visitor, open } = visits(desk);
const db = database();
let mark: string;
let text: string;
beforeEach(() => {
  mark = `E${digits()}`;
  text = `${mark}land refuses to sell bees 🐝, its envoy said on Monday.

Anna ${mark}, the envoy, spoke to the press in Brussels. She gave no reason.`;
});

test(
  'a source, a statement and a position on it are written, rested on passages, and sent to review',
  { timeout: 240_000 },
  async () => {
    const author = await addPerson(db, 'editor');
    const page = await signIn(db, await visitor(), author, desk);

    // The source: its text is pasted, and stored as it will be quoted.
    await page.goto(`${desk}/records/new/source`);
    await page.getByLabel('Title').fill(`The ${mark} report`);
    await page.getByLabel('Form').selectOption('article');
    await page.getByLabel('Language', { exact: true }).fill('en');
    await page.getByLabel('What readers may see').selectOption('full');
    await page.getByLabel('Published').fill('30 Nov 2023');
    await page.getByText('Readers will see “30 November 2023”.').waitFor();
    await page.getByLabel('Text of a new version').fill(text);
    await page.getByRole('button', { name: 'Store this text' }).click();
    await page.getByText(/^Stored: \d+ characters\.$/).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('Saved as draft 1').waitFor();

    // The statement: who said it is made in place, without leaving it.
    await page.goto(`${desk}/records/new/statement`);
    await page.getByLabel('What was said').fill(`${mark}land refuses to sell bees.`);
    await page.getByLabel('Speech').selectOption('indirect');
    await page.getByLabel('Act', { exact: true }).selectOption('refuses');
    await typeInto(page, 'Speaker', `Anna ${mark}`);
    await page.getByRole('option', { name: /^New: / }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is').selectOption('person');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Make this actor' }).click();
    await page.getByRole('link', { name: `Anna ${mark}`, exact: true }).waitFor();
    await page.getByLabel('Date', { exact: true }).fill('before 29 November 2023');
    await page.getByText('Readers will see “before 29 November 2023, day not on record”.').waitFor();
    await page.getByLabel('Claim', { exact: true }).fill(`${mark}land sells no bees.`);
    await page.getByLabel('Part', { exact: true }).selectOption('claim');
    await pick(page, /^Report 1, source$/, `${mark} rep`, new RegExp(`^The ${mark} report`));
    await page.getByText(/^Before this can go to review/).waitFor();
    await pick(page, 'Source to read', `${mark} rep`, new RegExp(`^The ${mark} report`));
    await page.getByRole('textbox', { name: /^Text of / }).waitFor();
    await rest(page, () => page.getByLabel('Claim', { exact: true }).focus(), 'refuses to sell bees 🐝');
    await page
      .getByRole('button', { name: /^Evidence 1, Supports: refuses to sell bees/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: `Anna ${mark}`, exact: true }).focus();
    await selectWords(page, 'the envoy, spoke');
    await page.getByRole('button', { name: 'Widen to the sentence' }).click();
    await page.getByRole('button', { name: /^Rest “Speaker” on this/ }).click();
    // What is missing is told where it is missing: nothing says the day yet.
    const day = page.locator('.row', { has: page.getByLabel('Date', { exact: true }) });
    await day.locator('.rests--none').waitFor();
    await rest(page, () => page.getByLabel('Date', { exact: true }).focus(), 'spoke to the press in Brussels');
    await day.locator('.rests--none').waitFor({ state: 'detached' });
    await page.getByText('Ready for review').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByText('Saved as draft 1').waitFor();

    // What is stored counts code points, and is the sentence that was widened to.
    const statement = await db.revision.findFirstOrThrow({ where: { title: { contains: `${mark}land refuses` } } });
    const cited = statement.citations as { field: string; passage: { exact: string; start: number; end: number } }[];
    expect(cited.map(({ field, passage }) => [field, passage.exact])).toEqual([
      ['/claims/0/text', 'refuses to sell bees 🐝'],
      ['/speaker', `Anna ${mark}, the envoy, spoke to the press in Brussels.`],
      ['/date', 'spoke to the press in Brussels'],
    ]);
    const [claim] = cited;
    expect((claim?.passage.end ?? 0) - (claim?.passage.start ?? 0)).toBe([...'refuses to sell bees 🐝'].length);

    // The position: an issue is made in place; its first turn is new, and rests on the statement.
    await page.goto(`${desk}/records/new/position`);
    await pick(page, 'Actor', `Anna ${mark}`, new RegExp(`^Anna ${mark}`));
    await typeInto(page, 'Issue', `The bees of ${mark}`);
    await page.getByRole('option', { name: /^New: / }).click();
    await page.getByRole('dialog').getByLabel('Question').fill(`Should ${mark}land sell bees?`);
    await page.getByRole('dialog').getByRole('button', { name: 'Make this issue' }).click();
    await page.getByRole('link', { name: `The bees of ${mark}` }).waitFor();
    await page.getByLabel('Turn', { exact: true }).selectOption('new');
    const turns = page.getByLabel('Turn', { exact: true }).locator('option');
    await expect.poll(() => turns.allTextContents()).toEqual(['Choose …', 'New']);
    await page.getByLabel('Stance from then on').selectOption('opposes');
    await page.getByLabel('Date', { exact: true }).fill('2023-11-29');
    await page.getByLabel('Summary').fill('It refuses.');
    await pick(page, 'Turn 1, statements', `${mark}land ref`, new RegExp(`${mark}land refuses`));
    await pick(page, 'Source to read', `${mark} rep`, new RegExp(`^The ${mark} report`));
    await rest(page, () => page.getByLabel('Summary').focus(), `${mark}land refuses to sell bees`);
    await page.getByText('Ready for review').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/records\/pos_\w+\?done=submit$/);
    const position = await db.revision.findFirstOrThrow({ where: { title: `Anna ${mark} on The bees of ${mark}` } });
    expect(position.state).toBe('in_review');
  },
);

test('a field that needs a passage or is wrong keeps the record from review, and says where it is', async () => {
  const page = await signIn(db, await visitor(), await addPerson(db, 'editor'), desk);
  await page.goto(`${desk}/records/new/commitment`);
  await page.getByLabel('Title').fill(`A promise of ${mark}`);
  await page.getByLabel('Date', { exact: true }).fill('30 February 2023');
  await page.getByText('February 2023 has no day 30').first().waitFor();
  await page.getByRole('button', { name: /^Send to review/ }).press('Enter');
  await page.getByRole('alert').getByText('some fields need something').waitFor();
  await page.getByLabel('What was promised').and(page.locator(':focus')).waitFor();
  await page.getByText('This is needed before the record can be saved.').first().waitFor();
  await page.getByRole('button', { name: 'Step 1, date' }).click();
  await page.getByLabel('How certain').and(page.locator(':focus')).waitFor();
  // What cannot be read stays as it was typed, and comes back.
  await page.getByText(/^Kept at/).waitFor();
  await page.reload();
  await page.getByText(/^Your text of \d\d:\d\d UTC was kept/).waitFor();
  await expect.poll(() => page.getByLabel('Date', { exact: true }).inputValue()).toBe('30 February 2023');
});

test('a second choice of the same actor in a vote is marked while it is typed, until one of them goes', async () => {
  const page = await signIn(db, await visitor(), await addPerson(db, 'editor'), desk);
  await page.goto(`${desk}/records/new/event`);
  const vote = page.locator('[data-field="/choices"]');
  for (const nth of [1, 2]) {
    await vote.getByRole('button', { name: 'Add one' }).click();
    await pick(page, new RegExp(`^Choice ${nth}, actor$`), 'Hungary', /^Hungary/);
  }
  const marked = page.locator('[data-field="/choices/1"]').getByText('This actor has a choice above already.');
  await marked.waitFor();
  await vote.getByText('Named twice: Hungary').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take out Choice 2', exact: true }).click();
  await marked.waitFor({ state: 'detached' });
});

test('everything that was done can be taken back and done again, across fields, lists and passages', async () => {
  const page = await signIn(db, await visitor(), await addPerson(db, 'editor'), desk);
  await page.goto(`${desk}/records/new/programme`);
  await page.getByLabel('Title').fill('Bees');
  await page.getByRole('button', { name: 'Add a provision' }).click();
  await page.getByLabel('Subject').fill('Supply of bees');
  await page.getByLabel('Excluded: Provision 1').check();
  await page.getByText('1 excluded').waitFor();
  await page.getByLabel('Subject').focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('');
  await page.getByLabel('Subject').waitFor({ state: 'detached' });
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+Shift+z');
  await page.getByText('1 excluded').waitFor();
  await expect.poll(() => page.getByLabel('Subject').inputValue()).toBe('Supply of bees');
});

test.each(kinds)(
  'the editor of a new %s has no fault that axe finds, wide and narrow, light and dark',
  async (kind) => {
    const page = await signIn(db, await visitor(), await addPerson(db, 'editor'), desk);
    await page.goto(`${desk}/records/new/${kind}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText(/^Before this can go to review/).waitFor();
    if (kind === 'article') await page.getByRole('toolbar', { name: 'Text tools' }).waitFor();
    if (kind === 'programme') await page.getByRole('button', { name: 'Add a provision' }).click();
    if (kind === 'statement') await page.getByRole('button', { name: 'Reporter' }).click();
    expect(await faultsAtEveryLook(page)).toEqual([]);
  },
);

test(
  'a record is written, rested on a passage and sent to review with the keyboard alone',
  { timeout: 120_000 },
  async () => {
    const page = await signIn(db, await visitor(), await addPerson(db, 'editor'), desk);
    await page.goto(`${desk}/records/new/issue`);
    await page.getByText(/^Before this can go to review/).waitFor();
    const { keyboard } = page;
    const fieldNow = () => page.evaluate(() => document.activeElement?.getAttribute('data-field') ?? '');
    for (let presses = 0; presses < 80 && (await fieldNow()) !== '/question'; presses++) await keyboard.press('Tab');
    await keyboard.type(`Should ${mark} be on paper?`);
    await keyboard.press('Tab');
    await expect.poll(fieldNow).toBe('/shortTitle');
    await keyboard.type(`The papers of ${mark}`);
    await keyboard.press('Shift+Tab');
    // To the evidence, where a source is picked by typing; and back, and to its text.
    await keyboard.press('F6');
    // In one breath: an answer to half of it would come in between.
    await keyboard.insertText('Voluntary without lethal');
    await page.getByRole('option', { name: /^Voluntary, and without lethal weapons/ }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    const reading = page.getByRole('textbox', { name: /^Text of Voluntary/ });
    await reading.waitFor();
    await keyboard.press('F6');
    await expect.poll(fieldNow).toBe('/question');
    await keyboard.press('F6');
    await reading.and(page.locator(':focus')).waitFor();
    // Nothing that is typed here changes the text; letters are commands.
    const before = await reading.textContent();
    await keyboard.type('xyz');
    await keyboard.press('Delete');
    expect(await reading.textContent()).toBe(before);
    await keyboard.press('Control+Home');
    for (let words = 0; words < 3; words++) await keyboard.press('Control+Shift+ArrowRight');
    await page.getByText('“Brussels, 29', { exact: false }).waitFor();
    await keyboard.press('c');
    await page
      .getByRole('button', { name: /^Evidence 1, Supports: Brussels, 29/ })
      .first()
      .waitFor();
    await expect.poll(fieldNow).toBe('/question');
    await page.getByText('Ready for review').waitFor();
    await keyboard.press('Control+Enter');
    await page.waitForURL(/\/records\/iss_\w+\?done=submit$/);
    const issue = await db.revision.findFirstOrThrow({ where: { title: `The papers of ${mark}` } });
    expect(issue.state).toBe('in_review');
  },
);

test('an address that is no record of a kind is not found', async () => {
  const page = await signIn(db, await visitor(), await addPerson(db, 'editor'), desk);
  for (const path of ['/records/new/treaty', '/records/act_nothing/edit']) {
    expect((await page.goto(desk + path))?.status(), path).toBe(404);
  }
  expect(new URL((await open('/records/new/actor')).url()).pathname).toBe('/sign-in');
});
