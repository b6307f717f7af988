import { withConnection } from '@rapporteur/db/migrate';
import { migrationFiles } from '@rapporteur/db/migrations';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { Citation } from '@rapporteur/domain/content/citation';
import { RapporteurError } from '@rapporteur/domain/errors';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState, sampleStatement } from '../bundle/sample';
import { generatedHistory } from '../testing/generated-bundle';
import { cite, programmeOf, provisionOf } from '../testing/programme';
import { verify } from '../verify';
import { countWithoutPassages, type WithoutPassages } from '../verify/without-passages';
import { createDraft } from './create';
import { submit } from './submit';

let database: TestDatabase;
let people: ImportPeople;
beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
});
afterAll(() => database.close());

const change = (sql: string) => withConnection(database.connection, (client) => client.query(sql));
/** What nobody can do by a command: a public record as an earlier version of the program has left it. */
const leave = (sql: string) => change(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);

test('the migration counts what needs a passage, and has one, as the program does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (pick) => {
      for (const lines of generatedHistory(pick))
        await importBundle(database.owner, bundleOf(...lines), people).catch((error: unknown) => {
          if (!(error instanceof RapporteurError)) throw error;
        });
    }),
    { numRuns: 1, seed: 262, endOnFailure: true },
  );
  const provisions = [
    { ...provisionOf('one'), force: 'binding' as const },
    { ...provisionOf('two'), force: 'voluntary' as const },
    { ...provisionOf('three'), scope: 'not_mentioned' as const, readInFull: ['src_01hf000000000000000000000a'] },
  ];
  const drafts: [string, Citation[]][] = [
    ['bare', []],
    ['scopes', [cite('/provisions/0/scope', 'a'), cite('/provisions/1/scope', 'b')]],
    ['whole', [cite('/provisions/0', 'a'), cite('/provisions', 'b'), cite('/summary', 'c')]],
    ['other', [{ ...cite('/provisions/0/force', 'a'), role: 'contradicts' }, cite('/provisions/1/force', 'b')]],
    ['dated', [cite('/period', 'a'), cite('/status', 'b')]],
  ];
  for (const [slug, citations] of drafts)
    await createDraft(database.owner, people.importer, {
      kind: 'programme',
      slug,
      content: programmeOf([], { provisions, period: '2021', nature: 'binding' }),
      citations,
    });
  expect(await verify(database.owner)).toEqual([]);
  const kinds = `"kind" IN ('programme', 'statement', 'commitment')`;
  await leave(`UPDATE "Revision" r SET "fieldsNeeded" = 0, "fieldsCited" = 0 FROM "Record" c WHERE c."id" = r."recordId" AND c.${kinds};
    UPDATE "DeskEntry" SET "fieldsNeeded" = 0, "fieldsCited" = 0, "fieldsMissing" = 0 WHERE ${kinds}`);
  expect((await verify(database.owner)).length).toBeGreaterThan(drafts.length);
  await change(migrationFiles().find(({ name }) => name.endsWith('what_needs_a_passage'))?.script ?? '');
  expect(await verify(database.owner)).toEqual([]);
});

test('a public record that lacks a passage which was not asked of it stays, is counted, and brings it next', async () => {
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleStatement('undated')), people);
  const { id } = await database.owner.record.findUniqueOrThrow({
    where: { kind_slug: { kind: 'statement', slug: 'undated' } },
  });
  const told: WithoutPassages[] = [];
  const count = () => countWithoutPassages(database.owner, (found) => told.push(found));
  expect(await count()).toEqual({ records: 0, fields: 0 });
  await leave(
    `UPDATE "PublishedRevision" SET "citations" = jsonb_path_query_array("citations", '$[*] ? (@.field != "/date")') WHERE "recordId" = '${id}'`,
  );
  expect(await count()).toEqual({ records: 1, fields: 1 });
  expect(told).toEqual([{ record: id, fields: ['/date'] }]);
  // Whatever is written now is not handed in before it rests on something.
  const { content, citations } = sampleStatement('undated-too');
  const bare = await createDraft(database.owner, people.importer, {
    kind: 'statement',
    slug: 'undated-too',
    content: {
      ...content,
      speaker: 'act_01hf000000000000000000000a',
      reports: [{ source: 'src_01hf000000000000000000000a', repeats: null }],
    },
    citations: citations.filter(({ field }) => field !== '/date').map(({ field, quote }) => cite(field, quote)),
  });
  await expect(submit(database.owner, people.importer, { id: bare.id, expectedVersion: 1 })).rejects.toMatchObject({
    code: 'missing_evidence',
    issues: [{ path: '/content/date' }],
  });
});
