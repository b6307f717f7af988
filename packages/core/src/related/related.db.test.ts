import { asOf, type Published } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { RecordView } from '@rapporteur/domain/views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOf, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { importBundle, type ImportPeople } from '../bundle/import';
import { getRecord } from '../record/read';
import { listRecords, recordStatus } from '../record/list';
import { listPublications } from '../record/history';
import { withdraw } from '../record/withdraw';
import { verify } from '../verify';
import { newestInstant } from '../testing/newest-instant';
import { listMentions } from './mentions';
import { listPassageUses } from './passages';
import { listPositions } from './positions';
import { listStatements } from './statements';
import { listVotes } from './votes';

const many = 64;
const day = (n: number) => new Date(Date.UTC(2021, 0, 1 + (n % 40))).toISOString().slice(0, 10);
const quoted = (field: string) => ({
  field,
  role: 'supports',
  source: 'sources/sample-report',
  quote: 'The meeting was calm.',
});

const statement = (n: number) => ({
  type: 'record',
  kind: 'statement',
  slug: `said-${n}`,
  content: {
    text: `It was calm, said for time ${n}.`,
    speech: 'indirect',
    act: 'asserts',
    speaker: 'actors/sampleland',
    capacity: null,
    onBehalfOf: n % 2 === 0 ? 'actors/sampleland' : null,
    date: day(n),
    event: null,
    channel: null,
    originalLanguage: null,
    // Twice on the same issue: it still is one statement.
    claims: ['It was calm.', 'It was short.'].map((text) => ({ text, role: 'claim', issue: 'issues/was-it-calm' })),
    programmes: [],
    attribution: [{ link: 'speaker', actor: 'actors/elsewhere', name: null }],
    reports: [{ source: 'sources/sample-report', repeats: null }],
  },
  citations: [quoted('/speaker'), quoted('/onBehalfOf'), quoted('/date'), quoted('/claims/0'), quoted('/claims/1')],
});

const issue = {
  type: 'record',
  kind: 'issue',
  slug: 'was-it-calm',
  content: { question: 'Was it calm?', shortTitle: 'Calm', description: null, programmes: [] },
  citations: [quoted('/question')],
};

const position = {
  type: 'record',
  kind: 'position',
  slug: 'sampleland-on-calm',
  content: {
    actor: 'actors/sampleland',
    issue: 'issues/was-it-calm',
    turns: [
      {
        turn: 'new',
        date: day(1),
        stance: 'supports',
        summary: 'It was.',
        statements: ['statements/said-1'],
        votes: [],
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
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleState('elsewhere'), issue), people);
  before = await newestInstant(database.owner);
  const statements = Array.from({ length: many }, (_, n) => statement(n));
  await importBundle(database.owner, bundleOf(...statements, position), people);
});
afterAll(() => database.close());

async function live(published: Published, kind: RecordView['kind'], slug: string): Promise<RecordView> {
  const answer = await getRecord(published, { kind, slug });
  if (answer?.found !== 'live') throw new Error(`${kind} ${slug} is not public`);
  return answer.record;
}

/** Everything that a list gives, page by page. */
async function all<T>(read: (after: string | null) => Promise<{ items: T[]; next: string | null } | null>) {
  const pages: T[][] = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const page: { items: T[]; next: string | null } | null = await read(after);
    pages.push(page?.items ?? []);
    after = page?.next ?? undefined;
    expect(pages.length).toBeLessThan(100);
  }
  return pages;
}

describe('what belongs on the page of another record', () => {
  test('stands there with its newest, and says how much there is in all', async () => {
    for (const [kind, slug] of [
      ['actor', 'sampleland'],
      ['issue', 'was-it-calm'],
    ] as const) {
      const record = await live(database.reader, kind, slug);
      expect(record.statements.length).toBe(50);
      expect(record.statements.map(({ date }) => date)).toEqual(
        record.statements.map(({ date }) => date).toSorted((a, b) => (a < b ? 1 : -1)),
      );
      expect(record.statements[0]?.date).toBe(day(39));
      expect(record.totals.statements).toEqual({ count: many, atLeast: false });
      expect(record.positions.map(({ record: { slug: name } }) => name)).toEqual(['sampleland-on-calm']);
      expect(record.positions[0]?.turns[0]?.notes.length).toBe(1);
      // What the lists hold is not told again.
      expect(record.namedBy).toEqual([]);
    }
  });

  test('is told in few places beside a record that many name, with the way to count them', async () => {
    const elsewhere = await live(database.reader, 'actor', 'elsewhere');
    expect(elsewhere.statements).toEqual([]);
    expect(elsewhere.namedBy.length).toBe(10);
    expect(new Set(elsewhere.namedBy.map(({ field }) => field))).toEqual(new Set(['/attribution/0/actor']));
    expect(elsewhere.totals.namedBy).toEqual({ count: many, atLeast: false });
    const source = await live(database.reader, 'source', 'sample-report');
    const [text] = source.texts;
    const passage = text?.passages.find(({ exact }) => exact === 'The meeting was calm.');
    expect(passage?.restingOn.length).toBe(10);
    expect(passage?.uses).toEqual({ count: 100, atLeast: true });
    expect(text?.passagesInUse).toBe(text?.passages.length);
  });

  test('is reached whole by cursor, each once and in order', async () => {
    const at = { kind: 'issue', slug: 'was-it-calm', limit: 7 } as const;
    const pages = await all((after) => listStatements(database.reader, { ...at, after }));
    expect(pages.map((page) => page.length)).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 7, 1]);
    const found = pages.flat();
    expect(new Set(found.map(({ record }) => record.id)).size).toBe(many);
    expect(found.slice(0, 50)).toEqual((await live(database.reader, 'issue', 'was-it-calm')).statements);
    const mentioned = await all((after) =>
      listMentions(database.reader, { kind: 'actor', slug: 'sampleland', limit: 20, after }),
    );
    // Once for each way of naming: by the speaker of all, by the half that spoke on its behalf, by the position.
    expect(mentioned.flat().length).toBe(many + many / 2 + 1);
    const twice = await all((after) => listMentions(database.reader, { ...at, after }));
    const statements = twice.flat().filter(({ record }) => record.kind === 'statement');
    expect(statements.every(({ fields }) => fields.join() === '/claims/0/issue,/claims/1/issue')).toBe(true);
    const positions = await listPositions(database.reader, at);
    expect(positions?.items.map(({ turns }) => turns[0]?.notes)).toEqual([[1]]);
    expect(positions?.citations.map(({ field }) => field.replace(/@[^/]+/, '@'))).toEqual(['/@/turns/0']);
  });

  test('rests on a passage, and every place that does is reached by cursor', async () => {
    const { texts } = await live(database.reader, 'source', 'sample-report');
    const id = texts[0]?.passages.find(({ exact }) => exact === 'The meeting was calm.')?.id ?? '';
    const pages = await all((after) => listPassageUses(database.reader, { id, limit: 50, after }));
    expect(pages.flat().length).toBe(many * 5 + 2);
    expect(new Set(pages.flat().map(({ record, field }) => record.id + field)).size).toBe(many * 5 + 2);
    expect(await listPassageUses(database.reader, { id: '0000000000000000-0-1', limit: 50 })).toBeNull();
  });

  test('is null of a record that is not public, and a cursor of another list is refused', async () => {
    const at = { kind: 'actor', slug: 'nobody', limit: 5 } as const;
    for (const list of [listStatements, listPositions, listMentions])
      expect(await list(database.reader, at)).toBeNull();
    const other = (await listRecords(database.reader, { kind: 'statement', limit: 1 })).next;
    await expect(listMentions(database.reader, { ...at, slug: 'sampleland', after: other })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(
      listStatements(database.reader, { ...at, slug: 'sampleland', after: 'WyJhIl0' }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('the past', () => {
  test('has the lists, counts and log of its own time', async () => {
    const then = await asOf(database.past, before, async (published) => ({
      issue: await live(published, 'issue', 'was-it-calm'),
      statements: await listStatements(published, { kind: 'issue', slug: 'was-it-calm', limit: 5 }),
      list: await listRecords(published, { kind: 'statement', limit: 5 }),
      status: await recordStatus(published),
      log: await listPublications(published, { limit: 100 }),
    }));
    expect([then.issue.statements, then.issue.totals.statements.count, then.issue.positions]).toEqual([[], 0, []]);
    expect([then.statements?.items, then.list.items, then.list.total]).toEqual([[], [], 0]);
    expect(then.status.counts).toMatchObject({ actor: 2, issue: 1, source: 1, statement: 0 });
    expect(then.log.items.length).toBe(4);
    expect(then.status.version).toBe(then.log.items[0]?.sequence);
    const now = new Date(Date.now() + 60_000);
    const lately = await asOf(database.past, now, (published) => live(published, 'issue', 'was-it-calm'));
    expect(lately).toEqual(await live(database.reader, 'issue', 'was-it-calm'));
  });

  test('keeps the tally that was true at each instant', async () => {
    const { id, lockVersion } = await database.owner.record.findUniqueOrThrow({
      where: { kind_slug: { kind: 'statement', slug: 'said-3' } },
    });
    const earlier = await newestInstant(database.owner);
    await withdraw(database.owner, people.reviewer, { id, expectedVersion: lockVersion, reason: 'It was never said.' });
    expect((await recordStatus(database.reader)).counts.statement).toBe(many - 1);
    expect((await listRecords(database.reader, { kind: 'statement', limit: 1 })).total).toBe(many - 1);
    const then = await asOf(database.past, earlier, recordStatus);
    expect(then.counts.statement).toBe(many);
    expect(await verify(database.owner)).toEqual([]);
  });
});

describe('the votes of an actor', () => {
  const choices = ['yes', 'abstain', 'no'] as const;
  const vote = (n: number) => ({
    type: 'record',
    kind: 'event',
    slug: `vote-${n}`,
    content: {
      title: `Vote ${n}`,
      type: 'vote',
      date: day(n),
      place: null,
      summary: null,
      partOf: null,
      participants: [],
      choices: [
        { actor: 'actors/elsewhere', choice: 'not_voting' },
        { actor: 'actors/sampleland', choice: choices[n] },
      ],
    },
    citations: [quoted('/date'), quoted('/choices')],
  });

  test('are listed with the choice of that actor, the newest first, and are no mentions beside', async () => {
    const { owner, reader } = database;
    const told = (await live(reader, 'actor', 'sampleland')).totals.namedBy;
    const without = await newestInstant(owner);
    await importBundle(owner, bundleOf(...choices.map((_, n) => vote(n))), people);
    const list = (slug: string) => all((after) => listVotes(reader, { slug, after, limit: 2 }));
    expect((await list('sampleland')).map((page) => page.map(({ date, choice }) => [date, choice]))).toEqual([
      [
        [day(2), 'no'],
        [day(1), 'abstain'],
      ],
      [[day(0), 'yes']],
    ]);
    expect((await list('elsewhere')).flat().map(({ choice }) => choice)).toEqual(Array(3).fill('not_voting'));
    expect((await listVotes(reader, { slug: 'sampleland', limit: 1 }))?.total).toEqual({ count: 3, atLeast: false });
    expect((await live(reader, 'actor', 'sampleland')).totals.namedBy).toEqual(told);
    expect(await listVotes(reader, { slug: 'never-there', limit: 1 })).toBeNull();
    const then = await asOf(database.past, without, (published) =>
      listVotes(published, { slug: 'sampleland', limit: 2 }),
    );
    expect(then?.items).toEqual([]);
  });
});
