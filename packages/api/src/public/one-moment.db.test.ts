import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import type { Published } from '@rapporteur/db/clients';
import { ReadServers } from '@rapporteur/db/read-servers';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicContextFrom } from './context';
import { publicCaller } from './router';

let database: TestDatabase;
let people: ImportPeople;
let id: string;
let firstInstant: string;

const contextAt = (asOf: string | null, version: number | null = null) =>
  publicContextFrom(new ReadServers(database.server), { asOf, version });

let times = 0;
/** Publishes another text of the sample state. */
async function correct(): Promise<void> {
  times += 1;
  const state = sampleState();
  const content = { ...state.content, description: `Described ${times} times.` };
  await importBundle(database.owner, bundleOf({ ...state, content }), people);
}

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState()), people);
  const entry = await database.owner.entry.findFirstOrThrow({ where: { kind: 'actor' } });
  id = entry.id;
  firstInstant = entry.publishedAt.toISOString();
});
afterAll(() => database.close());

/** Reads the number of the newest version twice, and publishes another one in between, the first time it is run. */
function readTwice() {
  let published = false;
  const number = async (from: Published) => (await from.entry.findUnique({ where: { id } }))?.revisionNumber;
  return async (from: Published) => {
    const before = await number(from);
    if (!published) await correct();
    published = true;
    return [before, await number(from)];
  };
}

describe('the statements of one read see one record', () => {
  it('also when something is published between them', async () => {
    const [before, after] = await contextAt(null).read(readTwice());
    expect(before).toBe(after);
    const { version } = await publicCaller(contextAt(null)).status.get({});
    const [known, later] = await contextAt(null, version).read(readTwice());
    expect(known).toBe(later);
  });

  it('also at an instant that can still get a publication', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const [before, after] = await contextAt(soon).read(readTwice());
    expect(before).toBe(after);
  });
});

it('permalinks are read in the past by more readers than there are connections', async () => {
  const past = publicCaller(contextAt(firstInstant));
  const answers = await Promise.all(Array.from({ length: 8 }, () => past.record.permalink({ id, revision: 1 })));
  expect(new Set(answers.map((answer) => answer?.revision?.revisionNumber))).toEqual(new Set([1]));
});
