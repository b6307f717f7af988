import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { publishedTranslation } from '../testing/translation';
import { listMoments, type Moments } from './moments';

let database: TestDatabase;
let people: ImportPeople;
const state = { kind: 'actor', slug: 'sampleland', language: null } as const;
const read = (of: Parameters<typeof listMoments>[1]['of'], before: number | null = null, limit = 100) =>
  listMoments(database.reader, { of, before, limit });
const put = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
const described = (description: string) => {
  const sample = sampleState();
  return { ...sample, content: { ...sample.content, description } };
};

beforeAll(async () => {
  database = await testDatabase();
  expect(await read(null)).toBeNull();
  people = await samplePeople(database.owner);
  await put(sampleSource, sampleState(), sampleState('otherland'));
  await put(described('A country.'));
  const { id } = await database.owner.record.findFirstOrThrow({ where: { slug: 'sampleland' } });
  const texts = { '/description': 'Un pays.' };
  await publishedTranslation(database.owner, people, { id, language: 'fr', baseRevision: 2, texts });
  await put({ type: 'withdrawal', kind: 'actor', slug: 'sampleland', reason: 'There is none.' });
});
afterAll(() => database.close());

async function logged(slug?: string): Promise<string[]> {
  const rows = await database.owner.publication.findMany({
    where: slug === undefined ? {} : { slug },
    orderBy: { sequence: 'desc' },
  });
  return rows.map(({ recordedAt }) => recordedAt.toISOString());
}

describe('the moments of a record', () => {
  it('are all its changes, its withdrawal among them, newest first', async () => {
    const at = await logged('sampleland');
    expect(at).toHaveLength(4);
    expect(await read(state)).toMatchObject({ first: at.at(-1), last: at[0], items: at.map((one) => ({ at: one })) });
  });

  it('in another language begin with its first translation', async () => {
    const at = (await logged('sampleland')).slice(0, 2);
    expect(await read({ ...state, language: 'fr' })).toMatchObject({ first: at[1], last: at[0], next: null });
    expect(await read({ ...state, language: 'hu' })).toBeNull();
  });

  it('are none of what never was', async () => {
    expect(await read({ ...state, slug: 'never-was' })).toBeNull();
  });

  it('of the whole record are read page by page, each once', async () => {
    const seen: string[] = [];
    let page: Moments | null = null;
    do {
      page = await read(null, page?.next ?? null, 2);
      seen.push(...(page?.items ?? []).map(({ at }) => at));
    } while (page?.next);
    expect(seen).toEqual(await logged());
    expect(page).toMatchObject({ first: seen.at(-1), last: seen[0] });
  });
});
