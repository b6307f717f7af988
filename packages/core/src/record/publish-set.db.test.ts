import { asOf, ownerClient } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import type { RapporteurError } from '@rapporteur/domain/errors';
import { selectPassage } from '@rapporteur/domain/passage';
import { searchFilter } from '@rapporteur/domain/search/views';
import type { RecordAnswer } from '@rapporteur/domain/views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOf, sampleSource, sampleState, sampleText } from '../bundle/sample';
import { importBundle } from '../bundle/import';
import type { Caller } from '../policy';
import { search } from '../search/find';
import { storeSourceText } from '../source/store';
import { fingerprint } from '../source/text';
import { verify } from '../verify';
import { previewPublication } from '../publication/preview';
import { createDraft } from './create';
import { discard } from './discard';
import { linksTo } from './links';
import { mergeRecords } from './merge';
import { permalink, type PermalinkReads } from './permalink';
import { publish, publishSet } from './publish';
import { getRecord } from './read';
import { approve } from './review';
import { saveDraft } from './save';
import { submit } from './submit';

const author: Caller = { userId: 'usr-author', role: 'editor' };
const publisher: Caller = { userId: 'usr-publisher', role: 'publisher' };

let database: TestDatabase;
let source: string;
let state: string;
beforeAll(async () => {
  database = await testDatabase();
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleState('sampleland-again')), {
    importer: author,
    reviewer: publisher,
  });
  source = (await find('source', 'sample-report')).id;
  state = (await find('actor', 'sampleland')).id;
});
afterAll(() => database.close());

const find = (kind: string, slug: string) =>
  database.owner.record.findUniqueOrThrow({ where: { kind_slug: { kind, slug } } });

const cite = (field: string) => {
  const passage = { source, ...selectPassage(sampleText, 0, 10, fingerprint(sampleText).sha256) };
  return { field, role: 'supports' as const, passage };
};

const stateContent = (name: string) => ({
  type: 'state' as const,
  names: [{ text: name, language: 'en', use: 'preferred' as const }],
  description: null,
  identifiers: [],
  memberships: [],
  offices: [],
});

const statementContent = (text: string, speaker: string) => ({
  text,
  speech: 'indirect' as const,
  act: 'asserts' as const,
  speaker,
  capacity: null,
  onBehalfOf: null,
  date: '2021-05-03',
  event: null,
  channel: null,
  originalLanguage: null,
  claims: [{ text, role: 'claim' as const, issue: null }],
  programmes: [],
  attribution: [],
  reports: [{ source, repeats: null }],
});

/** A record with one approved revision. */
async function prepare(kind: 'actor' | 'statement', slug: string, content: unknown, fields: readonly string[]) {
  const draft = await createDraft(database.owner, author, { kind, slug, content, citations: fields.map(cite) });
  return approveOpen(draft);
}

async function approveOpen({ id, lockVersion }: { id: string; lockVersion: number }) {
  const submitted = await submit(database.owner, author, { id, expectedVersion: lockVersion });
  return approve(database.owner, publisher, { id, expectedVersion: submitted.lockVersion });
}

const prepareState = (slug: string) => prepare('actor', slug, stateContent(slug), ['/names/0']);

const prepareStatement = (slug: string, text: string, speaker: string) =>
  prepare('statement', slug, statementContent(text, speaker), ['/speaker', '/date', '/claims/0']);

async function prepareStates(prefix: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await prepareState(`${prefix}-${n}`)).id);
  return ids;
}

/** Publishes a set and gives the number of statements that it took. */
async function statementsFor(ids: readonly string[]): Promise<number> {
  let count = 0;
  const counting = ownerClient(database.connection, { max: 1, onStatement: () => (count += 1) });
  try {
    const results = await transaction(counting, (tx) => publishSet(tx, publisher, ids));
    expect(results.map(({ id }) => id)).toEqual(ids.toSorted());
    return count;
  } finally {
    await counting.$disconnect();
  }
}

const refused = (work: Promise<unknown>): Promise<RapporteurError> =>
  work.then(
    () => expect.fail('was not refused'),
    (error: unknown) => error as RapporteurError,
  );

describe('a set', () => {
  test('that rests on what is not public is refused, and what it waits for is called by its name', async () => {
    const speaker = await prepareState('unseen-state');
    const statement = await prepareStatement('too-early', 'It was early.', speaker.id);
    const error = await refused(transaction(database.owner, (tx) => publishSet(tx, publisher, [statement.id])));
    expect(error.issues).toEqual([
      { path: '/statements/too-early/speaker', message: 'names “unseen-state”, which is not public' },
    ]);
  });

  test('costs as many statements as one record, and is published as one would be', async () => {
    const [few, many] = [await prepareStates('few', 2), await prepareStates('many', 80)];
    const [first, second] = [await statementsFor(few), await statementsFor(many)];
    expect(second).toBe(first);
    expect(second).toBeLessThan(16);
    const log = await database.owner.publication.findMany({ where: { recordId: { in: many } } });
    expect(log.length).toBe(80);
    expect(new Set(log.map(({ recordedAt }) => recordedAt.getTime())).size).toBe(1);
    const audit = await database.owner.auditEntry.findMany({
      where: { recordId: { in: many }, action: 'record.publish' },
    });
    expect(new Set(audit.map(({ recordId }) => recordId))).toEqual(new Set(many));
    expect(audit.length).toBe(80);
    const records = await database.owner.record.findMany({ where: { id: { in: many } } });
    expect(new Set(records.map(({ lockVersion }) => lockVersion))).toEqual(new Set([4]));
    expect(await verify(database.owner)).toEqual([]);
  });

  test('is refused as a whole, and every record that hinders it is named', async () => {
    const ready = await prepareState('ready');
    const drafts = [];
    for (const slug of ['draft-a', 'draft-b']) {
      const content = stateContent(slug);
      drafts.push(await createDraft(database.owner, author, { kind: 'actor', slug, content, citations: [] }));
    }
    const ids = [ready, ...drafts].map(({ id }) => id);
    const error = await refused(transaction(database.owner, (tx) => publishSet(tx, publisher, ids)));
    expect(error.code).toBe('state_conflict');
    expect(error.issues.map(({ path }) => path)).toEqual(['/actors/draft-a', '/actors/draft-b']);
    expect(await getRecord(database.reader, { id: ready.id })).toBeNull();
    const absent = 'act_00000000000000000000000000';
    const missing = await refused(transaction(database.owner, (tx) => publishSet(tx, publisher, [ready.id, absent])));
    expect(missing.code).toBe('not_found');
  });

  test('two sets that share records neither wait for each other for ever nor publish twice', async () => {
    const ids = await prepareStates('shared', 4);
    const both = await Promise.allSettled(
      [ids, ids.toReversed()].map((set) => transaction(database.owner, (tx) => publishSet(tx, publisher, set))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await database.owner.publication.count({ where: { recordId: { in: ids } } })).toBe(4);
  });
});

describe('what is named after a record', () => {
  const titleOf = async (slug: string) => {
    const answer = await getRecord(database.reader, { kind: 'statement', slug });
    return answer?.found === 'live' ? answer.record.title : answer?.found;
  };

  test('follows its name, and is not written again where the name stays', async () => {
    const statement = await prepareStatement('calm', 'The meeting was calm.', state);
    await publish(database.owner, publisher, { id: statement.id, expectedVersion: statement.lockVersion });
    expect(await titleOf('calm')).toBe('Sampleland: The meeting was calm.');
    await change(state, 'The Sampleland');
    expect(await titleOf('calm')).toBe('The Sampleland: The meeting was calm.');
    expect(await change(state, 'The Sampleland', 'A state.')).not.toContainEqual(
      expect.stringMatching(/UPDATE "Entry" e/),
    );
  });

  test('is named after the record that the other was merged into', async () => {
    const other = await find('actor', 'sampleland-again');
    const statement = await prepareStatement('short', 'It was short.', other.id);
    await publish(database.owner, publisher, { id: statement.id, expectedVersion: statement.lockVersion });
    const merge = { id: other.id, expectedVersion: other.lockVersion, into: state, reason: 'The same state.' };
    await mergeRecords(database.owner, publisher, merge);
    expect(await titleOf('short')).toBe('The Sampleland: It was short.');
  });

  /** Changes a state and publishes it; gives the statements of the publication. */
  async function change(id: string, name: string, description: string | null = null): Promise<string[]> {
    const { lockVersion } = await database.owner.record.findUniqueOrThrow({ where: { id } });
    const content = { ...stateContent(name), description };
    const citations = [cite('/names/0'), ...(description === null ? [] : [cite('/description')])];
    const text = { content, citations, change: 'update' as const };
    const saved = await saveDraft(database.owner, author, { id, expectedVersion: lockVersion, ...text });
    const approved = await approveOpen(saved);
    const said: string[] = [];
    const client = ownerClient(database.connection, { max: 1, onStatement: (sql) => said.push(sql) });
    try {
      await publish(client, publisher, { id, expectedVersion: approved.lockVersion });
    } finally {
      await client.$disconnect();
    }
    return said;
  }
});

test.each(['enable_nestloop', 'enable_hashjoin', 'enable_indexscan'])(
  'links come in the order of their ids, also where the database does without %s',
  async (way) => {
    const entries = await database.owner.entry.findMany({ select: { id: true }, orderBy: { id: 'desc' } });
    const ids = entries.map(({ id }) => id);
    const links = await transaction(database.owner, async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL ${way} = off`);
      return linksTo(tx, ids);
    });
    expect([...links.keys()]).toEqual(ids.toReversed());
  },
);

describe('a source that is cited', () => {
  const newer = `${sampleText} It was corrected.`;

  async function corrected(versions: readonly string[], rights: 'full' | 'passages' = 'full') {
    const { id, lockVersion } = await find('source', 'sample-report');
    const live = await database.owner.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
    const texts = versions.map((text) => ({ sha256: fingerprint(text).sha256, fetched: '2021-05-06T00:00:00Z' }));
    const content = { ...(live.content as object), rights, versions: texts };
    const note = 'The text was another one.';
    const change = { change: 'correct' as const, note, content, citations: [] };
    return approveOpen(await saveDraft(database.owner, author, { id, expectedVersion: lockVersion, ...change }));
  }

  test('loses no version that others rest on, and each of them is named', async () => {
    await storeSourceText(database.owner, author, newer);
    const speaker = await prepareState('resting-state');
    await transaction(database.owner, (tx) => publishSet(tx, publisher, [speaker.id]));
    const ready = await corrected([newer]);
    const error = await refused(
      publish(database.owner, publisher, { id: ready.id, expectedVersion: ready.lockVersion }),
    );
    expect(error.code).toBe('missing_evidence');
    expect(error.issues.map(({ path }) => path)).toContain('/sources/sample-report/versions');
    expect(error.issues.map(({ message }) => message).join('\n')).toContain(`“resting-state” (${speaker.id}/names/0)`);
    await expect(previewPublication(database.owner, publisher, { id: ready.id, revision: 2 })).rejects.toMatchObject({
      code: 'missing_evidence',
    });
    await discard(database.owner, author, { id: ready.id, expectedVersion: ready.lockVersion });
  });

  test('loses none in the database either, and none is cited that it lacks', async () => {
    for (const [planted, refusal] of [
      ['DELETE FROM "SourceVersion" WHERE "recordId" = $1', /is not taken away/],
      [`UPDATE "SourceVersion" SET "sha256" = repeat('a', 64) WHERE "recordId" = $1`, /is not taken away/],
      [`UPDATE "Passage" SET "sha256" = repeat('a', 64) WHERE "recordId" = $1`, /no public version/],
    ] as const)
      await expect(
        transaction(database.owner, async (tx) => {
          await tx.$executeRaw`SELECT history.begin_publication()`;
          await tx.$executeRawUnsafe(planted, source);
        }),
      ).rejects.toThrow(refusal);
    expect(await verify(database.owner)).toEqual([]);
  });

  test('may gain one before those that it has, and what cites the new one is shown with it before either is public', async () => {
    const ready = await corrected([newer, sampleText]);
    const sha256 = fingerprint(newer).sha256;
    const passage = { source, ...selectPassage(newer, newer.length - 14, newer.length, sha256) };
    const content = stateContent('newly-cited');
    const citations = [{ field: '/names/0', role: 'supports' as const, passage }];
    const early = await createDraft(database.owner, author, { kind: 'actor', slug: 'newly-cited', content, citations });
    const { after, together } = await previewPublication(database.owner, publisher, { id: early.id, revision: 1 });
    expect(after.citations[0]?.passage).toMatchObject({ version: 1, versions: 2 });
    expect(together.map(({ slug }) => slug)).toEqual(['sample-report']);
    await publish(database.owner, publisher, { id: ready.id, expectedVersion: ready.lockVersion });
    const old = await getRecord(database.reader, { id: state });
    expect(old?.found === 'live' && old.record.citations[0]?.passage).toMatchObject({ version: 2, versions: 2 });
    expect(await verify(database.owner)).toEqual([]);
  });

  /** Where the whole text of the source is given: now, by its first permalink, as of an instant, and by a search of then. */
  async function wholeTexts(then: Date) {
    const { reader, past } = database;
    const given = (answer: RecordAnswer | null | undefined) =>
      answer?.found === 'live' &&
      answer.record.kind === 'source' &&
      answer.record.texts.some(({ text }) => text !== null);
    const reads: PermalinkReads = { read: (run) => run(reader), readAt: (instant, run) => asOf(past, instant, run) };
    const query = { question: 'short', filter: searchFilter.parse({}), sort: 'relevance' as const, limit: 20 };
    const found = await asOf(past, then, (published) => search(published, query));
    return [
      given(await getRecord(reader, { id: source })),
      given((await permalink(reads, source, 1))?.answer),
      given(await asOf(past, then, (published) => getRecord(published, { id: source }))),
      found.items.some(({ record }) => record.id === source),
    ];
  }

  test('gives its whole text nowhere once its rights are narrowed, not as of a date before either', async () => {
    const { recordedAt } = await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    expect(await wholeTexts(recordedAt)).toEqual([true, true, true, true]);
    for (const [rights, shown] of [
      ['passages', false],
      ['full', true],
    ] as const) {
      const { id, lockVersion } = await corrected([newer, sampleText], rights);
      await publish(database.owner, publisher, { id, expectedVersion: lockVersion });
      expect(await wholeTexts(recordedAt)).toEqual([shown, shown, shown, shown]);
    }
    expect(await verify(database.owner)).toEqual([]);
  });

  test('is looked through for its passages when it has a newer text: readers see what became of each', async () => {
    const { reader, past, owner } = database;
    const records = [await prepareState('moving-state'), await prepareStatement('said-then', 'It was calm.', state)];
    await transaction(owner, (tx) =>
      publishSet(
        tx,
        publisher,
        records.map(({ id }) => id),
      ),
    );
    const stateAt = (published: typeof reader) =>
      getRecord(published, { id: records[1]?.id ?? '' }).then((answer) =>
        answer?.found === 'live' ? answer.record.citations.map(({ passage }) => passage.state) : [],
      );
    const { recordedAt } = await owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    const texts = [`It is said that ${sampleText}`, 'Nothing of it is left.', sampleText];
    for (const [text, became] of texts.map(
      (each, index) => [each, ['moved', 'gone', 'verified'][index] ?? ''] as const,
    )) {
      await storeSourceText(owner, author, text);
      const kept = [newer, sampleText].filter((each) => each !== text);
      const { id, lockVersion } = await corrected([...kept, text]);
      await publish(owner, publisher, { id, expectedVersion: lockVersion });
      expect(new Set(await stateAt(reader))).toEqual(new Set([became]));
      // What cites an older version from now on is told so from the beginning.
      const later = await prepareState(`later-${became}`);
      await publish(owner, publisher, { id: later.id, expectedVersion: later.lockVersion });
      const shown = await getRecord(reader, { id: later.id });
      expect(shown?.found === 'live' && shown.record.citations[0]?.passage.state).toBe(became);
    }
    expect(new Set(await asOf(past, recordedAt, (published) => stateAt(published as typeof reader)))).toEqual(
      new Set(['verified']),
    );
    expect(await verify(owner)).toEqual([]);
  });
});
