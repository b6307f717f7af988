import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { newId } from '@rapporteur/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveDraft } from '../record/save';
import { approve } from '../record/review';
import { publishIn } from '../record/publish';
import { submit } from '../record/submit';
import { exportBundle, storedTexts } from './export';
import { importBundle, type ImportPeople } from './import';
import {
  bundleOf,
  sampleIssue,
  sampleMeeting,
  samplePeople,
  samplePosition,
  sampleSource,
  sampleState,
  sampleText,
} from './sample';

let database: TestDatabase;
let people: ImportPeople;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
});
afterAll(() => database.close());

async function refusal(text: string): Promise<RapporteurError> {
  const error: unknown = await importBundle(database.owner, text, people).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RapporteurError)) throw new Error(`was not refused as it should be: ${String(error)}`);
  return error;
}

async function exported({ owner }: TestDatabase): Promise<string> {
  let text = '';
  for await (const line of exportBundle(owner, storedTexts(owner))) text += line;
  return text;
}

/** How many rows every table that an import writes to holds. */
async function counts() {
  const db = database.owner;
  return Promise.all([
    db.record.count(),
    db.revision.count(),
    db.review.count(),
    db.auditEntry.count(),
    db.storedText.count(),
    db.entry.count(),
    db.publication.count(),
    db.publishedRevision.count(),
    db.passage.count(),
    db.citation.count(),
  ]);
}

const oneId = newId('actor');
const version = (text: string, fetched = '2021-05-05T00:00:00Z') => ({ text, fetched });
const meetingWith = (content: object, citations: unknown[] = sampleMeeting.citations) => ({
  ...sampleMeeting,
  content: { ...sampleMeeting.content, ...content },
  citations,
});
const quoting = (quote: string) => [
  ...sampleMeeting.citations,
  { field: '/title', role: 'context', source: 'sources/sample-report', quote },
];

describe('a bundle with a fault', () => {
  const cases: [string, unknown[], RegExp][] = [
    [
      'a quote that is not in its source',
      [sampleSource, sampleState(), meetingWith({}, quoting('The meeting was loud.'))],
      /^line 4 \/citations\/2\/quote$/,
    ],
    [
      'a quote that stands there twice',
      [sampleSource, sampleState(), meetingWith({}, quoting('The meeting was'))],
      /^line 4 \/citations\/2\/quote$/,
    ],
    [
      'a day that does not exist',
      [sampleSource, sampleState(), meetingWith({ date: '2023-02-30' })],
      /^line 4 \/content\/date$/,
    ],
    ['a slug with a slash', [sampleSource, sampleState('sample/land')], /^line 3 \/slug$/],
    [
      '10 MB in a field',
      [sampleSource, sampleState(), meetingWith({ title: 'x'.repeat(10_000_000) })],
      /^line 4 \/content\/title$/,
    ],
    [
      '10 MB in the text of a source',
      [{ ...sampleSource, content: { ...sampleSource.content, versions: [version('x'.repeat(10_000_000))] } }],
      /^line 2 \/content\/versions\/0\/text$/,
    ],
    [
      'a text fetched before there were years',
      [{ ...sampleSource, content: { ...sampleSource.content, versions: [version('x', '0000-01-01T00:00:00Z')] } }],
      /^line 2 \/content\/versions\/0\/fetched$/,
    ],
    [
      'a version that its source does not have',
      [
        sampleSource,
        sampleState(),
        meetingWith({}, [...sampleMeeting.citations, { ...quoting('calm')[2], version: 'f'.repeat(64) }]),
      ],
      /^line 4 \/citations\/2\/version$/,
    ],
    [
      'one id for two records',
      [sampleSource, { ...sampleState(), id: oneId }, { ...sampleState('sample-land'), id: oneId }],
      /^line 4 \/id$/,
    ],
    ['an unknown field', [sampleSource, sampleState(), meetingWith({ mood: 'calm' })], /^line 4 \/content\/mood$/],
    ['an unknown field of the line', [sampleSource, { ...sampleState(), colour: 'red' }], /^line 3 \/colour$/],
    ['a record that is not there', [sampleSource, sampleMeeting], /^line 3 \/content\/participants\/0\/actor$/],
    ['an assertion without a passage', [sampleSource, { ...sampleState(), citations: [] }], /^line 3 .*\/names\/0$/],
    [
      'a loop of merges',
      [
        sampleSource,
        sampleState(),
        sampleState('sample-land'),
        { type: 'merge', kind: 'actor', slug: 'sampleland', into: 'actors/sample-land', reason: 'One state.' },
        { type: 'merge', kind: 'actor', slug: 'sample-land', into: 'actors/sampleland', reason: 'One state.' },
      ],
      /^line 6( \/into)?$/,
    ],
    [
      'a merge into nothing',
      [
        sampleSource,
        sampleState(),
        { type: 'merge', kind: 'actor', slug: 'sampleland', into: 'actors/nobody', reason: 'One state.' },
      ],
      /^line 4 \/into$/,
    ],
    [
      'a tombstone with the id of another kind',
      [{ type: 'withdrawal', kind: 'actor', slug: 'nobody', id: newId('event'), reason: 'Gone.' }],
      /^line 2 \/id$/,
    ],
    [
      'a withdrawal without a reason',
      [sampleSource, { type: 'withdrawal', kind: 'source', slug: 'sample-report', reason: ' ' }],
      /^line 3 \/reason$/,
    ],
    [
      'two positions of an actor on an issue',
      [sampleSource, sampleState(), sampleIssue, samplePosition('one'), samplePosition('two')],
      /^line 6 \/actor$/,
    ],
    [
      'a withdrawal of nothing',
      [{ type: 'withdrawal', kind: 'actor', slug: 'nobody', reason: 'Gone.' }],
      /^line 2 \/slug$/,
    ],
  ];

  it.each(cases)('%s is refused by line and field, and leaves no row', async (_, lines, path) => {
    const before = await counts();
    const error = await refusal(bundleOf(...lines));
    expect(['invalid_input', 'missing_evidence', 'state_conflict']).toContain(error.code);
    expect(error.issues.map((issue) => issue.path)).toEqual([expect.stringMatching(path)]);
    expect(await counts()).toEqual(before);
  });

  it('a line that is not JSON is refused, and every other fault of the bundle with it', async () => {
    const before = await counts();
    const error = await refusal(`${bundleOf(sampleSource, { type: 'record' })}\n{"type":`);
    expect(error.issues.map(({ path }) => path.split(' ').slice(0, 2).join(' '))).toEqual(
      expect.arrayContaining(['line 3', 'line 4']),
    );
    expect(await counts()).toEqual(before);
  });

  it('one person cannot import and review', async () => {
    const before = await counts();
    const alone = { importer: people.reviewer, reviewer: people.reviewer };
    await expect(importBundle(database.owner, bundleOf(sampleSource), alone)).rejects.toBeInstanceOf(RapporteurError);
    expect(await counts()).toEqual(before);
  });
});

describe('a sound bundle', () => {
  it('is public in one publication each, and changes nothing the second time', async () => {
    const text = bundleOf(sampleSource, sampleMeeting, sampleState());
    expect(await importBundle(database.owner, text, people)).toMatchObject({ created: 3, unchanged: 0 });
    const before = await counts();
    expect(await importBundle(database.owner, text, people)).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    expect(await counts()).toEqual(before);
  });

  it('comes out as it went in, and goes in elsewhere as it came out, merges and repeated words included', async () => {
    const repeated = `${sampleText}\n\n${'The same words again and again. '.repeat(4)}`;
    const second = {
      ...sampleSource,
      content: {
        ...sampleSource.content,
        versions: [...sampleSource.content.versions, { text: repeated, fetched: '2021-06-01T00:00:00Z' }],
      },
    };
    const context = {
      field: '/title',
      role: 'context',
      source: 'sources/sample-report',
      quote: 'again and again',
      prefix: 'short.\n\nThe same words ',
    };
    const twin = {
      ...meetingWith({ participants: [{ actor: 'actors/sample-land', role: 'participant' }] }),
      slug: 'twin-meeting',
    };
    const lines = [
      second,
      sampleState(),
      sampleState('sample-land'),
      meetingWith({}, [...sampleMeeting.citations, context]),
      twin,
    ];
    const merge = {
      type: 'merge',
      kind: 'actor',
      slug: 'sample-land',
      into: 'actors/sampleland',
      reason: 'One state.',
    };
    await importBundle(database.owner, bundleOf(...lines, merge), people);
    const first = await exported(database);
    expect(await importBundle(database.owner, first, people)).toMatchObject({ created: 0, changed: 0, unchanged: 5 });

    const other = await testDatabase();
    try {
      const others = await samplePeople(other.owner);
      expect(await importBundle(other.owner, first, others)).toMatchObject({ created: 4 });
      expect(await exported(other)).toBe(first);
      expect(await importBundle(other.owner, first, others)).toMatchObject({ created: 0, changed: 0, unchanged: 5 });
    } finally {
      await other.close();
    }
  });

  it('waits for a publication under way before it locks what it changes, and each publishes its own', async () => {
    const { owner } = database;
    await importBundle(owner, bundleOf(sampleState('calmland')), people);
    const [calm] = await owner.record.findMany({ where: { slug: 'calmland' }, include: { revisions: true } });
    if (!calm) throw new Error('There is no Calmland.');
    const draft = await saveDraft(owner, people.importer, {
      id: calm.id,
      expectedVersion: calm.lockVersion,
      content: { ...(calm.revisions[0]?.content as object), description: 'It is calm.' },
      citations: calm.revisions[0]?.citations,
      change: 'update',
    });
    const submitted = await submit(owner, people.importer, { id: calm.id, expectedVersion: draft.lockVersion });
    const { lockVersion } = await approve(owner, people.reviewer, {
      id: calm.id,
      expectedVersion: submitted.lockVersion,
    });
    const state = sampleState();
    const changed = { ...state, content: { ...state.content, description: 'A state for samples.' } };
    const ending = { type: 'withdrawal', kind: 'actor', slug: 'calmland', reason: 'It is no state.' };
    const waiting = () => owner.$queryRaw<unknown[]>`
      SELECT FROM pg_locks l JOIN pg_database d ON d."oid" = l."database"
      WHERE d."datname" = current_database() AND l."locktype" = 'advisory' AND NOT l."granted"`;
    const importing = await transaction(owner, async (tx) => {
      await tx.$executeRaw`SELECT history.begin_publication()`;
      const begun = importBundle(owner, bundleOf(changed, ending), people);
      await expect.poll(async () => (await waiting()).length, { timeout: 10_000 }).toBeGreaterThan(0);
      // Refused at once if the import held one of them: then each would wait for the other.
      await tx.$queryRaw`SELECT "id" FROM "Record" FOR UPDATE NOWAIT`;
      await publishIn(tx, people.reviewer, { id: calm.id, expectedVersion: lockVersion });
      return { begun };
    });
    expect(await importing.begun).toMatchObject({ changed: 1, withdrawn: 1 });
    const log = await owner.publication.findMany({
      orderBy: { sequence: 'desc' },
      take: 3,
      select: { action: true, slug: true },
    });
    expect(log).toEqual([
      { action: 'withdraw', slug: 'calmland' },
      { action: 'update', slug: 'sampleland' },
      { action: 'update', slug: 'calmland' },
    ]);
  });
});
