import { lookAsOf, lookForAlerts } from '@rapporteur/core/alert/look';
import { mailAlert } from '@rapporteur/core/alert/send';
import { sampleState } from '@rapporteur/core/bundle/sample';
import { describe, expect, it, vi } from 'vitest';
import { secretIn } from '../testing/alerts';
import { recordWithReaders, said } from '../testing/record-with-readers';

// What readers are told by mail: of each change once, whoever sends it and whatever fails meanwhile. On a real SMTP server.
const { ask, follower, idOf, leave, mailsTo, owner, put, server, startMail, work } = recordWithReaders();
/** As if the last mail had been sent an hour ago. */
const anHourLater = () => owner().$executeRaw`UPDATE "Alert" SET "mailedAt" = "mailedAt" - interval '1 hour'`;

describe('each reader is told of each change once', () => {
  it('whoever looks and whoever sends at the same time', async () => {
    const db = owner();
    for (const name of ['first', 'second', 'third']) await follower(`${name}@example.org`);
    await put(said('once', 'It is told once.'));
    await Promise.all([lookForAlerts(db), lookForAlerts(db), lookForAlerts(db)]);
    const mails = await db.alertMail.findMany();
    expect(mails).toHaveLength(3);
    await Promise.all([...mails, ...mails].map(({ id }) => mailAlert(db, { mailId: id })));
    await work();
    await anHourLater();
    await lookForAlerts(db);
    await work();
    for (const name of ['first', 'second', 'third']) expect(mailsTo(`${name}@example.org`)).toHaveLength(1);
    // Every copy has links of its own; those of mails that were not sent are forgotten.
    expect(await db.alertToken.count({ where: { purpose: 'leave' } })).toBe(3);
  });

  it('or, where it cannot be known whether it was sent, under the same name again', async () => {
    const db = owner();
    await follower('reader@example.org');
    await put(said('again', 'It is told again.'));
    await work();
    // What is left of a worker that died after the mail server had the mail and before that was noted.
    const { id } = await db.alertMail.update({
      where: { id: (await db.alertMail.findFirstOrThrow()).id },
      data: { sentAt: null },
    });
    await mailAlert(db, { mailId: id });
    const [first, second] = mailsTo('reader@example.org').map(({ headers }) => new Map(headers).get('message-id'));
    expect(first).toBe(`<${id}@example.org>`);
    expect(second).toBe(first);
    // The link of either copy ends it.
    await leave(secretIn(server().received[0], 'leave'));
    expect(await db.alert.count()).toBe(0);
  });

  it('also where the mail server was away, or does not take the mail', async () => {
    const db = owner();
    await follower('reader@example.org');
    await put(said('patient', 'It waits.'));
    await lookForAlerts(db);
    const { id } = await db.alertMail.findFirstOrThrow();
    await server().close();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await expect(mailAlert(db, { mailId: id })).rejects.toMatchObject({ code: 'unavailable' });
    }
    expect(await db.alertToken.count({ where: { purpose: 'leave' } })).toBe(0);
    await startMail();
    await work();
    await mailAlert(db, { mailId: id });
    expect(mailsTo('reader@example.org')).toHaveLength(1);
  });

  it('by a mail whose link works, also where its server took it and did not say so', async () => {
    const db = owner();
    await follower('reader@example.org');
    await put(said('taken', 'It was taken.'));
    await lookForAlerts(db);
    const { id } = await db.alertMail.findFirstOrThrow();
    server().hangUp();
    await expect(mailAlert(db, { mailId: id })).rejects.toMatchObject({ code: 'unavailable' });
    expect(mailsTo('reader@example.org')).toHaveLength(1);
    await leave(secretIn(server().received[0], 'leave'));
    expect(await db.alert.count()).toBe(0);
  });

  it('and where its server refused it, no link is kept', async () => {
    const db = owner();
    await follower('reader@example.org');
    await put(said('refused', 'It was refused.'));
    await lookForAlerts(db);
    const { id } = await db.alertMail.findFirstOrThrow();
    server().refuse();
    await expect(mailAlert(db, { mailId: id })).rejects.toMatchObject({ code: 'unavailable' });
    expect(await db.alertToken.count({ where: { purpose: 'leave' } })).toBe(0);
  });

  it('whatever becomes of the look at another reader', async () => {
    const db = owner();
    await follower('broken@example.org', { about: 'corrections' });
    await follower('daily@example.org', { rhythm: 'daily' });
    await follower('reader@example.org');
    await db.alert.updateMany({ where: { email: 'broken@example.org' }, data: { about: 'search\nno=search' } });
    // The broken one is looked up first.
    await db.alert.updateMany({ where: { about: 'record' }, data: { about: 'search\nq=told' } });
    await put(said('all-the-same', 'It is told all the same.'));
    await expect(lookForAlerts(db)).rejects.toThrow('nothing that can be followed');
    const jobs = await db.$queryRaw<{ key: string }[]>`
      SELECT "key" FROM graphile_worker.jobs WHERE "key" = 'alert.due'`;
    expect(jobs).toHaveLength(1);
    const mails = await db.alertMail.findMany({ include: { alert: true } });
    expect(mails.map(({ alert }) => alert.email)).toEqual(['reader@example.org']);
  });

  it('and of what becomes of what their record was merged into', async () => {
    const db = owner();
    await put(sampleState('north'), sampleState('south'));
    await follower('one@example.org', { about: await idOf('north') });
    await follower('both@example.org', { about: await idOf('north') });
    await follower('both@example.org', { about: await idOf('south') });
    await put({ type: 'merge', kind: 'actor', slug: 'north', into: 'actors/south', reason: 'They are one.' });
    await work();
    for (const reader of ['one', 'both']) {
      expect(mailsTo(`${reader}@example.org`).map(({ text }) => text.includes('Why: They are one.'))).toEqual([true]);
    }
    expect(await db.alert.findMany()).toMatchObject(Array(2).fill({ about: await idOf('south') }));
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
    vi.stubEnv('SMTP_URL', server().url);
    vi.stubEnv('MAIL_FROM', 'record@example.org');
    await lookForAlerts(owner());
    await work();
    expect(mailsTo('reader@example.org')[0]?.text).toContain('Nobody is told.');
  });

  it('and no more once they have left, whatever was on its way', async () => {
    await follower('reader@example.org');
    await put(said('late', 'It comes too late.'));
    await lookForAlerts(owner());
    await owner().alert.deleteMany();
    await work();
    expect(server().received).toEqual([]);
  });
});

describe('how often', () => {
  const waiting = () => owner().$queryRaw<{ key: string; at: Date }[]>`
    SELECT "key", run_at AS at FROM graphile_worker.jobs WHERE task_identifier = 'alert.look'`;

  it('is once a day for those who chose so, with all that came until then', async () => {
    await follower('reader@example.org', { rhythm: 'daily' });
    await put(said('morning', 'It was morning.'));
    await work();
    await put(said('noon', 'It was noon.'));
    await work();
    expect(server().received).toEqual([]);
    const [job, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(job).toMatchObject({ key: 'alert.due' });
    expect(job?.at.toISOString()).toMatch(/T06:00:00.000Z$/);
    const due = job?.at ?? new Date(Number.NaN);
    await lookAsOf(owner(), new Date(due.getTime() - 1));
    expect(await owner().alertMail.count()).toBe(0);
    // The hour has come.
    await lookAsOf(owner(), due);
    await work();
    expect(server().received).toHaveLength(1);
    expect(server().received[0]?.text).toMatch(/It was noon\.[^]*It was morning\./);
  });

  it('is not looked up at every publication for those who are told once a day', async () => {
    const db = owner();
    await put(said('ferry', 'The ferry sails.'));
    await follower('reader@example.org', { about: 'search\nq=ferry', rhythm: 'daily' });
    const { id, seen } = await db.alert.findFirstOrThrow();
    expect(seen).toHaveLength(1);
    // A look at this reader would throw.
    await db.alert.update({ where: { id }, data: { about: 'search\nno=search' } });
    await put(said('cable', 'The cable holds.'));
    await work();
    const [job] = await waiting();
    expect(job?.at.toISOString()).toMatch(/T06:00:00.000Z$/);
    await expect(lookAsOf(db, job?.at ?? new Date())).rejects.toThrow('nothing that can be followed');
  });

  it('is at once for others, and what follows within five minutes is told together', async () => {
    await follower('reader@example.org');
    for (const slug of ['one', 'two', 'three']) {
      await put(said(slug, `It was ${slug}.`));
      await work();
    }
    expect(server().received).toHaveLength(1);
    expect(await waiting()).toMatchObject([{ key: 'alert.due' }]);
    await anHourLater();
    await lookForAlerts(owner());
    await work();
    expect(server().received.map(({ text }) => text.match(/^It was (?:one|two|three)\./gm)?.length)).toEqual([1, 2]);
  });

  it('costs a publication nothing while nobody follows', async () => {
    await put(said('unheard', 'Nobody listens.'));
    expect(await waiting()).toEqual([]);
    await ask('pending@example.org');
    await put(said('unheard-again', 'Nobody listens yet.'));
    expect(await waiting()).toEqual([]);
  });
});
