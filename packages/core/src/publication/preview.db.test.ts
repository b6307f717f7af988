import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { withConnection } from '@rapporteur/db/migrate';
import { RapporteurError } from '@rapporteur/domain/errors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { createDraft } from '../record/create';
import { diffRevisions } from '../record/history';
import { publish } from '../record/publish';
import { getRecord } from '../record/read';
import { approve } from '../record/review';
import { saveDraft } from '../record/save';
import { setChange } from '../record/set-change';
import { submit } from '../record/submit';
import { verify } from '../verify';
import { listDependants } from './dependants';
import { previewPublication } from './preview';

let database: TestDatabase;
let people: ImportPeople;
beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleMeeting), people);
});
afterAll(() => database.close());

const recordAt = (kind: string, slug: string) =>
  database.owner.record.findUniqueOrThrow({ where: { kind_slug: { kind, slug } } });

/** Opens a draft that renames the state, as a correction. */
async function renamed(name: string): Promise<{ id: string; number: number; version: number }> {
  const { id, lockVersion } = await recordAt('actor', 'sampleland');
  const live = await database.owner.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
  const content = { ...(live.content as object), names: [{ text: name, language: 'en', use: 'preferred' }] };
  const saved = await saveDraft(database.owner, people.importer, {
    id,
    expectedVersion: lockVersion,
    content,
    citations: live.citations,
    change: 'correct',
    note: 'We had the wrong name.',
  });
  return { id, number: saved.revisionNumber, version: saved.lockVersion };
}

/** A fingerprint of every row of every table, history and log included, and of every sequence. */
async function everything(): Promise<Record<string, string>> {
  return withConnection(database.connection, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'history')`,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ print: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM ${name} t`,
      );
      found[name] = rows[0]?.print ?? '';
    }
    const sequences = await client.query<{ name: string; value: string | null }>(
      `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public'`,
    );
    for (const { name, value } of sequences.rows) found[name] = value ?? '';
    return found;
  });
}

describe('what readers will see', () => {
  test('is the page, the difference, the notice and every other page, exactly as they are once it is published', async () => {
    const { owner, reader } = database;
    const { id, number, version } = await renamed('Samplia');
    const meeting = await recordAt('event', 'sample-meeting');
    const foretold = await previewPublication(owner, people.importer, { id, revision: number });
    expect(foretold).toMatchObject({
      record: { id, state: 'draft', revisionNumber: 2 },
      before: { found: 'live', record: { title: 'Sampleland' } },
      after: { title: 'Samplia', revisionNumber: 2 },
      notice: { action: 'correct', note: 'We had the wrong name.' },
      together: [],
      faults: [],
      more: false,
    });
    const other = foretold.others.find(({ record }) => record.id === meeting.id);
    expect(other).toMatchObject({ record: { title: 'A meeting' }, parts: ['links'] });

    const submitted = await submit(owner, people.importer, { id, expectedVersion: version });
    const approved = await approve(owner, people.reviewer, { id, expectedVersion: submitted.lockVersion });
    const meetingBefore = await getRecord(reader, { id: meeting.id });
    await publish(owner, people.reviewer, { id, expectedVersion: approved.lockVersion });
    const came = await getRecord(reader, { id });
    // The record time is the one thing that a rehearsal cannot know.
    const timeless = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')) as unknown;
    expect(timeless({ found: 'live', record: foretold.after })).toEqual(timeless(came));
    expect(timeless(foretold.diff)).toEqual(timeless(await diffRevisions(reader, id, 1, 2)));
    expect(await getRecord(reader, { id: meeting.id })).not.toEqual(meetingBefore);
  });

  test('leaves no trace: no row, no gap, no notification, no lock', async () => {
    const { owner } = database;
    const { id, number } = await renamed('Samplonia');
    await withConnection(database.connection, async (listener) => {
      const heard: string[] = [];
      listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
      await listener.query('LISTEN rapporteur_publication');
      const before = await everything();
      await previewPublication(owner, people.importer, { id, revision: number });
      expect(await everything()).toEqual(before);
      // A notification of our own comes after any that the rehearsal had sent.
      await owner.$queryRaw`SELECT pg_notify('rapporteur_publication', 'after')::text`;
      while (!heard.includes('after')) await listener.query('SELECT 1');
      expect(heard).toEqual(['after']);
      const { rows } = await listener.query(`SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
          WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.classid = 7370736`);
      expect(rows).toEqual([]);
    });
    expect(await verify(owner)).toEqual([]);
  });

  test('shows a draft with the drafts it names, and says what the gate would refuse', async () => {
    const { owner } = database;
    const about = async (slug: string, memberships: unknown[]) =>
      createDraft(owner, people.importer, {
        kind: 'actor',
        slug,
        content: {
          type: 'organisation',
          names: [{ text: slug, language: 'en', use: 'preferred' }],
          description: null,
          identifiers: [],
          memberships,
          offices: [],
        },
        citations: [],
      });
    const league = await about('league', []);
    const member = await about('member', [{ organisation: league.id, role: null, period: '2020' }]);
    const foretold = await previewPublication(owner, people.importer, { id: member.id, revision: 1 });
    expect(foretold).toMatchObject({ before: null, diff: null, notice: null, record: { state: 'draft' } });
    expect(foretold.together.map(({ slug }) => slug)).toEqual(['league']);
    expect(foretold.after.links[league.id]).toMatchObject({ title: 'league' });
    expect(foretold.faults.map(({ path }) => path)).toEqual(['/actors/member/names/0', '/actors/member/memberships/0']);
    expect(await getRecord(database.reader, { id: league.id })).toBeNull();
  });

  test('is refused for a version that is not open, for nobody, and for whoever may not see the desk', async () => {
    const { owner } = database;
    const { id } = await recordAt('actor', 'sampleland');
    const code = async (caller: ImportPeople['importer'], input: { id: string; revision: number }) =>
      previewPublication(owner, caller, input).then(
        () => 'shown',
        (error: unknown) => (error instanceof RapporteurError ? error.code : error),
      );
    expect(await code(people.importer, { id, revision: 1 })).toBe('state_conflict');
    expect(await code(null, { id, revision: 3 })).toBe('unauthenticated');
    expect(await code({ userId: 'reader', role: 'reader' }, { id, revision: 3 })).toBe('forbidden');
    expect(await code(people.importer, { id: 'act_00000000000000000000000000', revision: 1 })).toBe('not_found');
  });
});

describe('before it is published or withdrawn', () => {
  test('what rests on a record is listed by kind', async () => {
    const { id } = await recordAt('source', 'sample-report');
    const list = (input: { kind?: 'event'; after?: string | null; limit: number }) =>
      listDependants(database.owner, people.importer, { id, ...input });
    const all = await list({ limit: 10 });
    expect(all).toMatchObject({
      total: 2,
      byKind: [
        { kind: 'actor', count: 1 },
        { kind: 'event', count: 1 },
      ],
      next: null,
    });
    expect(all.items[1]).toMatchObject({
      record: { kind: 'event' },
      fields: ['/citations/0', '/citations/1'],
      fieldCount: 2,
    });
    const first = await list({ limit: 1 });
    expect(first.items.map(({ record }) => record.kind)).toEqual(['actor']);
    expect((await list({ limit: 1, after: first.next })).items.map(({ record }) => record.kind)).toEqual(['event']);
    expect((await list({ limit: 10, kind: 'event' })).items).toHaveLength(1);
    await expect(list({ limit: 10, after: 'x' })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('the desk says what a change is to readers, and a correction says what was wrong', async () => {
    const { owner } = database;
    const { id, lockVersion } = await recordAt('actor', 'sampleland');
    const set = (change: 'publish' | 'correct' | 'edit', note: string | null) =>
      setChange(owner, people.importer, { id, expectedVersion: lockVersion, change, note });
    await expect(set('correct', '  ')).rejects.toMatchObject({ issues: [{ path: '/note' }] });
    await expect(set('publish', null)).rejects.toMatchObject({ issues: [{ path: '/change' }] });
    const done = await set('edit', null);
    expect(await owner.revision.findFirst({ where: { recordId: id, state: 'draft' } })).toMatchObject({
      change: 'edit',
      note: null,
    });
    await submit(owner, people.importer, { id, expectedVersion: done.lockVersion });
    await expect(
      setChange(owner, people.importer, { id, expectedVersion: done.lockVersion + 1, change: 'update', note: null }),
    ).rejects.toMatchObject({ code: 'state_conflict' });
  });
});
