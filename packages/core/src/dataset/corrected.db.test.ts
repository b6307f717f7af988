import { withConnection } from '@rapporteur/db/migrate';
import { migrationFiles } from '@rapporteur/db/migrations';
import { transaction } from '@rapporteur/db/transaction';
import { newId } from '@rapporteur/domain/ids';
import { expect, test } from 'vitest';
import { importBundle } from '../bundle/import';
import { bundleOf, sampleMeeting, sampleSource, sampleState } from '../bundle/sample';
import { mergeRecords } from '../record/merge';
import { getRecord } from '../record/read';
import { receiveRedirectIn } from '../record/receive';
import { guideDataset, importedGuide, type Given } from '../testing/dataset';
import { verify } from '../verify';
import type { DatasetReport } from './import';

// What becomes of records that came from a dataset, and that somebody has changed at the desk, when it is imported again.

const guide = guideDataset();
const update = { change: 'update', note: null } as const;
/** One more vote above those of the guide, and one below. */
const more = {
  sittings: `${guide.sittings.replace('\n', '\n0,1949-01-01,R/0,On moss\n')}3,1951-01-01,R/3,On fens\n`,
  votes: `${guide.votes.replace('\n', '\n0,Lakeland,XL,Y\n')}3,Lakeland,XL,N\n`,
};
const votesWith = (row: string, changed: string) => ({ ...more, votes: more.votes.replace(row, changed) });

const imports = importedGuide();

const run = (given: Given) => imports.run(given);
const refused = (given: Given) => expect(run(given)).rejects;
const counted = ({ created, changed, unchanged }: DatasetReport) => ({ created, changed, unchanged });
const written = () =>
  Promise.all([
    imports.database().owner.revision.count(),
    imports.database().owner.auditEntry.count(),
    imports.database().owner.publication.count(),
    imports.database().owner.datasetRow.findMany({ orderBy: { recordId: 'asc' } }),
  ]);

async function live(kind: 'event' | 'source', slug: string) {
  const answer = await getRecord(imports.database().reader, { kind, slug });
  if (answer?.found !== 'live') throw new Error(`${slug} is not public`);
  return answer.record;
}
async function vote(number: number) {
  const { content } = await live('event', `lake-vote-${number}`);
  return content as { summary: string | null; choices: { actor: string; choice: string }[] };
}

async function mergeActor(from: string, into: string) {
  const [gone, stays] = await Promise.all(
    [from, into].map((slug) =>
      imports.database().owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'actor', slug } } }),
    ),
  );
  if (!gone || !stays) throw new Error('two actors are merged');
  await mergeRecords(imports.database().owner, imports.people().reviewer, {
    id: gone.id,
    expectedVersion: gone.lockVersion,
    into: stays.id,
    reason: 'One state.',
  });
  return stays.id;
}

// The tests follow one another: each goes on where the one before it ended.
test('they stay so where rows are added above and below, while their source gets its new text and keeps what was said of it', async () => {
  expect(counted(await run({}))).toEqual({ created: 6, changed: 0, unchanged: 0 });
  await imports.correct('event', 'lake-vote-2', { summary: 'By a show of hands.' });
  await imports.correct('source', 'lake-votes-1', { author: 'The clerk of the council' });
  const report = await run({ ...more, how: update });
  expect(counted(report)).toEqual({ created: 2, changed: 2, unchanged: 2 });
  expect(report.notes).toContain('/events/lake-vote-2: somebody has changed it since, and it is left so');
  expect(await vote(2)).toMatchObject({ summary: 'By a show of hands.' });
  const source = await live('source', 'lake-votes-1');
  expect(source.content).toMatchObject({ author: 'The clerk of the council' });
  expect((source.content as { versions: unknown[] }).versions).toHaveLength(2);
  const before = await written();
  expect(counted(await run(more))).toEqual({ created: 0, changed: 0, unchanged: 6 });
  expect(await written()).toEqual(before);
  expect(await verify(imports.database().owner)).toEqual([]);
});

test('it is asked whose word stands where the row has changed as well, and what was decided is kept', async () => {
  const given = { ...votesWith('2,Lakeland,XL,A', '2,Lakeland,XL,N'), how: update };
  const before = await written();
  await refused(given).toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('--prefer') as string,
    issues: [{ path: '/events/lake-vote-2' }],
  });
  expect(await written()).toEqual(before);
  const left = await run({ ...given, prefer: 'record' });
  expect(counted(left)).toMatchObject({ created: 0, changed: 1 });
  expect(left.notes).toContain('/events/lake-vote-2: it says something else than its row, and it is left as it is');
  expect(await vote(2)).toMatchObject({ summary: 'By a show of hands.', choices: [{ choice: 'abstain' }, {}] });
  // The row is as it was at the last import now.
  expect(counted(await run(given))).toEqual({ created: 0, changed: 0, unchanged: 6 });
  const back = await run({ ...votesWith('2,Lakeland,XL,A', '2,Lakeland,XL,Y'), how: update, prefer: 'row' });
  expect(back.notes).toContain('/events/lake-vote-2: it said something else than its row, and the row stands');
  expect(await vote(2)).toMatchObject({ summary: null, choices: [{ choice: 'yes' }, { choice: 'yes' }] });
  await run({ ...more, how: update });
});

test('a row that changes back has changed, whatever the record once said', async () => {
  const other = { ...votesWith('1,Lakeland,XL,Y', '1,Lakeland,XL,A'), how: update };
  expect(counted(await run(other))).toMatchObject({ changed: 2 });
  expect(counted(await run({ ...more, how: update }))).toMatchObject({ changed: 2 });
  expect((await vote(1)).choices[0]?.choice).toBe('yes');
  await run(other);
  await imports.correct('event', 'lake-vote-1', { summary: 'By roll call.' });
  // The row is that of the first import again, which is not the one that the last import read.
  await refused({ ...more, how: update }).toMatchObject({ issues: [{ path: '/events/lake-vote-1' }] });
  // What somebody has taken back is the import's again.
  await imports.correct('event', 'lake-vote-1', { summary: null });
  expect(counted(await run({ ...more, how: update }))).toMatchObject({ changed: 2 });
  expect((await vote(1)).choices[0]?.choice).toBe('yes');
});

test('merges of the actors that rows name are followed', async () => {
  await imports.correct('event', 'lake-vote-0', { summary: 'The first vote.' });
  const state = sampleState('wideland');
  const content = {
    ...state.content,
    names: [{ text: 'Lakeland', language: 'en', use: 'preferred' }],
    identifiers: [{ scheme: 'iso3166-1-alpha-2', value: 'XL' }],
  };
  await importBundle(imports.database().owner, bundleOf(sampleSource, { ...state, content }), imports.people());
  const into = await mergeActor('lakeland', 'wideland');
  const report = await run(more);
  expect(counted(report)).toEqual({ created: 0, changed: 0, unchanged: 6 });
  expect(report.notes).toContain('/events/lake-vote-0: somebody has changed it since, and it is left so');
  const next = { ...more, votes: `${more.votes.replace('3,Lakeland,XL,N', '3,Lakeland,XL,A')}`, how: update };
  expect(counted(await run(next))).toMatchObject({ changed: 2 });
  expect((await vote(3)).choices).toMatchObject([{ actor: into, choice: 'abstain' }]);
  await refused({ ...votesWith('0,Lakeland,XL,Y', '0,Lakeland,XL,N'), how: update }).toMatchObject({
    issues: [{ path: '/events/lake-vote-0' }],
  });
});

test('rows mean what their actor was merged into, which has neither its code nor its names, and the report says so', async () => {
  const others = ['marshland', 'fenland'].map((slug) => ({
    ...sampleState(slug),
    content: { ...sampleState(slug).content, names: [{ text: slug, language: 'en', use: 'preferred' }] },
  }));
  await importBundle(imports.database().owner, bundleOf(sampleSource, ...others), imports.people());
  const given = { ...votesWith('3,Lakeland,XL,N', '3,Lakeland,XL,A'), how: update };
  const meant = async (into: string) => {
    const before = await written();
    const report = await run(given);
    expect(counted(report)).toEqual({ created: 0, changed: 0, unchanged: 6 });
    expect(await written()).toEqual(before);
    expect(report.actors.filter(({ name }) => name.startsWith('Reed'))).toMatchObject([
      { name: 'Reed Isles', by: 'merge', called: into },
      { name: 'Reed Islands', by: 'merge', called: into },
    ]);
  };
  await mergeActor('reed-isles', 'marshland');
  await meant('marshland');
  const fenland = await mergeActor('marshland', 'fenland');
  await meant('fenland');
  const changed = { ...given, votes: given.votes.replace('1,Reed Isles,,N', '1,Reed Isles,,A') };
  expect(counted(await run(changed))).toMatchObject({ created: 0, changed: 2 });
  expect((await vote(1)).choices).toContainEqual({ actor: fenland, choice: 'abstain' });
  // Of a merge that a bundle brings there is an address alone, and it stands for the name.
  const redirect = {
    id: newId('actor'),
    kind: 'actor',
    slug: 'bog-land',
    into: fenland,
    reason: 'One state.',
  } as const;
  await transaction(imports.database().owner, (tx) => receiveRedirectIn(tx, imports.people().reviewer, redirect));
  expect(counted(await run({ ...given, votes: `${given.votes}3,Bog Land,,Y\n` }))).toMatchObject({ created: 0 });
  expect((await vote(3)).choices).toContainEqual({ actor: fenland, choice: 'yes' });
  await run(given);
  expect(await verify(imports.database().owner)).toEqual([]);
});

test('after an upgrade, what an import has marked is known, and of the rest it is asked: what came by a bundle as well', async () => {
  const { owner, connection } = imports.database();
  const four = (choice: string) => ({
    sittings: `${more.sittings}4,1952-01-01,R/4,On bogs\n`,
    votes: `${more.votes}4,Lakeland,XL,${choice}\n`,
    how: update,
  });
  await run(four('Y'));
  await run(four('N'));
  const corrected = { ...sampleMeeting, slug: 'lake-vote-5' };
  await importBundle(owner, bundleOf(sampleSource, sampleState(), corrected), imports.people());
  // As an earlier version of the program left it.
  await owner.datasetRow.deleteMany();
  const { id } = await owner.record.findFirstOrThrow({ where: { slug: 'lake-vote-4' } });
  await owner.auditEntry.create({ data: { action: 'dataset.change', recordId: id, revisionNumber: 2, detail: {} } });
  for (const { name, script } of migrationFiles())
    if (/dataset_rows/.test(name))
      await withConnection(connection, (client) => client.query(script.slice(script.search(/^(INSERT|DELETE)/m))));
  expect(await owner.datasetRow.findMany()).toMatchObject([{ recordId: id, revisionNumber: 2 }]);

  const five = four('A');
  five.sittings += '5,1953-01-01,R/5,On mires\n';
  five.votes = `${five.votes.replace('3,Lakeland,XL,N', '3,Lakeland,XL,Y')}5,Lakeland,XL,Y\n`;
  const asked = (path: string) => ({
    path,
    message: 'it says something else than its row, and no import is known to have made it',
  });
  const [sources, votes] = [
    ['/sources/lake-sittings-1', '/sources/lake-votes-1'],
    ['/events/lake-vote-0', '/events/lake-vote-3', '/events/lake-vote-5'],
  ];
  await refused(five).toMatchObject({ issues: [...(sources ?? []), ...(votes ?? [])].map(asked) });
  // The files of the last import tell what is whose.
  const report = await run({ ...four('N'), prefer: 'record' });
  expect(counted(report)).toMatchObject({ created: 0, changed: 0 });
  expect(report.notes).toContain('/events/lake-vote-0: it says something else than its row, and it is left as it is');
  await refused(five).toMatchObject({ issues: [asked('/events/lake-vote-5')] });
  await run({ ...five, prefer: 'record' });
  expect([(await vote(3)).choices[0]?.choice, (await vote(4)).choices[0]?.choice]).toEqual(['yes', 'abstain']);
  expect(await live('event', 'lake-vote-5')).toMatchObject({ content: { title: 'A meeting' } });
});
