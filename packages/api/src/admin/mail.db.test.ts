import { openMailer } from '@rapporteur/core/mail/mailer';
import { invitationMail } from '@rapporteur/core/mail/letters';
import { recordJobs, runJob } from '@rapporteur/core/job/run';
import { createResetLink } from '@rapporteur/core/person/reset';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, signedIn, type TestCaller } from '../testing/callers';
import { testDesk } from '../testing/desk';
import { cookieOf, locationOf, sendForm } from '../testing/forms';
import { startMailServer, type MailServer } from '../testing/mail-server';
import { personWithPassword, type TestPerson } from '../testing/person';
import type { Desk } from './desk';
import { answerForgotten, answerInvitation, answerReset } from './join';
import { answerPassword } from './password';

// Case C03 of the security catalogue where mail is concerned, on a real SMTP server.
const origin = 'https://desk.example.org';
const from = 'desk@example.org';
let database: TestDatabase;
let server: MailServer;
let desk: Desk;
let administrator: TestCaller;
let person: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  server = await startMailServer();
  vi.stubEnv('SMTP_URL', server.url);
  vi.stubEnv('MAIL_FROM', from);
  vi.stubEnv('ADMIN_ORIGIN', origin);
  const mailer = openMailer({ smtp: server.url, from }) ?? undefined;
  desk = testDesk(database, { origin, ...(mailer === undefined ? {} : { mailer }) });
  administrator = await signedIn(desk, 'administrator');
  person = await personWithPassword(desk, 'editor');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([desk.limiter.close(), server.close()]);
});
afterAll(() => database.close());

let asked = 0;
/** What the form asks for, done as the worker does it. */
async function mailReset(email: string): Promise<void> {
  await sendForm(desk, answerForgotten, { email }, { from: `192.0.2.${(asked += 1)}` });
  const [job] = await database.owner.$queryRaw<{ payload: unknown }[]>`
    SELECT payload FROM graphile_worker._private_jobs ORDER BY id DESC LIMIT 1`;
  await runJob(database.owner, recordJobs, 'person.reset', job?.payload, {
    lastAttempt: false,
    stopped: new AbortController().signal,
  });
}
const invite = (email: string) =>
  ask(desk, administrator, { path: 'person.invite', type: 'mutation', input: { email, role: 'editor' } });
const tokenIn = (text = '') => decodeURIComponent(/token=(\S+)/.exec(text)?.[1] ?? '');
const names = (headers: [string, string][] = []) => headers.map(([name]) => name).sort();

describe('a reset link', () => {
  it('comes by mail to whoever has the address, and works once', async () => {
    await mailReset(person.email.toUpperCase());
    const [mail] = server.received;
    expect(mail?.recipients).toEqual([person.email]);
    expect(mail?.text).toContain(`${origin}/reset?token=`);
    const fields = { token: tokenIn(mail?.text), password: 'eleven yellow lanterns' };
    expect(locationOf(await sendForm(desk, answerReset, fields))).toBe('/sign-in?reset=1');
    expect(locationOf(await sendForm(desk, answerReset, fields))).toContain('problem=1');
    const entered = { email: person.email, password: fields.password, next: '/' };
    expect(cookieOf(await sendForm(desk, answerPassword, entered))).not.toBe('');
  });

  it('is mailed to nobody whom the desk does not know', async () => {
    await mailReset('nobody@example.org');
    expect(server.received).toEqual([]);
  });

  it('is not lost while the mail server is away, however often that is tried, and is made at the host meanwhile', async () => {
    const links = () => database.owner.oneTimeLink.count({ where: { userId: person.userId } });
    await server.close();
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await expect(mailReset(person.email)).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/^The mail server did not take a mail \(ESOCKET\)\. Check SMTP_URL/),
      });
      expect(await links()).toBe(0);
    }
    expect(await createResetLink(database.owner, person.email)).toMatchObject({ secret: expect.any(String) });
    server = await startMailServer();
    vi.stubEnv('SMTP_URL', server.url);
    await mailReset(person.email);
    expect(server.received).toHaveLength(1);
  });

  it('is mailed three times an hour at most', async () => {
    for (let time = 1; time <= 5; time += 1) await mailReset(person.email);
    expect(server.received).toHaveLength(3);
  });

  it('that no mailbox takes says so without saying whose it was', async () => {
    server.refuse();
    const error = await mailReset(person.email).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining('(EENVELOPE 550)') });
    expect(String((error as Error).stack) + JSON.stringify(error)).not.toContain(person.email);
  });
});

describe('an invitation', () => {
  it('comes by mail, and its link lets its reader in', async () => {
    const { data } = await invite('guest@example.org');
    const [mail] = server.received;
    expect(data).toMatchObject({ mailed: 'sent' });
    expect(mail?.recipients).toEqual(['guest@example.org']);
    const fields = { token: tokenIn(mail?.text), name: 'A Guest', password: 'nine green bicycles' };
    expect(locationOf(await sendForm(desk, answerInvitation, fields))).toBe('/');
  });

  it('is not lost with its mail: whoever invites is told, and has the link', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await server.close();
    const { data } = (await invite('late@example.org')) as { data: { link: string } };
    expect(data).toMatchObject({ mailed: 'failed' });
    expect(said.mock.calls.flat().join()).toMatch(/Check SMTP_URL/);
    expect(said.mock.calls.flat().join()).not.toMatch(/late@example|token=/);
    said.mockRestore();
    server = await startMailServer();
    const fields = { token: tokenIn(data.link), name: 'A Late Guest', password: 'nine green bicycles' };
    expect(locationOf(await sendForm(desk, answerInvitation, fields))).toBe('/');
  });
});

describe('a mail', () => {
  const evil = 'a@example.org\r\nBcc: b@example.org';
  const hostile = [evil, 'a@example.org, b@example.org', 'a@example.org\nSubject: x', '"a\r\nX: y"@example.org'];
  const expected = [
    'content-transfer-encoding',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ];

  it.each(hostile)('goes to nobody for what is no address: %j', async (email) => {
    expect((await invite(email)).code).toBe('invalid_input');
    await sendForm(desk, answerForgotten, { email });
    expect(server.received).toEqual([]);
  });

  it('takes no second recipient and no header from a name or an address', async () => {
    const renamed = await ask(desk, administrator, {
      path: 'account.rename',
      type: 'mutation',
      input: { name: 'A name\r\nBcc: b@example.org' },
    });
    expect(renamed.code).toBe('invalid_input');
    const name = 'A name ‮, <b@example.org>; Bcc: c@example.org';
    await ask(desk, administrator, { path: 'account.rename', type: 'mutation', input: { name } });
    await invite('plain@example.org');
    const mailer = openMailer({ smtp: server.url, from });
    for (const to of hostile) await mailer?.send(invitationMail(to, name, origin)).catch(() => undefined);
    for (const { recipients, headers } of server.received) {
      expect(recipients).toHaveLength(1);
      expect(names(headers)).toEqual(expected);
    }
  });

  it('is noticed where it does', async () => {
    await createTransport(server.url).sendMail({ from, to: hostile[1], subject: 'x', text: 'x' });
    await createTransport(server.url).sendMail({
      from,
      to: 'a@example.org',
      bcc: 'b@example.org',
      headers: { x: 'y' },
    });
    const [many, more] = server.received;
    expect(many?.recipients).toHaveLength(2);
    expect(names(more?.headers)).not.toEqual(expected);
  });
});
