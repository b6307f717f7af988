import { describe, expect, test } from 'vitest';
import { liftEmbargo, setEmbargo } from './embargo';
import { scheduleRevision } from '../publication/schedule';
import { publish } from '../record/publish';
import { evenLater, later, refusal, target, scheduling } from '../testing/scheduling';

const { there, approved, isPublic, releaseOf, come, run } = scheduling();

describe('an embargo', () => {
  test('refuses every way to the public until its end, and can release at that instant', async () => {
    const { owner, people } = there();
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
    const { owner, people } = there();
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
