import { startMailServer, type MailServer } from '@rapporteur/api/testing/mail-server';
import { mailConfirmation } from '@rapporteur/core/alert/send';
import { hashOf, newSecret } from '@rapporteur/core/person/secret';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { faultsAtEveryLook } from '../axe';
import { visits } from '../browser';
import { database } from '../database';
import { mark } from '../mark';
import { startOwnSite, type OwnSite } from '../own-site';
import { recordPages } from './addresses';

// Readers ask to be told by mail, confirm it and leave: in Chromium, without scripts, on a site that sends mail and on one that does not.

const { site, connection } = inject('product');
const db = database();

describe('where mail is off', () => {
  const { open } = visits(site);
  const followed = [recordPages.issue, '/corrections', '/changes', '/search?q=weapons'];

  test('no page that can be followed offers it, and whoever has the address is told so, and of feeds', async () => {
    for (const path of followed) {
      const html = await (await fetch(site + path)).text();
      expect(html).toContain('JSON Feed');
      expect(html).not.toContain('/alerts?of=');
      const told = await (await fetch(`${site}/alerts?of=${encodeURIComponent(path)}`)).text();
      expect(told).toContain('Alerts by mail are off here');
      expect(told.replace(/^.*<main/s, '')).not.toContain('<form');
      expect(told).toMatch(/href="[^"]*\/feed\.json(?:\?q=weapons)?"/);
    }
    const page = await open(recordPages.issue, { javaScript: false });
    await page.locator('.follow summary').first().click();
    expect(await page.getByRole('link', { name: 'Or be told by mail' }).count()).toBe(0);
    await page.getByRole('link', { name: 'JSON Feed' }).waitFor();
  });

  test('what cannot be followed has no such page', async () => {
    for (const of of [
      '/statements/never-there',
      recordPages.statement,
      '/issues/never-there',
      'https://evil.example/',
      '/search',
      '//evil.example',
    ])
      expect((await fetch(`${site}/alerts?of=${encodeURIComponent(of)}`)).status, of).toBe(404);
  });
});

describe('where mail is sent', () => {
  let own: OwnSite;
  let server: MailServer;
  const sender = 'record@example.org';
  const { open } = visits(() => own.origin);
  beforeAll(async () => {
    [own, server] = [await startOwnSite(connection, { MAIL_FROM: sender }), await startMailServer()];
    vi.stubEnv('SMTP_URL', server.url);
    vi.stubEnv('MAIL_FROM', sender);
    vi.stubEnv('WEB_ORIGIN', own.origin);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await db.alert.deleteMany();
    await Promise.all([own.stop(), server.close()]);
  });
  const alertOf = (email: string) => db.alert.findFirst({ where: { email } });

  test('a reader follows a search, confirms by the link of the mail, and leaves by another', async () => {
    const email = `reader-${mark()}@example.org`;
    const page = await open('/search?q=weapons&kind=statement', { javaScript: false });
    await page.locator('main .follow summary').click();
    await page.getByRole('link', { name: 'Or be told by mail' }).click();
    await page.getByText('Search: “weapons”').waitFor();
    await page.getByLabel('Your address of mail').fill(email);
    await page.getByLabel('At once, with each change').check();
    await page.getByRole('button', { name: 'Send me a mail to confirm' }).click();
    await page.getByRole('heading', { name: 'Look into your mail', level: 1 }).waitFor();
    expect(page.url()).not.toContain('reader');
    const asked = await alertOf(email);
    expect(asked).toMatchObject({ about: 'search\nq=weapons\nkind=statement', rhythm: 'at_once', confirmedAt: null });

    await mailConfirmation(db, { alertId: asked?.id ?? '' });
    const mail = server.received.find(({ recipients }) => recipients.includes(email));
    const [link = '', confirm = ''] = /http:\S+?(\/alerts\/confirm\/[\w-]{43})/.exec(mail?.text ?? '') ?? [];
    expect(link).toBe(own.origin + confirm);
    await page.goto(confirm);
    expect(await alertOf(email)).toMatchObject({ confirmedAt: null });
    await page.getByRole('button', { name: 'Yes, tell me by mail' }).click();
    await page.getByRole('heading', { name: 'You will be told by mail' }).waitFor();
    expect(await alertOf(email)).toMatchObject({ confirmedAt: expect.any(Date) });

    const { secret, hash } = newSecret();
    expect(hash).toBe(hashOf(secret));
    await db.alertToken.create({ data: { hash, alertId: asked?.id ?? '', purpose: 'leave' } });
    await page.goto(`/alerts/leave/${secret}`);
    expect(await alertOf(email)).not.toBeNull();
    await page.getByRole('button', { name: 'End these mails' }).click();
    await page.getByRole('heading', { name: 'You get no more of these mails' }).waitFor();
    expect(await alertOf(email)).toBeNull();
  });

  test('an address that is none is asked for again, and kept nowhere', async () => {
    const page = await open('/alerts?of=/&problem=email', { javaScript: false });
    await page.getByRole('alert').getByText('This is not an address of mail.').waitFor();
    const answer = await fetch(`${own.origin}/alerts`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: own.origin },
      body: new URLSearchParams({ of: '/', email: 'a@b.example\r\nBcc: c@d.example', rhythm: 'daily' }),
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/alerts?of=%2F&problem=email']);
    expect(await db.alert.count({ where: { email: { contains: 'b.example' } } })).toBe(0);
  });

  const token = 'x'.repeat(43);
  // One page at a time: what is not shown draws no frames, and would be waited for in vain.
  test.each(['/alerts?of=/&problem=email', `/alerts/confirm/${token}`, `/alerts/leave/${token}`, '/alerts/done/left'])(
    'the page %s is accessible and is kept by nobody',
    async (path) => {
      expect(await faultsAtEveryLook(await open(path))).toEqual([]);
      const { headers } = await fetch(own.origin + path);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('etag')).toBeNull();
    },
  );

  test('a page of another site asks for nothing', async () => {
    const page = await open('/alerts?of=/', { javaScript: false });
    // As another site would send it: by a form of its own.
    await page.goto(
      `data:text/html,<form method="post" action="${own.origin}/alerts"><input name="of" value="/"><input name="email" value="victim@example.org"><input name="rhythm" value="daily"><button>Win a prize</button></form>`,
    );
    await page.getByRole('button', { name: 'Win a prize' }).click();
    await page.getByRole('heading', { name: 'This form came from somewhere else' }).waitFor();
    expect(await db.alert.count({ where: { email: 'victim@example.org' } })).toBe(0);
  });
});
