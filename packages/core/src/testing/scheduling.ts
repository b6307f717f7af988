import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import { afterAll, beforeAll, expect } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource } from '../bundle/sample';
import { recordJobs, runJob } from '../job/run';
import { scheduleRevision } from '../publication/schedule';
import { getRecord } from '../record/read';
import type { CommandResult } from '../record/result';
import { publicationStatusOf } from '../release/read';
import { approvedSource } from './desk';

export const later = { local: '2999-01-01T09:00', zone: 'Europe/Brussels' };
export const evenLater = { local: '2999-02-01T09:00', zone: 'Europe/Brussels' };

/** A record and the version of it that was seen last, as commands ask for it. */
export const target = ({ id, lockVersion }: { id: string; lockVersion: number }) => ({
  id,
  expectedVersion: lockVersion,
});

/** What some work was refused with; fails where it was not. */
export async function refusal(work: Promise<unknown>): Promise<RapporteurError> {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(RapporteurError);
  return error as RapporteurError;
}

/** A database of a test file's own with two people, and what the tests of schedules, embargoes and releases do to it. */
export function scheduling() {
  let database: TestDatabase;
  let people: ImportPeople;
  beforeAll(async () => {
    database = await testDatabase();
    people = await samplePeople(database.owner);
    await importBundle(database.owner, bundleOf(sampleSource), people);
  });
  afterAll(() => database.close());
  const statusOf = ({ id }: { id: string }) => publicationStatusOf(database.owner, people.reviewer, id);
  return {
    there: () => ({ owner: database.owner, people }),
    approved: (slug: string) => approvedSource(database.owner, people, slug),
    scheduled: async (record: CommandResult) =>
      scheduleRevision(database.owner, people.reviewer, { ...target(record), at: later }),
    isPublic: async ({ id }: { id: string }) => (await getRecord(database.reader, { id }))?.found === 'live',
    stateOf: async ({ id }: { id: string }) =>
      (await database.owner.revision.findFirstOrThrow({ where: { recordId: id }, orderBy: { number: 'desc' } })).state,
    statusOf,
    releaseOf: async (record: { id: string }) => (await statusOf(record)).release?.id ?? '',
    /** Lets the instant of a release come, as the clock would. */
    come: async (releaseId: string) => {
      await database.owner
        .$executeRaw`UPDATE "Release" SET "at" = clock_timestamp() - interval '1 second' WHERE "id" = ${releaseId}`;
    },
    run: (releaseId: string, lastAttempt = false) =>
      runJob(
        database.owner,
        recordJobs,
        'release.publish',
        { releaseId },
        { lastAttempt, stopped: new AbortController().signal },
      ),
    jobsOf: (releaseId: string) =>
      database.owner.$queryRaw<{ runAt: Date }[]>`
        SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${`release:${releaseId}`}`,
  };
}
