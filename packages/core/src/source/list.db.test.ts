import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { everySource, type SourceFilter } from '@rapporteur/domain/source-list';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { listSources } from './list';

let database: TestDatabase;
let people: ImportPeople;

const source = (slug: string, title: string, more: object = {}) => ({
  ...sampleSource,
  slug,
  content: { ...sampleSource.content, title, published: '2019-03-01', ...more },
});
const part = (number: number) => source(`table-${number}`, `A table, part ${number}`, { form: 'dataset' });
const parts = Array.from({ length: 12 }, (_, at) => part(at + 1));

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(
    database.owner,
    bundleOf(
      sampleSource,
      ...parts.toReversed(),
      sampleState('press'),
      source('alone-1', 'Alone, part 1', { form: 'dataset' }),
      source('speech-2', 'A speech, part 3', {
        form: 'transcript',
        published: '2018-01-01',
        publisher: 'actors/press',
      }),
      source('old', 'An old note', { form: 'other', published: '1950' }),
    ),
    people,
  );
});
afterAll(() => database.close());

const list = (filter: Partial<SourceFilter> = {}, after: string | null = null, limit = 50) =>
  listSources(database.reader, { ...everySource, ...filter, after, limit });
const slugs = ({ items }: Awaited<ReturnType<typeof list>>) => items.map(({ record }) => record.slug);

test('a work in parts stands once, by its first part, with how many it has', async () => {
  const page = await list();
  expect(slugs(page)).toEqual(expect.arrayContaining(['sample-report', 'table-1', 'alone-1', 'speech-2', 'old']));
  expect(page.items).toHaveLength(5);
  expect(page.total).toBe(16);
  expect(page.items.flatMap(({ work }) => (work === null ? [] : [work]))).toEqual([
    { of: 'table', title: 'A table', parts: 12 },
  ]);
});

test('its parts are listed in their order, page by page', async () => {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof list>> = await list({ of: 'table' }, after, 5);
    expect([page.total, page.title]).toEqual([12, 'A table']);
    found.push(...slugs(page));
    after = page.next;
    if (after === null) break;
  }
  expect(found).toEqual(parts.map(({ slug }) => slug));
  expect(await list({ of: 'speech' })).toMatchObject({ items: [], total: 0, title: null });
});

test('pages of the whole list hold each work once', async () => {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof list>> = await list({}, after, 2);
    found.push(...slugs(page));
    after = page.next;
    if (after === null) break;
  }
  expect(found).toEqual(slugs(await list()));
  await expect(list({}, 'nowhere')).rejects.toThrow('cursor');
});

test('it is narrowed by what sources are, who published them and when', async () => {
  expect(slugs(await list({ form: 'dataset' })).toSorted()).toEqual(['alone-1', 'table-1']);
  expect((await list({ form: 'dataset' })).total).toBe(13);
  expect(slugs(await list({ year: '1950' }))).toEqual(['old']);
  const { publishers } = await list();
  expect(publishers.map(({ slug }) => slug)).toContain('press');
  const press = publishers.find(({ slug }) => slug === 'press');
  expect(slugs(await list({ publisher: press?.id ?? '' }))).toEqual(['speech-2']);
  expect(slugs(await list({ publisher: press?.id ?? '', year: '2019' }))).toEqual([]);
});

test('without its first part a work stands by the next, and the past has what it had', async () => {
  const { recordedAt } = await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
  await importBundle(
    database.owner,
    bundleOf({ type: 'withdrawal', kind: 'source', slug: 'table-1', reason: 'It is no part.' }),
    people,
  );
  const now = await list();
  expect(now.items.find(({ work }) => work !== null)).toMatchObject({
    record: { slug: 'table-2' },
    work: { parts: 11 },
  });
  const then = await asOf(database.past, recordedAt, (published) =>
    listSources(published, { ...everySource, after: null, limit: 50 }),
  );
  expect(then.items.find(({ work }) => work !== null)).toMatchObject({
    record: { slug: 'table-1' },
    work: { parts: 12 },
  });
});
