import { readFile } from 'node:fs/promises';
import { inject, expect, test } from 'vitest';
import { faultsAtEveryLook } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { mark } from '../mark';
import { addPerson, signIn } from '../people';

const { desk } = inject('product');
const { visitor, open } = visits(desk);
const db = database();

test('an administrator invites, changes and deactivates somebody, without scripts', async () => {
  const administrator = await addPerson(db, 'administrator');
  const page = await signIn(db, await visitor({ javaScript: false }), administrator, desk);
  await page.goto('/people');
  const email = `guest-${mark()}@test.invalid`;
  await page.getByLabel('Work e-mail').fill('not an address');
  await page.getByLabel('Work e-mail').evaluate((field) => field.setAttribute('type', 'text'));
  await page.getByRole('button', { name: 'Make invitation' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Work e-mail').inputValue()).toBe('not an address');
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption('contributor');
  await page.getByRole('button', { name: 'Make invitation' }).click();
  const link = await page.getByLabel(`Invitation of ${email}`, { exact: true }).inputValue();
  await page.goto('/people');
  expect(await page.content()).not.toContain(new URL(link).searchParams.get('token'));

  const guest = await open(link, { javaScript: false });
  await guest.getByText(email).waitFor();
  await guest.getByLabel('Your name').fill(`Guest ${mark()}`);
  await guest.getByLabel('Choose a password').fill('nine green bicycles');
  await guest.getByRole('button', { name: 'Join with this password' }).click();
  await guest.waitForURL(`${desk}/`);

  await page.goto('/people');
  const row = page.getByRole('row').filter({ hasText: email });
  await row.getByLabel(/^Role of/).selectOption('editor');
  await row.getByRole('button', { name: /^Change the role/ }).click();
  await page.getByRole('status').getByText('The role is changed').waitFor();
  // Their session has ended with the role it was opened for.
  await guest.goto('/account');
  expect(new URL(guest.url()).pathname).toBe('/sign-in');
  await guest.getByLabel('Work e-mail').fill(email);
  await guest.getByLabel('Password', { exact: true }).fill('nine green bicycles');
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await guest.getByRole('heading', { name: 'Account', level: 1 }).waitFor();

  await row.getByRole('button', { name: /^Deactivate/ }).click();
  await page.getByRole('status').getByText('Deactivated').waitFor();
  await guest.reload();
  expect(new URL(guest.url()).pathname).toBe('/sign-in');

  await page.goto(`/audit?person=${encodeURIComponent(email)}`);
  for (const action of ['user.deactivate', 'user.role', 'user.join']) {
    await page.getByRole('cell', { name: action, exact: true }).waitFor();
  }
});

test('the audit log is narrowed and taken as a file', async () => {
  const administrator = await addPerson(db, 'administrator');
  const page = await signIn(db, await visitor(), administrator, desk);
  await page.goto('/audit');
  await page.getByLabel('Person (e-mail)').fill(administrator.email);
  await page.getByLabel('Action').selectOption('user.sign_in');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/[?&]action=user\.sign_in/);
  await page.getByRole('cell', { name: 'user.sign_in' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'As CSV' }).click()]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.trimEnd().split('\r\n')).toHaveLength(2);
  expect(text).toContain(administrator.name);
  await page.goto('/audit?from=31.12.2024');
  await page.getByRole('alert').getByText('is not a day').waitFor();
});

test('an API token is shown once and works as a program uses it', async () => {
  const person = await addPerson(db, 'editor');
  const page = await signIn(db, await visitor({ javaScript: false }), person, desk);
  await page.goto('/account');
  const section = page.getByRole('region', { name: 'API tokens' });
  await section.getByLabel('Name', { exact: true }).fill('The nightly import');
  await section.getByRole('button', { name: 'Make token' }).click();
  const secret = await section.getByLabel('Token The nightly import', { exact: true }).inputValue();
  const ask = async (path: string, init: RequestInit = {}) =>
    fetch(`${desk}/api/trpc/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    });
  expect(await (await ask('user.me?input=%7B%7D')).text()).toContain(person.email);
  const refused = await ask('record.submit', { method: 'POST', body: '{}' });
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('lacks the scope write')]);
  // A program reaches procedures, and no page.
  const asPage = await fetch(`${desk}/account`, { headers: { authorization: `Bearer ${secret}` }, redirect: 'manual' });
  expect(asPage.headers.get('location')).toMatch(/^\/sign-in/);

  await page.goto('/account');
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: 'Revoke the token The nightly import' }).click();
  await page.getByRole('status').getByText('The token is revoked').waitFor();
  expect((await ask('user.me?input=%7B%7D')).status).toBe(401);
});

test('people and audit are for administrators; a reader has an account and nothing more', async () => {
  const editor = await signIn(db, await visitor(), await addPerson(db, 'editor'), desk);
  for (const path of ['/people', '/audit']) {
    const response = await editor.goto(path);
    expect(response?.status(), path).toBe(404);
  }
  const file = await editor.request.get('/audit/file?format=csv');
  expect(file.status()).toBe(403);
  const reader = await signIn(db, await visitor(), await addPerson(db, 'reader'), desk, '/account');
  expect(new URL(reader.url()).pathname).toBe('/account');
  await reader.getByRole('heading', { name: 'Password' }).waitFor();
  expect(await reader.getByRole('link', { name: 'Queue' }).count()).toBe(0);
});

test.each(['/account', '/people?done=role', '/audit', '/audit?action=nothing.here', '/webhooks'])(
  '%s has no fault that axe finds, wide and narrow, light and dark',
  async (path) => {
    const person = await addPerson(db, 'administrator');
    const page = await signIn(db, await visitor(), person, desk);
    // The log of the tests beside this one is long, and all alike.
    await page.goto(path === '/audit' ? `${path}?person=${encodeURIComponent(person.email)}` : path);
    expect(await faultsAtEveryLook(page)).toEqual([]);
  },
);

test('webhooks and their deliveries have no fault that axe finds, and a long address keeps within the screen', async () => {
  const administrator = await addPerson(db, 'administrator');
  const newest = await db.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
  // Paused, so that nobody is asked.
  const { id } = await db.webhook.create({
    data: {
      address: `https://a-long-name-of-a-host.of-a-ministry.example.org/hooks/publications/${process.pid}`,
      kinds: ['statement'],
      secret: 'sealed elsewhere',
      paused: true,
      told: newest.sequence,
      createdById: administrator.userId,
      deliveries: {
        create: { sequence: newest.sequence, state: 'parked', attempts: 9, status: 500, triedAt: new Date() },
      },
    },
  });
  try {
    const page = await signIn(db, await visitor(), administrator, desk);
    await page.goto(`/webhooks?of=${id}`);
    await page.getByRole('heading', { name: /^Deliveries to/ }).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'a-long-name-of-a-host' });
    // Removing asks first.
    await row.locator('summary', { hasText: 'Remove' }).click();
    await row.getByText('To stop for a while, pause it.').waitFor();
    expect(await faultsAtEveryLook(page)).toEqual([]);
    expect(await db.webhook.count({ where: { id } })).toBe(1);
    await row.getByRole('button', { name: /^Remove / }).click();
    await page.getByRole('status').getByText('Removed, with its deliveries.').waitFor();
    expect(await db.webhook.count({ where: { id } })).toBe(0);
  } finally {
    await db.webhook.deleteMany({ where: { id } });
  }
});

test('a publisher lets a parked job be tried again', async () => {
  const publisher = await addPerson(db, 'publisher');
  // No worker knows it, so that it stays as it is left.
  const name = `older.job-${process.pid}`;
  const [job] = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM graphile_worker.add_job(${name}, '{}', max_attempts => 1)`;
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = 1, last_error = 'the mail server is away' WHERE id = ${job?.id}::bigint`;
  const page = await signIn(db, await visitor(), publisher, desk);
  await page.goto('/jobs');
  const row = page.getByRole('row').filter({ hasText: name });
  await row.getByText('the mail server is away').waitFor();
  expect(await faultsAtEveryLook(page)).toEqual([]);
  expect(await row.getByRole('button', { name: 'Give up' }).count()).toBe(0);
  await row.getByRole('button', { name: /^Try .* again$/ }).click();
  await page.getByRole('status').getByText('It is tried again').waitFor();
  expect(await page.getByRole('row').filter({ hasText: name }).count()).toBe(0);
  const left = await db.$queryRaw`SELECT attempts::int FROM graphile_worker.jobs WHERE id = ${job?.id}::bigint`;
  expect(left).toEqual([{ attempts: 0 }]);
  expect(await db.auditEntry.count({ where: { userId: publisher.userId, action: 'job.retry' } })).toBe(1);
  await db.$executeRaw`SELECT FROM graphile_worker.complete_jobs(ARRAY[${job?.id}::bigint])`;
});
