import { expect, inject, test } from 'vitest';
import { articleOf, lettered, portOf } from '../arrivals';
import { awake } from '../awake';
import { visits } from '../browser';
import { database } from '../database';
import { markers, takenFrom, watchFor } from '../markers';
import { addPerson, signIn } from '../people';

// What comes in otherwise than by pasting, and what must not run wherever it comes from.

const { desk } = inject('product');
const { visitor } = visits(desk);
const db = database();

test('texts come in without scripts, several at once, and what cannot be read says what to do', async () => {
  const mark = lettered();
  const person = await addPerson(db, 'editor');
  const page = await signIn(db, await visitor({ javaScript: false }), person, desk);
  await page.goto('/intake');
  const file = (name: string, mimeType: string, body: string) => ({ name, mimeType, buffer: Buffer.from(body) });
  await page
    .getByLabel('Files')
    .setInputFiles([
      file(`harbour-${mark}.txt`, 'text/plain', articleOf('A harbour plan from a file', portOf(mark))),
      file(
        `harbour-${mark}.html`,
        'text/html',
        `<title>A page of ${mark}</title><article><p>${articleOf('On the web', portOf(mark))}</p></article>`,
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
  await page.getByRole('alert').first().getByText('no text').first().waitFor();
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
        `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><text>${lettered()}</text></svg>`,
      ),
    },
    {
      name: 'page.html',
      mimeType: 'text/html',
      buffer: Buffer.from(`<title>${script}</title><body onload=alert(1)><p>${hostile}</p><script>alert(1)</script>`),
    },
  ]);
  await page.getByRole('button', { name: 'Take in these files' }).click();
  await page.getByText('3 texts are taken in.').waitFor();
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
    await awake(page);
    await page.keyboard.press('e');
    await page.locator('.edit-proposal').waitFor();
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
