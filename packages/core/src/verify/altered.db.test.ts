import { withConnection } from '@rapporteur/db/migrate';
import { publishedTables } from '@rapporteur/db/published-tables';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople } from '../bundle/sample';
import { generatedHistory } from '../testing/generated-bundle';
import { publishedTranslation } from '../testing/translation';
import { verify, type Finding } from '../verify';

let database: TestDatabase;

// A record of every kind, with a past; the same one each time.
beforeAll(async () => {
  database = await testDatabase();
  const people = await samplePeople(database.owner);
  const live = fc.asyncProperty(fc.gen(), async (pick) => {
    for (const lines of generatedHistory(pick)) {
      await importBundle(database.owner, bundleOf(...lines), people).catch((error: unknown) => {
        if (!(error instanceof RapporteurError)) throw error;
      });
    }
  });
  await fc.assert(live, { numRuns: 1, seed: 262, endOnFailure: true });
  await translateSome(people);
});
afterAll(() => database.close());

/** An actor in another language, twice, so that a translation has a past as well. */
async function translateSome(people: ImportPeople): Promise<void> {
  const { id, revisionNumber } = await database.owner.entry.findFirstOrThrow({
    where: { kind: 'actor', state: 'live' },
  });
  const made = { id, language: 'uk' as const, baseRevision: revisionNumber ?? 0 };
  for (const name of ['Назва', 'Інша назва'])
    await publishedTranslation(database.owner, people, { ...made, texts: { '/names/0/text': name } });
}

/** Another value than the one a column has, by its type. */
const otherValue: Record<string, (column: string) => string> = {
  text: (column) => `coalesce(${column} || '#', '#')`,
  integer: (column) => `coalesce(${column} + 1, 1)`,
  bigint: (column) => `coalesce(${column} + 1, 1)`,
  boolean: (column) => `NOT coalesce(${column}, false)`,
  date: (column) => `coalesce(${column} + 1, '2001-01-01')`,
  jsonb: (column) => `jsonb_build_object('was', ${column})`,
  'timestamp with time zone': (column) => `coalesce(${column} + interval '1 second', now())`,
  tsvector: (column) => `${column} || 'altered'::tsvector`,
  ARRAY: (column) => `${column} || '{altered}'`,
  'character varying': (column) => `${column} || '#'`,
  tstzrange: (column) => `tstzrange(lower(${column}) - interval '1 second', upper(${column}))`,
};

interface Alteration {
  table: string;
  /** What is run, and what of a table with that name it changes. */
  statement: string;
  /** The record whose row is changed. */
  record: string;
}

/** Does all of it at once, as somebody would who is past the program and its triggers; gives what is found, and undoes it. */
async function altered(
  schema: string,
  alterations: readonly Alteration[],
): Promise<{ done: Alteration[]; findings: Finding[] }> {
  return withConnection(database.connection, async (client) => {
    await client.query('SET session_replication_role = replica');
    const done: Alteration[] = [];
    for (const alteration of alterations) {
      const name = `${schema}."${alteration.table}"`;
      await client.query(`CREATE TEMPORARY TABLE "kept ${alteration.table}" AS TABLE ${name}`);
      // A rule of the database may refuse it even then.
      const changed = await client.query(alteration.statement).catch((error: { code?: string }) => {
        if (error.code?.startsWith('23')) return null;
        throw error;
      });
      if (changed?.rowCount) done.push(alteration);
    }
    try {
      return { done, findings: await verify(database.owner) };
    } finally {
      for (const { table } of alterations) {
        await client.query(`DELETE FROM ${schema}."${table}"`);
        await client.query(`INSERT INTO ${schema}."${table}" TABLE "kept ${table}"`);
      }
    }
  });
}

/** How findings speak of a table, where not by its name. */
const spokenOf: Record<string, RegExp> = {
  PublishedRevision: /published revision|PublishedRevision/,
  Passage: /passage|Passage/,
  SourceVersion: /SourceVersion|public text/,
  Tally: /tally|Tally/,
  PublishedTranslation: /translation|PublishedTranslation/,
};

/** The alterations that no finding speaks of by its record and table. */
const missed = (done: readonly Alteration[], findings: readonly Finding[]) =>
  done
    .filter(({ table, record }) => {
      const spoken = spokenOf[table] ?? new RegExp(`rows of ${table}\\b`);
      return !findings.some((finding) => finding.record === record && spoken.test(finding.what));
    })
    .map(({ statement }) => statement);

const tables = publishedTables.filter((name) => name !== 'Publication');

type Client = Parameters<Parameters<typeof withConnection>[1]>[0];

async function columnsOf(client: Client, schema: string, table: string) {
  const { rows } = await client.query<{ column: string; type: string }>(
    `SELECT column_name AS column, data_type AS type FROM information_schema.columns
     WHERE table_schema = $1 AND table_name = $2 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [schema, table],
  );
  return rows;
}

/** For each table one row, a past one where there is any, with the statement that changes each of its columns. */
async function alterations(schema: string): Promise<Alteration[][]> {
  return withConnection(database.connection, async (client) => {
    const rounds: Alteration[][] = [];
    for (const table of tables) {
      const name = `${schema}."${table}"`;
      const key = table === 'Entry' || table === 'Tally' ? 'id' : 'recordId';
      const order = schema === 'history' ? 'upper_inf(recorded), "id"' : '"id"';
      const { rows } = await client.query<{ record: string; row: string }>(
        `SELECT "${key}" AS record, ctid::text AS row FROM ${name} ORDER BY ${order} LIMIT 1`,
      );
      const [found] = rows;
      if (!found) continue;
      for (const [round, { column, type }] of (await columnsOf(client, schema, table)).entries()) {
        const value = otherValue[type]?.(`"${column}"`);
        if (value === undefined) throw new Error(`how is a ${type} changed?`);
        // Restored rows lie elsewhere, so the row is named by what it holds.
        const statement = `UPDATE ${name} SET "${column}" = ${value} WHERE ctid = (SELECT ctid FROM ${name} ORDER BY ${order} LIMIT 1)`;
        (rounds[round] ??= []).push({ table, statement, record: found.record });
      }
    }
    return rounds;
  });
}

describe('verify', () => {
  it('is silent before, with every table filled', async () => {
    expect(await verify(database.owner)).toEqual([]);
    const filled = await alterations('history');
    expect(filled[0]?.map(({ table }) => table)).toEqual(tables);
  });

  it.each(['public', 'history'])(
    'names the record after any value of a row in %s was changed',
    { timeout: 600_000 },
    async (schema) => {
      let tried = 0;
      for (const round of await alterations(schema)) {
        const { done, findings } = await altered(schema, round);
        expect(missed(done, findings)).toEqual([]);
        tried += done.length;
      }
      expect(tried).toBeGreaterThan(150);
      expect(await verify(database.owner)).toEqual([]);
    },
  );

  it('names the record after a row of its past is gone', async () => {
    const gone = (await alterations('history'))[0]?.map(({ table, record }) => ({
      table,
      record,
      statement: `DELETE FROM history."${table}" WHERE ctid = (SELECT ctid FROM history."${table}" ORDER BY upper_inf(recorded), "id" LIMIT 1)`,
    }));
    const { done, findings } = await altered('history', gone ?? []);
    expect(done.length).toBe(tables.length);
    expect(missed(done, findings)).toEqual([]);
  });
});
