import { lookAsOf, lookForAlerts } from '@rapporteur/core/alert/look';
import { mailAlert } from '@rapporteur/core/alert/send';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import {
  bundleOf,
  sampleIssue,
  samplePeople,
  sampleSource,
  sampleState,
  sampleStatement,
} from '@rapporteur/core/bundle/sample';
import { createDraft } from '@rapporteur/core/record/create';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { alertsOf, secretIn } from '../testing/alerts';
import { startMailServer, type MailServer } from '../testing/mail-server';

// What readers are told by mail: of each change once, whoever sends it and whatever fails meanwhile. On a real SMTP server.
const origin = 'https://record.example.org';
let database: TestDatabase;
let server: MailServer;
let people: ImportPeople;
const alerts = alertsOf(
  () => database,
  () => server,
);
const { work, follower } = alerts;
const put = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
const idOf = async (slug: string) => (await database.owner.record.findFirstOrThrow({ where: { slug } })).id;
const said = (slug: string, text: string, speaker = 'actors/sampleland') => {
  const sample = sampleStatement(slug, speaker);
  return { ...sample, content: { ...sample.content, text, claims: [{ text, role: 'claim', issue: null }] } };
};

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await put(sampleSource, sampleState(), sampleState('otherland'), sampleIssue);
  await put(said('was-calm', 'It was calm.'), said('short', 'It was short.'));
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

const mailsTo = (address: string) => server.received.filter(({ recipients }) => recipients.includes(address));
/** As if the last mail had been sent an hour ago. */
const anHourLater = () => database.owner.$executeRaw`UPDATE "Alert" SET "mailedAt" = "mailedAt" - interval '1 hour'`;

describe('a mail', () => {
  it('tells the assertion, what became of it and where it stands for ever, corrections first, and why it comes', async () => {
    await follower('reader@example.org', { about: await idOf('sampleland') });
    await put(
      said('loud', 'It was loud.'),
      { ...said('was-calm', 'It was not calm.'), change: 'correct', note: 'We had left a word out.' },
      said('elsewhere', 'Nobody was there.', 'actors/otherland'),
    );
    await work();
    const [mail, ...more] = server.received;
    expect(more).toEqual([]);
    expect(mail?.recipients).toEqual(['reader@example.org']);
    const text = mail?.text ?? '';
    expect(text.indexOf('Correction: statement')).toBeGreaterThan(0);
    expect(text.indexOf('Correction: statement')).toBeLessThan(text.indexOf('New: statement'));
    for (const part of [
      'Why: We had left a word out.',
      'It was not calm.',
      `This version: ${origin}/r/${await idOf('was-calm')}@2`,
      `What changed: ${origin}/statements/was-calm/diff?from=1&to=2`,
      'It was loud.',
      `This version: ${origin}/r/${await idOf('loud')}@1`,
      'You get this because on ',
      `${origin}/actors/sampleland`,
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Nobody was there');
    const leave = `${origin}/alerts/leave/${secretIn(mail, 'leave')}`;
    expect(text).toContain(leave);
    const headers = new Map(mail?.headers);
    expect(headers.get('list-unsubscribe')).toBe(`<${leave}>`);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.get('subject')).toBe('New in the record: 2 changes');
    expect([...headers.keys()].toSorted()).toEqual(
      'auto-submitted content-transfer-encoding content-type date from list-unsubscribe list-unsubscribe-post message-id mime-version subject to'.split(
        ' ',
      ),
    );
  });

  it('tells of what does not belong there any more, and of nothing that only its wording changed', async () => {
    await follower('reader@example.org', { about: await idOf('sampleland') });
    await put({ ...said('short', 'It was short.', 'actors/otherland'), change: 'correct', note: 'Otherland said it.' });
    await put({ ...said('loud', 'It was very loud.'), change: 'edit' });
    await work();
    expect(server.received.map(({ text }) => text.includes('Why: Otherland said it.'))).toEqual([true]);
    expect(server.received[0]?.text).not.toContain('very loud');
  });

  it('of a search tells what came into its answer, what changed in it, and what has left it', async () => {
    await put(said('harbour', 'The harbour stays open.'), said('quay', 'The harbour has a quay.'));
    await follower('reader@example.org', {
      about: `search\nq=harbour\nkind=statement\nactor=${await idOf('sampleland')}`,
    });
    await put(
      said('pier', 'The harbour has a pier.'),
      said('road', 'The road is closed.'),
      { ...said('quay', 'The road has a quay.'), change: 'correct', note: 'It was the road.' },
      { type: 'withdrawal', kind: 'statement', slug: 'harbour', reason: 'It was never said.' },
    );
    await work();
    const [mail] = server.received;
    for (const part of [
      'The harbour has a pier.',
      'Why: It was the road.',
      'Why: It was never said.',
      'the search “harbour” (statement, “Sampleland”)',
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.text).not.toContain('The road is closed.');
    expect(new Map(mail?.headers).get('subject')).toBe('New in the record: 3 changes');
  });

  it('says nothing of what is not public, and no word of what was withdrawn before it left', async () => {
    await follower('reader@example.org');
    const content = { ...sampleIssue.content, question: 'CNRY-DRAFT-mail', shortTitle: 'CNRY-DRAFT-mail' };
    await createDraft(database.owner, people.importer, { kind: 'issue', slug: 'canary', content, citations: [] });
    await put(said('regretted', 'It was regretted.'));
    await lookForAlerts(database.owner);
    await put({ type: 'withdrawal', kind: 'statement', slug: 'regretted', reason: 'Another said it.' });
    await work();
    expect(JSON.stringify(server.received)).not.toMatch(/CNRY|It was regretted/);
    expect(mailsTo('reader@example.org')).toHaveLength(1);
  });

  it('of many changes tells fifty, and how many there were', async () => {
    await follower('reader@example.org', { about: 'record' });
    await put(...Array.from({ length: 53 }, (_, index) => sampleState(`many-${index}`)));
    await work();
    const [mail] = server.received;
    expect(mail?.text.match(/^New: actor/gm)).toHaveLength(50);
    expect(mail?.text).toMatch(/These are 50 of 53\. All are here:\s+https:\/\/record\.example\.org\/changes\s/);
  });
});

describe('each reader is told of each change once', () => {
  it('whoever looks and whoever sends at the same time', async () => {
    const { owner } = database;
    for (const name of ['first', 'second', 'third']) await follower(`${name}@example.org`);
    await put(said('once', 'It is told once.'));
    await Promise.all([lookForAlerts(owner), lookForAlerts(owner), lookForAlerts(owner)]);
    const mails = await owner.alertMail.findMany();
    expect(mails).toHaveLength(3);
    await Promise.all([...mails, ...mails].map(({ id }) => mailAlert(owner, { mailId: id })));
    await work();
    await anHourLater();
    await lookForAlerts(owner);
    await work();
    for (const name of ['first', 'second', 'third']) expect(mailsTo(`${name}@example.org`)).toHaveLength(1);
    // Every copy has links of its own; those of mails that were not sent are forgotten.
    expect(await owner.alertToken.count({ where: { purpose: 'leave' } })).toBe(3);
  });

  it('or, where it cannot be known whether it was sent, under the same name again', async () => {
    const { owner } = database;
    await follower('reader@example.org');
    await put(said('again', 'It is told again.'));
    await work();
    // What is left of a worker that died after the mail server had the mail and before that was noted.
    const { id } = await owner.alertMail.update({
      where: { id: (await owner.alertMail.findFirstOrThrow()).id },
      data: { sentAt: null },
    });
    await mailAlert(owner, { mailId: id });
    const [first, second] = mailsTo('reader@example.org').map(({ headers }) => new Map(headers).get('message-id'));
    expect(first).toBe(`<${id}@example.org>`);
    expect(second).toBe(first);
    // The link of either copy ends it.
    await alerts.leave(secretIn(server.received[0], 'leave'));
    expect(await owner.alert.count()).toBe(0);
  });

  it('also where the mail server was away, or does not take the mail', async () => {
    const { owner } = database;
    await follower('reader@example.org');
    await put(said('patient', 'It waits.'));
    await lookForAlerts(owner);
    const { id } = await owner.alertMail.findFirstOrThrow();
    await server.close();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await expect(mailAlert(owner, { mailId: id })).rejects.toMatchObject({ code: 'unavailable' });
    }
    expect(await owner.alertToken.count({ where: { purpose: 'leave' } })).toBe(0);
    server = await startMailServer();
    vi.stubEnv('SMTP_URL', server.url);
    await work();
    await mailAlert(owner, { mailId: id });
    expect(mailsTo('reader@example.org')).toHaveLength(1);
  });

  it('by a mail whose link works, also where its server took it and did not say so', async () => {
    const { owner } = database;
    await follower('reader@example.org');
    await put(said('taken', 'It was taken.'));
    await lookForAlerts(owner);
    const { id } = await owner.alertMail.findFirstOrThrow();
    server.hangUp();
    await expect(mailAlert(owner, { mailId: id })).rejects.toMatchObject({ code: 'unavailable' });
    expect(mailsTo('reader@example.org')).toHaveLength(1);
    await alerts.leave(secretIn(server.received[0], 'leave'));
    expect(await owner.alert.count()).toBe(0);
  });

  it('and where its server refused it, no link is kept', async () => {
    const { owner } = database;
    await follower('reader@example.org');
    await put(said('refused', 'It was refused.'));
    await lookForAlerts(owner);
    const { id } = await owner.alertMail.findFirstOrThrow();
    server.refuse();
    await expect(mailAlert(owner, { mailId: id })).rejects.toMatchObject({ code: 'unavailable' });
    expect(await owner.alertToken.count({ where: { purpose: 'leave' } })).toBe(0);
  });

  it('whatever becomes of the look at another reader', async () => {
    const { owner } = database;
    await follower('broken@example.org', { about: 'corrections' });
    await follower('daily@example.org', { rhythm: 'daily' });
    await follower('reader@example.org');
    await owner.alert.updateMany({ where: { email: 'broken@example.org' }, data: { about: 'search\nno=search' } });
    // The broken one is looked up first.
    await owner.alert.updateMany({ where: { about: 'record' }, data: { about: 'search\nq=told' } });
    await put(said('all-the-same', 'It is told all the same.'));
    await expect(lookForAlerts(owner)).rejects.toThrow('nothing that can be followed');
    const jobs = await owner.$queryRaw<{ key: string }[]>`
      SELECT "key" FROM graphile_worker.jobs WHERE "key" = 'alert.due'`;
    expect(jobs).toHaveLength(1);
    const mails = await owner.alertMail.findMany({ include: { alert: true } });
    expect(mails.map(({ alert }) => alert.email)).toEqual(['reader@example.org']);
  });

  it('and of what becomes of what their record was merged into', async () => {
    const { owner } = database;
    await put(sampleState('north'), sampleState('south'));
    await follower('one@example.org', { about: await idOf('north') });
    await follower('both@example.org', { about: await idOf('north') });
    await follower('both@example.org', { about: await idOf('south') });
    await put({ type: 'merge', kind: 'actor', slug: 'north', into: 'actors/south', reason: 'They are one.' });
    await work();
    for (const reader of ['one', 'both']) {
      expect(mailsTo(`${reader}@example.org`).map(({ text }) => text.includes('Why: They are one.'))).toEqual([true]);
    }
    expect(await owner.alert.findMany()).toMatchObject(Array(2).fill({ about: await idOf('south') }));
    await anHourLater();
    await put(said('southern', 'The south spoke.', 'actors/south'));
    await work();
    for (const reader of ['one', 'both']) {
      expect(mailsTo(`${reader}@example.org`)[1]?.text).toContain('The south spoke.');
      expect(mailsTo(`${reader}@example.org`)).toHaveLength(2);
    }
  });

  it('and of what came while mail was off, when it is on again', async () => {
    await follower('reader@example.org');
    vi.stubEnv('SMTP_URL', '');
    vi.stubEnv('MAIL_FROM', '');
    await put(said('silent', 'Nobody is told.'));
    await work();
    vi.stubEnv('SMTP_URL', server.url);
    vi.stubEnv('MAIL_FROM', 'record@example.org');
    await lookForAlerts(database.owner);
    await work();
    expect(mailsTo('reader@example.org')[0]?.text).toContain('Nobody is told.');
  });

  it('and no more once they have left, whatever was on its way', async () => {
    await follower('reader@example.org');
    await put(said('late', 'It comes too late.'));
    await lookForAlerts(database.owner);
    await database.owner.alert.deleteMany();
    await work();
    expect(server.received).toEqual([]);
  });
});

describe('how often', () => {
  const waiting = () => database.owner.$queryRaw<{ key: string; at: Date }[]>`
    SELECT "key", run_at AS at FROM graphile_worker.jobs WHERE task_identifier = 'alert.look'`;

  it('is once a day for those who chose so, with all that came until then', async () => {
    await follower('reader@example.org', { rhythm: 'daily' });
    await put(said('morning', 'It was morning.'));
    await work();
    await put(said('noon', 'It was noon.'));
    await work();
    expect(server.received).toEqual([]);
    const [job, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(job).toMatchObject({ key: 'alert.due' });
    expect(job?.at.toISOString()).toMatch(/T06:00:00.000Z$/);
    const due = job?.at ?? new Date(Number.NaN);
    await lookAsOf(database.owner, new Date(due.getTime() - 1));
    expect(await database.owner.alertMail.count()).toBe(0);
    // The hour has come.
    await lookAsOf(database.owner, due);
    await work();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.text).toMatch(/It was noon\.[^]*It was morning\./);
  });

  it('is not looked up at every publication for those who are told once a day', async () => {
    const { owner } = database;
    await put(said('ferry', 'The ferry sails.'));
    await follower('reader@example.org', { about: 'search\nq=ferry', rhythm: 'daily' });
    const { id, seen } = await owner.alert.findFirstOrThrow();
    expect(seen).toHaveLength(1);
    // A look at this reader would throw.
    await owner.alert.update({ where: { id }, data: { about: 'search\nno=search' } });
    await put(said('cable', 'The cable holds.'));
    await work();
    const [job] = await waiting();
    expect(job?.at.toISOString()).toMatch(/T06:00:00.000Z$/);
    await expect(lookAsOf(owner, job?.at ?? new Date())).rejects.toThrow('nothing that can be followed');
  });

  it('is at once for others, and what follows within five minutes is told together', async () => {
    await follower('reader@example.org');
    for (const slug of ['one', 'two', 'three']) {
      await put(said(slug, `It was ${slug}.`));
      await work();
    }
    expect(server.received).toHaveLength(1);
    expect(await waiting()).toMatchObject([{ key: 'alert.due' }]);
    await anHourLater();
    await lookForAlerts(database.owner);
    await work();
    expect(server.received.map(({ text }) => text.match(/^It was (?:one|two|three)\./gm)?.length)).toEqual([1, 2]);
  });

  it('costs a publication nothing while nobody follows', async () => {
    await put(said('unheard', 'Nobody listens.'));
    expect(await waiting()).toEqual([]);
    await alerts.ask('pending@example.org');
    await put(said('unheard-again', 'Nobody listens yet.'));
    expect(await waiting()).toEqual([]);
  });
});
