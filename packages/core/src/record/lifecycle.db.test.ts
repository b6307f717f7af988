import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Caller } from '../policy';
import { importBundle } from '../bundle/import';
import { actorContent, actorLine, report } from '../testing/ruritania';
import { createDraft } from './create';
import { mergeRecords } from './merge';
import { permalink, type PermalinkReads } from './permalink';
import { publish } from './publish';
import { getRecord } from './read';
import { restoreRevision } from './restore';
import { approve } from './review';
import { saveDraft } from './save';
import { setChange } from './set-change';
import { submit } from './submit';
import { withdraw } from './withdraw';

const author: Caller = { userId: 'usr-author', role: 'editor' };
const reviewer: Caller = { userId: 'usr-reviewer', role: 'publisher' };
const bundle = (...lines: string[]) => ['{"bundle":1}', ...lines].join('\n');
const people = { importer: author, reviewer };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await importBundle(
    database.owner,
    bundle(report, actorLine('ruritania', 'Ruritania'), actorLine('fenwick', 'Grand Fenwick')),
    people,
  );
});
afterAll(() => database.close());

async function recordOf(slug: string) {
  return database.owner.record.findUniqueOrThrow({
    where: { kind_slug: { kind: 'actor', slug } },
    include: { revisions: true },
  });
}

async function refusal(work: Promise<unknown>): Promise<RapporteurError> {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(RapporteurError);
  return error as RapporteurError;
}

async function rowCounts(): Promise<number[]> {
  const { owner } = database;
  return Promise.all([
    owner.record.count(),
    owner.revision.count(),
    owner.publication.count(),
    owner.auditEntry.count(),
    owner.storedText.count(),
  ]);
}

test('no save calls a change of a public record its first publication, or corrects what never was public', async () => {
  const { id, lockVersion } = await recordOf('ruritania');
  const live = await database.owner.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
  const text = { content: actorContent('Ruritania, again'), citations: live.citations };
  const before = await rowCounts();
  const again = saveDraft(database.owner, author, { id, expectedVersion: lockVersion, ...text, change: 'publish' });
  expect(await refusal(again)).toMatchObject({ code: 'invalid_input', issues: [{ path: '/change' }] });
  expect(await rowCounts()).toEqual(before);
  const made = await createDraft(database.owner, author, { kind: 'actor', slug: 'unheard-of', ...text });
  const early = { id: made.id, expectedVersion: made.lockVersion, ...text, change: 'correct' as const, note: 'Wrong.' };
  expect(await refusal(saveDraft(database.owner, author, early))).toMatchObject({ issues: [{ path: '/change' }] });
});

async function approved(slug: string, name: string) {
  const { id, lockVersion } = await recordOf(slug);
  const live = await database.owner.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
  const saved = await saveDraft(database.owner, author, {
    id,
    expectedVersion: lockVersion,
    content: actorContent(name),
    citations: live.citations,
    change: 'edit',
  });
  const submitted = await submit(database.owner, author, { id, expectedVersion: saved.lockVersion });
  return approve(database.owner, reviewer, { id, expectedVersion: submitted.lockVersion });
}

describe('publication', () => {
  test('keeps what stood before, at its instant', async () => {
    const before = await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    const ready = await approved('fenwick', 'Duchy of Grand Fenwick');
    await publish(database.owner, reviewer, { id: ready.id, expectedVersion: ready.lockVersion });
    const now = await getRecord(database.reader, { kind: 'actor', slug: 'fenwick' });
    const then = await asOf(database.past, before.recordedAt, (published) =>
      getRecord(published, { kind: 'actor', slug: 'fenwick' }),
    );
    expect(now).toMatchObject({ found: 'live', record: { title: 'Duchy of Grand Fenwick', revisionNumber: 2 } });
    expect(then).toMatchObject({ found: 'live', record: { title: 'Grand Fenwick', revisionNumber: 1 } });
  });

  test('of two publishers one wins, and the other is told', async () => {
    const ready = await approved('fenwick', 'Fenwick');
    const both = await Promise.allSettled(
      [1, 2].map(() => publish(database.owner, reviewer, { id: ready.id, expectedVersion: ready.lockVersion })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'version_conflict' });
  });

  test('a stale save is refused and leaves no row', async () => {
    const { id } = await recordOf('ruritania');
    const counts = await rowCounts();
    const error = await refusal(
      saveDraft(database.owner, author, { id, expectedVersion: 99, content: actorContent('X'), citations: [] }),
    );
    expect(error.code).toBe('version_conflict');
    expect(await rowCounts()).toEqual(counts);
  });

  test('nobody approves a text of their own, in the command or in the database', async () => {
    const { citations } = await database.owner.revision.findFirstOrThrow({
      where: { state: 'live', citations: { not: [] } },
    });
    const draft = await createDraft(database.owner, author, {
      kind: 'actor',
      slug: 'own',
      content: actorContent('Own'),
      citations,
    });
    const submitted = await submit(database.owner, author, { id: draft.id, expectedVersion: 1 });
    expect(
      (await refusal(approve(database.owner, author, { id: draft.id, expectedVersion: submitted.lockVersion }))).code,
    ).toBe('forbidden');
    await expect(
      database.owner
        .$executeRaw`UPDATE "Revision" SET "state" = 'approved', "approvedById" = 'usr-author' WHERE "recordId" = ${draft.id}`,
    ).rejects.toThrow(/approver_is_not_author/);
  });

  test('without a passage nothing goes to review, and nothing is half done', async () => {
    const bare = { kind: 'actor', slug: 'bare', content: actorContent('Bare'), citations: [] } as const;
    const { id } = await createDraft(database.owner, author, bare);
    const counts = await rowCounts();
    const error = await refusal(submit(database.owner, author, { id, expectedVersion: 1 }));
    expect(error.code).toBe('missing_evidence');
    expect(error.issues).toEqual([{ path: '/content/names/0', message: 'has no passage that supports it' }]);
    expect(await rowCounts()).toEqual(counts);
  });

  test('without a passage nothing becomes public, however it came into review', async () => {
    const { id } = await recordOf('bare');
    await database.owner.$executeRaw`UPDATE "Revision" SET "state" = 'in_review' WHERE "recordId" = ${id}`;
    const { lockVersion } = await approve(database.owner, reviewer, { id, expectedVersion: 1 });
    const counts = await rowCounts();
    const error = await refusal(publish(database.owner, reviewer, { id, expectedVersion: lockVersion }));
    expect(error.code).toBe('missing_evidence');
    expect(error.issues).toEqual([{ path: '/actors/bare/names/0', message: 'has no passage that supports it' }]);
    expect(await rowCounts()).toEqual(counts);
  });

  test('what others rest on is not withdrawn', async () => {
    const { id, lockVersion } = await database.owner.record.findUniqueOrThrow({
      where: { kind_slug: { kind: 'source', slug: 'report' } },
    });
    const error = await refusal(
      withdraw(database.owner, reviewer, { id, expectedVersion: lockVersion, reason: 'Wrong' }),
    );
    expect(error.code).toBe('state_conflict');
    expect(error.issues.length).toBe(2);
  });

  test('published tables cannot be written outside a publication, and the log not at all', async () => {
    await expect(database.owner.$executeRaw`UPDATE "Entry" SET "title" = 'X'`).rejects.toThrow(/within a publication/);
    await expect(database.owner.$executeRaw`UPDATE "Publication" SET "note" = 'X'`).rejects.toThrow(/append-only/);
    await expect(database.owner.$executeRaw`DELETE FROM "Publication"`).rejects.toThrow(/append-only/);
  });
});

describe('merging and withdrawal', () => {
  test('a merged record leads to the other, a loop is refused, a tombstone keeps its reason', async () => {
    const [fenwick, ruritania] = [await recordOf('fenwick'), await recordOf('ruritania')];
    const merge = { id: fenwick.id, expectedVersion: fenwick.lockVersion, into: ruritania.id, reason: 'The same' };
    await mergeRecords(database.owner, reviewer, merge);
    expect(await getRecord(database.reader, { kind: 'actor', slug: 'fenwick' })).toMatchObject({
      found: 'merged',
      into: { slug: 'ruritania' },
    });
    const back = { id: ruritania.id, expectedVersion: ruritania.lockVersion, into: fenwick.id, reason: 'Back' };
    expect((await refusal(mergeRecords(database.owner, reviewer, back))).issues[0]?.path).toBe('/into');
    await withdraw(database.owner, reviewer, {
      id: ruritania.id,
      expectedVersion: ruritania.lockVersion,
      reason: 'A mistake',
    });
    const gone = await getRecord(database.reader, { id: ruritania.id });
    expect(gone).toMatchObject({ found: 'withdrawn', tombstone: { reason: 'A mistake' } });
    expect(await database.reader.publishedRevision.count({ where: { recordId: ruritania.id } })).toBe(0);
  });

  test('an old revision comes back as a new draft; what was withdrawn stays so when another is public', async () => {
    const { owner, reader, past } = database;
    const { id, lockVersion } = await recordOf('ruritania');
    const restored = await restoreRevision(owner, author, { id, expectedVersion: lockVersion, number: 1 });
    expect(restored).toMatchObject({ state: 'draft', revisionNumber: 2 });
    const said = { id, expectedVersion: restored.lockVersion, change: 'publish' } as const;
    const { lockVersion: silent } = await setChange(owner, author, { ...said, note: null });
    const early = await refusal(submit(owner, author, { id, expectedVersion: silent }));
    expect(early).toMatchObject({ code: 'invalid_input', issues: [{ path: '/note' }] });
    const note = 'It was no mistake.';
    const { lockVersion: told } = await setChange(owner, author, { ...said, expectedVersion: silent, note });
    const { lockVersion: handed } = await submit(owner, author, { id, expectedVersion: told });
    const { lockVersion: ready } = await approve(owner, reviewer, { id, expectedVersion: handed });
    await publish(owner, reviewer, { id, expectedVersion: ready });
    const reads: PermalinkReads = {
      read: (run) => run(reader),
      readAt: (instant, run) => asOf(past, instant, run),
    };
    const ended = await permalink(reads, id, 1);
    expect(ended).toMatchObject({
      answer: { found: 'withdrawn', tombstone: { slug: 'ruritania', reason: 'A mistake', revisionNumber: 1 } },
      newest: 2,
    });
    expect(ended?.revision).toBeNull();
    expect(await permalink(reads, id, 2)).toMatchObject({ answer: { found: 'live' }, newest: 2 });
  });
});

describe('a bundle with a fault', () => {
  const quote = (words: string) => actorLine('new', 'New', words);
  const cases: [name: string, lines: string[], line: string][] = [
    ['malformed line', ['{"type":'], 'line 2'],
    ['quote that is not in its source', [quote('never said')], 'line 2 /citations/0/quote'],
    ['unknown field of a citation', [quote('bees').replace('"quote"', '"page":1,"quote"')], 'line 2 /citations/0/page'],
    ['ambiguous quote', [quote('Ruritania ')], 'line 2 /citations/0/quote'],
    [
      'impossible date',
      [actorLine('new', 'New', 'bees', { offices: [{ title: 'King', institution: null, period: '2023-02-30' }] })],
      'line 2 /content/offices/0/period',
    ],
    ['slug with a slash', [actorLine('a/b', 'New', 'bees')], 'line 2 /slug'],
    ['unknown field', [actorLine('new', 'New', 'bees', { colour: 'red' })], 'line 2 /content/colour'],
    [
      '10 MB in a field',
      [actorLine('new', 'New', 'bees', { description: 'x'.repeat(10_000_000) })],
      'line 2 /content/description',
    ],
    [
      'record that is not there',
      [
        actorLine('new', 'New', 'bees', {
          memberships: [{ organisation: 'actors/nowhere', role: null, period: '2023' }],
        }),
      ],
      'line 2 /content/memberships/0/organisation',
    ],
  ];
  test.each(cases)('%s: names the line and the field, and stores nothing', async (_name, lines, place) => {
    const counts = await rowCounts();
    const error = await refusal(importBundle(database.owner, bundle(...lines), people));
    expect(error.issues.map(({ path }) => path)).toContain(place);
    expect(await rowCounts()).toEqual(counts);
  });
});
