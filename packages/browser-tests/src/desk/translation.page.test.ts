import { approve } from '@rapporteur/core/record/review';
import { publish } from '@rapporteur/core/record/publish';
import { saveDraft } from '@rapporteur/core/record/save';
import { submit } from '@rapporteur/core/record/submit';
import { saveTranslation } from '@rapporteur/core/translation/save';
import { expect, inject, test } from 'vitest';
import { awake } from '../awake';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { heard } from '../heard';
import { mark } from '../mark';
import { addPerson, signIn, type Person } from '../people';

const { desk, site } = inject('product');
const { visitor, open } = visits(desk);
const db = database();

/** A public meeting of this test, as it is saved. */
async function addMeeting(author: Person, reviewer: Person, slug: string) {
  const content = {
    title: 'A meeting of the council',
    type: 'meeting',
    date: '2023-11-29',
    place: 'Brussels',
    summary: 'They spoke of training.',
    partOf: null,
    participants: [],
    choices: [],
  };
  const rests = { '/date': 'Brussels, 29 November 2023.' };
  const draft = await addDraft(db, author, { kind: 'event', slug, content, rests });
  await bringOut(draft.id, draft.lockVersion, author, reviewer);
  const change = async (fields: object) => {
    const { lockVersion } = await db.record.findUniqueOrThrow({ where: { id: draft.id } });
    const { citations } = await db.revision.findFirstOrThrow({ where: { recordId: draft.id, state: 'live' } });
    const saved = await saveDraft(db, author, {
      id: draft.id,
      expectedVersion: lockVersion,
      content: { ...content, ...fields },
      citations,
      change: 'update',
    });
    await bringOut(saved.id, saved.lockVersion, author, reviewer);
  };
  return { id: draft.id, path: `/events/${slug}`, change };
}

async function bringOut(id: string, expectedVersion: number, author: Person, reviewer: Person): Promise<void> {
  const submitted = await submit(db, author, { id, expectedVersion });
  const approved = await approve(db, reviewer, { id, expectedVersion: submitted.lockVersion });
  await publish(db, reviewer, { id, expectedVersion: approved.lockVersion });
}

test('a record is translated at the desk, published by another person, read in that language, and flagged when it moves on', async () => {
  const [author, reviewer] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
  const meeting = await addMeeting(author, reviewer, `council-${mark()}`);
  const editing = `${desk}/records/${meeting.id}/translations/uk`;

  const hers = await signIn(db, await visitor(), author, desk);
  await hers.goto(`${desk}/records/${meeting.id}`);
  await hers.getByRole('link', { name: 'Ukrainian' }).click();
  await hers.getByRole('heading', { name: 'Ukrainian translation', level: 1 }).waitFor();
  await awake(hers);
  await hers.getByLabel('Title, Ukrainian').fill('Засідання ради');
  await hers.getByLabel('Summary, Ukrainian').fill('Говорили про навчання.');
  expect(await faultsOf(hers)).toEqual([]);
  await hers.getByRole('button', { name: 'Save', exact: true }).click();
  await hers.getByText('Saved.', { exact: true }).waitFor();
  await hers.getByRole('button', { name: 'Make a link to version 1' }).click();
  const link = hers.getByRole('status').getByRole('link');
  await link.waitFor();
  const preview = await open((await link.getAttribute('href')) ?? '', { javaScript: false });
  await preview.getByRole('heading', { name: 'Засідання ради', level: 1 }).waitFor();
  await preview.getByText('Це версія 1 перекладу').waitFor();
  await hers.getByRole('button', { name: 'Hand in for review' }).click();
  await hers.getByText('You wrote or changed it').waitFor();
  expect(await hers.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await heard(db);
  const untranslated = await hers.request.get(`${site}/uk${meeting.path}`);
  expect([untranslated.status(), untranslated.url()]).toEqual([200, `${site}/uk${meeting.path}`]);
  expect(await untranslated.text()).toContain(`<link rel="canonical" href="${site}${meeting.path}"/>`);

  const his = await signIn(db, await visitor(), reviewer, desk);
  await his.goto(editing);
  await his.getByRole('button', { name: 'Approve' }).click();
  await his.getByText('Approved.', { exact: true }).waitFor();
  await his.getByRole('button', { name: 'Publish' }).click();
  await his.getByText('Published. Readers see it now.').waitFor();
  await heard(db);

  const reader = await open(`${site}${meeting.path}`, { javaScript: false });
  expect(await reader.locator('link[rel="alternate"][hreflang="uk"]').getAttribute('href')).toBe(
    `${site}/uk${meeting.path}`,
  );
  await reader.getByRole('link', { name: 'Українська' }).click();
  await reader.getByRole('heading', { name: 'Засідання ради', level: 1 }).waitFor();
  expect(await reader.locator('h1 [lang="uk"]').innerText()).toBe('Засідання ради');
  await reader.getByText('Оригінал має ту саму версію.').waitFor();
  expect(await reader.locator('.told-original').filter({ hasText: 'Brussels' }).innerText()).toContain(
    'Оригінал, без перекладу',
  );

  await meeting.change({ summary: 'They spoke of training and of ports.' });
  // The site hears of a publication a moment after it: until then it shows what was public before.
  const moved = async () => (await reader.reload()) && reader.getByText('Відтоді оригінал змінився').count();
  await expect.poll(moved, { timeout: 20_000 }).toBe(1);
  const summary = reader.locator('.standfirst');
  expect(await summary.innerText()).toContain('They spoke of training and of ports.');
  expect(await summary.innerText()).not.toContain('Говорили');

  await hers.goto(`${desk}/?view=translations`);
  const row = hers.getByRole('row').filter({ has: hers.locator(`a[href="/records/${meeting.id}"]`) });
  await row.getByText('1 translation out of date').waitFor();
  await hers.goto(editing);
  expect(await hers.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('ports')]);
  expect(await hers.getByLabel('Summary, Ukrainian').inputValue()).toBe('Говорили про навчання.');
  expect(await faultsOf(hers)).toEqual([]);
});

test('a text typed for a translation survives a refusal and a closed window, and is saved without scripts', async () => {
  const [author, reviewer] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
  const meeting = await addMeeting(author, reviewer, `session-${mark()}`);
  const editing = `${desk}/records/${meeting.id}/translations/de`;

  const window = await visitor();
  const hers = await signIn(db, window, author, desk);
  await hers.goto(editing);
  const other = await window.newPage();
  await other.goto(editing);
  await Promise.all([awake(hers), awake(other)]);
  await other.getByLabel('Title, German').fill('Eine Sitzung');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.getByText('Saved.', { exact: true }).waitFor();

  await hers.getByLabel('Title, German').fill('Eine Ratssitzung');
  await hers.getByRole('button', { name: 'Save', exact: true }).click();
  await hers.getByText('One field was changed by both of you').waitFor();
  await hers.getByRole('group', { name: 'Which text of Title stays' }).getByText('Eine Sitzung').waitFor();
  await expect.poll(() => hers.getByLabel('Title, German').inputValue()).toBe('Eine Ratssitzung');
  await hers.getByLabel('Title, German').fill('Eine Ratssitzung in Brüssel');
  await hers.close();

  const again = await window.newPage();
  await again.goto(editing);
  await again.getByText('What you see is what you typed here before.').waitFor();
  await expect.poll(() => again.getByLabel('Title, German').inputValue()).toBe('Eine Ratssitzung in Brüssel');
  await again.getByRole('button', { name: 'Save', exact: true }).click();
  await again.getByText('Saved.', { exact: true }).waitFor();

  const plain = await signIn(db, await visitor({ javaScript: false }), author, desk);
  await plain.goto(editing);
  expect(await plain.getByLabel('Title, German').inputValue()).toBe('Eine Ratssitzung in Brüssel');
  await plain.getByLabel('Title, German').fill('');
  await plain.getByRole('button', { name: 'Save', exact: true }).click();
  await plain.getByText('nothing is translated yet').waitFor();
  await plain.getByLabel('Title, German').fill('Eine Sitzung des Rates');
  await plain.getByRole('button', { name: 'Save', exact: true }).click();
  await plain.getByText('Saved.', { exact: true }).waitFor();
});

test('two texts of one translation meet field by field, without scripts, and a reviewer says what has to change', async () => {
  const [author, other, reviewer] = [
    await addPerson(db, 'editor'),
    await addPerson(db, 'editor'),
    await addPerson(db, 'publisher'),
  ];
  const meeting = await addMeeting(author, reviewer, `sitting-${mark()}`);
  const editing = `${desk}/records/${meeting.id}/translations/fr`;
  const hers = await signIn(db, await visitor({ width: 390, javaScript: false }), author, desk);
  await hers.goto(editing);
  const target = { id: meeting.id, language: 'fr' as const };
  const theirs = { '/title': 'Une réunion', '/summary': 'On a parlé.' };
  await saveTranslation(db, other, { ...target, expectedVersion: 0, baseRevision: 1, texts: theirs });

  // Both wrote the title; the summary was left to the other. Nothing is taken over before she has chosen.
  await hers.getByLabel('Title, French').fill('Une séance');
  await hers.getByRole('button', { name: 'Save', exact: true }).click();
  await hers.getByText('One field was changed by both of you: choose which text stays.').waitFor();
  expect(await hers.getByLabel('Title, French').inputValue()).toBe('Une séance');
  expect(await hers.getByLabel('Summary, French').inputValue()).toBe('On a parlé.');
  await hers.getByText('Saved meanwhile by somebody else.').waitFor();
  await hers.getByRole('button', { name: 'Save', exact: true }).click();
  expect((await db.translation.findFirstOrThrow({ where: { recordId: meeting.id } })).texts).toEqual(theirs);
  await hers.getByRole('group', { name: 'Which text of Title stays' }).getByLabel('Yours').check();
  await hers.getByRole('button', { name: 'Save', exact: true }).click();
  await hers.getByText('Saved.', { exact: true }).waitFor();
  expect((await db.translation.findFirstOrThrow({ where: { recordId: meeting.id } })).texts).toEqual({
    ...theirs,
    '/title': 'Une séance',
  });

  await hers.getByRole('button', { name: 'Hand in for review' }).click();
  await hers.getByText('You wrote or changed it').waitFor();
  const his = await signIn(db, await visitor(), reviewer, desk);
  await his.goto(editing);
  await his.getByLabel('What has to change').fill('It was a whole meeting.');
  await his.getByRole('button', { name: 'Ask for changes' }).click();
  await his.getByText('Sent back to its author.').waitFor();
  await hers.goto(editing);
  await hers.getByText(`${reviewer.name} asks for changes: It was a whole meeting.`).waitFor();
});
