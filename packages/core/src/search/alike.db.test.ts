import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { foldName } from '@rapporteur/domain/name-fold';
import { searchFilter, type SearchFilter } from '@rapporteur/domain/search/views';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle } from '../bundle/import';
import { bundleOf, samplePeople } from '../bundle/sample';
import { mistakesMade, withMistake } from '../testing/mistakes';
import { search } from './find';
import { actor, searchedRecord, statement } from './sample';
import { suggest } from './suggest';

let database: TestDatabase;

const quote = 'Talland took part';
const states = [
  actor('quarrenia', 'state', [['Quarrenia', 'en'], ['Щастоградія', 'uk']], quote),
  actor('joined-isles', 'state', [['Joined Isles', 'en'], ['Об’єднані Острови', 'uk']], quote),
  actor('joined-harbours', 'state', [['Joined Harbours', 'en']], quote),
  actor('joined-council', 'organisation', [['Joined Council of Captains', 'en']], quote),
  actor('malo', 'state', [['Malo', 'en']], quote),
]; // prettier-ignore
const said = statement('isles-say', 'The isles keep their pilots.', 'pilot boats were replaced', 'actors/joined-isles');
const years = Array.from({ length: 14 }, (_, at) => String(1990 + at));
const voyages = years.map((year) =>
  statement(`voyage-${year}`, 'A voyage was made.', 'pilot boats were replaced', 'actors/malo', `${year}-05-03`),
);

beforeAll(async () => {
  database = await testDatabase();
  await importBundle(
    database.owner,
    bundleOf(...searchedRecord, ...states, said, ...voyages),
    await samplePeople(database.owner),
  );
});
afterAll(() => database.close());

const find = (question: string, filter: Partial<SearchFilter> = {}) =>
  search(database.reader, {
    question,
    filter: { ...searchFilter.parse({}), ...filter },
    sort: 'relevance',
    limit: 20,
  });
const slugs = ({ items }: Awaited<ReturnType<typeof find>>) => items.map(({ record }) => record.slug);

const names = [
  ['Quarrenia', 'quarrenia'],
  ['Щастоградія', 'quarrenia'],
  ['Harbours', 'joined-harbours'],
  ['Острови', 'joined-isles'],
  ['Szilvássy', 'arpad-szilvassy'],
  ['Сілваші', 'arpad-szilvassy'],
] as const;

describe.each(mistakesMade)('a name with a letter %s', (sort) => {
  test.each(names)('is found, and offered as it is spelt: %s', async (name, slug) => {
    await fc.assert(
      fc.asyncProperty(withMistake(name, sort), async (spelt) => {
        // A letter without a mark is no mistake.
        fc.pre(foldName(spelt) !== foldName(name));
        const answer = await find(spelt);
        expect(slugs(answer)).toContain(slug);
        expect(answer.alike.map(({ record }) => record.slug)).toContain(slug);
        expect(answer).toMatchObject({ asWritten: 0, instead: expect.arrayContaining([name]) });
      }),
      { numRuns: 12 },
    );
  });
});

test('whatever one mistake makes of a word shares a spelling with it', async () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcehiksutz'), minLength: 5, maxLength: 10 });
  const pair = fc
    .tuple(word, fc.constantFrom(...mistakesMade))
    .chain(([one, sort]) => fc.tuple(fc.constant(one), withMistake(one, sort)));
  const pairs = fc.sample(pair, 300);
  const rows = await database.owner.$queryRaw<{ one: string; other: string }[]>`
    SELECT one, other FROM jsonb_to_recordset(${JSON.stringify(pairs.map(([one, other]) => ({ one, other })))}::jsonb) AS p(one text, other text)
    WHERE NOT public.name_spellings(one) && public.name_spellings(other)`;
  expect(rows).toEqual([]);
});

test('a name that is like the whole question is meant, and nothing that shares a word with it', async () => {
  const answer = await find('Jonied Isles');
  expect(answer).toMatchObject({ instead: ['Joined Isles'], asWritten: 0 });
  expect(answer.alike.map(({ word, record }) => [word, record.slug])).toEqual([['jonied', 'joined-isles']]);
  expect(slugs(answer)).toEqual(expect.arrayContaining(['joined-isles', 'isles-say']));
  expect(slugs(answer)).not.toContain('joined-harbours');
  expect((await find('"Jonied Islse"')).instead).toEqual(['"Joined Isles"']);
});

test('of several words those alone are spelt otherwise that nothing on record has; the rest of the question stays', async () => {
  // "pilots" is like no name, and "isles" is one.
  const answer = await find('pilots Quarenia -ferry');
  expect(answer.instead).toEqual([]);
  expect((await find('keep Islse -ferry')).instead).toEqual(['keep Isles -ferry']);
  expect(slugs(await find('keep Islse -pilots'))).not.toContain('isles-say');
});

test('what is found as it is written is searched as it is written', async () => {
  expect(await find('strait')).toMatchObject({ alike: [], instead: [], asWritten: null });
  expect(await find('zzqxzzqx')).toMatchObject({ items: [], alike: [], instead: [], asWritten: null });
  // Four letters with another among them are another name.
  expect(await find('Mago')).toMatchObject({ alike: [], instead: [] });
  expect((await find('Maol')).instead).toEqual(['Malo']);
});

test('a filter stays, and names that lead to nothing within it are not held out', async () => {
  expect(slugs(await find('Islse', { kinds: ['statement'] }))).toEqual(['isles-say']);
  expect(await find('Islse', { kinds: ['programme'] })).toMatchObject({ items: [], alike: [], instead: [] });
});

test('a word that texts have is spelt as it is meant, and a short one means no longer name', async () => {
  // "keeps" stands in a text, and "harb" begins a name without being like it.
  expect((await find('"Quarenia keeps"')).instead).toEqual(['"Quarrenia keeps"']);
  expect(await find('harb')).toMatchObject({ alike: [], instead: [] });
  expect((await find('"Quarenia harb"')).instead).toEqual(['"Quarrenia harb"']);
  expect(await find('harb:capt Quarenia')).toMatchObject({ items: [], alike: [], instead: [] });
});

test('misspelt names that nothing has together are mended word by word, and only where each is', async () => {
  expect(await find('Harbuors Quarenia')).toMatchObject({ items: [], alike: [], asWritten: null, instead: ['Harbours Quarrenia'] }); // prettier-ignore
  expect(await find('"Harbuors" Quarenia Talland')).toMatchObject({ instead: ['"Harbours" Quarrenia Talland'] });
  expect(await find('Harbuors Quarenia zzqxzzqx')).toMatchObject({ instead: [] });
  expect(await find('Harbuors Quarenia', { kinds: ['programme'] })).toMatchObject({ instead: [], didYouMean: [] });
});

test('what only its filter leaves empty says how many there are without it, and of nothing outside', async () => {
  const without = { alike: [], instead: [], didYouMean: [], asWritten: null };
  const [all, before] = [await find('ferry'), await find('ferry', { from: '1983-01-01', to: '1983-12-31' })];
  expect(all.total.count).toBeGreaterThan(0);
  expect(all.elsewhere).toBeNull();
  expect(before).toMatchObject({ ...without, items: [], elsewhere: all.total });
  expect(await find('ferry', { kinds: ['programme'] })).toMatchObject({ ...without, elsewhere: all.total });
  expect(await find('zzqxzzqx', { kinds: ['programme'] })).toMatchObject({ elsewhere: null });
  expect(await find('strate', { kinds: ['programme'] })).toMatchObject({ didYouMean: [], elsewhere: null });
});

test('a year that is chosen is among those that are told, however many there are', async () => {
  const told = async (year: string | null) => (await find('voyage', { year })).facets.year.map(({ value }) => value);
  expect(await told(null)).toEqual(years.slice(2).toReversed());
  expect(await told('1990')).toEqual(['1990', ...years.slice(3)].toReversed());
});

test('the past is asked in the same way, and suggestions know the names too', async () => {
  const { recordedAt } = await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
  const query = { question: 'Qaurrenia', filter: searchFilter.parse({}), sort: 'relevance', limit: 20 } as const;
  const then = await asOf(database.past, recordedAt, (published) => search(published, query));
  expect(then.instead).toEqual(['Quarrenia']);
  const before = await asOf(database.past, new Date(0), (published) => search(published, query));
  expect(before).toMatchObject({ items: [], instead: [] });
  for (const typed of ['Qaurrenia', 'Islse', 'Щсатоградія'])
    expect((await suggest(database.reader, typed, 5)).length).toBeGreaterThan(0);
});

test('a question of nothing but misspelt words is answered in time', async () => {
  const words = ['Jonied', 'Islse', 'Harbuors', 'Quarenia', 'Counicl', 'Captians', 'Tallannd', 'Ostrvaa'];
  const question = `"${Array.from({ length: 29 }, (_, at) => words[at % words.length]).join(' ')}"`.slice(0, 200);
  const began = performance.now();
  const answer = await find(question);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(answer.items.length).toBeLessThanOrEqual(20);
});
