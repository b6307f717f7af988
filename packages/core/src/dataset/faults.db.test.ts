import { RapporteurError } from '@rapporteur/domain/errors';
import { beforeAll, describe, expect, it } from 'vitest';
import { guideDataset, importedGuide } from '../testing/dataset';

const { mapping, votes } = guideDataset();
const { run, refusal, rows, vote } = importedGuide();
beforeAll(async () => {
  await run();
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
    // An empty cell is no second fault.
    expect(error.issues.filter(({ path: at }) => at === 'sittings row 2 /content/date')).toHaveLength(1);
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
