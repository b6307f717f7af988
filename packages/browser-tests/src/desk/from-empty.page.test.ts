import { codeOf } from '@rapporteur/api/testing/authenticator';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { awake } from '../awake';
import { visits } from '../browser';
import { newRecord, openRecord, sendToReview } from '../desk-steps';
import { ownProduct } from '../own-product';
import { pick, rest, selectWords, typeInto } from '../passages';
import { readerOf } from '../reader-steps';

// The whole way of the record, from a fresh installation to a tombstone, as people go it: nothing is put in from behind.

const product = ownProduct({ RAPPORTEUR_DEMO: 'off' }, 'try');
const { visitor } = visits(() => product().desk);

const report = 'Envoy refuses quota on herring';
const text = `The Council of Harbours met in Eastport on 3 March 2024.

Marta Quill, envoy of the Harbour League, refused any quota on herring. “We will not sign a quota,” she told reporters.

Asked about cod, she gave no answer.`;
const said = 'The Harbour League refuses any quota on herring.';

test(
  'from an empty instance to a tombstone: set up, invite, write, review, publish, correct, withdraw',
  { timeout: 300_000 },
  async () => {
    const [ines, noor] = await people();
    await writeSource(ines);
    await writeStatement(ines);
    await writePosition(ines);
    await showWhatTheNewNamesRestOn(ines);
    await beRefusedOnesOwn(ines);
    await publishTogether(noor);
    const read = async () => readerOf(await (await visitor()).newPage(), product().site);
    await (await read()).findsBoth(said, position);
    await correct(ines, noor);
    await (await read()).findsTheCorrection(position, wasWrong);
    await withdraw(noor);
    await (await read()).findsTheTombstone(reason);
  },
);

/** Sets the desk up by the link that the start printed, invites two publishers, and lets them join and sign in. */
async function people(): Promise<[Page, Page]> {
  const admin = await (await visitor()).newPage();
  await admin.goto(product().link);
  await admin.getByLabel('Your name').fill('Ada Lund');
  await admin.getByLabel('Work e-mail').fill('ada@harbour.test');
  await admin.getByLabel('Choose a password').fill('seven slow ferries');
  await admin.getByRole('button', { name: 'Set up with this password' }).click();
  await admin.getByRole('link', { name: 'People' }).click();
  await admin.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  const links: string[] = [];
  for (const email of ['ines@harbour.test', 'noor@harbour.test']) {
    await admin.getByLabel('Work e-mail').fill(email);
    await admin.getByLabel('Role', { exact: true }).selectOption('Publisher');
    await admin.getByRole('button', { name: 'Make invitation' }).click();
    links.push(await admin.getByLabel(`Invitation of ${email}`, { exact: true }).inputValue());
    await admin.getByRole('link', { name: 'Invite somebody else' }).click();
  }
  const [forInes = '', forNoor = ''] = links;
  return [
    await join(forInes, { name: 'Ines Roth', email: 'ines@harbour.test', password: 'nine green bicycles' }),
    await join(forNoor, { name: 'Noor Haddad', email: 'noor@harbour.test', password: 'eleven blue kettles' }),
  ];
}

/** Joins by an invitation, turns the second factor on, and signs in with it. */
async function join(invitation: string, who: { name: string; email: string; password: string }): Promise<Page> {
  const page = await (await visitor()).newPage();
  await page.goto(invitation);
  await page.getByText(`${who.email}. Role: Publisher`).waitFor();
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('Choose a password').fill(who.password);
  await page.getByRole('button', { name: 'Join with this password' }).click();
  await page.getByRole('link', { name: 'Account' }).click();
  const factor = page.getByRole('region', { name: 'Second factor' });
  await factor.getByLabel('Present password').fill(who.password);
  await factor.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const key = (await factor.locator('.secret').innerText()).replaceAll(' ', '');
  // Half a minute may end before the code is read: it still counts then, as the next one does already.
  await factor.getByLabel('Code of six digits').fill(codeOf(key));
  await factor.getByRole('button', { name: 'Turn the second factor on' }).click();
  await page.getByRole('status').getByText('Your second factor is on').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await page.getByLabel('Work e-mail').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Code').fill(codeOf(key, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor();
  return page;
}

async function writeSource(page: Page): Promise<void> {
  await newRecord(page, 'Source');
  await page.getByLabel('Title').fill(report);
  await page.getByLabel('Form').selectOption('Article');
  await page.getByLabel('Publisher').fill('The Eastport Gazette');
  await page.getByLabel('Language', { exact: true }).fill('en');
  await page.getByLabel('Published').fill('4 March 2024');
  await page.getByLabel('What readers may see').selectOption('full');
  await page.getByLabel('Text of a new version').fill(text);
  await page.getByRole('button', { name: 'Store this text' }).click();
  await page.getByText(/^Stored: \d+ characters\.$/).waitFor();
  await sendToReview(page);
}

async function writeStatement(page: Page): Promise<void> {
  await newRecord(page, 'Statement');
  await page.getByLabel('What was said').fill(said);
  await page.getByLabel('Speech').selectOption('Indirect');
  await page.getByLabel('Act', { exact: true }).selectOption('Refuses');
  await typeInto(page, 'Speaker', 'Marta Quill');
  await page.getByRole('option', { name: /^New: / }).click();
  await page.getByRole('dialog').getByLabel('What it is').selectOption('Person');
  await page.getByRole('dialog').getByRole('button', { name: 'Make this actor' }).click();
  await page.getByRole('link', { name: 'Marta Quill', exact: true }).waitFor();
  await page.getByLabel('Date', { exact: true }).fill('3 March 2024');
  await page.getByLabel('Claim', { exact: true }).fill('No quota on herring is acceptable.');
  await page.getByLabel('Part', { exact: true }).selectOption('Claim');
  await pick(page, /^Report 1, source$/, 'Envoy ref', new RegExp(`^${report}`));
  await pick(page, 'Source to read', 'Envoy ref', new RegExp(`^${report}`));
  await rest(page, () => page.getByLabel('Claim', { exact: true }).focus(), 'refused any quota on herring');
  await page
    .getByRole('button', { name: /^Evidence 1, Supports: refused any quota/ })
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Marta Quill', exact: true }).focus();
  await selectWords(page, 'Marta Quill, envoy');
  await page.getByRole('button', { name: 'Widen to the sentence' }).click();
  await page.getByRole('button', { name: /^Rest “Speaker” on this/ }).click();
  await rest(page, () => page.getByLabel('Date', { exact: true }).focus(), 'met in Eastport on 3 March 2024');
  await sendToReview(page);
}

async function writePosition(page: Page): Promise<void> {
  await newRecord(page, 'Position');
  await pick(page, 'Actor', 'Marta', /^Marta Quill/);
  await typeInto(page, 'Issue', 'Herring quota');
  await page.getByRole('option', { name: /^New: / }).click();
  await page.getByRole('dialog').getByLabel('Question').fill('Should there be a quota on herring?');
  await page.getByRole('dialog').getByRole('button', { name: 'Make this issue' }).click();
  await page.getByRole('link', { name: 'Herring quota' }).waitFor();
  await page.getByLabel('Turn', { exact: true }).selectOption('New');
  await page.getByLabel('Stance from then on').selectOption('Opposes');
  await page.getByLabel('Date', { exact: true }).fill('3 March 2024');
  await page.getByLabel('Summary').fill('Refuses a quota on cod and herring.');
  await pick(page, 'Turn 1, statements', 'The Harbour', new RegExp(said));
  await pick(page, 'Source to read', 'Envoy ref', new RegExp(`^${report}`));
  await rest(page, () => page.getByLabel('Summary').focus(), 'We will not sign a quota');
  await sendToReview(page);
}

/** The person and the question that were made in place have no passage yet: they get theirs, and go to review. */
async function showWhatTheNewNamesRestOn(page: Page): Promise<void> {
  const drafts: [kind: string, title: string, field: string, words: string][] = [
    ['Actors', 'Marta Quill', 'Name', 'Marta Quill'],
    ['Issues', 'Herring quota', 'Question', 'quota on herring'],
  ];
  for (const [kind, title, field, words] of drafts) {
    await page.getByRole('link', { name: kind, exact: true }).click();
    await page.getByRole('row', { name: title }).getByRole('link', { name: title }).click();
    await page.getByRole('link', { name: 'Edit' }).click();
    await pick(page, 'Source to read', 'Envoy ref', new RegExp(`^${report}`));
    await rest(page, () => page.getByLabel(field, { exact: true }).focus(), words);
    await sendToReview(page);
  }
}

const position = 'Marta Quill on Herring quota';

/** Her own work she is not offered to approve, and is told who can; asked past the page, the command refuses it, too. */
async function beRefusedOnesOwn(page: Page): Promise<void> {
  await openRecord(page, 'Statements', said);
  const refusal = page.getByRole('status').filter({ hasText: 'You wrote this, so someone else must approve it.' });
  await refusal.getByText('Ada Lund or Noor Haddad can.').waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const told = await page.evaluate(async (record) => {
    const answer = await fetch('/api/trpc/record.approve', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: record, expectedVersion: 2 }),
    });
    return `${answer.status} ${await answer.text()}`;
  }, id);
  expect(told).toMatch(/^403 .*another person has to approve it/);
}

/** All five name one another, so they are approved and become public together. */
async function publishTogether(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^For me to review/ }).click();
  for (const command of ['Approve', 'Publish']) {
    await awake(page);
    await page.getByRole('checkbox', { name: 'Choose all on this page' }).check();
    await page.getByText('5 chosen').waitFor();
    await page.getByLabel('What to do').selectOption(command);
    await page.getByRole('button', { name: `${command}: 5 records` }).click();
    await page
      .getByRole('status')
      .getByText(/^5 records (approved|published)/)
      .waitFor();
    await page.getByRole('link', { name: 'Queue' }).click();
  }
}

const wasWrong = 'The passage speaks of herring alone; cod was added by mistake.';

/** She was wrong about the cod, and says so. He sees what readers will see change, and publishes it. */
async function correct(ines: Page, noor: Page): Promise<void> {
  await openRecord(ines, 'Positions', position);
  await ines.getByRole('link', { name: 'Edit' }).click();
  await ines.getByLabel('Summary').fill('Refuses a quota on herring.');
  await ines.getByRole('radio', { name: /^Correction/ }).check();
  await ines.getByLabel('What was wrong, told to readers').fill(wasWrong);
  await sendToReview(ines);

  await openRecord(noor, 'Positions', position);
  await noor.getByRole('link', { name: 'What readers will see change' }).click();
  const main = noor.getByRole('main');
  await main.getByText(`Correction: ${wasWrong}`).waitFor();
  expect((await main.locator('del').innerText()).trim()).toBe('cod and');
  await noor.getByRole('button', { name: 'Approve' }).click();
  await noor.getByRole('button', { name: 'Publish version 2' }).click();
  await noor.getByText('Published. Readers see it now.').waitFor();
}

const reason = 'The envoy spoke for the League, not for herself.';

/** What something rests on stays: the statement is kept while the position rests on it, and the desk says so. */
async function withdraw(page: Page): Promise<void> {
  for (const [kind, title] of [
    ['Statements', said],
    ['Positions', position],
  ] as const) {
    await openRecord(page, kind, title);
    await page.locator('summary', { hasText: 'Withdraw from the public' }).click();
    await page.getByLabel('Reason, shown to readers').fill(reason);
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    if (kind === 'Statements') {
      const refusal = page.getByRole('alert');
      await refusal.getByText('other public records rest on this one').waitFor();
      await refusal.getByText(position).waitFor();
      expect(await page.getByLabel('Reason, shown to readers').inputValue()).toBe(reason);
    }
  }
  await page.getByText('Withdrawn. A tombstone with your reason stands at its address.').waitFor();
}
