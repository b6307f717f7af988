import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { searchFilter } from '@rapporteur/domain/search/views';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportPeople } from '../bundle/import';
import { beginPublication } from '../record/publish';
import { getRecord } from '../record/read';
import { discard } from '../record/discard';
import { saveDraft } from '../record/save';
import { search } from '../search/find';
import { verify } from '../verify';
import { withdraw } from '../record/withdraw';
import { datasetImports, guideDataset, type DatasetImports, type Given } from '../testing/dataset';
import type { DatasetReport } from './import';

let database: TestDatabase;
let people: ImportPeople;
let imports: DatasetImports;
const { votes, mapping } = guideDataset();

beforeAll(async () => {
  database = await testDatabase();
  imports = await datasetImports(database);
  ({ people } = imports);
});
afterAll(async () => {
  await imports?.close();
  await database?.close();
});

const run = (given: Given = {}) => imports.run(given);
const refusal = (given: Given): Promise<unknown> =>
  run(given).then(
    () => null,
    (error: unknown) => error,
  );

const counted = ({ created, changed, unchanged, ended }: DatasetReport) => ({ created, changed, unchanged, ended });
const rows = async () => {
  const { owner: db } = database;
  return Promise.all([
    db.record.count(),
    db.revision.count(),
    db.review.count(),
    db.auditEntry.count(),
    db.publication.count(),
    db.choice.count(),
    db.reference.count(),
  ]);
};
const sitting = (slug: string) =>
  database.owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'event', slug } } });

async function vote(slug: string) {
  const answer = await getRecord(database.reader, { kind: 'event', slug });
  if (answer?.found !== 'live' || answer.record.kind !== 'event') throw new Error(`the vote ${slug} is not public`);
  return answer.record;
}

// The tests follow one another: each goes on where the one before it ended.
describe('the dataset of the guide', () => {
  it('is checked by a dry run, which writes nothing', async () => {
    const before = await rows();
    const report = await run({ dryRun: true });
    expect(counted(report)).toEqual({ created: 6, changed: 0, unchanged: 0, ended: 0 });
    expect(await rows()).toEqual(before);
  });

  it('needs two people', async () => {
    const { importer } = people;
    const error = await refusal({ people: { importer, reviewer: importer } });
    expect(error).toMatchObject({ code: 'forbidden' });
    const weak = await refusal({ people: { importer, reviewer: { userId: 'x', role: 'contributor' } } });
    expect(weak).toMatchObject({ code: 'forbidden' });
    expect(await database.owner.record.count()).toBe(0);
  });

  it('becomes sources, actors and votes that rest on rows', async () => {
    const report = await run();
    expect(counted(report)).toEqual({ created: 6, changed: 0, unchanged: 0, ended: 0 });
    expect(report.rows).toEqual({ sittings: 2, votes: 4 });
    expect(report.actors.map(({ name, by, rows: named }) => [name, by, named])).toEqual([
      ['Lakeland', 'created', 2],
      ['Reed Isles', 'created', 1],
      ['Reed Islands', 'alias', 1],
    ]);
    expect(report.notes).toContain('votes: code is empty in 2 rows');
    expect(report.notes).toContain('cleaned: /content/date: inexact date, one text');
    const view = await vote('lake-vote-2');
    expect(view.content).toMatchObject({ title: 'On reeds', date: '1950-03-07' });
    const names = view.content.choices.map(({ actor, choice }) => [view.links[actor]?.title, choice]);
    expect(names).toEqual([
      ['Lakeland', 'abstain'],
      ['Reed Isles', 'yes'],
    ]);
    const cited = view.citations.map(({ field, passage }) => [field, passage.exact]);
    expect(cited).toEqual([
      ['/date', '2,1950-03-07,,On \\reeds'],
      ['/choices', '2,Lakeland,XL,A\n2,Reed Islands,,Y'],
    ]);
    const first = await vote('lake-vote-1');
    expect(first.content).toMatchObject({ title: 'On lakes (R/1)', date: '1946-01~' });
    expect(await verify(database.owner)).toEqual([]);
  });

  it('goes through the lifecycle: each record with its author, its approval, its audit and its place in the log', async () => {
    const { id } = await sitting('lake-vote-1');
    const revision = await database.owner.revision.findFirstOrThrow({
      where: { recordId: id },
      include: { reviews: true },
    });
    expect(revision).toMatchObject({
      state: 'live',
      authorId: people.importer?.userId,
      approvedById: people.reviewer?.userId,
    });
    expect(revision.reviews).toMatchObject([{ decision: 'approved', reviewerId: people.reviewer?.userId }]);
    const audit = await database.owner.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: 'asc' } });
    expect(audit.map(({ action, userId }) => [action, userId])).toEqual([
      ['record.create', people.importer?.userId],
      ['record.submit', people.importer?.userId],
      ['record.approve', people.reviewer?.userId],
      ['record.publish', people.reviewer?.userId],
    ]);
    expect(await database.owner.publication.count({ where: { recordId: id } })).toBe(1);
  });

  it('is found by a search for its words, and not for those of its tally', async () => {
    const found = async (question: string) => {
      const filter = searchFilter.parse({});
      const { items } = await search(database.reader, { question, filter, sort: 'relevance', limit: 10 });
      return items.map(({ record }) => record.slug);
    };
    expect(await found('reeds')).toContain('lake-vote-2');
    const { id } = await sitting('lake-vote-2');
    const [words] = await database.owner.$queryRaw<{ lakeland: boolean; reeds: boolean }[]>`
      SELECT bool_or("words" @@ 'lakeland') AS lakeland, bool_or("words" @@ to_tsquery('english', 'reeds')) AS reeds
      FROM "SearchEntry" WHERE "recordId" = ${id}`;
    expect(words).toEqual({ lakeland: false, reeds: true });
  });

  it('changes nothing when it is imported again', async () => {
    const before = await rows();
    expect(counted(await run())).toEqual({ created: 0, changed: 0, unchanged: 4, ended: 0 });
    expect(await rows()).toEqual(before);
  });

  it('gives a new revision where a row has changed, and leaves what somebody is working on', async () => {
    const altered = votes.replace('2,Lakeland,XL,A', '2,Lakeland,XL,N');
    expect(await refusal({ votes: altered })).toMatchObject({
      message: expect.stringContaining('2 records change') as string,
    });
    const report = await run({ votes: altered, how: { change: 'correct', note: 'A vote was read wrongly.' } });
    const told = await database.owner.publication.findMany({ where: { action: 'correct' }, select: { note: true } });
    expect(told).toEqual([{ note: 'A vote was read wrongly.' }, { note: 'A vote was read wrongly.' }]);
    // The source has a new version; the other vote still rests on the version before, whose words are the same.
    expect(counted(report)).toEqual({ created: 0, changed: 2, unchanged: 2, ended: 0 });
    const view = await vote('lake-vote-2');
    expect(view.content.choices[0]?.choice).toBe('no');
    expect(await verify(database.owner)).toEqual([]);
    const { id, lockVersion } = await sitting('lake-vote-1');
    const live = await database.owner.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
    await saveDraft(database.owner, people.importer, {
      id,
      expectedVersion: lockVersion,
      content: { ...(live.content as object), summary: 'Somebody is writing this.' },
      citations: live.citations,
    });
    const before = await rows();
    const error = await refusal({ votes: votes.replace('1,Lakeland,XL,Y', '1,Lakeland,XL,N') });
    expect(error).toMatchObject({ issues: [{ path: 'sittings row 2 slug' }] });
    expect(await rows()).toEqual(before);
  });

  it('leaves what somebody has corrected since, as long as its row is as it was, and names it', async () => {
    const now = votes.replace('2,Lakeland,XL,A', '2,Lakeland,XL,N');
    const open = await sitting('lake-vote-1');
    await discard(database.owner, people.importer, { id: open.id, expectedVersion: open.lockVersion });
    await imports.correct('event', 'lake-vote-2', { summary: 'The vote was taken by a show of hands.' });
    const report = await run({ votes: now });
    expect(counted(report)).toEqual({ created: 0, changed: 0, unchanged: 4, ended: 0 });
    expect(report.notes).toContain('/events/lake-vote-2: somebody has changed it since, and it is left so');
    expect((await vote('lake-vote-2')).content.summary).toBe('The vote was taken by a show of hands.');
    const both = votes.replace('2,Lakeland,XL,A', '2,Lakeland,XL,Y');
    expect(await refusal({ votes: both, how: { change: 'update', note: null } })).toMatchObject({
      issues: [{ path: '/events/lake-vote-2', message: 'its row has changed, and somebody has changed the record' }],
    });
    expect((await run({ votes: both, dryRun: true })).notes).toEqual(
      expect.arrayContaining([
        '/events/lake-vote-2: its row has changed, and somebody has changed the record: say with --prefer which stands',
        '/sources/lake-votes-1: changes',
      ]),
    );
  });

  it('waits for a publication under way before it locks what it changes', async () => {
    const changing = {
      votes: votes.replace('2,Lakeland,XL,A', '2,Lakeland,XL,Y'),
      how: { change: 'update', note: null },
      prefer: 'row',
    } as const;
    const waiting = () => database.owner.$queryRaw<unknown[]>`
      SELECT FROM pg_locks l JOIN pg_database d ON d."oid" = l."database"
      WHERE d."datname" = current_database() AND l."locktype" = 'advisory' AND NOT l."granted"`;
    const importing = await transaction(database.owner, async (tx) => {
      await beginPublication(tx);
      const begun = run(changing);
      await expect.poll(async () => (await waiting()).length, { timeout: 10_000 }).toBeGreaterThan(0);
      // Refused at once if the import held one of them: then each would wait for the other.
      await tx.$queryRaw`SELECT "id" FROM "Record" FOR UPDATE NOWAIT`;
      return { begun };
    });
    expect(counted(await importing.begun)).toMatchObject({ changed: 2 });
    await run({ votes: votes.replace('2,Lakeland,XL,A', '2,Lakeland,XL,N'), how: changing.how });
  });

  it('leaves alone what was withdrawn', async () => {
    const { id, lockVersion } = await sitting('lake-vote-2');
    await withdraw(database.owner, people.reviewer, { id, expectedVersion: lockVersion, reason: 'It was never held.' });
    const report = await run({ votes: votes.replace('2,Lakeland,XL,A', '2,Lakeland,XL,N') });
    expect(counted(report)).toMatchObject({ created: 0, ended: 1 });
    expect(await getRecord(database.reader, { kind: 'event', slug: 'lake-vote-2' })).toMatchObject({
      found: 'withdrawn',
    });
  });
});

describe('a dataset with faults', () => {
  it('does not guess an actor by a name whose code is another', async () => {
    const error = await refusal({ votes: votes.replace('1,Lakeland,XL,Y', '1,Lakeland,XM,Y') });
    expect(error).toMatchObject({
      issues: [{ path: 'votes row 2', message: expect.stringContaining('whose code is another') as string }],
    });
  });

  it('does not give one actor two choices in a vote, by whatever names its rows call it', async () => {
    const before = await rows();
    const fault = (said: string) => [
      { path: 'votes row 6 /content/choices of votes', message: expect.stringContaining(said) as string },
    ];
    expect(await refusal({ votes: `${votes}2,Lakelnd,XL,Y\n` })).toMatchObject({
      code: 'invalid_input',
      issues: fault('second choice of Lakeland in one vote: "yes" here, "abstain" in row 4'),
    });
    expect(await refusal({ votes: `${votes}2,Reed Isles,,N\n`, dryRun: true })).toMatchObject({
      issues: fault('"no" here, "yes" in row 5'),
    });
    expect(await rows()).toEqual(before);
  });

  it('counts what two rows say alike once, and reports it', async () => {
    const again = { votes: `${votes}2,Lakeland,XL,A\n`, mapping: mapping.replaceAll('lake-', 'twice-') };
    const report = await run(again);
    expect(report.notes).toContain(
      'cleaned: /content/choices of votes: the same choice of an actor in two rows, kept once, one text',
    );
    expect((await vote('twice-vote-2')).content.choices.map(({ choice }) => choice)).toEqual(['abstain', 'yes']);
  });

  it('tells of a vote whose own row gives an actor two choices', async () => {
    const [files = ''] = mapping.split('records:');
    const own = `records:
  - kind: event
    rows: votes
    slug: "own-vote-{id}-{member}"
    content:
      title: "The vote of {member}"
      type: vote
      date: "1950"
      place: null
      summary: null
      partOf: null
      participants: []
      choices:
        - { actor: { actor: members }, choice: { take: "{vote}", map: { Y: "yes" }, else: abstain } }
        - { actor: { actor: members }, choice: "yes" }
    cite:
      - { field: /date, rows: own }
      - { field: /choices, rows: own }
`;
    const faults = [2, 3, 4, 5].map((row) => ({ path: `votes row ${row} /content/choices/1` }));
    expect(await refusal({ mapping: files + own })).toMatchObject({ code: 'invalid_input', issues: faults });
  });

  it('finds an actor by any name that the mapping says is the same', async () => {
    const renamed = mapping.replace('{ Reed Islands: Reed Isles }', '{ Reed Isles: Moss Isles }');
    const report = await run({ votes: votes.replace('Reed Islands', 'Moss Isles'), mapping: renamed, dryRun: true });
    expect(report.actors.find(({ name }) => name === 'Moss Isles')).toMatchObject({
      by: 'alias',
      called: 'Reed Isles',
    });
  });

  it('stops at a batch that fails, and says why', async () => {
    const error = await refusal({
      how: { change: 'update', note: null },
      onBatch: () => {
        throw new Error('the disk is full');
      },
    });
    expect(error).toMatchObject({ message: 'the disk is full' });
  });

  it('tells each of them by file, row and field, and imports nothing', async () => {
    const before = await rows();
    const error = await refusal({
      sittings: 'id,day,symbol,subject\n7,1950-02-30,,On ice\n8,1950-03-01,,\n8,1950-03-02,,Twice\n',
      votes: 'id,member,code,vote\n7,Lakeland,XL,maybe\n',
    });
    if (!(error instanceof RapporteurError)) throw new Error('was not refused');
    expect(error.issues.map(({ path: at }) => at)).toEqual(
      expect.arrayContaining(['sittings row 2 /content/date', 'sittings row 4 slug', 'sittings row 3 /content/title']),
    );
    expect(error.issues.find(({ message }) => message.includes('maybe'))?.path).toBe(
      'votes row 2 /content/choices of votes',
    );
    expect(await rows()).toEqual(before);
  });

  it('stops at an actor that is not on record, or leaves its rows out and says so', async () => {
    const without = mapping.replace(/ +aliases:.*\n/, '').replace(/ +create: \{.*\n/, '');
    const unknown = votes.replace('Reed Islands', 'Moss Isles');
    const stop = await refusal({ votes: unknown, mapping: without.replace('unmatched: create', 'unmatched: stop') });
    expect(stop).toMatchObject({
      issues: [{ path: 'votes row 5', message: expect.stringContaining('Moss Isles') as string }],
    });
    const leaving = without.replace('unmatched: create', 'unmatched: leave_out');
    const left = await run({ votes: unknown, mapping: leaving, dryRun: true });
    expect(left.actors.filter(({ by }) => by === 'none')).toMatchObject([{ name: 'Moss Isles', rows: 1 }]);
  });
});

describe('a name that goes by the date, and titles that several rows have', () => {
  const given = {
    sittings:
      'id,day,symbol,subject\n11,1946-01-02,,On fens\n12,1950-03-07,,On fens\n13,1950-04-07,R/9,On fens\n14,1950-05-07,R/9,On fens\n',
    votes: 'id,member,code,vote\n11,Fen,XF,Y\n12,Fen,XF,N\n13,Marsh,,Y\n14,Fen,XF,A\n',
    mapping: mapping
      .replaceAll('lake-', 'fen-')
      .replace('{ Reed Islands: Reed Isles }', '{ Marsh: { of: Great Fen, use: former }, The Fen: Great Fen }')
      .replace(
        '    unmatched: create\n',
        `    dated:
      date: { rows: sittings, take: "{day}", date: { order: ymd, inexact: [{ from: 1946-01-01, to: 1946-12-31, precision: month, mark: "~" }] } }
      names:
        Fen:
          - { to: 1949-12-31, name: Fen, code: XF, why: Fen left in 1949. }
          - { from: 1950-01-01, name: Great Fen, code: XG, why: Great Fen came in 1950. }
    unmatched: create\n`,
      )
      .replace(
        'title: { first: ["{subject} ({symbol})", "{subject}"] }',
        'title: { distinct: ["{subject}", "{subject} ({symbol})", "{subject} (sitting {id})"] }',
      ),
  };

  it('become actors with their former names, and titles that tell them apart', async () => {
    const before = await verify(database.owner);
    const report = await run(given);
    const told = report.actors.map(({ name, code, rows: named, by, dated }) => [name, code, named, by, dated?.why]);
    expect(told).toEqual([
      ['Fen', 'XF', 1, 'created', 'Fen left in 1949.'],
      ['Great Fen', 'XG', 2, 'created', 'Great Fen came in 1950.'],
      ['Marsh', '', 1, 'alias', undefined],
    ]);
    expect(report.notes).toContain('cleaned: /content/title: told apart from others, 4 texts');
    const titles = await database.owner.entry.findMany({
      where: { slug: { startsWith: 'fen-vote-' } },
      orderBy: { slug: 'asc' },
      select: { title: true },
    });
    expect(titles.map(({ title }) => title)).toEqual([11, 12, 13, 14].map((id) => `On fens (sitting ${id})`));
    const actor = await getRecord(database.reader, { kind: 'actor', slug: 'great-fen' });
    if (actor?.found !== 'live') throw new Error('Great Fen is not public');
    expect(actor.record.content).toMatchObject({
      names: [
        { text: 'Great Fen', use: 'preferred' },
        { text: 'Fen', use: 'former' },
        { text: 'Marsh', use: 'former' },
        { text: 'The Fen', use: 'alias' },
      ],
      identifiers: [{ value: 'XG' }],
    });
    expect(actor.record.citations).toMatchObject([{ field: '/names', passage: { exact: '12,Fen,XF,N' } }]);
    expect(await verify(database.owner)).toEqual(before);
    expect(counted(await run(given))).toMatchObject({ created: 0, changed: 0 });
  });

  it('refuses a date that may be in two of the periods', async () => {
    const error = await refusal({ ...given, mapping: given.mapping.replace('1949-12-31, name', '1946-01-15, name') });
    expect(error).toMatchObject({
      issues: [{ path: 'votes row 2', message: expect.stringContaining('1946-01~') as string }],
    });
  });
});
