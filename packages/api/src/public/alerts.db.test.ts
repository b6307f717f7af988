import { forgetOld } from '@rapporteur/core/alert/forget';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import { readerConnection } from '@rapporteur/db/connection';
import { withConnection } from '@rapporteur/db/migrate';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { alertsOf, secretIn } from '../testing/alerts';
import { startMailServer, type MailServer } from '../testing/mail-server';

// Cases C03, C07, E02 and G of the security catalogue where readers ask for mail: what anybody can have sent to anybody.
const origin = 'https://record.example.org';
let database: TestDatabase;
let server: MailServer;
const { ask, confirm, leave, work, follower } = alertsOf(
  () => database,
  () => server,
);
let people: ImportPeople;
let stateId = '';

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState()), people);
  stateId = (await database.owner.record.findFirstOrThrow({ where: { kind: 'actor' } })).id;
});
beforeEach(async () => {
  server = await startMailServer();
  vi.stubEnv('SMTP_URL', server.url);
  vi.stubEnv('MAIL_FROM', 'The record <record@example.org>');
  vi.stubEnv('WEB_ORIGIN', origin);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await database.owner.alert.deleteMany();
  await database.owner.$executeRaw`DELETE FROM "RateLimit"`;
  await database.owner.$executeRaw`SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs`;
});
afterAll(() => database.close());

/** All that the database holds in the tables of alerts and of jobs, as text. */
const kept = async () => {
  const [row] = await database.owner.$queryRaw<{ all: string }[]>`
    SELECT concat((SELECT jsonb_agg(a) FROM "Alert" a), (SELECT jsonb_agg(t) FROM "AlertToken" t), (SELECT jsonb_agg(m) FROM "AlertMail" m),
      (SELECT jsonb_agg(j) FROM graphile_worker._private_jobs j), (SELECT jsonb_agg(r) FROM "RateLimit" r),
      (SELECT jsonb_agg(e) FROM "AuditEntry" e WHERE e."action" = 'limit.reached')) AS all`;
  return row?.all ?? '';
};
const headerNames = (headers: [string, string][] = []) => headers.map(([name]) => name).toSorted();

describe('asking for mail', () => {
  it('sends one mail to the address, and nothing more until its owner has pressed', async () => {
    await ask('Reader@Example.org', { about: stateId });
    await work();
    expect(server.received.map(({ recipients }) => recipients)).toEqual([['reader@example.org']]);
    const secret = secretIn(server.received[0], 'confirm');
    expect(secret).not.toBe('');
    expect(await kept()).not.toContain(secret);
    expect(await database.owner.alert.findFirst()).toMatchObject({ confirmedAt: null });
    expect(await confirm(secret)).toBe(stateId);
    // Pressed twice, it is pressed once.
    expect(await confirm(secret)).toBe(stateId);
    expect(await database.owner.alert.findMany()).toMatchObject([{ email: 'reader@example.org', about: stateId }]);
  });

  it('is taken back by a link that is too old, another one’s, or of another purpose', async () => {
    await follower('here@example.org');
    await ask('late@example.org');
    await work();
    const secret = secretIn(server.received.at(-1), 'confirm');
    expect(await confirm(`${secret.slice(0, -1)}_`)).toBeNull();
    await leave(secret);
    expect(await database.owner.alert.count()).toBe(2);
    await database.owner.alertToken.updateMany({ data: { expiresAt: new Date(Date.now() - 60_000) } });
    expect(await confirm(secret)).toBeNull();
    expect(await database.owner.alert.count({ where: { confirmedAt: null } })).toBe(1);
  });

  it('puts no word of whoever asks into a mail to somebody else', async () => {
    await ask('victim@example.org', { about: 'search\nq=Buy pearls at pearls.example' });
    await work();
    const [mail] = server.received;
    expect(JSON.stringify(mail)).not.toMatch(/pearls/i);
    expect(headerNames(mail?.headers)).toEqual([
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
  });

  it('has the owner choose again in their own mail, and keeps what they had until they do', async () => {
    await follower('twice@example.org', { rhythm: 'daily' });
    await ask('twice@example.org', { rhythm: 'at_once' });
    await work();
    const of = { email: 'twice@example.org', confirmedAt: { not: null } };
    expect(await database.owner.alert.findFirst({ where: of })).toMatchObject({ rhythm: 'daily' });
    await confirm(secretIn(server.received.at(-1), 'confirm'));
    expect(await database.owner.alert.findMany()).toMatchObject([{ rhythm: 'at_once', confirmedAt: expect.any(Date) }]);
  });

  it('is forgotten with its address where nobody confirms in two days', async () => {
    await follower('stays@example.org');
    await ask('goes@example.org');
    await forgetOld(database.owner);
    expect(await database.owner.alert.count()).toBe(2);
    await database.owner.$executeRaw`UPDATE "Alert" SET "askedAt" = "askedAt" - interval '2 days'`;
    await forgetOld(database.owner);
    expect(await database.owner.alert.findMany()).toMatchObject([{ email: 'stays@example.org' }]);
    expect(await kept()).not.toContain('goes@example.org');
  });

  it('leaves no link to confirm that is too old and no mail of long ago, while the links to leave go on working', async () => {
    const { owner } = database;
    await follower('stays@example.org');
    await importBundle(owner, bundleOf(sampleState('long-ago')), people);
    await work();
    const secret = secretIn(server.received.at(-1), 'leave');
    await forgetOld(owner);
    expect(await owner.alertToken.count()).toBe(2);
    expect(await owner.alertMail.count()).toBe(1);
    await owner.alertToken.updateMany({
      where: { purpose: 'confirm' },
      data: { expiresAt: new Date(Date.now() - 60_000) },
    });
    await owner.$executeRaw`UPDATE "AlertMail" SET "sentAt" = "sentAt" - interval '30 days'`;
    await forgetOld(owner);
    expect(await owner.alertToken.findMany()).toMatchObject([{ purpose: 'leave' }]);
    expect(await owner.alertMail.count()).toBe(0);
    await leave(secret);
    expect(await owner.alert.count()).toBe(0);
  });

  it('is confirmed at once, whatever is being published meanwhile', async () => {
    await follower('first@example.org');
    await ask('second@example.org', { about: 'search\nq=calm' });
    await work();
    const secret = secretIn(server.received.at(-1), 'confirm');
    await withConnection(database.connection, async (client) => {
      await client.query('BEGIN');
      await client.query(
        `SELECT FROM graphile_worker.add_job('alert.look', '{}', job_key => 'alert.look', max_attempts => 6, queue_name => 'alerts')`,
      );
      const late = new Promise((resolve) => {
        setTimeout(resolve, 2000, 'late');
      });
      const confirmed = confirm(secret);
      expect(await Promise.race([confirmed, late])).toBe('search\nq=calm');
      await client.query('ROLLBACK');
    });
  });
});

describe('an address', () => {
  it.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\nBcc: c@d.example',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    '"A" <a@b.example>',
    'a b@c.example',
    'a@b@c.example',
    'a@b.example\u0000',
    'a@b.example\u2028x',
    '',
    'a@',
    `${'a'.repeat(250)}@b.example`,
  ])('that is more than one, %j, is kept nowhere and mailed to nobody', async (email) => {
    // The database keeps no such address, whoever hands it over; NUL is no character of it.
    await expect(ask(email)).rejects.toMatchObject({ code: email.includes('\0') ? '22021' : '23514' });
    await work();
    expect(server.received).toEqual([]);
    expect(await database.owner.alert.count()).toBe(0);
  });

  it('handed over without that care adds a recipient', async () => {
    const { url } = server;
    await createTransport({ url }).sendMail({ from: 'x@example.org', to: 'a@b.example, c@d.example', text: 'x' });
    expect(server.received[0]?.recipients).toHaveLength(2);
  });

  it.each(['nothing', 'record\nx', 'stm_01hgw2bbg0000000000000000a', 'act_01hgw2bbg0000000000000000a', 'searches', ''])(
    'is kept for nothing that cannot be followed: %j',
    async (about) => {
      await expect(ask('reader@example.org', { about })).rejects.toMatchObject({ code: '23514' });
      await expect(ask('reader@example.org', { rhythm: 'hourly' })).rejects.toMatchObject({ code: '23514' });
      expect(await database.owner.alert.count()).toBe(0);
    },
  );
});

describe('whoever asks', () => {
  it('is answered the same of an address that is known and of one that is not, and leaves the same behind', async () => {
    await follower('known@example.org');
    server.received.length = 0;
    const answers = [await ask('known@example.org'), await ask('stranger@example.org')];
    await work();
    expect(answers).toEqual([null, null]);
    const [known, stranger] = server.received.map(({ text, headers }) =>
      [text.replaceAll(/confirm\/[\w-]+/g, ''), headerNames(headers)].join(' '),
    );
    expect(known).toBe(stranger);
    // A door that looked the address up first would have sent one mail.
    expect(server.received).toHaveLength(2);
  });

  it('cannot fill the mailbox of somebody else, from however many networks', async () => {
    const answers: unknown[] = [];
    for (let time = 1; time <= 6; time += 1) answers.push(await ask('victim@example.org', { rhythm: 'daily' }));
    for (const about of ['corrections', stateId]) answers.push(await ask('VICTIM@example.org', { about }));
    await work();
    expect(server.received).toHaveLength(3);
    expect(new Set(answers)).toEqual(new Set([null]));
    // The count does not tell whose it is.
    expect(await database.owner.rateLimit.count({ where: { key: { contains: 'victim' } } })).toBe(0);
    // Others are mailed meanwhile, so it is the limit of the address that holds.
    await ask('other@example.org');
    await work();
    expect(server.received).toHaveLength(4);
  });

  it('is asked to wait after ten tries from one network, and others are not', async () => {
    const network = '192.0.2.7';
    const tries: (number | null | undefined)[] = [];
    for (let time = 1; time <= 12; time += 1) tries.push(await ask(`reader${time}@example.org`, { network }));
    expect(tries.slice(0, 10)).toEqual(Array(10).fill(null));
    expect(tries.slice(10).every((wait) => typeof wait === 'number' && wait > 3000 && wait <= 3600)).toBe(true);
    expect(await ask('elsewhere@example.org')).toBeNull();
    await work();
    expect(server.received).toHaveLength(11);
    const [entry] = await database.owner.auditEntry.findMany({ where: { action: 'limit.reached' } });
    expect(entry?.detail).toEqual({ limit: 'alert-from', key: network });
  });

  it('has only the three functions of the register, and sees nobody in it', async () => {
    await withConnection(readerConnection(database.connection), async (client) => {
      for (const table of ['Alert', 'AlertToken', 'AlertMail'])
        await expect(client.query(`SELECT FROM "${table}"`)).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('leaving', () => {
  it('deletes the address with all that belonged to it, at once, and may be done again', async () => {
    await follower('leaver@example.org');
    await follower('stayer@example.org');
    await importBundle(database.owner, bundleOf(sampleState('news')), people);
    await work();
    const mail = server.received.find(({ recipients }) => recipients.includes('leaver@example.org'));
    const secret = secretIn(mail, 'leave');
    expect(secret).not.toBe('');
    expect(await kept()).not.toContain(secret);
    await leave(secret);
    expect(await kept()).not.toContain('leaver@example.org');
    expect(await database.owner.alert.findMany()).toMatchObject([{ email: 'stayer@example.org' }]);
    await leave(secret);
    await leave('x');
    expect(await database.owner.alert.count()).toBe(1);
  });
});
