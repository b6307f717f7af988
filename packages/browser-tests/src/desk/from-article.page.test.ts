import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import { importBundle } from '@rapporteur/core/bundle/import';
import { ownerClient } from '@rapporteur/db/clients';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { awake } from '../awake';
import { visits } from '../browser';
import { heard } from '../heard';
import { chooseByTyping, tabTo } from '../keyboard';
import { ownProduct } from '../own-product';
import { addPerson, signIn } from '../people';

// The whole way of an article, from the clipboard to what readers are answered, by people who use no mouse.

const product = ownProduct({ RAPPORTEUR_DEMO: 'off' }, 'try');
const { visitor } = visits(() => product().desk);
let db: PrismaClient;
beforeEach(async () => {
  db = ownerClient(product().connection);
  await importBundle(db, bundleOf(sampleSource, sampleState()), await samplePeople(db));
});
afterEach(() => db.$disconnect());

const headline = 'Harbour plan for 2022 leaves tugs out';
const article = `${headline}

The harbour programme for 2022 was adopted in April. The harbour programme for 2022 is voluntary and does not include the lending of tugs. The transport ministers said so after a meeting in Eastport on 3 May 2021.

Ada Quill, the harbour minister of Sampleland, told a press conference on Tuesday that Sampleland has refused to lend tugs to its neighbours. She explained that such a loan would leave the coast without a patrol. “The quarrel over the strait is not our quarrel,” she added.`;

test(
  'an article is pasted, decided on and published by keyboard; then the site tells what is in it, and who objects in whose words',
  { timeout: 300_000 },
  async () => {
    const [editor, publisher] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
    const page = await signIn(db, await visitor(), editor, product().desk);
    await paste(page);
    await decide(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/The source and 8 records are drafts\./).waitFor();
    // What comes next has the focus.
    await page.getByRole('button', { name: 'Hand 9 drafts in for review' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('9 drafts are handed in.').waitFor();
    await publish(await signIn(db, await visitor(), publisher, product().desk, '/'));
    await heard(db, product().site);
    await ask();
  },
);

/** The desk does not answer at first: what was pasted is still there, and a press sends it again. */
async function paste(page: Page): Promise<void> {
  await page.goto('/intake');
  const text = page.getByLabel('Paste an article');
  await tabTo(page, text);
  await page.keyboard.insertText(article);
  await tabTo(page, page.getByLabel('The day it came out'));
  // The fifth of May, whichever of the two is asked for first.
  await page.keyboard.type('05052021');
  await tabTo(page, page.getByRole('button', { name: 'Take in this text' }));
  const door = '**/api/trpc/intake.takeIn*';
  await page.route(door, (route) => route.abort());
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('The desk is not answering.').waitFor();
  expect(await text.inputValue()).toBe(article);
  await page.unroute(door);
  await page.keyboard.press('Enter');
  await page.getByText('1 text is taken in.').waitFor();
  expect(await text.inputValue()).toBe('');
  const link = page.getByRole('table', { name: 'Waiting for decisions' }).getByRole('link', { name: headline });
  await link.waitFor({ timeout: 60_000 });
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await page.getByText(/^0 of \d+ decided$/).waitFor();
  // Keys do something once the page's scripts have begun.
  await page.locator('html[data-single-keys="on"]').waitFor({ state: 'attached' });
}

/** What is kept as it is, by the beginnings of its titles; the rest is rejected, but for a question that is put right. */
const kept = [
  'Harbour programme for 2022: voluntary',
  'Lending of tugs: excluded',
  'Meeting in Eastport',
  'Ada Quill',
  'Press conference',
  'Sampleland has refused to lend tugs',
  // Called by what was put right.
  'Sampleland on Lending tugs: opposes',
  'Such a loan would leave the coast',
];

async function decide(page: Page): Promise<void> {
  const all = await page.locator('.proposal').count();
  for (let done = 0; done < all; done += 1) {
    await page.getByText(`${done} of ${all} decided`).waitFor();
    const title = await page.locator('.proposal[aria-current] .title').innerText();
    if (title.startsWith('Lend tugs')) await putRight(page);
    else if (title.startsWith('Such a loan')) {
      // The rest is rejected in one step, and taken back in one.
      await page.keyboard.press('Shift+R');
      await page.getByText(`${all} of ${all} decided`).waitFor();
      await page.keyboard.press('u');
      await page.getByText(`${done} of ${all} decided`).waitFor();
      await page.keyboard.press('a');
    } else await page.keyboard.press(kept.some((beginning) => title.startsWith(beginning)) ? 'a' : 'r');
  }
  const tally = `${kept.length} accepted, 0 merged, 1 edited, ${all - kept.length - 1} rejected, 0 left`;
  await page.getByText(tally).first().waitFor();

  // What readers may see of the source is asked here. Another day has the text read again; the days that it tells stay.
  await page.keyboard.press('s');
  await page.getByLabel('What readers may see').waitFor();
  await tabTo(page, page.getByLabel('Published'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('6 May 2021');
  await chooseByTyping(page, page.getByLabel('What readers may see'), 'The whole text');
  await page.keyboard.press('Control+Enter');
  await page.getByText('6 May 2021').first().waitFor({ timeout: 60_000 });
  await page.getByText(`${all} of ${all} decided`).waitFor({ timeout: 60_000 });
}

/** Accepted with its title alone, a question lacks its words: that is said, taken back, and put right. */
async function putRight(page: Page): Promise<void> {
  await page.keyboard.press('a');
  await page.getByText('Lacks: question').waitFor();
  await page.keyboard.press('u');
  await page.getByText('Lacks: question').waitFor({ state: 'hidden' });
  await page.keyboard.press('e');
  await page.getByLabel('Short title').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Lending tugs');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Should tugs be lent to neighbours?');
  await page.keyboard.press('Control+Enter');
}

async function publish(page: Page): Promise<void> {
  const go = async (link: string | RegExp) => {
    await tabTo(page, page.getByRole('link', { name: link }));
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await awake(page);
  };
  await go(/^For me to review/);
  for (const command of ['Approve', 'Publish']) {
    await tabTo(page, page.getByRole('checkbox', { name: 'Choose all on this page' }));
    await page.keyboard.press('Space');
    await page.getByText('9 chosen').waitFor();
    await chooseByTyping(page, page.getByLabel('What to do'), command);
    await tabTo(page, page.getByRole('button', { name: `${command}: 9 records` }));
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^9 records (approved|published)/)
      .waitFor();
    await go('Queue');
  }
}

/** Is it binding? What is out? Who objects, since when, and in whose words? Each answer with the words that say it. */
async function ask(): Promise<void> {
  const reader = await (await visitor()).newPage();
  const open = async (list: string, title: string) => {
    await reader.goto(`${product().site}${list}`);
    await reader.getByRole('link', { name: title }).first().click();
    await reader.waitForLoadState();
    return (await reader.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
  };
  const programme = await open('/programmes', 'Harbour programme for 2022');
  expect(programme).toMatch(/Nature Voluntary/);
  expect(programme).toMatch(/Lending of tugs Excluded/);
  expect(programme).toContain('does not include the lending of tugs');

  const issue = await open('/issues', 'Lending tugs');
  expect(issue).toContain('Should tugs be lent to neighbours?');
  expect(issue).toMatch(/Sampleland Opposes ?\d* 4 May 2021/);
  expect(issue).toMatch(/Sampleland has refused to lend tugs to its neighbours Ada Quill/);
  expect(issue).toContain('Indirect speech: the reporter’s words');

  const position = await open('/positions', 'Sampleland on Lending tugs');
  expect(position).toMatch(/Held now Opposes/);
  expect(position).toContain('Rests on Ada Quill: Sampleland has refused to lend tugs to its neighbours');
  const passage = reader.locator('.notes > li', { hasText: 'Sampleland has refused to lend tugs to its neighbours' });
  expect(await passage.first().innerText()).toContain('Passage verified');
  // The text itself is public, because its owner allows it.
  expect(await open('/sources', headline)).toContain('The quarrel over the strait is not our quarrel');
}
