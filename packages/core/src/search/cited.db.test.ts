import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { selectPassage } from '@rapporteur/domain/passage';
import { searchText } from '@rapporteur/domain/search/search-text';
import { lookedAt, searchFilter, type SearchAnswer, type SearchFilter } from '@rapporteur/domain/search/views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople } from '../bundle/sample';
import { feedOfSearch } from '../feed/search';
import { freezeQuestion } from '../question/freeze';
import { createDraft } from '../record/create';
import { verify } from '../verify';
import { search } from './find';
import { matching } from './matching';
import { searchedRecord, searchedSource, statement, straitIssue } from './sample';

let database: TestDatabase;
let people: ImportPeople;

const heard = 'Talland will keep the lantern lit at the harbour.';
const unquoted = 'The chandler closed his workshop.';
const again = 'The buoys are painted green.';
const letter = {
  ...searchedSource,
  slug: 'letter',
  content: {
    ...searchedSource.content,
    title: 'A letter',
    form: 'article',
    rights: 'passages',
    versions: [{ text: [heard, unquoted, again].join('\n\n'), fetched: '2021-05-05T00:00:00Z' }],
  },
};

/** A statement in words of its own, which rests on a passage of a source. */
function resting(slug: string, quote: string, source = 'letter') {
  const said = statement(slug, 'A promise about the night.', quote);
  const cited = { field: '/claims/0', role: 'supports', source: `sources/${source}`, quote };
  return { ...said, citations: [...said.citations.slice(0, 2), cited] };
}
const put = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await put(...searchedRecord, letter, resting('lantern', heard));
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

describe('a source whose text may not be shown whole', () => {
  test('is found by what is cited from it, beside the record that rests on it, and shows that passage', async () => {
    for (const words of ['lanterns harbour', '"keep the lantern lit"']) {
      const answer = await find(words);
      expect(slugs(answer)).toEqual(['lantern', 'letter']);
      const hit = answer.items.find(({ record }) => record.slug === 'letter');
      expect(hit?.excerpt).toMatchObject({ from: 'passage', place: { source: { slug: 'letter' } } });
      expect(hit?.excerpt?.text.some(({ found }) => found)).toBe(true);
    }
  });

  test('is not found by the rest of its text', async () => {
    expect(slugs(await find('chandler workshop'))).toEqual([]);
    expect(slugs(await find('lantern workshop'))).toEqual([]);
    expect(slugs(await find('lantern -harbour'))).toEqual([]);
  });

  test('is counted and narrowed to as any other, and stands in its place by date', async () => {
    const answer = await find('lantern');
    const count = answer.facets.kind.find(({ value }) => value === 'source')?.count;
    expect(count).toBe(1);
    for (const filter of [{ kinds: ['source' as const] }, { from: '2021-05-04', to: '2021-05-04' }, { year: '2021' }])
      expect(slugs(await find('lantern', filter))).toContain('letter');
    expect(slugs(await find('lantern', { kinds: ['source'] }))).toEqual(['letter']);
    for (const filter of [{ kinds: ['statement' as const] }, { year: '2022' }, { language: 'uk' as const }])
      expect(slugs(await find('lantern', filter))).not.toContain('letter');
    const byDate = { ...query('lantern'), sort: 'date' as const, limit: 1 };
    const first = await search(database.reader, byDate);
    const second = await search(database.reader, { ...byDate, after: first.next });
    expect([first, second].map(slugs)).toEqual([['letter'], ['lantern']]);
    expect(second.next).toBeNull();
    const frozen = await freezeQuestion(database.reader, {
      of: 'search',
      question: 'lantern',
      filter: none,
      sort: 'date',
    });
    expect(frozen).toMatchObject({ count: 2, complete: true });
  });

  test('is found as long as something public cites it: not by a draft, not after a correction, and in the past as it was', async () => {
    await draftCiting(again);
    expect(slugs(await find('buoys green'))).toEqual([]);
    await put(resting('buoys', again));
    expect(slugs(await find('buoys green'))).toEqual(['buoys', 'letter']);
    const cited = await newest();
    await put({ ...resting('buoys', heard), change: 'correct', note: 'It was said elsewhere.' });
    expect(slugs(await find('buoys green'))).toEqual([]);
    const corrected = await newest();
    for (const slug of ['buoys', 'lantern'])
      await put({ type: 'withdrawal', kind: 'statement', slug, reason: 'Nobody said so.' });
    expect(slugs(await find('lantern harbour'))).toEqual([]);
    const then = (instant: Date, words: string) =>
      asOf(database.past, instant, (published) => search(published, query(words)));
    expect(slugs(await then(cited, 'buoys green'))).toEqual(['buoys', 'letter']);
    expect(slugs(await then(corrected, 'buoys green'))).toEqual([]);
    expect(slugs(await then(corrected, 'lantern harbour'))).toEqual(['buoys', 'lantern', 'letter']);
    expect(await verify(database.owner)).toEqual([]);
  });
});

test('the rows of a dataset are found by the records that rest on them', async () => {
  const table = 'state,answer\nTalland,oilskin';
  const rows = {
    ...letter.content,
    title: 'Answers',
    form: 'dataset',
    versions: [{ text: table, fetched: '2021-05-05T00:00:00Z' }],
  };
  await put({ ...letter, slug: 'answers', content: rows }, resting('oilskin', 'Talland,oilskin', 'answers'));
  expect(slugs(await find('oilskin'))).toEqual(['oilskin']);
});

test('the feed of a search takes back no source that is still found, by its text or by what is cited from it', async () => {
  const pelican = 'A pelican was seen.';
  const source = (title: string, rights: string) => {
    const versions = [{ text: pelican, fetched: '2021-05-05T00:00:00Z' }];
    return { ...letter, slug: rights, content: { ...letter.content, title, rights, versions } };
  };
  await put(source('The pelican', 'passages'), source('The pelican', 'full'), resting('bird', pelican, 'passages'));
  const states = async () => {
    const filter = searchFilter.parse({ kinds: ['source'] });
    const { items } = await feedOfSearch(database.reader, { of: 'search', question: 'pelican', filter, sort: 'date' });
    return items.map(({ record, state }) => `${record.slug} ${state}`).toSorted();
  };
  expect(await states()).toEqual(['full live', 'passages live']);
  const change = { change: 'correct', note: 'It has another title.' };
  for (const rights of ['full', 'passages']) await put({ ...source('A bird', rights), ...change });
  expect(await states()).toEqual(['full live', 'passages live']);
  await put({ ...resting('bird', heard), change: 'correct', note: 'It rests on something else.' });
  expect(await states()).toEqual(['full live', 'passages left']);
});

test('facets count no more records than are looked at, and no words are carried along to be counted', async () => {
  const rolledBack = new Error('rolled back');
  const planted = database.owner.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT history.begin_publication()`;
    await tx.$executeRaw`
      INSERT INTO "SearchEntry" ("id", "recordId", "kind", "language", "sortKey", "precedence", "facets", "words")
      SELECT 'q' || n, 'q' || n, 'issue', 'en', '', '', ARRAY['kind issue', 'language en'],
        to_tsvector('public.search_en', 'quagga') || array_to_tsvector(ARRAY['kind issue', 'language en'])
      FROM generate_series(1, ${lookedAt + 1}::int) AS n`;
    for (const filter of [none, { ...none, kinds: ['issue' as const] }]) {
      const answer = await search(tx, query('quagga', filter));
      expect(answer.total).toEqual({ count: lookedAt, atLeast: true });
      expect(answer.facets.kind).toEqual([{ value: 'issue', count: lookedAt }]);
      expect(answer.facets.language).toEqual([{ value: 'en', count: lookedAt }]);
    }
    throw rolledBack;
  });
  await expect(planted).rejects.toBe(rolledBack);
  const match = {
    where: `'quagga'`,
    said: `'quagga'`,
    besides: '',
    rank: `'quagga'`,
    told: `'quagga'`,
    named: [],
    stems: [],
    words: [],
    within: () => null,
  };
  const [plan] = await database.reader.$queryRaw<{ 'QUERY PLAN': unknown }[]>`
    EXPLAIN (VERBOSE, FORMAT JSON) WITH ${matching(match, none)} SELECT * FROM own UNION ALL SELECT "id", "recordId", "precedence", "facets" FROM cited`;
  const outputs = [...JSON.stringify(plan).matchAll(/"Node Type":"(?:Limit|CTE Scan)".*?"Output":\[(.*?)\]/g)];
  expect(outputs.length).toBeGreaterThan(1);
  for (const [, output] of outputs) expect(output).not.toContain('words');
});

test('a record that says all of it itself goes before those that say it in part, or rest on it', async () => {
  const kept = 'Long after the meeting, and far from it, the mole in the southern basin was strengthened with granite.';
  const source = {
    ...searchedSource,
    slug: 'basin-report',
    content: {
      ...searchedSource.content,
      title: 'A report on the basin',
      versions: [{ text: `${kept} Granite is dear.`, fetched: '2021-05-05T00:00:00Z' }],
    },
  };
  const saying = statement('mole', kept, kept);
  const cites = (field: string, quote: string) => ({
    field,
    role: 'supports',
    source: 'sources/basin-report',
    quote,
  });
  const content = { question: 'Mole or basin?', shortTitle: 'Works', description: null, programmes: [] };
  const records = [
    { ...saying, citations: [...saying.citations.slice(0, 2), cites('/claims/0', kept)] },
    { ...straitIssue, slug: 'mole-or-basin', content, citations: [cites('/question', 'Granite is dear.')] },
  ];
  await put(...searchedRecord, source, ...records);
  expect((await find('mole basin granite')).items[0]?.record.slug).toBe('mole');
});

test('passages are parted into words as all else that is searched', async () => {
  const texts = [
    'The U.N. and the U.S.A. met: “cease-fire”, 1,200 troops; and/or half—a day…',
    'Угода (про безпеку) О.О.Н. набула чинності!',
    "L'accord d’État, e\u0301crit: n'est-ce pas?",
    'see https://example.org/a_b?c=d&e=1 or mail@example.org #tag 3.5% x.y',
    'A „szoros” nyitva; §12(3)—bis',
  ];
  for (const text of texts) {
    const [row] = await database.owner.$queryRaw<{ passage: string; text: string }[]>`
      SELECT public.passage_words(${text})::text AS passage, (to_tsvector('public.search_en', ${searchText(text)})
        || to_tsvector('public.search_plain', ${searchText(text)}))::text AS text`;
    expect(row?.passage).toBe(row?.text);
  }
});

/** A draft that rests on a passage of the letter. */
async function draftCiting(quote: string): Promise<void> {
  const { id } = await database.owner.entry.findFirstOrThrow({ where: { slug: 'letter' } });
  const { sha256 } = await database.owner.sourceVersion.findFirstOrThrow({ where: { recordId: id } });
  const [{ text } = { text: '' }] = letter.content.versions;
  const start = text.indexOf(quote);
  const passage = { source: id, ...selectPassage(text, start, start + quote.length, sha256) };
  const content = { question: 'Is it seen by day?', shortTitle: 'The day', description: null, programmes: [] };
  const citations = [{ field: '/question', role: 'supports' as const, passage }];
  await createDraft(database.owner, people.importer, { kind: 'issue', slug: 'day', content, citations });
}

async function newest(): Promise<Date> {
  const { recordedAt } = await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
  return recordedAt;
}
