import { ownerClient } from '@rapporteur/db/clients';
import { withConnection } from '@rapporteur/db/migrate';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from './bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState, sampleStatement } from './bundle/sample';
import { verify } from './verify';

let database: TestDatabase;
let people: ImportPeople;

const named = (slug: string, text: string) => {
  const state = sampleState(slug);
  return { ...state, change: 'update', content: { ...state.content, names: [{ ...state.content.names[0], text }] } };
};
const load = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  // A past with everything in it: changes, a renaming that others are named after, a chain of merges, withdrawals, and
  // what began and ended at one instant.
  const other = { ...sampleMeeting, slug: 'other-meeting' };
  const elsewhere = { ...sampleMeeting.content, participants: [{ actor: 'actors/sample-land', role: 'participant' }] };
  await load(sampleSource, sampleState(), sampleState('sample-land'), sampleState('samplia'));
  await load(sampleMeeting, { ...other, content: elsewhere }, sampleStatement('calm', 'actors/sample-land'));
  await load(named('sample-land', 'Sample Land'), sampleStatement('short', 'actors/samplia'));
  await load({
    ...sampleMeeting,
    change: 'correct',
    note: 'It had a place.',
    content: { ...sampleMeeting.content, place: 'Sampletown' },
  });
  await load(merge('sample-land', 'samplia'), { ...other, content: { ...elsewhere, place: 'Sampletown' } });
  await load(merge('samplia', 'sampleland'), {
    type: 'withdrawal',
    kind: 'event',
    slug: 'other-meeting',
    reason: 'It was the same.',
  });
  await load(sampleStatement('brief', 'actors/sampleland'), {
    type: 'withdrawal',
    kind: 'statement',
    slug: 'brief',
    reason: 'Too soon.',
  });
  const again = { note: 'It was another one after all.', content: sampleMeeting.content };
  await load(named('sampleland', 'The Sampleland'), { ...other, ...again });
});
afterAll(() => database.close());

function merge(slug: string, into: string) {
  return { type: 'merge', kind: 'actor', slug, into: `actors/${into}`, reason: 'One state.' };
}

/**
 * Runs a statement as somebody would who is past the program and its triggers, looks at what is found, and undoes it.
 * Null where a rule of the database refuses it even then.
 */
async function altered(change: string): Promise<{ rows: number; records: string[] } | null> {
  return withConnection(database.connection, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(`CREATE TEMPORARY TABLE kept AS TABLE ${table(change)}`);
    const changed = await client.query(change).catch((error: { code?: string }) => {
      if (error.code?.startsWith('23')) return null;
      throw error;
    });
    if (changed === null) return null;
    try {
      return { rows: changed.rowCount ?? 0, records: (await verify(database.owner)).map(({ record }) => record) };
    } finally {
      await client.query(`DELETE FROM ${table(change)}`);
      await client.query(`INSERT INTO ${table(change)} TABLE kept`);
    }
  });
}
const table = (statement: string) => /(?:UPDATE|DELETE FROM) (\S+)/.exec(statement)?.[1] ?? '';

describe('verify', () => {
  it('finds nothing in a record that nobody has touched, and undoing leaves it so', async () => {
    expect(await verify(database.owner)).toEqual([]);
    expect((await altered(`UPDATE "Entry" SET "title" = "title" || '#' WHERE "state" = 'live'`))?.records).not.toEqual(
      [],
    );
    expect(await verify(database.owner)).toEqual([]);
  });

  it('finds nothing while publications go on', async () => {
    let on = true;
    const publishing = (async () => {
      for (let n = 0; on; n += 1) await load(named('sampleland', `Sampleland, ${n}`));
    })();
    const other = ownerClient(database.connection, { max: 1 });
    try {
      for (let n = 0; n < 5; n += 1) expect(await verify(other)).toEqual([]);
    } finally {
      on = false;
      await publishing;
      await other.$disconnect();
    }
    expect(await database.owner.publication.count()).toBeGreaterThan(20);
  });

  it('names the source after a byte of a stored text was changed', async () => {
    const { id } = await database.owner.record.findFirstOrThrow({ where: { kind: 'source' } });
    expect((await altered(`UPDATE "StoredText" SET "text" = replace("text", 'calm', 'warm')`))?.records).toContain(id);
  });

  it('names the record after a text on the desk was changed', async () => {
    const { recordId, number } = await database.owner.revision.findFirstOrThrow({ where: { state: 'superseded' } });
    const change = `UPDATE "Revision" SET "content" = '{"title": 1}' WHERE "recordId" = '${recordId}' AND "number" = ${number}`;
    expect((await altered(change))?.records).toContain(recordId);
  });

  it('names the record after its last publication was taken from the log', async () => {
    const last = await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    expect((await altered(`DELETE FROM "Publication" WHERE "sequence" = ${last.sequence}`))?.records).toContain(
      last.recordId,
    );
  });
});
