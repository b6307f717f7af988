import { asOf, type Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { feedView, type FeedView } from '@rapporteur/domain/feed-views';
import { searchFilter } from '@rapporteur/domain/search/views';
import { recordUrn } from '@rapporteur/domain/urn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState, sampleStatement } from '../bundle/sample';
import { listChanges } from '../publication/changes';
import { listPublications, recordHistory } from '../record/history';
import { publish } from '../record/publish';
import { restoreRevision } from '../record/restore';
import { approve } from '../record/review';
import { setChange } from '../record/set-change';
import { submit } from '../record/submit';
import { newestInstant } from '../testing/newest-instant';
import { publishedTranslation } from '../testing/translation';
import { feedAbout } from './about';
import { feedOfCorrections } from './corrections';
import { feedOfSearch } from './search';
import { itemsOfFeed, publicationsAs } from './items';
import { feedOfRecord } from './whole';

let database: TestDatabase;
let people: ImportPeople;
const put = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
const named = (slug: string, description: string | null = null) => {
  const state = sampleState(slug);
  return {
    ...state,
    content: { ...state.content, names: [{ text: slug, language: 'en', use: 'preferred' }], description },
  };
};
const whole = () => feedOfRecord(database.reader);
const idOf = async (slug: string) => (await database.owner.record.findFirstOrThrow({ where: { slug } })).id;
const about = async (slug: string) => {
  const answer = await feedAbout(database.reader, { kind: 'actor', slug });
  if (answer?.found !== 'live') throw new Error(`no feed of ${slug}: ${answer?.found}`);
  return answer.feed;
};
const item = (feed: FeedView, slug: string) => feed.items.find(({ record }) => record.slug === slug);

beforeAll(async () => {
  database = await testDatabase();
  expect((await whole()).items).toEqual([]);
  people = await samplePeople(database.owner);
  await put(sampleSource, named('first'), named('second'));
  await put(sampleStatement('said', 'actors/first'), sampleStatement('taken-back', 'actors/first'));
});
afterAll(() => database.close());

describe('the feed of the whole record', () => {
  it('holds every record once, the newest change first, under a name that never changes', async () => {
    const feed = feedView.parse(await whole());
    expect(feed.items.map(({ record }) => record.slug).toSorted()).toEqual([
      'first',
      'said',
      'sample-report',
      'second',
      'taken-back',
    ]);
    expect(feed.updated).toBe(feed.items[0]?.updated);
    expect(feed.items.map(({ updated }) => updated)).toEqual(
      feed.items
        .map(({ updated }) => updated)
        .toSorted()
        .toReversed(),
    );
    expect(item(feed, 'said')).toMatchObject({
      urn: recordUrn(await idOf('said')),
      state: 'live',
      action: 'publish',
      summary: 'The meeting was calm.',
    });
  });

  it('moves with a correction and an update, and not with an edit or a translation', async () => {
    const before = await whole();
    await put({ ...named('second', 'Worded otherwise.'), change: 'edit' });
    const { id, revisionNumber } = await database.owner.entry.findFirstOrThrow({ where: { slug: 'second' } });
    const translated = { id, language: 'fr' as const, baseRevision: revisionNumber ?? 0 };
    await publishedTranslation(database.owner, people, { ...translated, texts: { '/description': 'Un pays.' } });
    const edited = await whole();
    expect(edited.updated).toBe(before.updated);
    expect(item(edited, 'second')).toMatchObject({
      updated: item(before, 'second')?.updated,
      summary: 'Worded otherwise.',
    });

    await put({ ...named('second', 'It is smaller.'), change: 'correct', note: 'We had its size wrong.' });
    const corrected = await whole();
    expect(corrected.items[0]).toMatchObject({
      record: { slug: 'second' },
      urn: item(before, 'second')?.urn,
      published: item(before, 'second')?.published,
      action: 'correct',
      note: 'We had its size wrong.',
    });
    expect(corrected.updated).toBe(corrected.items[0]?.updated);
    expect(corrected.urn).toBe(before.urn);
  });

  it('tells of a withdrawal with its reason and without a word of the text', async () => {
    const { urn } = item(await whole(), 'taken-back') ?? {};
    await put({ type: 'withdrawal', kind: 'statement', slug: 'taken-back', reason: 'It was said by another.' });
    expect((await whole()).items[0]).toMatchObject({
      urn,
      state: 'withdrawn',
      record: { title: null },
      summary: null,
      note: 'It was said by another.',
    });
  });

  it('holds nothing of what is not public, and no more than its bound', async () => {
    await database.owner.$executeRaw`
      INSERT INTO "Record" ("id", "kind", "slug") VALUES ('iss_01hgw2bbg0000000000000000a', 'issue', 'canary')`;
    await put(...Array.from({ length: itemsOfFeed + 3 }, (_, index) => named(`many-${index}`)));
    const feed = await whole();
    expect(feed.items.length).toBeGreaterThanOrEqual(itemsOfFeed);
    expect(feed.items.length).toBeLessThan(2 * itemsOfFeed);
    expect(JSON.stringify(feed)).not.toContain('canary');
  });
});

describe('the feed of a record', () => {
  it('holds it and what names it, and says what was withdrawn', async () => {
    const feed = await about('first');
    expect(feed.items.map(({ record, state }) => [record.slug, state])).toEqual([
      ['taken-back', 'withdrawn'],
      ['said', 'live'],
      ['first', 'live'],
    ]);
  });

  it('says when a correction has taken a record away from it', async () => {
    await put({ ...sampleStatement('said', 'actors/second'), change: 'correct', note: 'Another one said it.' });
    expect(item(await about('first'), 'said')).toMatchObject({
      state: 'left',
      action: 'correct',
      note: 'Another one said it.',
    });
    expect(item(await about('second'), 'said')).toMatchObject({ state: 'live', action: 'correct' });
    await put({ ...sampleStatement('said', 'actors/first'), change: 'correct', note: 'It was he after all.' });
    const again = await about('first');
    expect(item(again, 'said')).toMatchObject({ state: 'live' });
    expect(new Set(again.items.map(({ urn }) => urn)).size).toBe(again.items.length);
  });

  it('is the one of the past in the past', async () => {
    const withdrawal = await database.owner.publication.findFirstOrThrow({ where: { action: 'withdraw' } });
    const then = await asOf(database.past, new Date(withdrawal.recordedAt.getTime() - 1), (published) =>
      feedAbout(published, { kind: 'actor', slug: 'first' }),
    );
    expect(then?.found === 'live' && item(then.feed, 'taken-back')).toMatchObject({ state: 'live', action: 'publish' });
  });

  it('ends with its record, and leads on where that was merged', async () => {
    await put({ type: 'merge', kind: 'actor', slug: 'many-0', into: 'actors/many-1', reason: 'They are one.' });
    await put({ type: 'withdrawal', kind: 'actor', slug: 'many-2', reason: 'There is none.' });
    const ask = (slug: string) => feedAbout(database.reader, { kind: 'actor', slug });
    expect(await ask('many-0')).toMatchObject({ found: 'merged', into: { slug: 'many-1' } });
    expect(await ask('many-2')).toEqual({ found: 'withdrawn' });
    expect(await ask('never-was')).toBeNull();
    expect(item(await whole(), 'many-0')).toMatchObject({ state: 'merged', into: { slug: 'many-1' } });
  });
});

describe('the feed of corrections', () => {
  it('holds each correction, withdrawal and merge under a name of its own, once', async () => {
    const feed = feedView.parse(await feedOfCorrections(database.reader));
    expect(feed.items.map(({ action, record }) => [action, record.slug])).toEqual([
      ['withdraw', 'many-2'],
      ['merge', 'many-0'],
      ['correct', 'said'],
      ['correct', 'said'],
      ['withdraw', 'taken-back'],
      ['correct', 'second'],
    ]);
    expect(new Set(feed.items.map(({ urn }) => urn)).size).toBe(6);
    expect(feed.items.every(({ published, updated }) => published === updated)).toBe(true);
    const again = await feedOfCorrections(database.reader);
    expect(again).toEqual(feed);
    expect(again.urn).not.toBe((await whole()).urn);
  });
});

describe('the feed of a search', () => {
  const question = (words: string) =>
    ({ of: 'search', question: words, filter: searchFilter.parse({ kinds: ['statement'] }), sort: 'date' }) as const;
  const ask = (words: string) => feedOfSearch(database.reader, question(words));

  it('holds what it finds, each once by its newest change, under a name of its own', async () => {
    const feed = feedView.parse(await ask('calm'));
    expect(feed.items.map(({ record, action }) => [record.slug, action])).toEqual([
      ['said', 'correct'],
      ['taken-back', 'withdraw'],
    ]);
    expect(item(feed, 'said')?.urn).toBe(recordUrn(await idOf('said')));
    expect(feed.urn).not.toBe((await ask('calm meeting')).urn);
    expect((await ask('calm')).urn).toBe(feed.urn);
    expect((await ask('zzqx')).items).toEqual([]);
  });

  it('takes back what was withdrawn, merged or corrected, and not what an update has changed', async () => {
    const slugs = ['strange-a', 'strange-b', 'strange-c', 'strange-d', 'strange-e'];
    const worded = (slug: string, text: string) => {
      const { content, ...line } = sampleStatement(slug, 'actors/first');
      return { ...line, content: { ...content, text } };
    };
    await put(...slugs.map((slug) => worded(slug, 'A heron came to the table.')));
    const told = await ask('heron');
    expect(told.items.map(({ record }) => record.slug).toSorted()).toEqual(slugs);
    const then = await newestInstant(database.owner);
    await put(
      { type: 'withdrawal', kind: 'statement', slug: 'strange-a', reason: 'There was none.' },
      { type: 'merge', kind: 'statement', slug: 'strange-b', into: 'statements/strange-e', reason: 'They are one.' },
      { ...worded('strange-c', 'A crane came to the table.'), change: 'correct', note: 'It was a crane.' },
      { ...worded('strange-d', 'A crane has come since.'), change: 'update' },
      { ...worded('strange-e', 'The heron came at noon.'), change: 'correct', note: 'We know the hour.' },
    );
    const now = feedView.parse(await ask('heron'));
    const states = Object.fromEntries(now.items.map(({ record, state, note }) => [record.slug, [state, note]]));
    expect(states).toEqual({
      'strange-a': ['withdrawn', 'There was none.'],
      'strange-b': ['merged', 'They are one.'],
      'strange-c': ['left', 'It was a crane.'],
      'strange-e': ['live', 'We know the hour.'],
    });
    expect(item(now, 'strange-c')).toMatchObject({ summary: null, urn: item(told, 'strange-c')?.urn });
    expect(JSON.stringify(await ask('crane'))).not.toContain('strange-a');
    const past = await asOf(database.past, then, (published) => feedOfSearch(published, question('heron')));
    expect(past).toEqual(told);
    // What is found again is told as it is.
    await put({ ...worded('strange-c', 'A heron after all.'), change: 'correct', note: 'It was none.' });
    expect(item(await ask('heron'), 'strange-c')).toMatchObject({ state: 'live', note: 'It was none.' });
    const dated = (from: string) =>
      feedOfSearch(database.reader, { ...question('heron'), filter: searchFilter.parse({ from, to: null }) });
    expect((await dated('2999-01-01')).items).toEqual([]);
    expect((await dated('1900-01-01')).items.map(({ state }) => state).toSorted()).toEqual([
      'live',
      'live',
      'merged',
      'withdrawn',
    ]);
  });

  it('holds the newest change also where it looks at other records first', async () => {
    const all = await feedOfSearch(database.reader, question('heron'));
    const first = await feedOfSearch(database.reader, question('heron'), null, 1);
    expect(first).toEqual(all);
  });
});

describe('what was withdrawn', () => {
  it('takes the notes of what came before it along, and the past keeps them', async () => {
    const change = { change: 'correct', note: 'We had said that she took money.' };
    await put(named('accused'));
    await put({ ...named('accused', 'She did not take it.'), ...change });
    const id = await idOf('accused');
    const told = async (published: Published) =>
      JSON.stringify([
        await feedOfCorrections(published),
        await feedOfRecord(published),
        await publicationsAs(published, Prisma.sql`SELECT "sequence" FROM "Publication" WHERE "recordId" = ${id}`),
        await recordHistory(published, id),
        await listPublications(published, { limit: 100 }),
        await listChanges(published, { after: 0, limit: 1000 }),
      ]);
    const times = (text: string, words: string) => text.split(words).length - 1;
    expect(times(await told(database.reader), change.note)).toBe(6);
    const then = await newestInstant(database.owner);
    await put({ type: 'withdrawal', kind: 'actor', slug: 'accused', reason: 'By order of a court.' });
    for (const published of [database.reader, database.owner]) {
      const text = await told(published);
      expect([times(text, 'took money'), times(text, 'By order of a court.')]).toEqual([0, 6]);
    }
    // Who reads the log is told that the note is not public any more, rather than that there was none.
    const taken = async (published: Published) => {
      const { publications } = (await recordHistory(published, id)) ?? { publications: [] };
      const { items } = await listChanges(published, { after: 0, limit: 1000 });
      const changes = items.filter(({ record }) => record.id === id).toReversed();
      expect(changes.map(({ withdrawn }) => withdrawn)).toEqual(publications.map(({ withdrawn }) => withdrawn));
      return publications.map(({ action, withdrawn }) => [action, withdrawn]);
    };
    const before = [
      ['correct', true],
      ['publish', true],
    ];
    expect(await taken(database.reader)).toEqual([['withdraw', false], ...before]);
    expect(await asOf(database.past, then, taken)).toEqual(before.map(([action]) => [action, false]));
    expect(times(await asOf(database.past, then, told), change.note)).toBe(6);
    // Public again, it is told with the notes that are said from then on.
    const { owner } = database;
    const { lockVersion } = await owner.record.findUniqueOrThrow({ where: { id } });
    const by = people.importer;
    const draft = await restoreRevision(owner, by, { id, expectedVersion: lockVersion, number: 1 });
    const said = { change: 'update', note: 'A court has heard her.' } as const;
    const explained = await setChange(owner, by, { id, expectedVersion: draft.lockVersion, ...said });
    const sent = await submit(owner, by, { id, expectedVersion: explained.lockVersion });
    const approved = await approve(owner, people.reviewer, { id, expectedVersion: sent.lockVersion });
    await publish(owner, people.reviewer, { id, expectedVersion: approved.lockVersion });
    const again = await told(database.reader);
    expect([times(again, 'took money'), times(again, said.note)]).toEqual([0, 5]);
    expect(await taken(database.reader)).toEqual([['update', false], ['withdraw', false], ...before]);
    expect(await database.owner.publication.count({ where: { recordId: id, note: change.note } })).toBe(1);
  });
});
