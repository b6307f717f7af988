import { publishedTables } from '@rapporteur/db/published-tables';
import { withConnection } from '@rapporteur/db/migrate';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generatedHistory, type Lines } from '../testing/generated-bundle';
import { recordHash } from '../export/record-hash';
import { verify } from '../verify';
import { exportBundle, storedTexts } from './export';
import { importBundle, type ImportPeople } from './import';
import { bundleOf, samplePeople } from './sample';

async function exported({ owner }: TestDatabase): Promise<string> {
  let text = '';
  for await (const line of exportBundle(owner, storedTexts(owner))) text += line;
  return text;
}

/** Every published row but for what tells when and how often something was published. */
async function publicRows(database: TestDatabase): Promise<Record<string, unknown[]>> {
  return withConnection(database.connection, async (client) => {
    const rows: Record<string, unknown[]> = {};
    for (const table of publishedTables.filter((each) => !['Publication', 'PublishedRevision'].includes(each))) {
      const { rows: found } = await client.query<{ row: { live: number } }>(
        `SELECT to_jsonb(t) - 'publishedAt' - 'revisionNumber' - 'checkedAt' AS row FROM "${table}" t ORDER BY "id"`,
      );
      // None is none, whether there ever was one or not.
      rows[table] = found.map(({ row }) => row).filter((row) => table !== 'Tally' || row.live > 0);
    }
    return rows;
  });
}

/** Imports one bundle after the other; those that are refused leave nothing behind, and the record goes on without them. */
async function live(database: TestDatabase, history: readonly Lines[], people: ImportPeople): Promise<number> {
  let refused = 0;
  for (const [index, lines] of history.entries()) {
    await importBundle(database.owner, bundleOf(...lines), people).catch((error: unknown) => {
      if (index === 0 || !(error instanceof RapporteurError)) throw error;
      refused += 1;
    });
  }
  return refused;
}

it(
  'import, export and import give the same public record, whatever has become of it',
  { timeout: 900_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (pick) => {
        const [here, there] = await Promise.all([testDatabase(), testDatabase()]);
        try {
          const [people, others] = await Promise.all([samplePeople(here.owner), samplePeople(there.owner)]);
          await live(here, generatedHistory(pick), people);
          const first = await exported(here);
          for (const type of ['withdrawal', 'merge']) expect(first).toContain(`"type":"${type}"`);

          // Where it came from it changes nothing.
          const before = await here.owner.publication.count();
          const again = {
            created: 0,
            changed: 0,
            translated: 0,
            withdrawn: 0,
            merged: 0,
            unchanged: first.trim().split('\n').length - 1,
          };
          expect(await importBundle(here.owner, first, people)).toEqual(again);
          expect(await here.owner.publication.count()).toBe(before);

          // Elsewhere it makes the same record, and changes nothing the second time.
          await importBundle(there.owner, first, others);
          expect(await exported(there)).toBe(first);
          expect(await publicRows(there)).toEqual(await publicRows(here));
          expect(await recordHash(there.reader)).toBe(await recordHash(here.reader));
          expect(await importBundle(there.owner, first, others)).toEqual(again);
          expect([await verify(here.owner), await verify(there.owner)]).toEqual([[], []]);
        } finally {
          await Promise.all([here.close(), there.close()]);
        }
      }),
      // Each run fills two databases: a failure is told with its seed, and not made smaller.
      { numRuns: 8, endOnFailure: true },
    );
  },
);
