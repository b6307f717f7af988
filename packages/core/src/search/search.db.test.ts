import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import { searchFilter, type SearchAnswer, type SearchFilter } from '@rapporteur/domain/search/views';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople } from '../bundle/sample';
import { createDraft } from '../record/create';
import { withdraw } from '../record/withdraw';
import { publishedTranslation } from '../testing/translation';
import { withdrawTranslation } from '../translation/publish';
import { search } from './find';
import { searchedRecord, searchedSource, statement } from './sample';
import { suggest } from './suggest';

let database: TestDatabase;
let people: ImportPeople;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(...searchedRecord), people);
});
afterAll(() => database.close());

const none = searchFilter.parse({});
const query = (question: string, filter: Partial<SearchFilter> = {}) => ({
  question,
  filter: { ...none, ...filter },
  sort: 'relevance' as const,
  limit: 20,
});
const find = (question: string, filter: Partial<SearchFilter> = {}) => search(database.reader, query(question, filter));
const slugs = ({ items }: SearchAnswer) => items.map(({ record }) => record.slug).toSorted();
const marked = ({ items }: SearchAnswer, slug: string) => {
  const hit = items.find(({ record }) => record.slug === slug);
  return [...(hit?.title ?? []), ...(hit?.excerpt?.text ?? [])].flatMap(({ text, found }) => (found ? [text] : []));
};
const idOf = async (slug: string) => (await database.owner.entry.findFirstOrThrow({ where: { slug } })).id;

describe('words and phrases', () => {
  test('are found by their stems, ranked and marked', async () => {
    const answer = await find('closing straits');
    expect(slugs(answer)).toContain('refusal');
    expect(marked(answer, 'refusal')).toEqual(expect.arrayContaining(['close', 'strait']));
    expect(answer).toMatchObject({ ranked: 'all', empty: false, next: null });
  });

  test('a phrase is its words in their order; what has a hyphen before it is left out', async () => {
    expect(slugs(await find('"pilot boats"'))).toContain('boats');
    expect(slugs(await find('"boats pilot"'))).toEqual([]);
    expect(marked(await find('"close the strait"'), 'refusal')).toEqual(expect.arrayContaining(['close', 'strait']));
    expect(marked(await find('"close the strait"'), 'refusal')).not.toContain('the');
    expect(slugs(await find('strait -refuses'))).not.toContain('refusal');
    expect(slugs(await find('talks -"go on"', { kinds: ['position'] }))).toEqual([]);
  });

  test('the text of a source and the passages that are cited are found too', async () => {
    const answer = await find('ferry');
    expect(slugs(answer)).toEqual(['sample-report']);
    expect(answer.items[0]?.excerpt).toMatchObject({ from: 'source' });
  });

  test('an excerpt says in which language it is written', async () => {
    const words = 'A rakpartot lezárták a viharban.';
    const source = {
      ...searchedSource,
      slug: 'quay-report',
      content: {
        ...searchedSource.content,
        title: 'Jelentés',
        language: 'hu',
        rights: 'passages',
        versions: [{ text: words, fetched: '2021-05-05T00:00:00Z' }],
      },
    };
    const quay = statement('quay', 'The quay is closed for now.', words);
    const cited = { field: '/claims/0', role: 'supports', source: 'sources/quay-report', quote: words };
    const record = { ...quay, citations: [...quay.citations.slice(0, 2), cited] };
    await importBundle(database.owner, bundleOf(...searchedRecord, source, record), people);
    const [hit] = (await find('rakpartot')).items;
    expect(hit?.excerpt).toMatchObject({
      from: 'passage',
      language: 'hu',
      place: { id: expect.stringMatching(/^\w+/), source: { slug: 'quay-report', state: 'live' } },
    });
    expect((await find('ferry')).items[0]?.excerpt).toMatchObject({ from: 'source', language: 'en' });
    expect((await find('quay closed')).items[0]?.excerpt).toMatchObject({ from: 'record', language: null });
  });

  test('words that stand in every text are nothing to look for', async () => {
    const answer = await find('the of');
    // Without stems they are words like others, and no English text has them.
    expect(slugs(answer)).toEqual(slugs(await find('zzqx')));
  });
});

describe('names', () => {
  test.each(['Talland', 'TALLORSZÁG', 'tallorszag', 'Талландія', 'талландія'])(
    'a record is found by any name of its actor: %s',
    async (name) => {
      const answer = await find(name);
      expect(slugs(answer)).toEqual(expect.arrayContaining(['talland', 'refusal', 'talland-strait']));
      expect(answer.named.map(({ record }) => record.slug)).toEqual(['talland']);
    },
  );

  test.each(['Szilvássy', 'Szilvassy', 'SZILVASSY', 'Silvasi', 'Szilvasy', 'Сілваші', 'Сильваші', 'Szylvasi'])(
    'a person is found by a name that is spelt otherwise: %s',
    async (name) => {
      expect(slugs(await find(name))).toEqual(expect.arrayContaining(['arpad-szilvassy', 'boats']));
    },
  );

  test('what was taken for a name is told', async () => {
    const answer = await find('Silvasi');
    expect(answer.alike.map(({ word, record }) => [word, record.slug])).toEqual([['silvasi', 'arpad-szilvassy']]);
    const whole = await find('taland strayt');
    expect(whole.alike.map(({ record }) => record.slug)).toEqual(expect.arrayContaining(['talland']));
  });
});

describe('facets', () => {
  test('count what was found, and narrow it', async () => {
    const answer = await find('strait');
    const count = (kind: string) => answer.facets.kind.find(({ value }) => value === kind)?.count;
    expect(count('statement')).toBeGreaterThanOrEqual(1);
    expect(count('position')).toBe(1);
    expect(answer.facets.stance).toEqual([{ value: 'opposes', count: 1 }]);
    expect(answer.facets.issue.map(({ value }) => value.slug)).toEqual(['strait']);
    const narrowed = await find('strait', { kinds: ['position'] });
    expect(slugs(narrowed)).toEqual(['talland-strait']);
    // The other kinds can still be chosen.
    expect(narrowed.facets.kind.length).toBe(answer.facets.kind.length);
    const by = await find('', { actor: await idOf('arpad-szilvassy') });
    expect(slugs(by)).toEqual(['arpad-szilvassy', 'boats']);
    expect(by.narrowedTo.map(({ slug }) => slug)).toEqual(['arpad-szilvassy']);
    expect(slugs(await find('boats', { year: '2021' }))).not.toContain('boats');
    const day = { from: '2022-01-01', to: '2022-01-01' };
    expect(slugs(await find('boats', day))).toEqual(['boats']);
    // Days alone are a question too.
    const then = await find('', day);
    expect(slugs(then)).toContain('boats');
    expect(then.facets.kind.reduce((sum, { count: each }) => sum + each, 0)).toBe(then.total.count);
  });

  test('a list by date goes through everything, page by page, the newest first', async () => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page: SearchAnswer = await search(database.reader, { ...query('talland'), sort: 'date', after, limit: 2 });
      found.push(...page.items.map(({ record }) => record.slug));
      expect(page.items.length).toBeLessThanOrEqual(2);
      after = page.next;
      if (after === null) break;
    }
    expect(found.toSorted()).toEqual(slugs(await find('talland')));
    expect(new Set(found).size).toBe(found.length);
    await expect(search(database.reader, { ...query('talland'), after: 'nowhere' })).rejects.toThrow(RapporteurError);
  });

  test('a ranked list goes on by cursor as well', async () => {
    const all = (await find('talland')).items.map(({ record }) => record.slug);
    const first = await search(database.reader, { ...query('talland'), limit: 2 });
    const second = await search(database.reader, { ...query('talland'), limit: 2, after: first.next });
    expect([...first.items, ...second.items].map(({ record }) => record.slug)).toEqual(all.slice(0, 4));
  });
});

describe('what is not public', () => {
  const secret = 'Quillonfar';

  test('a draft is not found by any word, name or likeness of it', async () => {
    await createDraft(database.owner, people.importer, {
      kind: 'issue',
      slug: 'secret-talks',
      content: { question: `Will ${secret} be told?`, shortTitle: secret, description: null, programmes: [] },
      citations: [],
      note: null,
    });
    const nonsense = { ...(await find('Zyxwvutar')), alike: [], didYouMean: [] };
    for (const words of [secret, 'Quilonfar', `"Will ${secret}"`, 'quillonfars'])
      expect(await find(words)).toEqual(nonsense);
    expect(await suggest(database.reader, 'Quillon', 8)).toEqual([]);
    // A projection that forgot to wait for the publication would be noticed.
    const { id } = await database.owner.record.findFirstOrThrow({ where: { slug: 'secret-talks' } });
    const leaked = { id, recordId: id, kind: 'issue', language: 'en', sortKey: '', precedence: 'z' };
    const texts = [{ config: 'en', weight: 'A', text: secret.toLowerCase() }];
    const name = { id, recordId: id, kind: 'issue', text: secret, language: 'en', folded: ' quillonfar ', sounds: [] };
    const plant = async (entries: object[], names: object[]) =>
      database.owner.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT history.begin_publication()`;
        await tx.$executeRaw`SELECT history.sync(${[id]}::text[], ${JSON.stringify({ SearchEntry: entries, SearchName: names })}::jsonb)`;
      });
    await plant([{ ...leaked, facets: ['kind issue'], texts }], [name]);
    expect(await find(secret)).not.toEqual(nonsense);
    await plant([], []);
    expect(await find(secret)).toEqual(nonsense);
  });

  test('what was withdrawn is gone, and is found as of a date before', async () => {
    const { owner, reader, past } = database;
    await importBundle(
      owner,
      bundleOf(statement('lighthouse', 'The lighthouse keeper left.', 'pilot boats were replaced')),
      people,
    );
    expect(slugs(await find('lighthouse'))).toEqual(['lighthouse']);
    const { recordedAt } = await owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    const id = await idOf('lighthouse');
    const { lockVersion } = await owner.record.findUniqueOrThrow({ where: { id } });
    await withdraw(owner, people.reviewer, { id, expectedVersion: lockVersion, reason: 'Nobody said so.' });
    expect(slugs(await find('lighthouse'))).toEqual([]);
    const then = await asOf(past, recordedAt, (published) => search(published, query('lighthouse')));
    expect(slugs(then)).toEqual(['lighthouse']);
    const misspelt = await asOf(past, recordedAt, (published) => search(published, query('Silvasi')));
    expect(slugs(misspelt)).toEqual(slugs(await search(reader, query('Silvasi'))));
    expect((await asOf(past, recordedAt, (published) => suggest(published, 'szil', 5))).length).toBe(1);
    const before = await asOf(past, new Date(0), (published) => search(published, query('strait')));
    expect(before).toMatchObject({ items: [], total: { count: 0, atLeast: false } });
  });
});

test('a translation is found in its language, as long as it is public and fits', async () => {
  const { owner } = database;
  const id = await idOf('refusal');
  const texts = {
    '/text': 'Талландія відмовляється закрити протоку.',
    '/claims/0/text': 'Протока лишається відкритою.',
  };
  await publishedTranslation(owner, people, { id, language: 'uk', baseRevision: 1, texts });
  const answer = await find('протоку');
  expect(answer.items.map(({ record, language }) => [record.slug, language])).toEqual([['refusal', 'uk']]);
  expect(marked(answer, 'refusal')).toEqual(['протоку']);
  // One record, once.
  expect(slugs(await find('Талландія')).filter((slug) => slug === 'refusal')).toEqual(['refusal']);
  expect((await find('протоку', { language: 'en' })).items).toEqual([]);
  const newest = await owner.translation.findFirstOrThrow({ where: { recordId: id, language: 'uk' } });
  const target = { id, language: 'uk' as const, expectedVersion: newest.lockVersion };
  await withdrawTranslation(owner, people.reviewer, { ...target, reason: 'Wrong.' });
  expect((await find('протоку')).items).toEqual([]);
});

describe('hostile questions', () => {
  test.each([
    "' | ''",
    'a:*',
    '!!!',
    '((((',
    '<->',
    "\\' & 'kind issue'",
    "'kind statement'",
    '%',
    '_',
    '"',
    '""',
    '-',
    '--',
    '-"',
    'x\'); DROP TABLE "Entry"; --',
  ])('is nothing but text: %s', async (question) => {
    expect(await find(question)).toMatchObject({ ranked: 'all' });
    await suggest(database.reader, question, 5);
  });

  test('whatever is asked is answered, in bounds', { timeout: 60_000 }, async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...`"'\\&|!()<>-:*%_ ab\u0301\u202eї“„`), maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (question) => {
        fc.pre(!question.includes('\0'));
        const answer = await find(question);
        expect(answer.items.length).toBeLessThanOrEqual(20);
        await suggest(database.reader, question, 5);
      }),
      { numRuns: 150 },
    );
  });
});
