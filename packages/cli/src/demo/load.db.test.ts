import { importBundle } from '@rapporteur/core/bundle/import';
import { exportBundle, storedTexts } from '@rapporteur/core/bundle/export';
import { recordHash } from '@rapporteur/core/export/record-hash';
import { verify } from '@rapporteur/core/verify';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { withConnection } from '@rapporteur/db/migrate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, sampleSource } from '@rapporteur/core/bundle/sample';
import { demonstration } from './bundles';
import { demonstrationPeople, loadDemo } from './load';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await loadDemo(database.owner, () => undefined);
});
afterAll(() => database.close());

async function exported(from: TestDatabase): Promise<string> {
  let text = '';
  for await (const line of exportBundle(from.owner, storedTexts(from.owner))) text += line;
  return text;
}

/** Changes rows as nobody should: past the triggers that keep them. Undone by the second statement. */
async function altered(change: string, undo: string): Promise<string[]> {
  const run = (statement: string) =>
    withConnection(database.connection, async (client) => {
      await client.query(`SET session_replication_role = replica`);
      const { rowCount } = await client.query(statement);
      if (rowCount !== 1) throw new Error(`${rowCount} rows were changed by: ${statement}`);
    });
  await run(change);
  try {
    return (await verify(database.owner)).map(({ record }) => record);
  } finally {
    await run(undo);
  }
}

const first = async (sql: string) =>
  withConnection(database.connection, async (client) => (await client.query(sql)).rows[0] as Record<string, string>);

describe('the demonstration record', () => {
  it('is loaded once, with a correction, a withdrawal and a translation later than its first publication', async () => {
    expect(await loadDemo(database.owner, () => undefined)).toBe(false);
    const log = await database.owner.publication.findMany({ orderBy: { sequence: 'asc' } });
    const later = log.slice(-3);
    expect(later.map(({ action }) => action)).toEqual(['correct', 'withdraw', 'translate']);
    const instants = later.map(({ recordedAt }) => recordedAt.getTime());
    for (const [index, at] of instants.slice(1).entries())
      expect(at - (instants[index] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it('is completed where a start was cut off between its publications, and nothing else is touched', async () => {
    const [first = ''] = demonstration;
    const withoutIds = async (from: TestDatabase) => (await exported(from)).replaceAll(/[a-z]{3}_[0-9a-z]{26}/g, 'id');
    const cut = await testDatabase();
    try {
      const people = await demonstrationPeople(cut.owner);
      await importBundle(cut.owner, first, people);
      expect(await loadDemo(cut.owner, () => undefined)).toBe(true);
      expect(await withoutIds(cut)).toBe(await withoutIds(database));
      const log = await cut.owner.publication.findMany({ orderBy: { sequence: 'desc' }, take: 3 });
      expect(log.map(({ action }) => action)).toEqual(['translate', 'withdraw', 'correct']);
      expect(await loadDemo(cut.owner, () => undefined)).toBe(false);
    } finally {
      await cut.close();
    }
    const foreign = await testDatabase();
    try {
      // Somebody's own record, which begins as the demonstration does.
      const people = await demonstrationPeople(foreign.owner);
      await importBundle(foreign.owner, first, people);
      await importBundle(foreign.owner, bundleOf(sampleSource), people);
      expect(await loadDemo(foreign.owner, () => undefined)).toBe(false);
      expect(await foreign.owner.publication.count({ where: { action: { not: 'publish' } } })).toBe(0);
    } finally {
      await foreign.close();
    }
  });

  it('goes through export and import unchanged', async () => {
    const text = await exported(database);
    const people = await demonstrationPeople(database.owner);
    expect(await importBundle(database.owner, text, people)).toMatchObject({ created: 0, changed: 0 });
    const other = await testDatabase();
    try {
      await importBundle(other.owner, text, await demonstrationPeople(other.owner));
      expect(await exported(other)).toBe(text);
      expect(await recordHash(other.reader)).toBe(await recordHash(database.reader));
      expect(await verify(other.owner)).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('verify', () => {
  it('finds nothing in a record that nobody has touched', async () => {
    expect(await verify(database.owner)).toEqual([]);
  });

  it('names the source after a byte of a published passage was changed', async () => {
    const { id = '', recordId = '', exact = '' } = await first(`SELECT * FROM "Passage" ORDER BY "id" LIMIT 1`);
    const set = (text: string) => `UPDATE "Passage" SET "exact" = '${text.replaceAll("'", "''")}' WHERE "id" = '${id}'`;
    expect(await altered(set(`#${exact.slice(1)}`), set(exact))).toContain(recordId);
  });

  it('names the record after a byte of a log row was changed', async () => {
    const { slug = '', recordId = '' } = await first(`SELECT * FROM "Publication" WHERE "sequence" = 3`);
    const set = (text: string) => `UPDATE "Publication" SET "slug" = '${text}' WHERE "sequence" = 3`;
    expect(await altered(set(`${slug}x`), set(slug))).toContain(recordId);
  });

  it('names the source after a byte of a stored text was changed', async () => {
    const { sha256 = '' } = await first(`SELECT "sha256" FROM "StoredText" LIMIT 1`);
    const { recordId = '' } = await first(`SELECT "recordId" FROM "SourceVersion" WHERE "sha256" = '${sha256}'`);
    const swap = (from: string, to: string) =>
      `UPDATE "StoredText" SET "text" = replace("text", '${from}', '${to}') WHERE "sha256" = '${sha256}'`;
    expect(await altered(swap('voluntary', 'voluntarz'), swap('voluntarz', 'voluntary'))).toContain(recordId);
  });

  it('names the record after a public row of it was changed', async () => {
    const { id = '', recordId = '' } = await first(`SELECT * FROM "Provision" WHERE "scope" = 'excluded' LIMIT 1`);
    const set = (scope: string) => `UPDATE "Provision" SET "scope" = '${scope}' WHERE "id" = '${id}'`;
    expect(await altered(set('included'), set('excluded'))).toEqual([recordId]);
  });

  it('names the record after its published text was changed', async () => {
    const { id = '', recordId = '' } = await first(`SELECT * FROM "PublishedRevision" WHERE "kind" = 'issue' LIMIT 1`);
    const set = (from: string, to: string) =>
      `UPDATE "PublishedRevision" SET "content" = replace("content"::text, '${from}', '${to}')::jsonb WHERE "id" = '${id}'`;
    expect(await altered(set('?', '#'), set('#', '?'))).toContain(recordId);
  });
});
