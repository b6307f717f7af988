import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { feedView, type FeedView } from '@rapporteur/domain/feed-views';
import { searchFilter } from '@rapporteur/domain/search/views';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState, sampleStatement } from '../bundle/sample';
import { writeKeys } from '../record/key-cursor';
import { feedAbout } from './about';
import { feedOfCorrections } from './corrections';
import { itemsOfFeed } from './items';
import { feedOfSearch } from './search';
import { feedOfRecord } from './whole';

// Feeds with more entries than they hold at once, read back part by part as their readers do.

let database: TestDatabase;
let people: ImportPeople;
const put = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
const numbers = Array.from({ length: 130 }, (_, at) => at);
const state = (slug: string, description: string | null = null) => {
  const line = sampleState(slug);
  return {
    ...line,
    content: { ...line.content, names: [{ text: slug, language: 'en', use: 'preferred' }], description },
  };
};
const saying = (at: number) => sampleStatement(`saying-${at}`, 'actors/heard');

type Ask = (after: string | null) => Promise<FeedView>;
const whole: Ask = (after) => feedOfRecord(database.reader, after);
const corrections: Ask = (after) => feedOfCorrections(database.reader, after);
const about: Ask = async (after) => {
  const answer = await feedAbout(database.reader, { kind: 'actor', slug: 'heard' }, after);
  if (answer?.found !== 'live') throw new Error('no feed of the actor');
  return answer.feed;
};
const search: Ask = (after) =>
  feedOfSearch(
    database.reader,
    { of: 'search', question: 'calm', filter: searchFilter.parse({}), sort: 'date' },
    after,
  );

/** Every part of a feed, from the newest on, as whoever follows `next` reads them. */
async function walk(ask: Ask): Promise<{ after: string | null; feed: FeedView }[]> {
  const parts: { after: string | null; feed: FeedView }[] = [];
  for (let after: string | null = null; ;) {
    const feed = feedView.parse(await ask(after));
    parts.push({ after, feed });
    expect(parts.length).toBeLessThan(20);
    if (feed.older === null) return parts;
    after = feed.older;
  }
}
const slugsOf = (parts: readonly { feed: FeedView }[]) =>
  parts.flatMap(({ feed }) => feed.items.map(({ record }) => record.slug));

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await put(sampleSource, state('heard'), ...numbers.map((at) => state(`state-${at}`)));
  await put(...numbers.map(saying));
}, 60_000);
afterAll(() => database.close());

test('every record is reached by the feed of the whole record, in one place, under one name', async () => {
  const parts = await walk(whole);
  const live = await database.owner.entry.findMany({ select: { slug: true } });
  expect(new Set(slugsOf(parts))).toEqual(new Set(live.map(({ slug }) => slug)));
  expect(slugsOf(parts)).toHaveLength(live.length);
  expect(new Set(parts.map(({ feed }) => feed.urn)).size).toBe(1);
  const [first, ...archives] = parts.map(({ feed }) => feed.items.length);
  expect(first).toBeGreaterThanOrEqual(itemsOfFeed);
  expect(first).toBeLessThan(2 * itemsOfFeed);
  for (const entries of archives) expect(entries).toBeLessThanOrEqual(itemsOfFeed);
  // The way back leads through the same archives.
  for (const [at, { feed }] of parts.entries()) if (at > 1) expect(feed.newer).toBe(parts[at - 1]?.after);
});

test('an archive stays as it is while others publish, and gives up what changes to a newer part', async () => {
  const before = (await walk(whole)).slice(1);
  const oldest = before.at(-1)?.feed.items.at(-1)?.record.slug ?? '';
  expect(oldest).not.toBe('');
  await put(...numbers.slice(0, 60).map((at) => state(`later-${at}`)));
  const after = await walk(whole);
  for (const { after: place, feed } of before)
    expect(after.find((part) => part.after === place)?.feed.items).toEqual(feed.items);
  await put({ ...state('state-3', 'It is small.'), change: 'correct', note: 'We had its size wrong.' });
  const again = await walk(whole);
  expect(again[0]?.feed.items[0]).toMatchObject({ record: { slug: 'state-3' }, action: 'correct' });
  expect(slugsOf(again.slice(1)).filter((slug) => slug === 'state-3')).toEqual([]);
  await expect(whole('51')).rejects.toThrow('no such page');
  await expect(whole('1000000')).rejects.toThrow('no such page');
  await expect(whole('1 OR 1=1')).rejects.toThrow('no such page');
});

test('every correction is reached, once in the archives, which stay as they are', async () => {
  const correct = (name: string, from: number, to: number) =>
    put(
      ...numbers.slice(from, to).map((at) => ({
        ...state(`${name}-${at}`, `It has ${at} hills.`),
        change: 'correct',
        note: `There are ${at}.`,
      })),
    );
  await correct('state', 10, 129);
  expect((await walk(corrections)).map(({ feed }) => feed.items.length)).toEqual([70, 50]);
  await correct('later', 10, 40);
  const before = await walk(corrections);
  expect(before.map(({ feed }) => feed.items.length)).toEqual([50, 50, 50]);
  const all = await database.owner.publication.count({ where: { action: 'correct' } });
  const urns = before.flatMap(({ feed }) => feed.items.map(({ urn }) => urn));
  expect([urns.length, new Set(urns).size]).toEqual([all, all]);
  await put({ type: 'withdrawal', kind: 'actor', slug: 'later-1', reason: 'There is none.' });
  const after = await walk(corrections);
  expect(after.slice(1)).toEqual(before.slice(1));
  const [newest, first, second] = after;
  expect(newest?.feed.items).toHaveLength(51);
  expect(second?.feed.newer).toBe(first?.after);
  await expect(corrections(String(Number(first?.after) - 1))).rejects.toThrow('no such page');
  await expect(corrections('999999')).rejects.toThrow('no such page');
});

test('the feed of a record leads to everything that names it, and takes back on its page what left', async () => {
  const naming = ['heard', ...numbers.map((at) => `saying-${at}`)].toSorted();
  const parts = await walk(about);
  expect([...new Set(slugsOf(parts))].toSorted()).toEqual(naming);
  await put(
    ...numbers.slice(0, 60).map((at) => ({
      ...saying(at),
      change: 'correct',
      note: 'Somebody else.',
      content: { ...saying(at).content, speaker: 'actors/state-1' },
    })),
  );
  const left = await walk(about);
  const items = left.flatMap(({ feed }) => feed.items);
  expect(new Set(items.filter(({ state: now }) => now === 'left').map(({ record }) => record.slug)).size).toBe(60);
  expect([...new Set(slugsOf(left))].toSorted()).toEqual(naming);
  const place = (at: string) => writeKeys('feed', [at, 'a']);
  for (const wrong of ['x', ...['0000-01-01T00:00:00.000Z', '2021-02-30T00:00:00.000Z', '2020'].map(place)])
    await expect(about(wrong)).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await about(place('2021-02-28T00:00:00.000Z'))).not.toBeNull();
});

test('the feed of a search leads to everything that it looks at, each once', async () => {
  const slugs = slugsOf(await walk(search));
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.filter((slug) => slug.startsWith('saying-'))).toHaveLength(numbers.length);
  await expect(search('yesterday')).rejects.toThrow('no such page');
});
