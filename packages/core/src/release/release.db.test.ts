import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource } from '../bundle/sample';
import { liftEmbargo, setEmbargo } from '../embargo/embargo';
import { decideJob } from '../job/list';
import { recordJobs, runJob } from '../job/run';
import { rescheduleRevision, scheduleRevision, unscheduleRevision } from '../publication/schedule';
import { publish } from '../record/publish';
import { getRecord } from '../record/read';
import type { CommandResult } from '../record/result';
import { requestChanges } from '../record/review';
import { approvedSource } from '../testing/desk';
import { verify } from '../verify';
import { cancelRelease, changeRelease, createRelease } from './create';
import { publishRelease } from './publish';
import { getRelease, publicationStatusOf } from './read';
import { scheduleRelease, unscheduleRelease } from './schedule';

let database: TestDatabase;
let people: ImportPeople;
const later = { local: '2999-01-01T09:00', zone: 'Europe/Brussels' };
const evenLater = { local: '2999-02-01T09:00', zone: 'Europe/Brussels' };

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource), people);
});
afterAll(() => database.close());

const approved = (slug: string) => approvedSource(database.owner, people, slug);
const target = ({ id, lockVersion }: { id: string; lockVersion: number }) => ({ id, expectedVersion: lockVersion });
const isPublic = async ({ id }: { id: string }) => (await getRecord(database.reader, { id }))?.found === 'live';
const stateOf = async ({ id }: { id: string }) =>
  (await database.owner.revision.findFirstOrThrow({ where: { recordId: id }, orderBy: { number: 'desc' } })).state;
const statusOf = ({ id }: { id: string }) => publicationStatusOf(database.owner, people.reviewer, id);

async function refusal(work: Promise<unknown>): Promise<RapporteurError> {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(RapporteurError);
  return error as RapporteurError;
}

const scheduled = async (record: CommandResult) =>
  scheduleRevision(database.owner, people.reviewer, { ...target(record), at: later });

/** Lets the instant of a release come, as the clock would. */
async function come(releaseId: string): Promise<void> {
  await database.owner
    .$executeRaw`UPDATE "Release" SET "at" = clock_timestamp() - interval '1 second' WHERE "id" = ${releaseId}`;
}
const releaseOf = async (record: { id: string }) => (await statusOf(record)).release?.id ?? '';
const run = (releaseId: string, lastAttempt = false) =>
  runJob(database.owner, recordJobs, 'release.publish', { releaseId }, { lastAttempt });
const jobsOf = (releaseId: string) =>
  database.owner.$queryRaw<{ runAt: Date }[]>`
    SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${`release:${releaseId}`}`;

describe('a scheduled revision', () => {
  test('is published once, at its instant and not before, whoever tries', async () => {
    const { owner } = database;
    const ready = await approved('at-its-instant');
    const waiting = await scheduled(ready);
    expect(waiting.state).toBe('scheduled');
    const releaseId = await releaseOf(ready);
    expect((await jobsOf(releaseId)).map(({ runAt }) => runAt.toISOString())).toEqual(['2999-01-01T08:00:00.000Z']);
    expect(await statusOf(ready)).toMatchObject({
      schedule: { at: '2999-01-01T08:00:00.000Z', local: '2999-01-01T09:00:00', zone: 'Europe/Brussels' },
    });

    // Set going before its time, by whatever, it waits on.
    await owner.$executeRaw`SELECT FROM graphile_worker.remove_job(${`release:${releaseId}`})`;
    await run(releaseId);
    expect((await jobsOf(releaseId)).map(({ runAt }) => runAt.toISOString())).toEqual(['2999-01-01T08:00:00.000Z']);
    expect(await isPublic(ready)).toBe(false);
    expect((await refusal(publish(owner, people.reviewer, target(waiting)))).message).toContain('scheduled');
    // Not even a program that believes otherwise: the database knows the time.
    await expect(
      owner.$executeRaw`UPDATE "Revision" SET "state" = 'live', "publishedAt" = now() WHERE "recordId" = ${ready.id}`,
    ).rejects.toThrow(/before its instant/);

    await come(releaseId);
    await Promise.all([run(releaseId), run(releaseId), run(releaseId)]);
    expect(await isPublic(ready)).toBe(true);
    expect(await owner.publication.count({ where: { recordId: ready.id } })).toBe(1);
    const audit = await owner.auditEntry.findMany({ where: { recordId: ready.id }, orderBy: { id: 'asc' } });
    expect(audit.map(({ action }) => action).slice(-2)).toEqual(['record.schedule', 'record.publish']);
    expect(audit.at(-1)?.userId).toBe(people.reviewer?.userId);
  });

  test('is moved and taken off the schedule, and no two instants stand for it', async () => {
    const { owner } = database;
    const ready = await approved('moved');
    const waiting = await scheduled(ready);
    const releaseId = await releaseOf(ready);
    const moved = await rescheduleRevision(owner, people.reviewer, { ...target(waiting), at: evenLater });
    expect((await jobsOf(releaseId)).map(({ runAt }) => runAt.toISOString())).toEqual(['2999-02-01T08:00:00.000Z']);
    expect((await refusal(requestChanges(owner, people.reviewer, target(moved)))).code).toBe('state_conflict');
    const free = await unscheduleRevision(owner, people.reviewer, target(moved));
    expect(free.state).toBe('approved');
    expect(await jobsOf(releaseId)).toEqual([]);
    await come(releaseId);
    await run(releaseId);
    expect(await isPublic(ready)).toBe(false);
    await publish(owner, people.reviewer, target(free));
    expect(await isPublic(ready)).toBe(true);
  });

  test('is not scheduled in the past, unapproved, twice, or by whoever may not publish', async () => {
    const { owner } = database;
    const ready = await approved('refused');
    const at = (local: string) =>
      refusal(scheduleRevision(owner, people.reviewer, { ...target(ready), at: { local, zone: 'UTC' } }));
    expect((await at('2001-01-01T00:00')).issues).toEqual([{ path: '/at/local', message: 'has passed already' }]);
    expect((await at('2999-02-30T00:00')).issues[0]?.path).toBe('/at/local');
    const editor = { userId: 'somebody', role: 'editor' as const };
    expect((await refusal(scheduleRevision(owner, editor, { ...target(ready), at: later }))).code).toBe('forbidden');
    const waiting = await scheduled(ready);
    expect((await refusal(scheduled(waiting))).code).toBe('state_conflict');
    const live = await owner.record.findFirstOrThrow({ where: { slug: 'sample-report' } });
    expect((await refusal(scheduleRevision(owner, people.reviewer, { ...target(live), at: later }))).code).toBe(
      'state_conflict',
    );
  });

  test('is published with all that come at the same time, in one transaction; one that is hindered hinders only itself', async () => {
    const { owner } = database;
    const records = [await approved('same-1'), await approved('same-2'), await approved('same-3')];
    for (const record of records) await scheduled(record);
    const ids = await Promise.all(records.map(releaseOf));
    await owner.$executeRaw`INSERT INTO "Embargo" ("recordId", "until", "local", "zone", "setById")
      VALUES (${records[2]?.id}, '2999-03-01', '2999-03-01T00:00:00', 'UTC', 'planted')`;
    for (const id of ids) await come(id);
    await run(ids[0] ?? '');
    expect(await Promise.all(records.map(isPublic))).toEqual([true, false, false]);
    await owner.embargo.deleteMany({ where: { setById: 'planted' } });
    await run(ids[2] ?? '');
    expect(await Promise.all(records.map(isPublic))).toEqual([true, true, true]);
    await run(ids[1] ?? '');
    const log = await owner.publication.findMany({ where: { recordId: { in: records.map(({ id }) => id) } } });
    expect(log).toHaveLength(3);
    expect(new Set(log.map(({ recordedAt }) => recordedAt.getTime())).size).toBe(2);
    expect(await owner.release.count({ where: { id: { in: ids }, state: 'published' } })).toBe(3);
  });

  const fallen = [
    ['is not active any more', { active: false }],
    ['may not publish any more', { role: 'editor' }],
  ] as const;
  test.each(fallen)('stays unpublished, and says so, when who scheduled it %s', async (why, change) => {
    const { owner } = database;
    const ready = await approved(`fallen-${Object.keys(change)[0]}`);
    await scheduled(ready);
    const releaseId = await releaseOf(ready);
    const id = people.reviewer?.userId ?? '';
    await owner.user.update({ where: { id }, data: change });
    await come(releaseId);
    await run(releaseId);
    await owner.user.update({ where: { id }, data: { active: true, role: 'publisher' } });
    expect(await stateOf(ready)).toBe('approved');
    const status = await statusOf(ready);
    expect(status).toMatchObject({ schedule: null, release: null });
    expect(status.failure?.message).toContain(why);
    const audit = await owner.auditEntry.findFirst({ where: { recordId: ready.id }, orderBy: { id: 'desc' } });
    expect(audit).toMatchObject({ action: 'record.schedule_failed', userId: null });
    expect(await isPublic(ready)).toBe(false);

    const free = await owner.record.findUniqueOrThrow({ where: { id: ready.id } });
    await publish(owner, people.reviewer, target(free));
    expect((await statusOf(ready)).failure).toBeNull();
  });

  test('fails for good only when a fault of the program has been tried to the end', async () => {
    const { owner } = database;
    const ready = await approved('faulty');
    await scheduled(ready);
    const releaseId = await releaseOf(ready);
    await come(releaseId);
    await owner.$executeRaw`ALTER FUNCTION history.sync(text[], jsonb) RENAME TO sync_planted`;
    await expect(run(releaseId)).rejects.toThrow();
    expect(await stateOf(ready)).toBe('scheduled');
    await expect(run(releaseId, true)).rejects.toThrow();
    expect(await stateOf(ready)).toBe('approved');
    expect((await statusOf(ready)).failure?.message).toContain('The program failed');
    await owner.$executeRaw`ALTER FUNCTION history.sync_planted(text[], jsonb) RENAME TO sync`;
  });
});

test('a job that waits for its instant is nobody’s to retry or to drop', async () => {
  const { owner } = database;
  const ready = await approved('waits-for-its-instant');
  await scheduled(ready);
  const releaseId = await releaseOf(ready);
  const [job] = await owner.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM graphile_worker.jobs WHERE key = ${`release:${releaseId}`}`;
  const administrator = { userId: 'somebody', role: 'administrator' } as const;
  for (const decision of ['retry', 'drop'] as const) {
    const refused = await refusal(decideJob(owner, administrator, { id: job?.id ?? '', decision }));
    expect(refused.code).toBe('not_found');
  }
  expect((await jobsOf(releaseId)).map(({ runAt }) => runAt.toISOString())).toEqual(['2999-01-01T08:00:00.000Z']);
});

describe('an embargo', () => {
  test('refuses every way to the public until its end, and can release at that instant', async () => {
    const { owner } = database;
    const ready = await approved('embargoed');
    const held = await setEmbargo(owner, people.importer, {
      ...target(ready),
      until: later,
      reason: 'Agreed with the ministry.',
      publishAtEnd: false,
    });
    const refused = await refusal(publish(owner, people.reviewer, target(held)));
    expect(refused.issues).toEqual([
      { path: '/sources/embargoed', message: 'is under embargo until 2999-01-01, 09:00 (Europe/Brussels)' },
    ]);
    await expect(
      owner.$executeRaw`UPDATE "Revision" SET "state" = 'live', "publishedAt" = now() WHERE "recordId" = ${ready.id}`,
    ).rejects.toThrow(/embargo/);
    const early = { local: '2998-12-31T09:00', zone: 'Europe/Brussels' };
    expect((await refusal(scheduleRevision(owner, people.reviewer, { ...target(held), at: early }))).code).toBe(
      'state_conflict',
    );
    expect(await isPublic(ready)).toBe(false);

    // An editor may lengthen it and not shorten it; a publisher may.
    const shorter = { ...target(held), until: early, reason: null, publishAtEnd: false };
    expect((await refusal(setEmbargo(owner, people.importer, shorter))).code).toBe('forbidden');
    const waiting = await setEmbargo(owner, people.reviewer, {
      ...target(held),
      until: later,
      reason: null,
      publishAtEnd: true,
    });
    expect(waiting.state).toBe('scheduled');
    expect(
      (
        await refusal(
          setEmbargo(owner, people.reviewer, {
            ...target(waiting),
            until: evenLater,
            reason: null,
            publishAtEnd: false,
          }),
        )
      ).issues[0]?.path,
    ).toBe('/until');
    const releaseId = await releaseOf(ready);
    await owner.$executeRaw`UPDATE "Embargo" SET "until" = clock_timestamp() - interval '1 second' WHERE "recordId" = ${ready.id}`;
    await come(releaseId);
    await run(releaseId);
    expect(await isPublic(ready)).toBe(true);
  });

  test('is lifted by whoever publishes', async () => {
    const { owner } = database;
    const ready = await approved('lifted');
    const held = await setEmbargo(owner, people.importer, {
      ...target(ready),
      until: later,
      reason: null,
      publishAtEnd: false,
    });
    expect((await refusal(liftEmbargo(owner, people.importer, target(held)))).code).toBe('forbidden');
    const lifted = await liftEmbargo(owner, people.reviewer, target(held));
    await publish(owner, people.reviewer, target(lifted));
    expect(await isPublic(ready)).toBe(true);
  });
});

describe('a release', () => {
  test('is published as a whole, or refused as a whole with the name of each record that hinders it', async () => {
    const { owner } = database;
    const [one, two, three] = [await approved('one'), await approved('two'), await approved('three')];
    const release = await createRelease(owner, people.importer, {
      name: 'The spring set',
      records: [one.id, two.id, three.id],
    });
    const back = await requestChanges(owner, people.reviewer, target(two));
    const held = await setEmbargo(owner, people.reviewer, {
      ...target(three),
      until: later,
      reason: null,
      publishAtEnd: false,
    });
    const refused = await refusal(publishRelease(owner, people.reviewer, target(release)));
    expect(refused.issues.map(({ path }) => path)).toEqual(['/sources/two']);
    expect(
      (await refusal(scheduleRelease(owner, people.reviewer, { ...target(release), at: evenLater }))).issues,
    ).toEqual([{ path: '/sources/two', message: 'is draft, not approved' }]);
    const smaller = await changeRelease(owner, people.importer, { ...target(release), remove: [two.id] });
    expect(
      (await refusal(publishRelease(owner, people.reviewer, target(smaller)))).issues.map(({ path }) => path),
    ).toEqual(['/sources/three']);
    expect(await isPublic(one)).toBe(false);
    await liftEmbargo(owner, people.reviewer, target(held));
    const { release: done, records } = await publishRelease(owner, people.reviewer, target(smaller));
    expect(done.state).toBe('published');
    expect(records.map(({ state }) => state)).toEqual(['live', 'live']);
    const log = await owner.publication.findMany({ where: { recordId: { in: [one.id, three.id] } } });
    expect(new Set(log.map(({ recordedAt }) => recordedAt.getTime())).size).toBe(1);
    expect(await stateOf(back)).toBe('draft');
    expect(await verify(owner)).toEqual([]);
  });

  test('is published at its instant, all at once; what hinders it then sends all of it back', async () => {
    const { owner } = database;
    const records = [await approved('together-1'), await approved('together-2')];
    const ids = records.map(({ id }) => id);
    const release = await createRelease(owner, people.importer, { name: 'Together', records: ids });
    const waiting = await scheduleRelease(owner, people.reviewer, { ...target(release), at: later });
    const moved = await scheduleRelease(owner, people.reviewer, { ...target(waiting), at: evenLater });
    expect(moved.state).toBe('scheduled');
    expect((await refusal(changeRelease(owner, people.importer, { ...target(moved), remove: ids }))).code).toBe(
      'state_conflict',
    );
    const own = await owner.record.findUniqueOrThrow({ where: { id: ids[0] ?? '' } });
    expect((await refusal(unscheduleRevision(owner, people.reviewer, target(own)))).message).toContain('Together');

    // The text of one is not what was approved: the evidence is looked at again, at the instant.
    await owner.$executeRaw`ALTER TABLE "Revision" DISABLE TRIGGER guard`;
    await owner.$executeRaw`UPDATE "Revision" SET "contentHash" = 'other' WHERE "recordId" = ${ids[1] ?? ''}`;
    await come(release.id);
    await run(release.id);
    const failed = await getRelease(owner, people.reviewer, release.id);
    expect(failed).toMatchObject({ state: 'open', schedule: null });
    expect(failed.failure?.issues.map(({ path }) => path)).toEqual(['/sources/together-2']);
    expect(await Promise.all(records.map(stateOf))).toEqual(['approved', 'approved']);
    const { contentHash } = await owner.revision.findFirstOrThrow({ where: { recordId: ids[0] ?? '' } });
    expect(contentHash).not.toBe('other');
    await owner.$executeRaw`UPDATE "Revision" r SET "contentHash" = (SELECT a."detail" ->> 'contentHash' FROM "AuditEntry" a
      WHERE a."recordId" = r."recordId" AND a."action" = 'record.create') WHERE "recordId" = ${ids[1] ?? ''}`;
    await owner.$executeRaw`ALTER TABLE "Revision" ENABLE TRIGGER guard`;

    const again = await scheduleRelease(owner, people.reviewer, {
      id: release.id,
      expectedVersion: failed.lockVersion,
      at: later,
    });
    expect((await getRelease(owner, people.reviewer, release.id)).failure).toBeNull();
    expect(again.state).toBe('scheduled');
    await come(release.id);
    await run(release.id);
    expect(await Promise.all(records.map(isPublic))).toEqual([true, true]);
  });

  test('holds a record that waits nowhere else, and lets it go when it is given up', async () => {
    const { owner } = database;
    const ready = await approved('wanted-twice');
    const first = await createRelease(owner, people.importer, { name: 'First', records: [ready.id] });
    const second = () => createRelease(owner, people.importer, { name: 'Second', records: [ready.id] });
    expect((await refusal(second())).issues).toEqual([
      { path: '/sources/wanted-twice', message: 'waits in the release “First”' },
    ]);
    expect((await refusal(scheduled(ready))).message).toContain('First');
    await cancelRelease(owner, people.importer, target(first));
    const other = await second();
    const waiting = await scheduleRelease(owner, people.reviewer, { ...target(other), at: later });
    const back = await unscheduleRelease(owner, people.reviewer, target(waiting));
    expect(back.state).toBe('open');
    expect(await stateOf(ready)).toBe('approved');
    const live = await owner.record.findFirstOrThrow({ where: { slug: 'sample-report' } });
    expect(
      (await refusal(createRelease(owner, people.importer, { name: 'Live', records: [live.id] }))).issues[0]?.message,
    ).toBe('has no revision that is being worked on');
  });

  test('never ends, nor loses a record, while its revisions are scheduled', async () => {
    const { owner } = database;
    const ready = await approved('guarded');
    await scheduled(ready);
    const releaseId = await releaseOf(ready);
    for (const planted of [
      `UPDATE "Release" SET "state" = 'cancelled' WHERE "id" = '${releaseId}'`,
      `UPDATE "ReleaseItem" SET "active" = false WHERE "releaseId" = '${releaseId}'`,
      `DELETE FROM "ReleaseItem" WHERE "releaseId" = '${releaseId}'`,
    ])
      await expect(owner.$executeRawUnsafe(planted)).rejects.toThrow(/scheduled/);
    const other = await approved('unguarded');
    await expect(
      owner.$executeRaw`UPDATE "Revision" SET "state" = 'scheduled' WHERE "recordId" = ${other.id}`,
    ).rejects.toThrow(/only with an instant/);
  });
});
