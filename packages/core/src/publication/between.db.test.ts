import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { BetweenFilter } from '@rapporteur/domain/between-views';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBundle } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState, sampleStatement } from '../bundle/sample';
import { newestInstant } from '../testing/newest-instant';
import { changesSince } from './between';

let database: TestDatabase;
let [begin, middle, end] = [new Date(0), new Date(0), new Date(0)];

const state = (slug: string, description: string | null = null) => {
  const line = sampleState(slug);
  return { ...line, content: { ...line.content, description } };
};

beforeAll(async () => {
  database = await testDatabase();
  const people = await samplePeople(database.owner);
  const put = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
  await put(sampleSource, state('first'));
  begin = await newestInstant(database.owner);
  await put(
    ...Array.from({ length: 30 }, (_, at) => state(`more-${at}`)),
    ...['said', 'heard'].map((slug) => sampleStatement(slug, 'actors/first')),
  );
  await put({ ...state('first', 'It is small.'), change: 'correct', note: 'We had its size wrong.' });
  middle = await newestInstant(database.owner);
  await put(
    { ...state('more-1', 'It has grown.'), change: 'update' },
    { type: 'withdrawal', kind: 'statement', slug: 'heard', reason: 'Nobody said so.' },
  );
  end = await newestInstant(database.owner);
});
afterAll(() => database.close());

const all: BetweenFilter = { change: null, kind: null };
const ask = (from: Date, to: Date, filter: Partial<BetweenFilter> = {}, before: number | null = null, limit = 50) =>
  asOf(database.past, to, (published) => changesSince(published, { from, before, limit, ...all, ...filter }));
const told = ({ items }: Awaited<ReturnType<typeof ask>>) =>
  items.map(({ action, record }) => `${action} ${record.slug}`);

test('changes are counted by what they are and of what, up to the later moment and after the earlier', async () => {
  expect((await ask(begin, end)).counts).toEqual([
    { change: 'correct', kind: 'actor', count: 1 },
    { change: 'publish', kind: 'actor', count: 30 },
    { change: 'publish', kind: 'statement', count: 2 },
    { change: 'update', kind: 'actor', count: 1 },
    { change: 'withdraw', kind: 'statement', count: 1 },
  ]);
  expect((await ask(middle, end)).counts.map(({ change }) => change)).toEqual(['update', 'withdraw']);
  expect(await ask(end, end)).toEqual({ items: [], next: null, counts: [], more: false });
  expect(told(await ask(begin, middle))[0]).toBe('correct first');
});

test('corrections are told apart from everything else, and any kind alone', async () => {
  expect(told(await ask(begin, end, { change: 'corrections' }))).toEqual(['withdraw heard', 'correct first']);
  const others = await ask(begin, end, { change: 'others' });
  expect(others.items).toHaveLength(33);
  expect(others.counts).toEqual((await ask(begin, end)).counts);
  expect(told(await ask(begin, end, { kind: 'statement' })).toSorted()).toEqual([
    'publish heard',
    'publish said',
    'withdraw heard',
  ]);
  expect(told(await ask(begin, end, { kind: 'actor', change: 'update' }))).toEqual(['update more-1']);
  expect(told(await ask(begin, end, { kind: 'article' }))).toEqual([]);
});

test('older ones are reached page by page, each once', async () => {
  const found: string[] = [];
  for (let before: number | null = null; ;) {
    const page: Awaited<ReturnType<typeof ask>> = await ask(begin, end, {}, before, 7);
    expect(page.items.length).toBeLessThanOrEqual(7);
    found.push(...told(page));
    before = page.next;
    if (before === null) break;
  }
  expect(found).toEqual(told(await ask(begin, end)));
  expect(found).toHaveLength(35);
});
