import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import { passageFits } from '@rapporteur/domain/passage';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { faultsOf, judgedAt } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { markers, takenFrom, watchFor } from '../markers';
import { selectWords } from '../passages';
import { addPerson, signIn, type Person } from '../people';

const { desk } = inject('product');
const { visitor } = visits(desk);
const db = database();

/** A name that no other run has, in letters alone, as names of places are. */
const mark = [...String(process.pid)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
const port = `Port${mark}`;

const article = (headline: string) => `${headline}

The harbour programme for 2022 is voluntary and excludes tugs. The transport ministers said so after a meeting in ${port} on 3 May 2021.

Ada Quill, the harbour minister of Norland, told a press conference that her country refuses to lend ships to Sudland because the coast would be left without a patrol. “The quarrel over the strait is not our quarrel,” she added.

Norland and Sudland agreed to repair the lighthouse together.`;

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
    await page
      .getByText('All decisions are saved')
      .waitFor()
      .catch(() => undefined);

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
    await page.getByRole('heading', { name: `Harbour plan ${mark}, 2022` }).waitFor();

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
    expect(await page.getByText('Rejected before').count()).toBe(stayed.length);
  },
);

test.for([
  { width: 1440, scheme: 'light' },
  { width: 1440, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
] as const)('the intake has no fault that axe finds at %o', async (look) => {
  const person = await addPerson(db, 'editor');
  const page = await signIn(db, await visitor(look), person, desk);
  await takeIn(page, article(`A look at the harbour, ${look.width} ${look.scheme} ${mark}`));
  expect(await faultsOf(page, judgedAt(look)), 'a proposal open').toEqual([]);
  await open(page).getByRole('button', { name: 'Edit' }).click();
  expect(await faultsOf(page, judgedAt(look)), 'being edited').toEqual([]);
  await page.keyboard.press('Escape');
  await open(page).getByRole('button', { name: 'Merge' }).click();
  await page.locator('summary', { hasText: 'The source' }).click();
  expect(await faultsOf(page, judgedAt(look)), 'being merged').toEqual([]);
  if (look.width === 390) {
    // One pane at a time.
    expect(await page.locator('.pane--text').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Source text' }).click();
    expect(await page.locator('.pane--proposals').isVisible()).toBe(false);
    expect(await faultsOf(page, 'looks'), 'the text').toEqual([]);
  }
  await page.goto('/intake');
  expect(await faultsOf(page, judgedAt(look)), 'the list').toEqual([]);
});

test('texts come in without scripts, several at once, and what cannot be read says what to do', async () => {
  const person = await addPerson(db, 'editor');
  const page = await signIn(db, await visitor({ javaScript: false }), person, desk);
  await page.goto('/intake');
  const file = (name: string, mimeType: string, body: string) => ({ name, mimeType, buffer: Buffer.from(body) });
  await page
    .getByLabel('Files')
    .setInputFiles([
      file(`harbour-${mark}.txt`, 'text/plain', article('A harbour plan from a file')),
      file(
        `harbour-${mark}.html`,
        'text/html',
        `<title>A page of ${mark}</title><article><p>${article('On the web')}</p></article>`,
      ),
      file(`picture-${mark}.png`, 'image/png', '\u0089PNG\r\n\u001a\n not a picture at all'),
      file(`empty-${mark}.pdf`, 'application/pdf', withoutText),
    ]);
  await page.getByRole('button', { name: 'Take in these files' }).click();
  await page.getByText('4 texts are taken in.').waitFor();
  await expect
    .poll(
      async () => {
        const items = await db.intakeItem.findMany({ where: { userId: person.userId }, orderBy: { fileName: 'asc' } });
        return items.map(({ fileName, state }) => `${fileName?.replace(mark, '')} ${state}`);
      },
      { timeout: 90_000 },
    )
    .toEqual(['empty-.pdf failed', 'harbour-.html suggested', 'harbour-.txt suggested', 'picture-.png failed']);
  await page.reload();
  await page.getByRole('link', { name: `empty-${mark}.pdf` }).click();
  await page.getByRole('heading', { name: 'Paste the text instead' }).waitFor();
  expect(await page.getByRole('alert').first().textContent()).toContain('no text');
  await page.getByRole('button', { name: 'Give this text up' }).click();
  await page.waitForURL(`${desk}/intake`);
  expect(await page.getByRole('link', { name: `empty-${mark}.pdf` }).count()).toBe(0);
  await page.getByLabel('Address of a page').fill('http://127.0.0.1:1/');
  await page.getByRole('button', { name: 'Fetch this page' }).click();
  await expect
    .poll(() => db.intakeItem.count({ where: { userId: person.userId, way: 'address', state: 'failed' } }), {
      timeout: 60_000,
    })
    .toBe(1);
});

// Cases E02 and F04 of the security catalogue: what comes in is text, whatever it is called and whatever is in it.
test('nothing that comes in runs, in its words, its title or the name of its file', async () => {
  const person = await addPerson(db, 'editor');
  const context = await visitor();
  await watchFor(context);
  const page = await signIn(db, context, person, desk);
  const [script = '', image = ''] = markers;
  const hostile = `The programme of ${markers.join(' ')} is a voluntary one.\n\nAda ${script} said: “${image}”`;
  await page.goto('/intake');
  await page.getByLabel('Files').setInputFiles([
    { name: `${image.replaceAll('/', '')}.txt`, mimeType: 'text/html', buffer: Buffer.from(hostile) },
    {
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><text>${mark}</text></svg>`,
      ),
    },
    {
      name: 'page.html',
      mimeType: 'text/html',
      buffer: Buffer.from(`<title>${script}</title><body onload=alert(1)><p>${hostile}</p><script>alert(1)</script>`),
    },
  ]);
  await page.getByRole('button', { name: 'Take in these files' }).click();
  await expect
    .poll(() => db.intakeItem.count({ where: { userId: person.userId, state: { in: ['waiting', 'reading'] } } }), {
      timeout: 90_000,
    })
    .toBe(0);
  await page.reload();
  expect(await takenFrom(page)).toEqual([]);
  const items = await db.intakeItem.findMany({ where: { userId: person.userId } });
  expect(items.filter(({ state }) => state === 'suggested').length).toBeGreaterThan(0);
  for (const { id } of items) {
    await page.goto(`/intake/${id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await takenFrom(page), id).toEqual([]);
    if ((await page.locator('.proposal').count()) === 0) continue;
    await page.keyboard.press('e');
    expect(await takenFrom(page), `${id}, being edited`).toEqual([]);
  }
  // And it would be noticed.
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<math></math>'));
  expect(await takenFrom(page)).toEqual(['<math></math>']);
  // The bytes are kept to be read, and no address of the desk hands them out.
  for (const path of ['file', 'bytes', 'raw', 'download'])
    expect((await page.request.get(`/intake/${items[0]?.id}/${path}`)).status()).toBe(404);
});

/** A document of one page that holds no text: a drawing of a scan, as it were. */
const withoutText = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
