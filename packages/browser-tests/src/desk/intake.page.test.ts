import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import { passageFits } from '@rapporteur/domain/passage';
import type { Page } from 'playwright-core';
import { beforeEach, expect, inject, test } from 'vitest';
import { articleOf, lettered, portOf } from '../arrivals';
import { awake } from '../awake';
import { faultsAtEveryLook, faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { selectWords } from '../passages';
import { addPerson, signIn, type Person } from '../people';

const { desk } = inject('product');
const { visitor } = visits(desk);
const db = database();

let mark: string;
let port: string;
beforeEach(() => {
  mark = lettered();
  port = portOf(mark);
});
const article = (headline: string) => articleOf(headline, port);

/** Pastes a text at the intake and opens it once it is read. */
async function takeIn(page: Page, text: string): Promise<void> {
  await page.goto('/intake');
  await page.getByLabel('Paste an article').fill(text);
  await page.getByRole('button', { name: 'Take in this text' }).click();
  await page.getByText('1 text is taken in.').waitFor();
  const [headline = ''] = text.split('\n');
  const waiting = page.getByRole('table', { name: 'Waiting for decisions' });
  await waiting.getByRole('link', { name: headline }).first().click({ timeout: 60_000 });
  await page.getByRole('heading', { name: 'Proposed records' }).waitFor({ timeout: 60_000 });
  await awake(page);
}

const open = (page: Page) => page.locator('.proposal[aria-current]');
const said = (page: Page, words: string | RegExp) => page.locator('.saved').filter({ hasText: words }).waitFor();
const proposals = (page: Page) => page.locator('.proposal');

/** An event that is on record already, as another report had it. */
const recorded = (person: Person) =>
  addDraft(db, person, {
    kind: 'event',
    slug: `meeting-${mark}`,
    content: {
      title: `Meeting in ${port}`,
      type: 'meeting',
      date: '2021-05-03',
      place: port,
      summary: null,
      partOf: null,
      participants: [],
      choices: [],
    },
    rests: { '/date': 'Brussels, 29 November 2023.' },
  });

test(
  'an article is pasted, decided on by keyboard, and sent to drafts; taken in again, what was rejected stays so',
  { timeout: 240_000 },
  async () => {
    const person = await addPerson(db, 'editor');
    const meeting = await recorded(person);
    const page = await signIn(db, await visitor(), person, desk);
    const text = article(`A harbour plan without tugs, ${mark}`);
    await takeIn(page, text);
    const all = await proposals(page).count();
    expect(all).toBeGreaterThanOrEqual(3);
    await page.locator('.sug').first().waitFor();
    await page.getByText(`0 of ${all} decided`).waitFor();

    // Accepted, taken back, and accepted again.
    await page.keyboard.press('a');
    await said(page, 'Proposal 1 accepted');
    await page.keyboard.press('u');
    await said(page, 'Decision on proposal 1 taken back');
    await page.getByText(`0 of ${all} decided`).waitFor();

    // Each is gone to in its turn: the programme is put right, the meeting is on record, the press conference is given up.
    let merged = false;
    let edited = false;
    const rejected: string[] = [];
    for (let done = 0; done < all; done += 1) {
      await page.getByText(`${done} of ${all} decided`).waitFor();
      const kind = (await open(page).locator('.kind').textContent())?.trim();
      const title = (await open(page).locator('.title').textContent()) ?? '';
      if (kind === 'Programme' && !edited) {
        edited = true;
        await page.keyboard.press('e');
        await page.getByLabel('Title').fill(`Harbour plan ${mark}, 2022`);
        await page.keyboard.press('Enter');
      } else if (kind === 'Event' && title.includes(port)) {
        merged = true;
        await open(page).getByText('May be on record already.').waitFor();
        await page.keyboard.press('m');
        await open(page).getByText('Which record is it about?').waitFor();
        await page.keyboard.press('Enter');
      } else if (kind === 'Event' || kind === 'Position') {
        rejected.push(title);
        await page.keyboard.press('r');
      } else await page.keyboard.press('a');
    }
    expect({ merged, edited }).toEqual({ merged: true, edited: true });
    expect(rejected.length).toBeGreaterThan(0);
    await page.getByText(`${all} of ${all} decided`).waitFor();

    // What the software did not see is proposed by hand, from words that are selected.
    await selectWords(page, 'lend ships');
    await page.keyboard.press('n');
    await page
      .getByRole('group', { name: 'Propose a record from these words' })
      .getByRole('button', { name: 'Issue' })
      .click();
    await page.getByLabel('Question').fill('Should Norland lend ships?');
    await page.getByLabel('Question').press('Enter');
    await said(page, `Proposal ${all + 1} accepted as edited`);
    // What is still being kept holds the sending back.
    await page.locator('.bar-end .button--main:not([aria-disabled])').waitFor();

    // Every decision was kept as it was made.
    await page.reload();
    await page.getByText(`${all + 1} of ${all + 1} decided`).waitFor();
    await page.getByText('Harbour plan', { exact: false }).first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/The source and \d+ records are drafts\./).waitFor();

    const item = await db.intakeItem.findFirstOrThrow({
      where: { userId: person.userId },
      include: { suggestions: true, text: true },
    });
    expect(item).toMatchObject({ state: 'finished', text: { text } });
    const made = item.suggestions.flatMap(({ recordId }) => recordId ?? []);
    const drafts = await db.revision.findMany({ where: { recordId: { in: made } } });
    expect(drafts.length).toBe(made.length);
    for (const { title, state, citations } of drafts) {
      expect(state).toBe('draft');
      const cited = citationsSchema.parse(citations);
      expect(cited.length, title).toBeGreaterThan(0);
      for (const { passage } of cited) {
        expect(passage.source).toBe(item.sourceId);
        expect(passageFits(passage, text)).toBe(true);
      }
    }
    const programme = drafts.find(({ title }) => title === `Harbour plan ${mark}, 2022`);
    expect(programme?.content).toMatchObject({ nature: 'voluntary', provisions: [{ scope: 'excluded' }] });
    // The meeting got a passage more.
    const change = await db.revision.findFirstOrThrow({ where: { recordId: meeting.id }, orderBy: { number: 'desc' } });
    expect(citationsSchema.parse(change.citations).map(({ passage }) => passage.source)).toContain(item.sourceId);
    // A draft opens in the editor, and says there what it still needs.
    await page.getByRole('link', { name: `Harbour plan ${mark}, 2022` }).click();
    await page.getByRole('heading', { name: `Harbour plan ${mark}, 2022`, level: 1 }).waitFor();
    // The text does not say how far the plan has come, and says that it is voluntary.
    const row = (field: string) => page.locator('.row', { has: page.locator(`[data-field="/${field}"]`) });
    await row('status').locator('.rests--none').waitFor();
    expect(await row('nature').locator('.rests--none').count()).toBe(0);

    await takeIn(page, text);
    await page.getByText('Same text as the source').waitFor();
    const fingerprints = (suggestions: typeof item.suggestions, before: boolean) =>
      suggestions
        .filter((one) => one.decision === 'rejected' && one.rejectedBefore === before)
        .map((one) => one.fingerprint);
    const again = await db.suggestion.findMany({ where: { item: { userId: person.userId, state: 'suggested' } } });
    const stayed = fingerprints(again, true);
    expect(stayed.length).toBeGreaterThan(0);
    expect(fingerprints(item.suggestions, false)).toEqual(expect.arrayContaining(stayed));
    await expect.poll(() => page.getByText('Rejected before').count()).toBe(stayed.length);
  },
);

test('the intake has no fault that axe finds, wide and narrow, light and dark', { timeout: 120_000 }, async () => {
  const page = await signIn(db, await visitor(), await addPerson(db, 'editor'), desk);
  await takeIn(page, article(`A look at the harbour, ${mark}`));
  const [text, list] = [page.locator('.pane--text'), page.locator('.pane--proposals')];
  expect(await faultsAtEveryLook(page), 'a proposal open').toEqual([]);
  await open(page).getByRole('button', { name: 'Edit' }).click();
  await page.locator('.edit-proposal :focus').waitFor();
  expect(await faultsAtEveryLook(page), 'being edited').toEqual([]);
  await page.keyboard.press('Escape');
  await open(page).getByRole('button', { name: 'Merge' }).click();
  await page.locator('.merge-panel').waitFor();
  await page.locator('summary', { hasText: 'The source' }).click();
  expect(await faultsAtEveryLook(page), 'being merged').toEqual([]);
  expect(await Promise.all([text.isVisible(), list.isVisible()]), 'wide').toEqual([true, true]);
  for (const scheme of ['light', 'dark'] as const) {
    // One pane at a time.
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 390, height: 900 });
    await text.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Source text' }).click();
    await list.waitFor({ state: 'hidden' });
    expect(await faultsOf(page, 'looks'), `the text, ${scheme}`).toEqual([]);
    await page.getByRole('button', { name: 'Proposed records' }).click();
  }
  await page.goto('/intake');
  expect(await faultsAtEveryLook(page), 'the list').toEqual([]);
});
