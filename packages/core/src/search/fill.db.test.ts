import { withConnection } from '@rapporteur/db/migrate';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBundle } from '../bundle/import';
import { bundleOf, samplePeople } from '../bundle/sample';
import { generatedHistory } from '../testing/generated-bundle';
import { publishedTranslation } from '../testing/translation';
import { verify } from '../verify';
import { fillSearch } from './fill';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('the search of what was published before there was one is what publishing would have made it', async () => {
  const { owner, connection } = database;
  const people = await samplePeople(owner);
  expect(await fillSearch(owner)).toBe(0);
  const live = fc.asyncProperty(fc.gen(), async (pick) => {
    for (const lines of generatedHistory(pick)) {
      await importBundle(owner, bundleOf(...lines), people).catch((error: unknown) => {
        if (!(error instanceof RapporteurError)) throw error;
      });
    }
  });
  await fc.assert(live, { numRuns: 1, seed: 262, endOnFailure: true });
  const actor = await owner.entry.findFirstOrThrow({ where: { kind: 'actor', state: 'live' } });
  const made = { id: actor.id, language: 'uk' as const, baseRevision: actor.revisionNumber ?? 0 };
  for (const name of ['Назва', 'Інша назва'])
    await publishedTranslation(owner, people, { ...made, texts: { '/names/0/text': name } });
  expect(await verify(owner)).toEqual([]);
  const tables = ['"SearchEntry"', '"SearchName"', 'history."SearchEntry"', 'history."SearchName"'];
  await withConnection(connection, async (client) => {
    const contents = async () => {
      const all: unknown[][] = [];
      for (const table of tables) all.push((await client.query(`SELECT t::text FROM ${table} t ORDER BY 1`)).rows);
      return all;
    };
    const before = await contents();
    for (const rows of before) expect(rows.length).toBeGreaterThan(5);
    await client.query('SET session_replication_role = replica');
    for (const table of tables) await client.query(`DELETE FROM ${table}`);
    expect((await verify(owner)).length).toBeGreaterThan(5);
    expect(await fillSearch(owner)).toBeGreaterThan(5);
    expect(await verify(owner)).toEqual([]);
    // In history, times of equal rows that follow one another may be one time or several: that they agree is verified.
    expect((await contents()).slice(0, 2)).toEqual(before.slice(0, 2));

    // A program from before that still runs beside this one publishes what no search finds.
    await client.query(`DELETE FROM "SearchEntry" WHERE "recordId" = $1`, [actor.id]);
    await client.query(`DELETE FROM history."SearchEntry" WHERE "recordId" = $1`, [actor.id]);
    expect(await fillSearch(owner)).toBeGreaterThan(5);
    expect(await verify(owner)).toEqual([]);
  });
  expect(await fillSearch(owner)).toBe(0);
});
