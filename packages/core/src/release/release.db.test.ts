import { describe, expect, test } from 'vitest';
import { liftEmbargo, setEmbargo } from '../embargo/embargo';
import { unscheduleRevision } from '../publication/schedule';
import { publish } from '../record/publish';
import { approve, requestChanges } from '../record/review';
import { saveDraft } from '../record/save';
import { submit } from '../record/submit';
import { withdraw } from '../record/withdraw';
import { evenLater, later, refusal, target, scheduling } from '../testing/scheduling';
import { verify } from '../verify';
import { cancelRelease, changeRelease, createRelease } from './create';
import { publishRelease } from './publish';
import { getRelease } from './read';
import { scheduleRelease, unscheduleRelease } from './schedule';

const { there, approved, scheduled, isPublic, stateOf, releaseOf, come, run, jobsOf } = scheduling();

describe('a release', () => {
  test('is published as a whole, or refused as a whole with the name of each record that hinders it', async () => {
    const { owner, people } = there();
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
    const { owner, people } = there();
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
    const { owner, people } = there();
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

  test('publishes nothing that was withdrawn since it was scheduled', async () => {
    const { owner, people } = there();
    /** A record that is public, with an approved change of it. */
    const changed = async (slug: string) => {
      const live = await publish(owner, people.reviewer, target(await approved(slug)));
      const { content } = await owner.revision.findFirstOrThrow({ where: { recordId: live.id } });
      const change = {
        content: { ...(content as object), note: 'Said better.' },
        citations: [],
        change: 'edit' as const,
      };
      const saved = await saveDraft(owner, people.importer, { ...target(live), ...change });
      return approve(owner, people.reviewer, target(await submit(owner, people.importer, target(saved))));
    };
    const [alone, together, other] = [await changed('alone'), await changed('with-another'), await approved('another')];
    const waiting = await scheduled(alone);
    const own = await releaseOf(waiting);
    const release = await createRelease(owner, people.importer, { name: 'Pair', records: [together.id, other.id] });
    await scheduleRelease(owner, people.reviewer, { ...target(release), at: later });
    await expect(
      owner.$executeRaw`UPDATE "Revision" SET "state" = 'withdrawn' WHERE "recordId" = ${alone.id} AND "state" = 'live'`,
    ).rejects.toThrow(/is not taken back/);

    for (const { id } of [alone, together]) {
      const { lockVersion } = await owner.record.findUniqueOrThrow({ where: { id } });
      const ended = await withdraw(owner, people.reviewer, { id, expectedVersion: lockVersion, reason: 'Libel.' });
      expect(ended.lockVersion).toBe((await owner.record.findUniqueOrThrow({ where: { id } })).lockVersion);
      expect(await stateOf({ id })).toBe('approved');
    }
    expect(await jobsOf(own)).toEqual([]);
    for (const id of [own, release.id]) {
      await come(id);
      await run(id);
    }
    expect(await Promise.all([alone, together, other].map(isPublic))).toEqual([false, false, true]);
    expect(await getRelease(owner, people.reviewer, release.id)).toMatchObject({ state: 'published', failure: null });
    expect(await verify(owner)).toEqual([]);
  });

  test('never ends, nor loses a record, while its revisions are scheduled', async () => {
    const { owner } = there();
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
