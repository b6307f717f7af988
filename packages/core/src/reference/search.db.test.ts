import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { Kind } from '@rapporteur/domain/kinds';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { importBundle } from '../bundle/import';
import type { Caller } from '../policy';
import { createDraft } from '../record/create';
import { discard } from '../record/discard';
import { saveDraft } from '../record/save';
import { matchNames } from './match';
import { namedReferences, searchReferences } from './search';

let database: TestDatabase;
let caller: Caller;
const ids = new Map<string, string>();

const actor = (...names: string[]) => ({
  type: 'person',
  names: names.map((text, index) => ({ text, language: 'en', use: index === 0 ? 'preferred' : 'alias' })),
  description: null,
  identifiers: [],
  memberships: [],
  offices: [] as object[],
});

async function draft(slug: string, content: object, kind: Kind = 'actor'): Promise<string> {
  const { id } = await createDraft(database.owner, caller, { kind, slug, content, citations: [] });
  ids.set(slug, id);
  return id;
}

beforeAll(async () => {
  database = await testDatabase();
  const people = await samplePeople(database.owner);
  caller = people.importer;
  await importBundle(database.owner, bundleOf(sampleSource, sampleState()), people);
  const sampleland = await database.owner.record.findFirstOrThrow({ where: { slug: 'sampleland' } });
  await draft('sandor', actor('Sándor Szép', 'Шандор Сеп'));
  await draft('szepfalu', actor('Szépfalu'));
  await draft('sam', {
    ...actor('Sam Ampel'),
    offices: [{ title: 'Minister of Samples', institution: sampleland.id, period: '2014-09-23/2024-05-01' }],
  });
});
afterAll(() => database.close());

const titles = async (text: string, kinds: Kind[] = ['actor']) =>
  (await searchReferences(database.owner, caller, { kinds, text, day: null, limit: 10 })).map(({ title }) => title);

describe('records picked by typing', () => {
  it('finds drafts and live records by beginnings of words, whatever the accents and the order', async () => {
    expect(await titles('szep')).toEqual(['Szépfalu', 'Sándor Szép']);
    expect(await titles('sze san')).toEqual(['Sándor Szép']);
    expect(await titles('SAMPLEL')).toEqual(['Sampleland']);
    expect(await titles('epfalu')).toEqual([]);
    expect(await titles('s')).toHaveLength(4);
  });

  it('finds an actor by a name in another script', async () => {
    expect(await titles('шанд')).toEqual(['Sándor Szép']);
  });

  it('puts the whole title first, then titles that begin so', async () => {
    await draft('szep', actor('Szép'));
    expect((await titles('szép')).slice(0, 2)).toEqual(['Szép', 'Szépfalu']);
  });

  it('keeps to the kinds asked for, and takes signs for what they are', async () => {
    expect(await titles('sample', ['source'])).toEqual(['A sample report']);
    expect(await titles('report')).toEqual([]);
    expect(await titles('%')).toEqual(await titles(''));
    expect(await titles(`' OR true --`)).toEqual([]);
  });

  it('shows the last changed first where nothing is typed', async () => {
    expect((await titles(''))[0]).toBe('Szép');
  });

  it('finds a renamed draft by its new name only, and leaves out what was given up', async () => {
    const id = await draft('renamed', actor('Before Rename'));
    await saveDraft(database.owner, caller, {
      id,
      expectedVersion: 1,
      content: actor('After Rename'),
      citations: [],
    });
    expect(await titles('before')).toEqual([]);
    expect(await titles('after')).toEqual(['After Rename']);
    await discard(database.owner, caller, { id, expectedVersion: 2 });
    expect(await titles('after')).toEqual([]);
  });

  it('says which office a person held on that day', async () => {
    const on = async (day: string) =>
      (await searchReferences(database.owner, caller, { kinds: ['actor'], text: 'Sam Ampel', day, limit: 1 }))[0]
        ?.offices;
    expect(await on('2023-11-29')).toEqual([
      { title: 'Minister of Samples', institution: 'Sampleland', period: '2014-09-23/2024-05-01', sure: true },
    ]);
    expect(await on('2024-06-01')).toEqual([]);
  });

  it('reads records by id in the order asked for, and leaves out what is not there', async () => {
    const [sam = '', sandor = ''] = [ids.get('sam'), ids.get('sandor')];
    const views = await namedReferences(database.owner, caller, {
      ids: [sandor, 'act_00000000000000000000000000', sam, sandor],
      day: null,
    });
    expect(views.map(({ title, state, live }) => [title, state, live])).toEqual([
      ['Sándor Szép', 'draft', false],
      ['Sam Ampel', 'draft', false],
      ['Sándor Szép', 'draft', false],
    ]);
  });

  it('finds who is called exactly so, in any script, many names at once', async () => {
    const names = ['sampleland', 'Шандор Сеп', 'SZÉPFALU', 'Szép', 'sze', 'Nobody', '?', '%'];
    const found = await matchNames(database.owner, caller, { kind: 'actor', names });
    const known = new Map(found.map(({ name, ids }) => [name, ids]));
    expect([...known.keys()].sort()).toEqual(['SZÉPFALU', 'Szép', 'sampleland', 'Шандор Сеп']);
    expect(known.get('Шандор Сеп')).toEqual([ids.get('sandor')]);
    const twin = await draft('sampleland-2', actor('Sampleland'));
    const both = await matchNames(database.owner, caller, { kind: 'actor', names: ['Sampleland'] });
    expect(both[0]?.ids).toHaveLength(2);
    expect(both[0]?.ids).toContain(twin);
  });

  it('is not for readers', async () => {
    const reader: Caller = { userId: 'someone', role: 'reader' };
    await expect(
      searchReferences(database.owner, reader, { kinds: ['actor'], text: 's', day: null, limit: 1 }),
    ).rejects.toHaveProperty('code', 'forbidden');
  });

  it('is answered by the index', async () => {
    const plan = await database.owner.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT 1 FROM "Revision" v WHERE desk_search_text(v."title", v."content") LIKE '% szep%'`;
    });
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('Revision_desk_search');
  });
});
