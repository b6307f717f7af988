import { createSignInLink } from '@rapporteur/api/admin/users';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { elsewhere } from '@rapporteur/api/testing/elsewhere';
import { codeOf } from '@rapporteur/api/testing/authenticator';
import { faultsAtEveryLook } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { addPerson, givePassword, signIn } from '../people';

const { desk, link } = inject('product');
const { visitor, open } = visits(desk);
const db = database();

async function typePassword(page: Page, email: string, password: string) {
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('the link that the start prints sets the desk up, without scripts, once', async () => {
  const context = await visitor({ javaScript: false });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill('Ada Lund');
  await page.getByLabel('Work e-mail').fill('ada@test.invalid');
  await page.getByLabel('Choose a password').fill('short');
  await page.getByRole('button', { name: 'Set up with this password' }).click();
  await page.getByText('has fewer than 12 characters').waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Ada Lund');
  expect(await page.getByLabel('Choose a password').inputValue()).toBe('');
  await page.getByLabel('Choose a password').fill('seven slow ferries');
  await page.getByRole('button', { name: 'Set up with this password' }).click();
  await page.waitForURL(`${desk}/`);
  await page.getByRole('link', { name: 'People' }).waitFor();

  const another = await open(link);
  await another.getByRole('heading', { name: 'This link does not work' }).waitFor();
});

test('a link of the host signs in once, and only once', async () => {
  const person = await addPerson(db, 'editor');
  const once = await createSignInLink(db, { email: person.email, baseUrl: desk });
  const first = await open(once);
  await first.getByRole('button', { name: 'Sign in' }).click();
  await first.waitForURL(`${desk}/`);
  const second = await open(once);
  await second.getByRole('button', { name: 'Sign in' }).click();
  await second.getByRole('alert').getByText('This link does not work').waitFor();
  await second.goto('/');
  expect(new URL(second.url()).pathname).toBe('/sign-in');
});

test('nobody sees the desk without signing in, and whoever does gets where they wanted', async () => {
  for (const path of ['/', '/?state=draft', '/records/prg_nothing', '/account', '/people', '/audit?from=2024-01-01']) {
    const page = await open(path);
    expect(new URL(page.url()).pathname, path).toBe('/sign-in');
  }
  const person = await addPerson(db, 'editor');
  const password = await givePassword(db, person);
  const page = await open('/account?done=rename', { javaScript: false });
  await typePassword(page, person.email, 'not the password');
  await page.getByRole('alert').getByText('do not belong together').waitFor();
  expect(await page.getByLabel('Work e-mail').inputValue()).toBe(person.email);
  await typePassword(page, person.email, password);
  await page.getByRole('heading', { name: 'Account', level: 1 }).waitFor();
  expect(page.url()).toBe(`${desk}/account?done=rename`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
  await page.goto('/account');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('no return address leads a browser to another site', async () => {
  const person = await addPerson(db, 'editor');
  const page = await signIn(db, await visitor(), person, desk);
  for (const wanted of elsewhere) {
    // Somebody who is in goes straight on.
    const answer = await page.goto(`/sign-in?next=${encodeURIComponent(wanted)}`, { waitUntil: 'commit' });
    // It is the answer that leads on, and no script after it.
    expect(answer?.request().redirectedFrom(), JSON.stringify(wanted)).not.toBeNull();
    expect(new URL(page.url()).origin, JSON.stringify(wanted)).toBe(desk);
  }
});

test('a second factor is set up, asked for, replaced by a recovery code and turned off, without scripts', async () => {
  const person = await addPerson(db, 'editor');
  const password = await givePassword(db, person);
  const page = await signIn(db, await visitor({ javaScript: false }), person, desk);
  await page.goto('/account');
  const section = page.getByRole('region', { name: 'Second factor' });
  await section.getByLabel('Present password').fill(password);
  await section.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const key = (await section.locator('.secret').innerText()).replaceAll(' ', '');
  const recovery = await section.locator('.codes code').first().innerText();
  await section.getByRole('img', { name: 'QR code' }).waitFor();
  // Half a minute may end before the code is read: it still counts then.
  await section.getByLabel('Code of six digits').fill(codeOf(key));
  await section.getByRole('button', { name: 'Turn the second factor on' }).click();
  await page.getByRole('status').getByText('Your second factor is on').waitFor();

  const again = await open('/account', { javaScript: false });
  await typePassword(again, person.email, password);
  await again.getByRole('heading', { name: 'Second factor' }).waitFor();
  await again.getByLabel('Code').fill('000 000');
  await again.getByRole('button', { name: 'Sign in' }).click();
  await again.getByText('This code does not fit').waitFor();
  await again.getByLabel('Code').fill(recovery);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await again.getByRole('heading', { name: 'Account', level: 1 }).waitFor();
  const there = again.getByRole('region', { name: 'Second factor' });
  await there.locator('summary', { hasText: 'Turn it off' }).click();
  await there.getByLabel('Present password').last().fill(password);
  await there.getByRole('button', { name: 'Turn the second factor off' }).click();
  await again.getByRole('status').getByText('Your second factor is off').waitFor();
});

test('a passkey is made, opens the desk, and is removed', async () => {
  // Passkeys belong to names, so the desk is opened by the name of the machine.
  const named = desk.replace('127.0.0.1', 'localhost');
  const person = await addPerson(db, 'editor');
  await givePassword(db, person);
  const context = await visitor();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(await createSignInLink(db, { email: person.email, baseUrl: named }));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${named}/`);
  await page.goto(`${named}/account`);
  await page.getByLabel('Name of the new passkey').fill('This laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('status').getByText('Your passkey is kept').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await page.getByRole('button', { name: 'Continue with a passkey' }).click();
  await page.waitForURL(`${named}/`);
  await page.goto(`${named}/account`);
  await page.getByRole('button', { name: 'Remove the passkey This laptop' }).click();
  await page.getByRole('status').getByText('The passkey is removed').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Continue with a passkey' }).click();
  await page.getByRole('alert').getByText('belongs to nobody').waitFor();
});

test.each(['/sign-in?problem=1', '/sign-in/second-factor', '/sign-in/forgotten', '/reset', '/invitation'])(
  'nobody who comes to %s meets a fault that axe finds, wide and narrow, light and dark',
  async (path) => {
    expect(await faultsAtEveryLook(await open(path))).toEqual([]);
  },
);
