import { asOf, type Published } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import type { CitationView } from '@rapporteur/domain/views';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { previewPublication } from '../publication/preview';
import { fingerprint } from '../source/text';
import { verify } from '../verify';
import { mergeRecords } from './merge';
import { getRecord } from './read';
import { saveDraft } from './save';

const countTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const sentence = (day: number, how: string) => `On day ${day} of the talks the meeting was ${how} and it was short.`;
const filler = `\n\n${'The record goes on. '.repeat(9400)}`;
const minutes = (how: string) =>
  countTo(60)
    .map((day) => sentence(day, how))
    .join(' ') + filler;
/** Too long to be looked through for other words. */
const annals = (how: string) => `${minutes(how)} ${filler}`;
const report = (number: number) => `Report ${number} says that the talks went on.`;

const sourceOf = (slug: string, ...texts: string[]) => ({
  ...sampleSource,
  slug,
  content: { ...sampleSource.content, versions: texts.map((text) => ({ text, fetched: '2021-05-05T00:00:00Z' })) },
});
const stateCiting = (slug: string, quotes: readonly (readonly [source: string, quote: string])[]) => ({
  ...sampleState(slug),
  citations: quotes.map(([source, quote]) => ({
    field: '/names/0',
    role: 'supports',
    source: `sources/${source}`,
    quote,
  })),
});

const naming = {
  ...sampleMeeting,
  slug: 'naming',
  content: { ...sampleMeeting.content, participants: [{ actor: 'actors/named', role: 'host' }] },
  citations: ['/date', '/participants/0'].map((field) => ({
    field,
    role: 'supports',
    source: 'sources/minutes',
    quote: sentence(9, 'calm'),
  })),
};

let database: TestDatabase;
let people: ImportPeople;
beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  const reports = countTo(45);
  const first = [
    sourceOf('minutes', minutes('calm')),
    sourceOf('annals', annals('calm')),
    ...reports.map((number) => sourceOf(`report-${number}`, report(number))),
    stateCiting(
      'of-the-minutes',
      countTo(60).map((day) => ['minutes', sentence(day, 'calm')]),
    ),
    stateCiting(
      'of-the-annals',
      [7, 8].map((day) => ['annals', sentence(day, 'calm')]),
    ),
    stateCiting(
      'of-the-reports',
      reports.map((number) => [`report-${number}`, report(number)]),
    ),
  ];
  await importBundle(
    database.owner,
    bundleOf(...first, stateCiting('named', [['minutes', sentence(8, 'calm')]]), naming),
    people,
  );
  const then = [
    sourceOf('minutes', minutes('calm'), minutes('cold')),
    sourceOf('annals', annals('calm'), annals('cold')),
    ...reports.map((number) => sourceOf(`report-${number}`, report(number), `As was said: ${report(number)}`)),
  ];
  await importBundle(database.owner, bundleOf(...then), people);
});
afterAll(() => database.close());

const recordAt = (slug: string) =>
  database.owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'actor', slug } } });

async function passagesOf(published: Published, slug: string) {
  const answer = await getRecord(published, { id: (await recordAt(slug)).id });
  return answer?.found === 'live' ? shown(answer.record) : [];
}

const shown = ({ citations }: { citations: readonly CitationView[] }) => citations.map(({ passage }) => passage);

const statesOf = async (slug: string) => (await passagesOf(database.reader, slug)).map(({ state }) => state);
const republish = (slug: string, title: string, ...texts: string[]) => {
  const source = sourceOf(slug, ...texts);
  return importBundle(database.owner, bundleOf({ ...source, content: { ...source.content, title } }), people);
};

test('every passage of a text is judged in the publication that brings a newer one', async () => {
  expect(await statesOf('of-the-minutes')).toEqual(countTo(60).map(() => 'changed'));
});

test('of what nothing has looked for, nothing is said, until a text comes that can be looked through', async () => {
  expect(await statesOf('of-the-annals')).toEqual(['uncompared', 'uncompared']);
  await republish('annals', 'Annals', annals('calm'), annals('cold'));
  expect(await statesOf('of-the-annals')).toEqual(['uncompared', 'uncompared']);
  await republish('annals', 'Annals', annals('calm'), annals('cold'), minutes('cold'));
  expect(await statesOf('of-the-annals')).toEqual(['changed', 'changed']);
  expect(await verify(database.owner)).toEqual([]);
});

test('the passages of more sources than are held at once are judged all the same', async () => {
  const passages = await passagesOf(database.reader, 'of-the-reports');
  expect(passages.map(({ state, version }) => [state, version])).toEqual(countTo(45).map(() => ['moved', 1]));
  expect(await verify(database.owner)).toEqual([]);
});

test('a passage whose version was dropped before the database refused it leaves its page readable, now, then and in a preview', async () => {
  const { owner, reader, past } = database;
  const { sha256 } = fingerprint(report(7));
  await transaction(owner, async (tx) => {
    await tx.$executeRaw`ALTER TABLE "SourceVersion" DISABLE TRIGGER guard_version`;
    await tx.$executeRaw`SELECT history.begin_publication()`;
    expect(await tx.$executeRaw`DELETE FROM "SourceVersion" WHERE "sha256" = ${sha256}`).toBe(1);
    await tx.$executeRaw`ALTER TABLE "SourceVersion" ENABLE TRIGGER guard_version`;
  });
  const lacking = { version: 0, versions: 1, state: 'gone', fetched: '2021-05-05T00:00:00.000Z', exact: report(7) };
  const isLacking = (passages: Awaited<ReturnType<typeof passagesOf>>) => {
    expect(passages.length).toBe(45);
    expect(passages.filter(({ version }) => version !== 1)).toMatchObject([lacking]);
  };
  isLacking(await passagesOf(reader, 'of-the-reports'));
  isLacking(await asOf(past, new Date(), (published) => passagesOf(published, 'of-the-reports')));

  const { id, lockVersion } = await recordAt('of-the-reports');
  const live = await owner.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
  const content = { ...(live.content as object), description: 'A state for samples.' };
  const change = { content, citations: live.citations, change: 'update' as const, note: null };
  const { revisionNumber } = await saveDraft(owner, people.importer, { id, expectedVersion: lockVersion, ...change });
  isLacking(shown((await previewPublication(owner, people.importer, { id, revision: revisionNumber })).after));
});

test('what was judged is not judged again where its source has no other text: by a merge, or for another title', async () => {
  const { owner } = database;
  const states = () =>
    owner.passage.findMany({ orderBy: { id: 'asc' }, select: { id: true, state: true, checkedAt: true } });
  // As it was judged by a person, or with more time: looked at again, it would say something else.
  await transaction(owner, async (tx) => {
    await tx.$executeRaw`SELECT history.begin_publication()`;
    await tx.$executeRaw`UPDATE "Passage" SET "state" = 'gone', "checkedAt" = history.recorded_at()
      WHERE "id" IN (SELECT "passageId" FROM "Citation" WHERE "recordId" = (SELECT "id" FROM "Entry" WHERE "slug" = 'naming'))`;
  });
  const before = await states();
  expect(new Set(before.map(({ state }) => state))).toEqual(new Set(['changed', 'gone', 'moved']));
  const [into, from] = [await recordAt('of-the-reports'), await recordAt('named')];
  await mergeRecords(owner, people.reviewer, {
    id: from.id,
    expectedVersion: from.lockVersion,
    into: into.id,
    reason: 'One state.',
  });
  await republish('minutes', 'The minutes', minutes('calm'), minutes('cold'));
  expect(await states()).toEqual(before);
});

test('a passage that is told as verified and stands otherwise in the newest text is found, until its source is published again', async () => {
  const { owner } = database;
  const texts = [
    'The quay is open. The lamp is lit. The tide is low.',
    'The tide is low. The lamp is lit. The quay was shut.',
  ];
  const quotes = ['The quay is open.', 'The lamp is lit.'];
  await importBundle(
    owner,
    bundleOf(
      sourceOf('old', ...texts.slice(0, 1)),
      stateCiting(
        'of-the-old',
        quotes.map((quote) => ['old', quote]),
      ),
    ),
    people,
  );
  await republish('old', 'Old', ...texts);
  const judged = await statesOf('of-the-old');
  expect(judged).not.toContain('verified');
  const source = await owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'source', slug: 'old' } } });
  const found = async () => (await verify(owner)).filter(({ what }) => what.includes('says that it is verified'));
  expect(await found()).toEqual([]);
  // As a version of the program left it that did not judge.
  await transaction(owner, async (tx) => {
    await tx.$executeRaw`SELECT history.begin_publication()`;
    await tx.$executeRaw`UPDATE "Passage" SET "state" = 'verified', "checkedAt" = history.recorded_at() WHERE "recordId" = ${source.id}`;
  });
  expect((await found()).map(({ record }) => record)).toEqual([source.id, source.id]);
  await republish('old', 'An old report', ...texts);
  expect(await statesOf('of-the-old')).toEqual(judged);
  expect(await found()).toEqual([]);
});
