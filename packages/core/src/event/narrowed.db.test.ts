import { asOf, type Published } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { choices } from '@rapporteur/domain/content/event';
import { eventFilter, voteFilter } from '@rapporteur/domain/event/filter';
import { searchFilter } from '@rapporteur/domain/search/views';
import type { Choice, ChoiceCounts } from '@rapporteur/domain/vote-views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleIssue, samplePeople, sampleSource, sampleState, sampleStatement } from '../bundle/sample';
import { listVotes } from '../related/votes';
import { compareVotes } from '../related/votes-compared';
import { search } from '../search/find';
import { newestInstant } from '../testing/newest-instant';
import { issuesOfEvents } from './conditions';
import { listEvents } from './list';

const subjects = ['harbour', 'lighthouse', 'ferry', 'harbour and ferry'] as const;
/** Two dozen votes of four years, of which some are known to the month or the year alone. */
const held = Array.from({ length: 24 }, (_, n) => {
  const year = 1975 + (n % 4);
  const month = String(1 + (n % 12)).padStart(2, '0');
  const [first = 'yes', second = 'no'] = [choices[n % 5], choices[(n * 2) % 3]];
  return {
    slug: `vote-${n}`,
    subject: subjects[n % 4] ?? '',
    year: String(year),
    date: n % 7 === 0 ? `${year}` : n % 5 === 0 ? `${year}-${month}~` : `${year}-${month}-15`,
    // The second has no choice on record in every third.
    choices: { first, ...(n % 3 === 0 ? {} : { second }) } as { first: Choice; second?: Choice },
  };
});
type Held = (typeof held)[number];

const quoted = (field: string) => ({
  field,
  role: 'supports',
  source: 'sources/sample-report',
  quote: 'The meeting was calm.',
});

const event = (slug: string, content: object, fields: string[]) => ({
  type: 'record',
  kind: 'event',
  slug,
  content: { place: null, summary: null, partOf: null, participants: [], choices: [], ...content },
  citations: fields.map(quoted),
});

const vote = ({ slug, subject, date, choices: chosen }: Held) =>
  event(
    slug,
    {
      title: `Vote ${slug}`,
      summary: `On the ${subject}.`,
      type: 'vote',
      date,
      choices: Object.entries(chosen).map(([actor, choice]) => ({ actor: `actors/${actor}`, choice })),
    },
    ['/date', '/choices'],
  );

const talk = event(
  'talk',
  {
    title: 'A talk about the harbour',
    type: 'meeting',
    date: '1976-05-03',
    participants: [{ actor: 'actors/second', role: 'participant' }],
  },
  ['/date', '/participants/0'],
);

const said = sampleStatement('said-at-talk', 'actors/first');
const saidAtTalk = {
  ...said,
  citations: [...said.citations, quoted('/claims/1')],
  content: {
    ...said.content,
    event: 'events/talk',
    claims: ['issues/calm', 'issues/silence'].map((issue) => ({ text: 'The meeting was calm.', role: 'claim', issue })),
  },
};

const silence = { ...sampleIssue, slug: 'silence', content: { ...sampleIssue.content, shortTitle: 'Silence' } };

const position = {
  type: 'record',
  kind: 'position',
  slug: 'first-on-calm',
  content: {
    actor: 'actors/first',
    issue: 'issues/calm',
    turns: [
      {
        turn: 'new',
        date: '1975-02-15',
        stance: 'supports',
        summary: 'It chose so.',
        statements: [],
        votes: ['events/vote-1', 'events/vote-2'],
      },
    ],
  },
  citations: [quoted('/turns/0')],
};

let database: TestDatabase;
let people: ImportPeople;
let before: Date;
beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(
    database.owner,
    bundleOf(sampleSource, sampleState('first'), sampleState('second'), sampleIssue, silence),
    people,
  );
  before = await newestInstant(database.owner);
  await importBundle(database.owner, bundleOf(...held.map(vote), talk, saidAtTalk, position), people);
});
afterAll(() => database.close());

const none: ChoiceCounts = { yes: 0, no: 0, abstain: 0, absent: 0, not_voting: 0 };
const countOf = (votes: readonly Held[]): ChoiceCounts =>
  votes.reduce((counts, { choices: { first } }) => ({ ...counts, [first]: counts[first] + 1 }), none);

/** Every page of a list, one after the other. */
async function all<T>(read: (after: string | null) => Promise<{ items: T[]; next: string | null } | null>) {
  const items: T[] = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const page: { items: T[]; next: string | null } | null = await read(after);
    items.push(...(page?.items ?? []));
    after = page?.next ?? undefined;
    expect(items.length).toBeLessThan(1000);
  }
  return items;
}

const slugs = (items: readonly { record: { slug: string } }[]) => items.map(({ record: { slug } }) => slug).toSorted();
const slugsOf = (votes: readonly Held[]) => votes.map(({ slug }) => slug).toSorted();

describe('the votes of an actor', () => {
  const votes = (filter: object, published: Published = database.reader) =>
    listVotes(published, { slug: 'first', filter: voteFilter.parse(filter), limit: 100 });

  test.each([
    [{}, () => true],
    [{ choices: ['no', 'absent'] }, ({ choices: { first } }: Held) => first === 'no' || first === 'absent'],
    [{ words: 'harbour' }, ({ subject }: Held) => subject.includes('harbour')],
    [{ words: 'harbours -ferries' }, ({ subject }: Held) => subject === 'harbour'],
    [{ words: '"ferry harbour"' }, () => false],
    [{ words: 'the' }, () => false],
    [{ words: '?!' }, () => false],
    [{ from: '1976', to: '1977' }, ({ year }: Held) => year === '1976' || year === '1977'],
    // Of a vote that is known to the year alone, any day of it may be meant.
    [{ from: '1976-06', to: '1976-06-20' }, ({ date }: Held) => date === '1976' || date.startsWith('1976-06')],
    [{ from: '1978-12-31' }, ({ date }: Held) => date === '1978'],
    [{ issue: 'calm' }, ({ slug }: Held) => slug === 'vote-1' || slug === 'vote-2'],
    [
      { words: 'ferry', choices: ['yes'], to: '1977' },
      ({ subject, choices: { first }, year }: Held) => subject.includes('ferry') && first === 'yes' && year <= '1977',
    ],
  ])('are those that %j leaves, counted by choice', async (filter, fits) => {
    const expected = held.filter(fits);
    const found = await votes(filter);
    expect(slugs(found?.items ?? [])).toEqual(slugsOf(expected));
    expect(found?.total).toEqual({ count: expected.length, atLeast: false });
    const all = (await votes({ ...filter, choices: [] }))?.items ?? [];
    expect(found?.choices).toEqual(countOf(held.filter(({ slug }) => slugs(all).includes(slug))));
  });

  test('are counted year by year, whichever choices and days are asked for', async () => {
    const ofYears = (fits: (vote: Held) => boolean) =>
      ['1975', '1976', '1977', '1978'].flatMap((year) => {
        const those = held.filter((vote) => vote.year === year && fits(vote));
        return those.length === 0 ? [] : [{ year, choices: countOf(those) }];
      });
    expect((await votes({}))?.years).toEqual(ofYears(() => true));
    expect((await votes({ choices: ['no'], from: '1976', to: '1976' }))?.years).toEqual(ofYears(() => true));
    expect((await votes({ words: 'lighthouse' }))?.years).toEqual(ofYears(({ subject }) => subject === 'lighthouse'));
  });

  test('come page by page, the newest first, each once', async () => {
    const filter = voteFilter.parse({ choices: ['yes', 'no'] });
    const paged = await all((after) => listVotes(database.reader, { slug: 'first', filter, after, limit: 3 }));
    expect(paged).toEqual((await votes({ choices: ['yes', 'no'] }))?.items);
    expect(slugs(paged)).toEqual(slugsOf(held.filter(({ choices: { first } }) => first === 'yes' || first === 'no')));
  });

  test('can be narrowed by the issues that rest on a vote, by slug and by id, and by no other', async () => {
    const [issue, ...others] = await issuesOfEvents(database.reader, 'vote');
    expect([issue?.slug, others]).toEqual(['calm', []]);
    expect((await issuesOfEvents(database.reader, null)).map(({ slug }) => slug)).toEqual(['calm', 'silence']);
    expect((await votes({ issue: issue?.id }))?.total.count).toBe(2);
    await expect(votes({ issue: 'never-there' })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('are none as of an instant before them, and the same as of now', async () => {
    const past = (at: Date) => asOf(database.past, at, (published) => votes({ words: 'ferry' }, published));
    expect(await past(before)).toMatchObject({ items: [], years: [], choices: none });
    expect(await past(new Date(Date.now() + 60_000))).toEqual(await votes({ words: 'ferry' }));
  });
});

describe('the votes of two actors', () => {
  const compared = ['yes', 'no', 'abstain'];
  const both = held.filter(
    ({ choices: { first, second } }) => compared.includes(first) && second !== undefined && compared.includes(second),
  );
  const alike = both.filter(({ choices: { first, second } }) => first === second);
  const compare = (filter: object, after: string | null = null, limit = 100) =>
    compareVotes(database.reader, { slug: 'first', with: 'second', filter: voteFilter.parse(filter), after, limit });

  test('are compared where both chose yes, no or abstention; who was absent is left out', async () => {
    expect(alike.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(held.filter(({ choices: { second } }) => second !== undefined).length);
    const found = await compare({});
    expect([found?.both, found?.alike]).toEqual([both.length, alike.length]);
    expect(found?.items.every(({ choice, otherChoice }) => choice !== otherChoice)).toBe(true);
    expect(slugs(found?.items ?? [])).toEqual(slugsOf(both.filter((vote) => !alike.includes(vote))));
    expect(found?.years).toEqual(
      ['1975', '1976', '1977', '1978'].flatMap((year) => {
        const ofYear = both.filter((vote) => vote.year === year);
        const same = alike.filter((vote) => vote.year === year).length;
        return ofYear.length === 0 ? [] : [{ year, both: ofYear.length, alike: same }];
      }),
    );
    const other = await compareVotes(database.reader, { slug: 'second', with: 'first', limit: 100 });
    expect([other?.both, other?.alike, slugs(other?.items ?? [])]).toEqual([
      both.length,
      alike.length,
      slugs(found?.items ?? []),
    ]);
  });

  test('are narrowed as those of one are, and come page by page', async () => {
    const narrow = { words: 'harbour', from: '1975', to: '1978' };
    const inHarbour = both.filter(({ subject }) => subject.includes('harbour'));
    const found = await compare(narrow);
    expect(found?.both).toBe(inHarbour.length);
    expect(await all((after) => compare({}, after, 2))).toEqual((await compare({}))?.items);
    await expect(compareVotes(database.reader, { slug: 'first', with: 'never-there', limit: 1 })).rejects.toMatchObject(
      { code: 'not_found' },
    );
    const alone = await compareVotes(database.reader, { slug: 'first', with: 'first', limit: 1 });
    expect([alone?.both, alone?.alike]).toEqual([
      held.filter(({ choices: { first } }) => compared.includes(first)).length,
      held.filter(({ choices: { first } }) => compared.includes(first)).length,
    ]);
  });
});

describe('the list of events', () => {
  const events = (filter: object) =>
    all((after) => listEvents(database.reader, { filter: eventFilter.parse(filter), after, limit: 7 }));
  const everything = [...held.map(({ slug }) => slug), 'talk'];
  const inHarbour = (votes: readonly Held[]) => slugsOf(votes.filter(({ subject }) => subject.includes('harbour')));

  test.each([
    [{}, everything],
    [{ types: ['meeting', 'summit'] }, ['talk']],
    [{ words: 'harbour' }, [...inHarbour(held), 'talk']],
    [{ words: 'harbour', types: ['vote'] }, inHarbour(held)],
    [{ actor: 'second' }, [...slugsOf(held.filter(({ choices: { second } }) => second !== undefined)), 'talk']],
    [{ actor: 'first', words: 'harbour' }, inHarbour(held)],
    [{ from: '1976-05-03', to: '1976-05-03', types: ['meeting'] }, ['talk']],
    [{ issue: 'calm' }, ['talk', 'vote-1', 'vote-2']],
    [{ words: 'of' }, []],
  ])('holds what %j leaves, and counts it', async (filter, expected) => {
    const found = await events(filter);
    expect(slugs(found)).toEqual(expected.toSorted());
    const { total, atLeast } = await listEvents(database.reader, { filter: eventFilter.parse(filter), limit: 1 });
    expect([total, atLeast]).toEqual([expected.length, false]);
    const keys = found.map(({ date }) => (date ?? '').slice(0, 4));
    expect(keys).toEqual(keys.toSorted().toReversed());
  });

  test('tells of each vote how it came out, and of no meeting', async () => {
    const found = await events({});
    const told = new Map(found.map(({ record, choices: counts }) => [record.slug, counts]));
    for (const { slug, choices: chosen } of held) {
      const made = Object.values(chosen);
      const expected = { ...none };
      for (const choice of made) expected[choice] += 1;
      expect([slug, told.get(slug)]).toEqual([slug, expected]);
    }
    expect(told.get('talk')).toBeNull();
  });

  test('tells events of one name apart by their dates, where the search names them', async () => {
    const asked = { question: 'Vote vote-1', filter: searchFilter.parse({}), sort: 'relevance', limit: 5 } as const;
    const { named } = await search(database.reader, asked);
    expect(named.map(({ record, date }) => [record.slug, date])).toEqual([['vote-1', '1976-02-15']]);
  });

  test('refuses an actor that is not on record, and is empty as of an instant before', async () => {
    await expect(events({ actor: 'never-there' })).rejects.toMatchObject({ code: 'not_found' });
    const then = await asOf(database.past, before, (published) => listEvents(published, { limit: 5 }));
    expect([then.items, then.total]).toEqual([[], 0]);
  });
});
