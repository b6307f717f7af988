import { expect, inject, test } from 'vitest';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { ownDesk } from '../own-desk';
import { addPerson, signIn } from '../people';

const { connection, desk: shared } = inject('product');
const own = ownDesk(connection);
const { visitor } = visits(shared);
const db = database();

const issue = (author: Awaited<ReturnType<typeof addPerson>>, slug: string) =>
  addDraft(db, author, {
    kind: 'issue',
    slug: `${slug}-${mark()}`,
    content: { question: 'Should it?', shortTitle: `Whether ${slug}`, description: 'As it was.', programmes: [] },
    rests: {},
  });

/** What the desk keeps of a draft while somebody writes it. */
const keptOf = async (id: string) => (await db.workingCopy.findFirstOrThrow({ where: { recordId: id } })).content;

test(
  'the server stops while somebody writes: the text survives a reload and is saved when the server is back',
  { timeout: 180_000 },
  async () => {
    const author = await addPerson(db, 'editor');
    const { id } = await issue(author, 'stopped');
    const page = await signIn(db, await visitor(), author, own.address());
    await page.goto(`${own.address()}/records/${id}/edit`);
    await page.getByLabel('Description', { exact: true }).fill('Written while all was well.');
    await page.getByText(/^Kept at/).waitFor();

    await own.stop();
    await page.getByLabel('Description', { exact: true }).fill('Written while the server was gone.');
    await page.getByRole('status').getByText('Your text is kept in this browser.').waitFor();
    expect(await keptOf(id)).toMatchObject({ description: 'Written while all was well.' });

    // The window is left before the server is back: only this browser has the text.
    await page.goto('about:blank');
    await own.start();
    await page.goto(`${own.address()}/records/${id}/edit`);
    await page.getByText(/^Your text of \d\d:\d\d UTC was kept in this browser/).waitFor();
    await expect
      .poll(() => page.getByLabel('Description', { exact: true }).inputValue())
      .toBe('Written while the server was gone.');
    await page.getByText(/^Kept at/).waitFor();
    await expect.poll(() => keptOf(id)).toMatchObject({ description: 'Written while the server was gone.' });
    await page.keyboard.press('Control+s');
    await page.getByText('Saved as draft 1').waitFor();
    expect(await db.revision.findFirstOrThrow({ where: { recordId: id } })).toMatchObject({
      content: { description: 'Written while the server was gone.' },
    });
    // Nothing is left behind that would be offered again.
    await page.reload();
    await page.getByText('Nothing to save').or(page.getByText('Saved as draft 1')).waitFor();
    expect(await page.getByText(/was kept/).count()).toBe(0);
  },
);

test(
  'the server stops and comes back: what was typed meanwhile is sent without a reload',
  { timeout: 180_000 },
  async () => {
    const author = await addPerson(db, 'editor');
    const { id } = await issue(author, 'back');
    const page = await signIn(db, await visitor(), author, own.address());
    await page.goto(`${own.address()}/records/${id}/edit`);
    await page.getByLabel('Description', { exact: true }).waitFor();
    await own.stop();
    await page.getByLabel('Description', { exact: true }).fill('Typed into the void.');
    await page.getByRole('status').getByText('Your text is kept in this browser.').waitFor();
    await own.start();
    await page.getByText(/^Kept at/).waitFor();
    await expect.poll(() => keptOf(id)).toMatchObject({ description: 'Typed into the void.' });
  },
);

test(
  'two people write one record: each sees the other, and a late save joins both texts field by field',
  { timeout: 180_000 },
  async () => {
    const [ines, noor] = [await addPerson(db, 'editor'), await addPerson(db, 'editor')];
    const { id } = await issue(ines, 'joined');
    const address = `${own.address()}/records/${id}/edit`;
    const hers = await signIn(db, await visitor(), ines, own.address());
    await hers.goto(address);
    await hers.getByLabel('Description', { exact: true }).fill('As it was, and as Ines has it.');

    const his = await signIn(db, await visitor(), noor, own.address());
    await his.goto(address);
    await his.getByLabel('Question', { exact: true }).fill('Should it, and when?');
    await his.getByLabel('Description', { exact: true }).fill('First of all: as it was.');
    await his.getByRole('status').getByText(`${ines.name} is`).waitFor();
    await hers.getByText(`${noor.name} is here`, { exact: true }).waitFor();

    await hers.keyboard.press('Control+s');
    await hers.getByText('Saved as draft 1').waitFor();
    await his.keyboard.press('Control+s');
    const dialog = his.getByRole('dialog', { name: 'Two texts of this record' });
    await dialog.getByRole('heading', { name: `${ines.name} saved this record while you were writing` }).waitFor();
    await dialog.getByText('0 of 1 decided.').waitFor();
    await dialog.getByLabel('Both, joined').check();
    const joined = dialog.getByLabel('Joined text of Description');
    await expect.poll(() => joined.inputValue()).toContain('First of all');
    expect(await joined.inputValue()).toContain('as Ines has it');
    await joined.fill('First of all: as it was, and as Ines has it.');
    await dialog.getByRole('button', { name: /^Take the combined text/ }).click();
    await his.getByRole('alert').getByText('Both texts are joined here').waitFor();
    await his.keyboard.press('Control+s');
    await his.getByText('Saved as draft 1').waitFor();
    expect(await db.revision.findFirstOrThrow({ where: { recordId: id } })).toMatchObject({
      content: { question: 'Should it, and when?', description: 'First of all: as it was, and as Ines has it.' },
    });
  },
);

test('two windows of one person: neither replaces the text of the other unasked', { timeout: 180_000 }, async () => {
  const author = await addPerson(db, 'editor');
  const { id } = await issue(author, 'windows');
  const context = await visitor();
  const first = await signIn(db, context, author, own.address());
  await first.goto(`${own.address()}/records/${id}/edit`);
  await first.getByLabel('Description', { exact: true }).waitFor();
  const second = await context.newPage();
  await second.goto(`${own.address()}/records/${id}/edit`);
  await second.getByLabel('Description', { exact: true }).fill('From the second window.');
  await second.getByText(/^Kept at/).waitFor();
  await first.getByLabel('Description', { exact: true }).fill('From the first window.');
  await first.getByRole('alert').getByText('You have written on in another window').waitFor();
  expect(await keptOf(id)).toMatchObject({ description: 'From the second window.' });
  await first.getByRole('button', { name: 'This one' }).click();
  await first.getByText(/^Kept at/).waitFor();
  await expect.poll(() => keptOf(id)).toMatchObject({ description: 'From the first window.' });
});

test('texts of several windows that could not be sent: each is offered, and none replaces another', async () => {
  const author = await addPerson(db, 'editor');
  const { id } = await issue(author, 'several');
  const context = await visitor();
  const windows = [await signIn(db, context, author, own.address()), await context.newPage()];
  for (const page of windows) {
    await page.goto(`${own.address()}/records/${id}/edit`);
    await page.getByLabel('Description', { exact: true }).waitFor();
  }
  await own.stop();
  for (const [index, page] of windows.entries()) {
    await page.getByLabel('Description', { exact: true }).fill(`Text of window ${index + 1}.`);
    await page.getByRole('status').getByText('Your text is kept in this browser.').waitFor();
  }
  for (const page of windows) await page.goto('about:blank');
  await own.start();
  const [page] = windows;
  if (page === undefined) throw new Error('there is no window');
  const description = page.getByLabel('Description', { exact: true });
  const offered = page.getByText(/from another window of yours is in this browser, too/);
  await page.goto(`${own.address()}/records/${id}/edit`);
  await offered.waitFor();
  await expect.poll(() => description.inputValue()).toBe('Text of window 2.');
  await page.getByRole('button', { name: 'Show it here in place of this one' }).click();
  await expect.poll(() => description.inputValue()).toBe('Text of window 1.');
  await page.keyboard.press('Control+s');
  await page.getByText('Saved as draft 1').waitFor();
  // The other is still there, and goes when its writer says so.
  await page.reload();
  await page.getByText(/^Your text of \d\d:\d\d UTC was kept in this browser/).waitFor();
  await expect.poll(() => description.inputValue()).toBe('Text of window 2.');
  const dialog = page.getByRole('dialog', { name: 'Two texts of this record' });
  await dialog.getByText('Text of window 1.').first().waitFor();
  await dialog.getByText('0 of 1 decided.').waitFor();
});
