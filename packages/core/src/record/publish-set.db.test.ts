import { ownerClient } from '@rapporteur/db/clients';
import { transaction } from '@rapporteur/db/transaction';
import { describe, expect, test } from 'vitest';
import { approvedRecords, author, publisher, refused, stateContent } from '../testing/approved-records';
import { verify } from '../verify';
import { createDraft } from './create';
import { linksTo } from './links';
import { mergeRecords } from './merge';
import { publish, publishSet } from './publish';
import { getRecord } from './read';
import { saveDraft } from './save';

const { database, state, find, cite, approveOpen, prepareState, prepareStatement } = approvedRecords();

async function prepareStates(prefix: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await prepareState(`${prefix}-${n}`)).id);
  return ids;
}

/** Publishes a set and gives the number of statements that it took. */
async function statementsFor(ids: readonly string[]): Promise<number> {
  let count = 0;
  const counting = ownerClient(database().connection, { max: 1, onStatement: () => (count += 1) });
  try {
    const results = await transaction(counting, (tx) => publishSet(tx, publisher, ids));
    expect(results.map(({ id }) => id)).toEqual(ids.toSorted());
    return count;
  } finally {
    await counting.$disconnect();
  }
}

describe('a set', () => {
  test('that rests on what is not public is refused, and what it waits for is called by its name', async () => {
    const speaker = await prepareState('unseen-state');
    const statement = await prepareStatement('too-early', 'It was early.', speaker.id);
    const error = await refused(transaction(database().owner, (tx) => publishSet(tx, publisher, [statement.id])));
    expect(error.issues).toEqual([
      { path: '/statements/too-early/speaker', message: 'names “unseen-state”, which is not public' },
    ]);
  });

  test('costs as many statements as one record, and is published as one would be', async () => {
    const [few, many] = [await prepareStates('few', 2), await prepareStates('many', 80)];
    const [first, second] = [await statementsFor(few), await statementsFor(many)];
    expect(second).toBe(first);
    expect(second).toBeLessThan(16);
    const log = await database().owner.publication.findMany({ where: { recordId: { in: many } } });
    expect(log.length).toBe(80);
    expect(new Set(log.map(({ recordedAt }) => recordedAt.getTime())).size).toBe(1);
    const audit = await database().owner.auditEntry.findMany({
      where: { recordId: { in: many }, action: 'record.publish' },
    });
    expect(new Set(audit.map(({ recordId }) => recordId))).toEqual(new Set(many));
    expect(audit.length).toBe(80);
    const records = await database().owner.record.findMany({ where: { id: { in: many } } });
    expect(new Set(records.map(({ lockVersion }) => lockVersion))).toEqual(new Set([4]));
    expect(await verify(database().owner)).toEqual([]);
  });

  test('is refused as a whole, and every record that hinders it is named', async () => {
    const ready = await prepareState('ready');
    const drafts = [];
    for (const slug of ['draft-a', 'draft-b']) {
      const content = stateContent(slug);
      drafts.push(await createDraft(database().owner, author, { kind: 'actor', slug, content, citations: [] }));
    }
    const ids = [ready, ...drafts].map(({ id }) => id);
    const error = await refused(transaction(database().owner, (tx) => publishSet(tx, publisher, ids)));
    expect(error.code).toBe('state_conflict');
    expect(error.issues.map(({ path }) => path)).toEqual(['/actors/draft-a', '/actors/draft-b']);
    expect(await getRecord(database().reader, { id: ready.id })).toBeNull();
    const absent = 'act_00000000000000000000000000';
    const missing = await refused(transaction(database().owner, (tx) => publishSet(tx, publisher, [ready.id, absent])));
    expect(missing.code).toBe('not_found');
  });

  test('two sets that share records neither wait for each other for ever nor publish twice', async () => {
    const ids = await prepareStates('shared', 4);
    const both = await Promise.allSettled(
      [ids, ids.toReversed()].map((set) => transaction(database().owner, (tx) => publishSet(tx, publisher, set))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await database().owner.publication.count({ where: { recordId: { in: ids } } })).toBe(4);
  });
});

describe('what is named after a record', () => {
  const titleOf = async (slug: string) => {
    const answer = await getRecord(database().reader, { kind: 'statement', slug });
    return answer?.found === 'live' ? answer.record.title : answer?.found;
  };

  test('follows its name, and is not written again where the name stays', async () => {
    const statement = await prepareStatement('calm', 'The meeting was calm.', state());
    await publish(database().owner, publisher, { id: statement.id, expectedVersion: statement.lockVersion });
    expect(await titleOf('calm')).toBe('Sampleland: The meeting was calm.');
    await change(state(), 'The Sampleland');
    expect(await titleOf('calm')).toBe('The Sampleland: The meeting was calm.');
    expect(await change(state(), 'The Sampleland', 'A state.')).not.toContainEqual(
      expect.stringMatching(/UPDATE "Entry" e/),
    );
  });

  test('is named after the record that the other was merged into', async () => {
    const other = await find('actor', 'sampleland-again');
    const statement = await prepareStatement('short', 'It was short.', other.id);
    await publish(database().owner, publisher, { id: statement.id, expectedVersion: statement.lockVersion });
    const merge = { id: other.id, expectedVersion: other.lockVersion, into: state(), reason: 'The same state.' };
    await mergeRecords(database().owner, publisher, merge);
    expect(await titleOf('short')).toBe('The Sampleland: It was short.');
  });

  /** Changes a state and publishes it; gives the statements of the publication. */
  async function change(id: string, name: string, description: string | null = null): Promise<string[]> {
    const { lockVersion } = await database().owner.record.findUniqueOrThrow({ where: { id } });
    const content = { ...stateContent(name), description };
    const citations = [cite('/names/0'), ...(description === null ? [] : [cite('/description')])];
    const text = { content, citations, change: 'update' as const };
    const saved = await saveDraft(database().owner, author, { id, expectedVersion: lockVersion, ...text });
    const approved = await approveOpen(saved);
    const said: string[] = [];
    const client = ownerClient(database().connection, { max: 1, onStatement: (sql) => said.push(sql) });
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
    const entries = await database().owner.entry.findMany({ select: { id: true }, orderBy: { id: 'desc' } });
    const ids = entries.map(({ id }) => id);
    const links = await transaction(database().owner, async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL ${way} = off`);
      return linksTo(tx, ids);
    });
    expect([...links.keys()]).toEqual(ids.toReversed());
  },
);
