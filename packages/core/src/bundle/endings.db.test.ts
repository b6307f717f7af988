import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import { newId } from '@rapporteur/domain/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getRecord } from '../record/read';
import { createDraft } from '../record/create';
import { saveDraft } from '../record/save';
import { verify } from '../verify';
import { importBundle, type ImportPeople } from './import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState, sampleText } from './sample';

let database: TestDatabase;
let people: ImportPeople;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
});
afterAll(() => database.close());

const load = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
const withdrawal = (kind: string, slug: string, more: object = {}) => ({
  type: 'withdrawal',
  kind,
  slug,
  reason: 'Gone.',
  ...more,
});
const merge = (slug: string, into: string, more: object = {}) => ({
  type: 'merge',
  kind: 'actor',
  slug,
  into: `actors/${into}`,
  reason: 'One state.',
  ...more,
});
const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof RapporteurError)) throw error;
      return error.issues.map(({ path }) => path);
    },
  );

it('takes over a tombstone and redirects of records that were never here, once', async () => {
  await load(sampleSource, sampleState());
  const tombstone = withdrawal('event', 'elsewhere', { id: newId('event') });
  const ended = withdrawal('actor', 'ended', { id: newId('actor') });
  // One leads to a live record, one to a tombstone that comes in the same bundle.
  const redirects = [
    merge('old', 'sampleland', { id: newId('actor') }),
    merge('older', 'ended', { id: newId('actor') }),
  ];
  expect(await load(...redirects, tombstone, ended)).toMatchObject({ withdrawn: 2, merged: 2, unchanged: 0 });
  expect(await load(tombstone, ended, ...redirects)).toMatchObject({ withdrawn: 0, merged: 0, unchanged: 4 });
  const found = await getRecord(database.reader, { kind: 'event', slug: 'elsewhere' });
  expect(found).toMatchObject({ found: 'withdrawn', tombstone: { reason: 'Gone.', revisionNumber: null } });
  expect(await getRecord(database.reader, { kind: 'actor', slug: 'old' })).toMatchObject({
    found: 'merged',
    into: { slug: 'sampleland' },
  });
  expect(await faultsOf(load({ ...tombstone, reason: 'Another.' }))).toEqual(['line 2 /reason']);
  expect(await faultsOf(load({ ...tombstone, id: newId('event') }))).toEqual(['line 2 /id']);
  expect(await faultsOf(load({ ...tombstone, slug: 'other' }))).toEqual(['line 2 /id']);
  // What has only a tombstone may be published after all.
  expect(await load({ ...sampleMeeting, slug: 'elsewhere' })).toMatchObject({ changed: 1 });
  expect(await getRecord(database.reader, { kind: 'event', slug: 'elsewhere' })).toMatchObject({
    found: 'live',
    record: { revisionNumber: 1, change: { action: 'publish' } },
  });
  expect(await verify(database.owner)).toEqual([]);
});

it('ends what rests on one another in whatever order it comes', async () => {
  await load(
    sampleState('upper'),
    {
      ...sampleMeeting,
      slug: 'resting',
      content: { ...sampleMeeting.content, participants: [], partOf: 'events/rested-on' },
      citations: sampleMeeting.citations.slice(0, 1),
    },
    { ...sampleMeeting, slug: 'rested-on' },
  );
  expect(await faultsOf(load(withdrawal('event', 'rested-on')))).toEqual(['line 2 /slug']);
  expect(await load(withdrawal('event', 'rested-on'), withdrawal('event', 'resting'))).toMatchObject({ withdrawn: 2 });
  // A chain in the wrong order, and its end withdrawn after both.
  await load(sampleState('first'), sampleState('second'));
  expect(await load(withdrawal('actor', 'upper'), merge('first', 'upper'), merge('second', 'upper'))).toMatchObject({
    merged: 2,
    withdrawn: 1,
  });
  expect(await verify(database.owner)).toEqual([]);
});

it('does not write over what somebody is working on', async () => {
  const state = sampleState('worked-on');
  await load(state);
  const { id, lockVersion } = await database.owner.record.findUniqueOrThrow({
    where: { kind_slug: { kind: 'actor', slug: 'worked-on' } },
  });
  const content = { ...state.content, names: [{ text: 'Typed with care', language: 'en', use: 'preferred' }] };
  await saveDraft(database.owner, people.importer, { id, expectedVersion: lockVersion, content, citations: [] });
  expect(await load(state)).toMatchObject({ unchanged: 1 });
  expect(await faultsOf(load({ ...state, content: { ...state.content, description: 'A state.' } }))).toEqual([
    'line 2 /slug',
  ]);
  const draft = await createDraft(database.owner, people.importer, {
    kind: 'actor',
    slug: 'begun',
    content,
    citations: [],
  });
  expect(await faultsOf(load(sampleState('begun')))).toEqual(['line 2 /slug']);
  expect(await faultsOf(load(withdrawal('actor', 'begun')))).toEqual(['line 2 /slug']);
  expect(
    await database.owner.revision.findMany({ where: { recordId: { in: [id, draft.id] }, state: 'draft' } }),
  ).toHaveLength(2);
});

it('shows a passage as one of the source that was cited, though another holds the same text', async () => {
  const copy = { ...sampleSource, slug: 'copy', content: { ...sampleSource.content, title: 'A copy' } };
  const quote = { field: '/date', role: 'supports', source: 'sources/copy', quote: 'the meeting of 3 May 2021' };
  const event = { ...sampleMeeting, slug: 'by-the-copy', content: { ...sampleMeeting.content, participants: [] } };
  await load(
    copy,
    { ...event, citations: [quote] },
    { ...event, slug: 'by-the-first', citations: [{ ...quote, source: 'sources/sample-report' }] },
  );
  for (const [slug, source] of [
    ['by-the-copy', 'copy'],
    ['by-the-first', 'sample-report'],
  ] as const) {
    const answer = await getRecord(database.reader, { kind: 'event', slug });
    if (answer?.found !== 'live') throw new Error('is not public');
    expect(answer.record.citations.map(({ passage }) => passage.source.slug)).toEqual([source]);
  }
  expect(sampleText).toContain(quote.quote);
  expect(await verify(database.owner)).toEqual([]);
});
