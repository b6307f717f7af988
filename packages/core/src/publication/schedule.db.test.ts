import { describe, expect, test } from 'vitest';
import { decideJob } from '../job/list';
import { rescheduleRevision, scheduleRevision, unscheduleRevision } from './schedule';
import { publish } from '../record/publish';
import { requestChanges } from '../record/review';
import { evenLater, later, refusal, target, scheduling } from '../testing/scheduling';

const { there, approved, scheduled, isPublic, stateOf, statusOf, releaseOf, come, run, jobsOf } = scheduling();

describe('a scheduled revision', () => {
  test('is published once, at its instant and not before, whoever tries', async () => {
    const { owner, people } = there();
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
    const { owner, people } = there();
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
    const { owner, people } = there();
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
    const { owner } = there();
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
    const { owner, people } = there();
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
    const { owner } = there();
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
  const { owner } = there();
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
