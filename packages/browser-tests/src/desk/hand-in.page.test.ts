import { createDraft } from '@rapporteur/core/record/create';
import { publish } from '@rapporteur/core/record/publish';
import { approve, requestChanges } from '@rapporteur/core/record/review';
import { saveDraft } from '@rapporteur/core/record/save';
import { submit } from '@rapporteur/core/record/submit';
import { selectPassage } from '@rapporteur/domain/passage';
import { expect, inject, test } from 'vitest';
import { awake } from '../awake';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addApproved, addDraft } from '../drafts';
import { mark } from '../mark';
import { addPerson, signIn, type Person } from '../people';

// What people are told on the way into review, before a second person has worked on it.

const { desk } = inject('product');
const { visitor } = visits(desk);
const db = database();

const day = 'Brussels, 29 November 2023.';
const meeting = (title: string) => ({
  title,
  type: 'meeting',
  date: '2023-11-29',
  place: null,
  summary: null,
  partOf: null,
  participants: [],
  choices: [],
});
const meetingBy = (author: Person, slug: string, title: string) =>
  addDraft(db, author, {
    kind: 'event',
    slug: `${slug}-${mark()}`,
    content: meeting(title),
    rests: { '/date': day },
  });

async function publicMeeting(author: Person, publisher: Person, slug: string, title: string) {
  const draft = {
    kind: 'event',
    slug: `${slug}-${mark()}`,
    content: meeting(title),
    rests: { '/date': day },
  } as const;
  const approved = await addApproved(db, author, publisher, draft);
  return publish(db, publisher, { id: approved.id, expectedVersion: approved.lockVersion });
}

test.for([
  { width: 1440, scheme: 'light' },
  { width: 390, scheme: 'dark' },
] as const)(
  'a change of a public record is told to readers by choice: what it is, and of a correction what was wrong, at %o',
  async (look) => {
    const [author, publisher] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
    const { id } = await publicMeeting(author, publisher, `told-${look.width}`, `A harbour meeting ${look.width}`);
    const page = await signIn(db, await visitor(look), author, desk);
    await page.goto(`/records/${id}/edit`);
    await page.getByLabel('Place', { exact: true }).fill('Eastport');
    const change = page.getByRole('region', { name: 'What this change is to readers' });
    await change.getByText('Nobody has said yet.').waitFor();
    expect(await change.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByText('Before this can go to review: one thing left').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    // Handed in all the same, it is kept as a draft, and the way leads to what is missing.
    await page.getByRole('button', { name: 'Send to review' }).press('Enter');
    await page.getByRole('alert').getByText('say what this change is to readers').waitFor();
    await change
      .getByRole('radio', { name: /^Correction/ })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'A correction says what was wrong' }).waitFor();
    await page.getByRole('button', { name: 'Send to review' }).press('Enter');
    await page.getByRole('alert').getByText('a correction tells readers what was wrong').waitFor();
    await change.getByLabel('What was wrong, told to readers').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('It was not said where they met.');
    await page.getByText('Ready for review').waitFor();
    await page.getByRole('button', { name: 'Send to review' }).press('Enter');
    await page.getByText('Handed in for review.').waitFor();
    expect(await db.revision.findFirstOrThrow({ where: { recordId: id, state: 'in_review' } })).toMatchObject({
      change: 'correct',
      changeSaid: true,
      note: 'It was not said where they met.',
    });
  },
);

test('the page of a draft does not offer to hand in what would be refused, and says what is missing', async () => {
  const [author, publisher] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
  const live = await publicMeeting(author, publisher, 'unsaid', 'A meeting of pilots');
  const { citations } = await db.revision.findFirstOrThrow({ where: { recordId: live.id } });
  const content = { ...meeting('A meeting of pilots'), place: 'Eastport' };
  await saveDraft(db, author, { id: live.id, expectedVersion: live.lockVersion, content, citations });
  const page = await signIn(db, await visitor(), author, desk);
  await page.goto(`/records/${live.id}`);
  await awake(page);
  await page.getByText('Nobody has said what the change is to readers').waitFor();
  expect(await page.getByRole('button', { name: 'Hand in for review' }).count()).toBe(0);
  await page.locator('summary', { hasText: 'What the change is to readers' }).click();
  await page.getByLabel('The change').selectOption('An update: the world moved');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await page.getByRole('button', { name: 'Hand in for review' }).click();
  await page.getByText('Handed in for review.').waitFor();
});

test('what a reviewer wants changed stands above the text until it is handed in again', async () => {
  const [author, reviewer] = [await addPerson(db, 'editor'), await addPerson(db, 'editor')];
  const { id, lockVersion } = await meetingBy(author, 'asked', 'A meeting that is asked about');
  const { lockVersion: handed } = await submit(db, author, { id, expectedVersion: lockVersion });
  await requestChanges(db, reviewer, {
    id,
    expectedVersion: handed,
    comment: 'Say where they met.\nAnd who was there.',
  });
  const page = await signIn(db, await visitor(), author, desk);
  await page.goto(`/records/${id}/edit`);
  const asked = page.getByRole('region', { name: `${reviewer.name} asked for changes` });
  await asked.getByText('Say where they met.').waitFor();
  await page.getByLabel('Place', { exact: true }).fill('Eastport');
  await page.keyboard.press('Control+s');
  await page.getByText('Saved as draft 1').waitFor();
  await page.reload();
  await asked.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByText('Ready for review').waitFor();
  await page.getByRole('button', { name: 'Send to review' }).click();
  await page.getByText('Handed in for review.').waitFor();

  // Sent back with other words, only those stand there.
  const { lockVersion: again } = await db.record.findUniqueOrThrow({ where: { id } });
  await requestChanges(db, reviewer, { id, expectedVersion: again, comment: 'Now the summary.' });
  await page.goto(`/records/${id}/edit`);
  await asked.getByText('Now the summary.').waitFor();
  expect(await asked.getByText('Say where they met.').count()).toBe(0);
});

test('what depends on others is said before and during the review, and a refused publication speaks of fields in words', async () => {
  const [author, publisher] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
  const dispatch = await db.record.findUniqueOrThrow({
    where: { kind_slug: { kind: 'source', slug: 'dispatch-of-29-november-2023' } },
    include: { revisions: { where: { state: 'live' } } },
  });
  const text = dispatch.revisions[0]?.content as { versions: { sha256: string }[] } & Record<string, unknown>;
  const sha256 = text.versions.at(-1)?.sha256 ?? '';
  const unseen = `A report nobody has seen ${mark()}`;
  const source = await createDraft(db, author, {
    kind: 'source',
    content: { ...text, title: unseen, publisher: null },
    citations: [],
  });
  const stored = await db.storedText.findUniqueOrThrow({ where: { sha256 } });
  const passage = { source: source.id, ...selectPassage(stored.text, 0, 12, sha256) };
  const { id, lockVersion } = await createDraft(db, author, {
    kind: 'event',
    content: { ...meeting(`A meeting on a report ${mark()}`), place: 'The quay of Eastport' },
    citations: [{ field: '/date', role: 'supports', passage }],
  });
  const hers = await signIn(db, await visitor(), author, desk);
  await hers.goto(`/records/${id}/edit`);
  await hers.getByText('Rests on 1 record readers cannot see yet').waitFor();
  await hers.getByText(`${unseen}. Does not block the review`).waitFor();
  await hers.getByText('Ready for review').waitFor();

  const { lockVersion: handed } = await submit(db, author, { id, expectedVersion: lockVersion });
  const his = await signIn(db, await visitor(), publisher, desk);
  await his.goto(`/records/${id}/review`);
  await his
    .getByRole('listitem')
    .filter({ hasText: `It is published after ${unseen}` })
    .waitFor();
  // It is the first publication: the whole page stands there, with the passage that it rests on.
  const whole = his.locator('.preview-page');
  await whole.getByRole('heading', { name: `A meeting on a report ${mark()}` }).waitFor();
  await whole.getByText('The quay of Eastport').first().waitFor();
  await whole.getByText(passage.exact).first().waitFor();
  expect(await faultsOf(his)).toEqual([]);

  await approve(db, publisher, { id, expectedVersion: handed });
  await his.reload();
  await his.getByRole('button', { name: 'Publish version 1' }).click();
  const refusal = his.getByRole('alert').filter({ hasText: 'Nothing is published' });
  await refusal.getByText('publish the source').waitFor();
  expect(await refusal.innerText()).toMatch(/Event “a-meeting-on-a-report-\d+”, passage 1/);
  expect(await refusal.innerText()).not.toMatch(/\/(events|citations|content)\//);
});

test('what one does oneself in a second window is not told as a colleague’s', async () => {
  const author = await addPerson(db, 'editor');
  const { id } = await meetingBy(author, 'windows', 'A meeting in two windows');
  const context = await visitor();
  const one = await signIn(db, context, author, desk);
  const two = await context.newPage();
  for (const page of [one, two]) await page.goto(`${desk}/records/${id}/edit`);
  await two.getByLabel('Place', { exact: true }).focus();
  await one.reload();
  await one.getByRole('status').getByText('You, in another window, at Place').waitFor();
  expect(await one.getByText(author.name, { exact: true }).count()).toBeLessThanOrEqual(1);

  // Saved there while it is changed here: the merge speaks of the other window, not of somebody.
  await one.getByLabel('Place', { exact: true }).fill('Westport');
  await one.getByText(/^Kept at/).waitFor();
  await two.getByLabel('Place', { exact: true }).fill('Eastport');
  await two.keyboard.press('Control+s');
  await two.getByText('Saved as draft 1').waitFor();
  await one.keyboard.press('Control+s');
  const dialog = one.getByRole('dialog', { name: 'Two texts of this record' });
  await dialog.getByRole('heading', { name: 'You saved this record in another window' }).waitFor();
  await dialog.getByRole('columnheader', { name: 'Yours, in another window' }).waitFor();
  expect(await dialog.getByText(author.name).count()).toBe(0);
});

test('that a text was kept is no longer said once it is saved', async () => {
  const author = await addPerson(db, 'editor');
  const { id } = await meetingBy(author, 'kept', 'A meeting on Monday');
  const page = await signIn(db, await visitor(), author, desk);
  await page.goto(`/records/${id}/edit`);
  await page.getByLabel('Place', { exact: true }).fill('Eastport');
  await page.getByText(/^Kept at/).waitFor();
  await page.reload();
  await page.getByText(/^Your text of \d\d:\d\d UTC was kept/).waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('Saved as draft 1').waitFor();
  await expect.poll(() => page.getByText(/was kept/).count()).toBe(0);
});

test('what is typed into a field that picks records is not lost while the picker is loaded', async () => {
  const author = await addPerson(db, 'editor');
  const { id } = await meetingBy(author, 'picker', 'A meeting within another');
  await meetingBy(author, 'outer', `Quayside conference ${mark()}`);
  const page = await signIn(db, await visitor(), author, desk);
  await page.goto(`/records/${id}/edit`);
  await page.getByLabel('Place', { exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  // From here on scripts are slow to come.
  let held = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/.*[.]js/, async (route) => {
    held += 1;
    await released;
    await route.continue();
  });
  const box = page.getByRole('combobox', { name: 'Part of' });
  await box.click();
  await expect.poll(() => held).toBeGreaterThan(0);
  await page.keyboard.type('Quay');
  await expect.poll(() => box.inputValue()).toBe('Quay');
  release();
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /^Quayside conference/ })
    .waitFor();
  const answered = page.waitForResponse((response) => response.url().includes('Quayside'));
  await page.keyboard.type('side');
  await answered;
  await expect.poll(() => box.inputValue()).toBe('Quayside');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: `Quayside conference ${mark()}` }).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
});
