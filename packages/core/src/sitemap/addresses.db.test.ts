import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { createDraft } from '../record/create';
import { publishedTranslation } from '../testing/translation';
import { addressesIn, countParts, newsSince } from './addresses';

let database: TestDatabase;
let people: ImportPeople;
const put = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
const article = {
  type: 'record',
  kind: 'article',
  slug: 'calm-at-last',
  content: {
    title: 'Calm at last',
    standfirst: 'They met.',
    byline: 'Ada Writer',
    date: '2021-05-05',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The meeting was calm.' }] }] },
  },
  citations: [{ field: '/body', role: 'supports', source: 'sources/sample-report', quote: 'The meeting was calm' }],
};

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  const state = sampleState();
  await put(sampleSource, { ...state, content: { ...state.content, description: 'A country.' } }, sampleState('gone'));
  const { id } = await database.owner.record.findFirstOrThrow({ where: { slug: 'sampleland' } });
  const texts = { '/description': 'Un pays.' };
  await publishedTranslation(database.owner, people, { id, language: 'fr', baseRevision: 1, texts });
  await put({ type: 'withdrawal', kind: 'actor', slug: 'gone', reason: 'There is none.' });
  const hidden = { kind: 'actor', slug: 'canary', content: state.content, citations: [] } as const;
  await createDraft(database.owner, people.importer, hidden);
});
afterAll(() => database.close());

describe('the addresses of the record', () => {
  it('are those of live records, with their languages and the instant of their newest version', async () => {
    const addresses = await addressesIn(database.reader, 1);
    expect(addresses.map(({ kind, slug, languages }) => [kind, slug, languages])).toEqual([
      ['actor', 'sampleland', ['fr']],
      ['source', 'sample-report', []],
    ]);
    const entry = await database.owner.entry.findFirstOrThrow({ where: { slug: 'sampleland' } });
    expect(addresses[0]?.changedAt).toBe(entry.publishedAt.toISOString());
    expect(await countParts(database.reader)).toBe(1);
    expect(await addressesIn(database.reader, 2)).toEqual([]);
  });
});

describe('the news of the record', () => {
  it('are articles that were first published since, whatever happened to them later', async () => {
    const before = new Date(Date.now() - 60_000);
    expect(await newsSince(database.reader, before)).toEqual([]);
    await put(article);
    const first = await newsSince(database.reader, before);
    expect(first).toMatchObject([{ slug: 'calm-at-last', title: 'Calm at last' }]);
    await put({ ...article, content: { ...article.content, title: 'Calm, at last' }, change: 'edit' });
    expect(await newsSince(database.reader, before)).toMatchObject([{ ...first[0], title: 'Calm, at last' }]);
    const { recordedAt } = await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    expect(await newsSince(database.reader, recordedAt)).toEqual([]);
    await put({ type: 'withdrawal', kind: 'article', slug: 'calm-at-last', reason: 'It was not.' });
    expect(await newsSince(database.reader, before)).toEqual([]);
  });
});
