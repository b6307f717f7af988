import { transaction } from '@rapporteur/db/transaction';
import { searchFilter } from '@rapporteur/domain/search/views';
import { describe, expect, it } from 'vitest';
import { discard } from '../record/discard';
import { beginPublication } from '../record/publish';
import { getRecord } from '../record/read';
import { saveDraft } from '../record/save';
import { withdraw } from '../record/withdraw';
import { search } from '../search/find';
import { counted, guideDataset, importedGuide } from '../testing/dataset';
import { verify } from '../verify';

const { votes } = guideDataset();
const { database, people, run, refusal, correct, rows, vote } = importedGuide();

const sitting = (slug: string) =>
  database().owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'event', slug } } });

// The tests follow one another: each goes on where the one before it ended.
describe('the dataset of the guide', () => {
  it('is checked by a dry run, which writes nothing', async () => {
    const before = await rows();
    const report = await run({ dryRun: true });
    expect(counted(report)).toEqual({ created: 6, changed: 0, unchanged: 0, ended: 0 });
    expect(await rows()).toEqual(before);
  });

  it('needs two people', async () => {
    const { importer } = people();
    const error = await refusal({ people: { importer, reviewer: importer } });
    expect(error).toMatchObject({ code: 'forbidden' });
    const weak = await refusal({ people: { importer, reviewer: { userId: 'x', role: 'contributor' } } });
    expect(weak).toMatchObject({ code: 'forbidden' });
    expect(await database().owner.record.count()).toBe(0);
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
    expect(await verify(database().owner)).toEqual([]);
  });

  it('goes through the lifecycle: each record with its author, its approval, its audit and its place in the log', async () => {
    const { id } = await sitting('lake-vote-1');
    const revision = await database().owner.revision.findFirstOrThrow({
      where: { recordId: id },
      include: { reviews: true },
    });
    expect(revision).toMatchObject({
      state: 'live',
      authorId: people().importer?.userId,
      approvedById: people().reviewer?.userId,
    });
    expect(revision.reviews).toMatchObject([{ decision: 'approved', reviewerId: people().reviewer?.userId }]);
    const audit = await database().owner.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: 'asc' } });
    expect(audit.map(({ action, userId }) => [action, userId])).toEqual([
      ['record.create', people().importer?.userId],
      ['record.submit', people().importer?.userId],
      ['record.approve', people().reviewer?.userId],
      ['record.publish', people().reviewer?.userId],
    ]);
    expect(await database().owner.publication.count({ where: { recordId: id } })).toBe(1);
  });

  it('is found by a search for its words, and not for those of its tally', async () => {
    const found = async (question: string) => {
      const filter = searchFilter.parse({});
      const { items } = await search(database().reader, { question, filter, sort: 'relevance', limit: 10 });
      return items.map(({ record }) => record.slug);
    };
    expect(await found('reeds')).toContain('lake-vote-2');
    const { id } = await sitting('lake-vote-2');
    const [words] = await database().owner.$queryRaw<{ lakeland: boolean; reeds: boolean }[]>`
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
    const told = await database().owner.publication.findMany({ where: { action: 'correct' }, select: { note: true } });
    expect(told).toEqual([{ note: 'A vote was read wrongly.' }, { note: 'A vote was read wrongly.' }]);
    // The source has a new version; the other vote still rests on the version before, whose words are the same.
    expect(counted(report)).toEqual({ created: 0, changed: 2, unchanged: 2, ended: 0 });
    const view = await vote('lake-vote-2');
    expect(view.content.choices[0]?.choice).toBe('no');
    expect(await verify(database().owner)).toEqual([]);
    const { id, lockVersion } = await sitting('lake-vote-1');
    const live = await database().owner.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
    await saveDraft(database().owner, people().importer, {
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
    await discard(database().owner, people().importer, { id: open.id, expectedVersion: open.lockVersion });
    await correct('event', 'lake-vote-2', { summary: 'The vote was taken by a show of hands.' });
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
    const waiting = () => database().owner.$queryRaw<unknown[]>`
      SELECT FROM pg_locks l JOIN pg_database d ON d."oid" = l."database"
      WHERE d."datname" = current_database() AND l."locktype" = 'advisory' AND NOT l."granted"`;
    const importing = await transaction(database().owner, async (tx) => {
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
    await withdraw(database().owner, people().reviewer, {
      id,
      expectedVersion: lockVersion,
      reason: 'It was never held.',
    });
    const report = await run({ votes: votes.replace('2,Lakeland,XL,A', '2,Lakeland,XL,N') });
    expect(counted(report)).toMatchObject({ created: 0, ended: 1 });
    expect(await getRecord(database().reader, { kind: 'event', slug: 'lake-vote-2' })).toMatchObject({
      found: 'withdrawn',
    });
  });
});
