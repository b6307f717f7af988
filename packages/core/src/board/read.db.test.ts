import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleIssue, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { listRecords } from '../record/list';
import type { ActorFilter } from '@rapporteur/domain/region/actor-filter';
import { readOverview } from '../record/overview';
import { withdraw } from '../record/withdraw';
import { newestInstant } from '../testing/newest-instant';
import { readBoard, type BoardQuery } from './read';

let database: TestDatabase;
let people: ImportPeople;

const quoted = (field: string, quote = 'Sampleland took part') => ({
  field,
  role: 'supports',
  source: 'sources/sample-report',
  quote,
});
const named = (
  slug: string,
  memberships: [organisation: string, period: string][] = [],
  code: string | null = null,
) => {
  const state = sampleState(slug);
  return {
    ...state,
    content: {
      ...state.content,
      names: [{ text: `State ${slug}`, language: 'en', use: 'preferred' }],
      identifiers: code === null ? [] : [{ scheme: 'iso3166-1-alpha-2', value: code }],
      memberships: memberships.map(([name, period]) => ({ organisation: `actors/${name}`, role: null, period })),
    },
    citations: [
      quoted('/names/0'),
      ...(code === null ? [] : [quoted('/identifiers/0')]),
      ...memberships.map((_, index) => quoted(`/memberships/${index}`)),
    ],
  };
};
const position = (actor: string, issue: string, turns: [turn: string, stance: string | null, date: string][]) => ({
  type: 'record',
  kind: 'position',
  slug: `${actor}-on-${issue}`,
  content: {
    actor: `actors/${actor}`,
    issue: `issues/${issue}`,
    turns: turns.map(([turn, stance, date]) => ({
      turn,
      stance,
      date,
      summary: 'It was said so.',
      statements: [],
      votes: [],
    })),
  },
  citations: turns.map((_, index) => quoted(`/turns/${index}`, 'The meeting was calm')),
});

const of = (query: Partial<BoardQuery> = {}): BoardQuery => ({
  kind: 'issue',
  slug: 'calm',
  member: null,
  region: null,
  after: null,
  limit: 250,
  ...query,
});
const board = (query: Partial<BoardQuery> = {}) => readBoard(database.reader, of(query));

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  const short = { ...sampleIssue, slug: 'short', content: { ...sampleIssue.content, question: 'Was it short?' } };
  await importBundle(
    database.owner,
    bundleOf(
      sampleSource,
      sampleIssue,
      short,
      named('league'),
      named('union'),
      // The codes of states that ended, and of a part of the world, are as good as any for states that never were.
      named(
        'a',
        [
          ['league', '1990/1995'],
          ['league', '2001/..'],
          ['union', '2004/..'],
        ],
        'SU',
      ),
      named('b', [['league', '1999/']], 'YU'),
      named('c'),
      named('quiet', [['league', '2010-05-03/..']], 'DD'),
      named('quieter', [], 'AX'),
      position('a', 'calm', [
        ['new', 'opposes', '1991'],
        ['softened', 'conditional', '2004-03-XX'],
        ['lapsed', null, '/2010-01-01'],
      ]),
      position('b', 'calm', [['new', 'supports', '2012-06-01']]),
      position('c', 'calm', [['new', 'abstains', '2011-06-01']]),
      position('a', 'short', [['new', 'supports', '2005-01-01']]),
    ),
    people,
  );
});
afterAll(() => database.close());

describe('the board of an issue', () => {
  test('has every position with all its turns, the one that moved last first', async () => {
    const found = await board();
    expect(found?.rows.map(({ subject, position: held }) => [subject.slug, held.slug])).toEqual([
      ['b', 'b-on-calm'],
      ['c', 'c-on-calm'],
      ['a', 'a-on-calm'],
    ]);
    expect(found?.rows[2]?.turns).toEqual([
      { turn: 'new', stance: 'opposes', date: '1991' },
      { turn: 'softened', stance: 'conditional', date: '2004-03-XX' },
      { turn: 'lapsed', stance: null, date: '/2010-01-01' },
    ]);
    expect(found?.total).toEqual({ count: 3, atLeast: false });
    expect(found?.organisations.map(({ slug }) => slug)).toEqual(['league', 'union']);
    expect([found?.member, found?.silent, found?.next]).toEqual([null, [], null]);
    expect(found?.rows.every(({ periods }) => periods.length === 0)).toBe(true);
    expect(found?.until).toBe(new Date().toISOString().slice(0, 10));
  });

  test('is narrowed to the members of an organisation, with when they were, and names those that are silent', async () => {
    const found = await board({ member: 'league' });
    expect(found?.rows.map(({ subject, periods }) => [subject.slug, periods])).toEqual([
      ['b', ['1999/']],
      ['a', ['1990/1995', '2001/..']],
    ]);
    expect(found?.silent.map(({ subject, periods }) => [subject.slug, periods])).toEqual([
      ['quiet', ['2010-05-03/..']],
    ]);
    expect([found?.member?.slug, found?.total.count, found?.moreSilent]).toEqual(['league', 2, false]);
  });

  test('is narrowed to a region, names those of it that are silent, and counts whom nothing places anywhere', async () => {
    const found = await board({ region: '150' });
    expect(found?.rows.map(({ subject }) => subject.slug)).toEqual(['b', 'a']);
    expect(found?.silent.map(({ subject, periods }) => [subject.slug, periods])).toEqual([
      ['quiet', []],
      ['quieter', []],
    ]);
    expect([found?.region, found?.total.count, found?.unplaced]).toEqual(['150', 2, 1]);
    expect(found?.regions).toEqual(['150', '151', '039']);
    expect((await board())?.regions).toEqual(['150', '151', '039']);
    const south = await board({ region: '039' });
    expect([south?.rows.map(({ subject }) => subject.slug), south?.silent]).toEqual([['b'], []]);
    expect(await board({ region: '002' })).toMatchObject({ rows: [], silent: [], total: { count: 0 }, unplaced: 1 });
  });

  test('is narrowed to a region and an organisation at once', async () => {
    const found = await board({ region: '155', member: 'league' });
    expect([found?.rows, found?.silent.map(({ subject, periods }) => [subject.slug, periods])]).toEqual([
      [],
      [['quiet', ['2010-05-03/..']]],
    ]);
    // The one without a region is no member either.
    expect(found?.unplaced).toBe(0);
    expect((await board({ region: '151', member: 'union' }))?.rows.map(({ subject }) => subject.slug)).toEqual(['a']);
  });

  test('is reached whole by cursor, each row once', async () => {
    const slugs: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof board>> = await board({ limit: 2, after });
      slugs.push(...(page?.rows ?? []).map(({ subject }) => subject.slug));
      expect(page?.total.count).toBe(3);
      after = page?.next ?? null;
    } while (after !== null);
    expect(slugs).toEqual(['b', 'c', 'a']);
    await expect(board({ after: 'bm9uZQ' })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

test('the board of an actor has a row for each issue, and the actor’s own memberships', async () => {
  const found = await board({ kind: 'actor', slug: 'a', member: 'union' });
  expect(found?.rows.map(({ subject, periods }) => [subject.slug, subject.kind, periods])).toEqual([
    ['calm', 'issue', ['2004/..']],
    ['short', 'issue', ['2004/..']],
  ]);
  expect(found?.organisations.map(({ slug }) => slug)).toEqual(['league', 'union']);
  expect(found?.silent).toEqual([]);
});

test('the list of actors is narrowed by what they are and where they lie, now and in the past, and counts only those', async () => {
  const listed = async (filter: Partial<ActorFilter>, limit = 50) => {
    const { items, total, next } = await listRecords(database.reader, { kind: 'actor', ...filter, limit });
    return { slugs: items.map(({ record }) => record.slug), total, next };
  };
  expect(await listed({ region: '150' })).toEqual({ slugs: ['a', 'b', 'quiet', 'quieter'], total: 4, next: null });
  expect(await listed({ region: '154', type: 'state' })).toMatchObject({ slugs: ['quieter'], total: 1 });
  expect(await listed({ region: '154', type: 'person' })).toMatchObject({ slugs: [], total: 0 });
  expect((await listed({ type: 'state' })).total).toBe((await listed({})).total);
  const first = await listed({ region: '150' }, 3);
  expect(first).toMatchObject({ slugs: ['a', 'b', 'quiet'], total: 4 });
  const rest = await listRecords(database.reader, { kind: 'actor', region: '150', after: first.next, limit: 3 });
  expect([rest.items.map(({ record }) => record.slug), rest.total]).toEqual([['quieter'], 4]);
  const before = await asOf(database.past, new Date(0), (published) =>
    listRecords(published, { kind: 'actor', region: '150', limit: 3 }),
  );
  expect(before).toEqual({ items: [], total: 0, next: null });
});

test('there is none of a record or for an organisation that is not public', async () => {
  expect(await board({ slug: 'never' })).toBeNull();
  expect(await board({ member: 'never' })).toBeNull();
  expect(await board({ kind: 'actor', slug: 'calm' })).toBeNull();
});

test('the past has the board of its own time', async () => {
  const before = await newestInstant(database.owner);
  const { id, lockVersion } = await database.owner.record.findUniqueOrThrow({
    where: { kind_slug: { kind: 'position', slug: 'b-on-calm' } },
  });
  await withdraw(database.owner, people.reviewer, { id, expectedVersion: lockVersion, reason: 'It was never said.' });
  const slugs = (found: Awaited<ReturnType<typeof board>>) => found?.rows.map(({ subject }) => subject.slug);
  expect(slugs(await board())).toEqual(['c', 'a']);
  expect((await board({ member: 'league' }))?.silent.map(({ subject }) => subject.slug)).toEqual(['b', 'quiet']);
  const then = (query: Partial<BoardQuery>) =>
    asOf(database.past, before, (published) => readBoard(published, of(query)));
  expect(slugs(await then({}))).toEqual(['b', 'c', 'a']);
  expect(slugs(await then({ region: '039' }))).toEqual(['b']);
  expect(slugs(await board({ region: '039' }))).toEqual([]);
  const narrowed = await then({ member: 'league' });
  expect([slugs(narrowed), narrowed?.silent.map(({ subject }) => subject.slug)]).toEqual([['b', 'a'], ['quiet']]);
  expect(await asOf(database.past, new Date(0), (published) => readBoard(published, of()))).toBeNull();
});

test('the home page counts what is held on an issue, names a dozen, and has the turn that was taken last of all', async () => {
  const many = { ...sampleIssue, slug: 'many', content: { ...sampleIssue.content, question: 'Were there many?' } };
  const slugs = Array.from({ length: 14 }, (_, n) => `m-${n}`);
  const held = slugs.map((slug, n) =>
    n === 13
      ? position(slug, 'many', [
          ['new', 'supports', '2019-01-01'],
          ['reversed', 'opposes', '2020-02-02'],
        ])
      : position(slug, 'many', [['new', 'abstains', `2001-01-${n + 10}`]]),
  );
  await importBundle(database.owner, bundleOf(many, ...slugs.map((slug) => named(slug)), ...held), people);
  const [first] = (await readOverview(database.reader)).issues;
  expect(first).toMatchObject({
    record: { slug: 'many' },
    positions: 14,
    stances: [
      { stance: 'abstains', count: 13 },
      { stance: 'opposes', count: 1 },
    ],
    latest: { turn: 'reversed', date: '2020-02-02' },
  });
  expect(first?.held).toHaveLength(12);
});
