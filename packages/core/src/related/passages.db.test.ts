import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { partAt, partLength } from '@rapporteur/domain/source-parts';
import type { ViewOf } from '@rapporteur/domain/views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState, sampleStatement } from '../bundle/sample';
import { getRecord } from '../record/read';
import { getTranslatedOrOriginal } from '../translation/read';

let database: TestDatabase;

/** Rows as a dataset has them, each different, over more than three parts. */
const rows = Array.from({ length: 3300 }, (_, at) => `${at},Harbour ${at},opened or closed,${at % 7}`);
const text = `number,harbour,what,days\n${rows.join('\n')}`;
const cited = [0, 400, 900, 1500, 2200, 2800, 3299];

const sourceOf = (slug: string, rights: 'full' | 'passages') => ({
  ...sampleSource,
  slug,
  content: {
    ...sampleSource.content,
    title: slug,
    form: 'dataset',
    rights,
    versions: [{ text, fetched: '2021-05-05T00:00:00Z' }],
  },
});
/** A passage of several rows each, so that those of one source are too much for one part. */
const sayingOf = (source: string, at: number, more = 0) => {
  const quote = rows.slice(at, at + 1 + more).join('\n');
  const line = sampleStatement(`${source}-${at}`, 'actors/sampleland');
  return { ...line, citations: line.citations.map((one) => ({ ...one, source: `sources/${source}`, quote })) };
};

beforeAll(async () => {
  database = await testDatabase();
  await importBundle(
    database.owner,
    bundleOf(
      sampleSource,
      sampleState(),
      sourceOf('whole', 'full'),
      sourceOf('few', 'passages'),
      sourceOf('many', 'passages'),
      ...cited.flatMap((at) => [sayingOf('whole', at), sayingOf('few', at)]),
      ...cited.map((at) => sayingOf('many', at, at === 3299 ? 0 : 200)),
    ),
    await samplePeople(database.owner),
  );
});
afterAll(() => database.close());

async function read(slug: string, part: number | null) {
  const answer = await getRecord(database.reader, { kind: 'source', slug }, part);
  if (answer?.found !== 'live') throw new Error(`no source ${slug}`);
  const [newest] = (answer.record as ViewOf<'source'>).texts;
  if (newest === undefined) throw new Error(`no text of ${slug}`);
  return newest;
}
const partsOf = async (slug: string) => {
  const { parts } = await read(slug, 1);
  return Promise.all(Array.from({ length: parts }, (_, at) => read(slug, at + 1)));
};

describe('a long text', () => {
  test('is read in parts that hold all of it, with the passages of each and their numbers', async () => {
    const parts = await partsOf('whole');
    expect(parts.length).toBe(Math.ceil(text.length / partLength));
    expect(parts.length).toBeGreaterThan(3);
    const lines = new Set(parts.flatMap((part) => part.text?.split('\n') ?? []));
    expect(lines).toEqual(new Set(text.split('\n')));
    const numbered = parts.flatMap(({ passages, before }) =>
      passages.map(({ id }, at) => [id, before.passages + at + 1]),
    );
    const all = await read('whole', null);
    expect(new Map(numbered as [string, number][])).toEqual(new Map(all.passages.map(({ id }, at) => [id, at + 1])));
    for (const { text: words, before, passagesInUse, resting } of parts) {
      expect(text.startsWith(words ?? '', before.length)).toBe(true);
      expect(text.slice(0, before.length).split('\n').filter(Boolean)).toHaveLength(before.paragraphs);
      expect([passagesInUse, resting]).toEqual([cited.length, cited.length]);
    }
  });

  test('holds each passage in the part that its place names', async () => {
    const all = await read('whole', null);
    expect(all).toMatchObject({ part: 1, parts: 1, text, before: { length: 0, paragraphs: 0, passages: 0 } });
    for (const { id, start, exact } of all.passages) {
      const part = await read('whole', partAt(start));
      expect(part.passages.map((passage) => passage.id)).toContain(id);
      expect(part.text).toContain(exact);
    }
  });

  test('has nothing beyond its last part', async () => {
    expect(await read('whole', 999)).toMatchObject({
      text: '',
      passages: [],
      parts: Math.ceil(text.length / partLength),
    });
  });
});

describe('a text of which passages alone are public', () => {
  test('is read at once where they are few, whatever part is asked for', async () => {
    const few = await read('few', 3);
    expect(few).toMatchObject({ text: null, part: 1, parts: 1 });
    expect(few.passages).toHaveLength(cited.length);
  });

  test('is read in parts where they are much, each passage in the one in which it begins', async () => {
    const parts = await partsOf('many');
    expect(parts.length).toBeGreaterThan(3);
    const found = parts.flatMap(({ passages, part }) => passages.map(({ id, start }) => [id, partAt(start) === part]));
    expect(found.map(([, fits]) => fits)).toEqual(cited.map(() => true));
    expect(parts.at(-1)?.before.passages).toBe(cited.length - (parts.at(-1)?.passages.length ?? 0));
  });
});

test('other languages read the same parts', async () => {
  const told = await getTranslatedOrOriginal(database.reader, { kind: 'source', slug: 'whole', language: 'uk' }, 2);
  const original = await getRecord(database.reader, { kind: 'source', slug: 'whole' }, 2);
  expect(told?.found === 'live' && told.record.texts).toEqual(original?.found === 'live' && original.record.texts);
});
