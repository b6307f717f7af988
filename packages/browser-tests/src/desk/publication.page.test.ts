import { expect, inject, test } from 'vitest';
import { faultsOf } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addDraft } from '../drafts';
import { heard } from '../heard';
import { mark } from '../mark';
import { addPerson, signIn } from '../people';

const { desk, site } = inject('product');
const { visitor } = visits(desk);
const db = database();

test('a draft goes to the public through two people, and its author is not one who approves it', async () => {
  const [author, reviewer] = [await addPerson(db, 'publisher'), await addPerson(db, 'publisher')];
  const title = `A session of the council ${mark()}`;
  const draft = await addDraft(db, author, {
    kind: 'event',
    slug: `session-${mark()}`,
    content: {
      title,
      type: 'meeting',
      date: '2023-11-29',
      place: 'Brussels',
      summary: null,
      partOf: null,
      participants: [],
      choices: [],
    },
    rests: { '/date': 'Brussels, 29 November 2023.' },
  });
  const publicAddress = `${site}/events/${draft.slug}`;

  const hers = await signIn(db, await visitor(), author, desk, '/');
  await hers.getByRole('link', { name: title }).first().click();
  await hers.getByRole('heading', { name: title, level: 1 }).waitFor();
  await hers.getByText('Brussels, 29 November 2023.').first().waitFor();
  expect(await faultsOf(hers)).toEqual([]);
  await hers.getByRole('button', { name: 'Hand in for review' }).click();
  await hers.getByRole('status').getByText('Handed in for review.').waitFor();
  await hers.getByText('You wrote this, so someone else must approve it.').waitFor();
  expect(await hers.getByRole('button', { name: 'Approve' }).count()).toBe(0);

  const his = await signIn(db, await visitor(), reviewer, desk);
  await his.goto(`${desk}/records/${draft.id}`);
  await his.getByRole('button', { name: 'Approve' }).click();
  await his.getByText('Approved.', { exact: true }).waitFor();
  expect((await his.request.get(publicAddress)).status()).toBe(404);
  await his.getByRole('button', { name: 'Publish version 1' }).click();
  await his.getByText('Published. Readers see it now.').waitFor();

  await heard(db);
  await his.goto(publicAddress);
  await his.getByRole('heading', { name: title, level: 1 }).waitFor();
  await his
    .getByRole('link', { name: /^Evidence 1\. Passage verified/ })
    .first()
    .waitFor();

  // Withdrawn, it is gone from the site within five seconds, though the site has just answered with it from memory.
  await his.goto(`${desk}/records/${draft.id}`);
  await his.locator('summary', { hasText: 'Withdraw from the public' }).click();
  await his.getByLabel('Reason, shown to readers').fill('It was another meeting.');
  await his.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await his.getByText('Withdrawn. A tombstone with your reason stands at its address.').waitFor();
  const read = async () => {
    const answer = await his.request.get(publicAddress);
    return `${answer.status()} ${(await answer.text()).includes('It was another meeting.')}`;
  };
  await expect.poll(read, { timeout: 5_000, interval: 50 }).toBe('410 true');
});
