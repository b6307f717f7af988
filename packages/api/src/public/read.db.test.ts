import { storeText } from '@rapporteur/core/source/text';
import { transaction } from '@rapporteur/db/transaction';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { selectPassage } from '@rapporteur/domain/passage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminCaller } from '../admin/router';
import { ensureUser } from '../admin/users';
import { problemOf } from '../errors';
import { ReadServers } from '@rapporteur/db/read-servers';
import { publicContextFrom } from './context';
import { publicCaller } from './router';

let database: TestDatabase;
let author: ReturnType<typeof adminCaller>;
let publisher: ReturnType<typeof adminCaller>;
let id: string;
let firstInstant: string;

const site = (asOf: string | null = null) =>
  publicCaller(publicContextFrom(new ReadServers(database.server), { asOf, version: null }));
const slug = 'sample-state';
const nothing = { description: null, identifiers: [], memberships: [], offices: [] };
const named = (text: string) => ({
  type: 'state',
  names: [{ text, language: 'en', use: 'preferred' }],
  ...nothing,
});

async function signedIn(name: string, email: string) {
  const user = { name, email, role: 'publisher' as const };
  const { id: userId } = await ensureUser(database.owner, user);
  return adminCaller({
    db: database.owner,
    user: { id: userId, ...user },
    caller: { userId, role: user.role },
    sameOrigin: true,
  });
}

/** Takes the open draft of a record through review and into the public. */
async function bringOut(target: { id: string; lockVersion: number }): Promise<number> {
  const submitted = await author.record.submit({
    id: target.id,
    expectedVersion: target.lockVersion,
  });
  const approved = await publisher.record.approve({
    id: target.id,
    expectedVersion: submitted.lockVersion,
  });
  return (await publisher.record.publish({ id: target.id, expectedVersion: approved.lockVersion })).lockVersion;
}

let cited: unknown[];
let version: number;

beforeAll(async () => {
  database = await testDatabase();
  author = await signedIn('An author', 'author@example.org');
  publisher = await signedIn('A publisher', 'publisher@example.org');
  const stored = await transaction(database.owner, (tx) => storeText(tx, 'The Sample State took part in the meeting.'));
  const source = await author.record.create({
    kind: 'source',
    slug: 'sample-source',
    content: {
      title: 'A sample',
      form: 'article',
      publisher: null,
      author: null,
      language: 'en',
      published: null,
      address: null,
      archivedAddress: null,
      rights: 'full',
      licence: null,
      note: null,
      versions: [{ sha256: stored.sha256, fetched: '2024-01-01T00:00:00Z' }],
    },
    citations: [],
  });
  await bringOut(source);
  const passage = { source: source.id, ...selectPassage(stored.text, 4, 16, stored.sha256) };
  cited = [{ field: '/names/0', role: 'supports', passage }];
  const draft = await author.record.create({
    kind: 'actor',
    slug,
    content: named('Sample State'),
    citations: cited,
  });
  id = draft.id;
  expect(await site().record.get({ kind: 'actor', slug })).toBeNull();
  version = await bringOut(draft);
  firstInstant = (await site().publication.list({ limit: 1 })).items[0]?.recordedAt ?? '';
});
afterAll(() => database.close());

describe('the public procedures', () => {
  it('answer a record by its address and by its id, with its passages', async () => {
    const answer = await site().record.get({ kind: 'actor', slug });
    expect(answer).toMatchObject({
      found: 'live',
      record: {
        id,
        title: 'Sample State',
        citations: [{ note: 1, passage: { exact: 'Sample State' } }],
      },
    });
    expect(await site().record.get({ id })).toEqual(answer);
    expect((await site().record.list({ kind: 'actor' })).items.map(({ record }) => record.slug)).toEqual([slug]);
    expect((await site().status.get({})).counts.actor).toBe(1);
  });

  it('tell all that rests on a passage by the id that they give it', async () => {
    const answer = await site().record.get({ kind: 'actor', slug });
    const passage = answer?.found === 'live' ? answer.record.citations[0]?.passage : undefined;
    const uses = await site().related.passageUses({ id: passage?.id ?? '' });
    expect(uses).toMatchObject({ passage, items: [{ record: { id }, field: '/names/0' }], next: null });
    await expect(site().related.passageUses({ id: `${passage?.id}x` })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('refuse a region where it can say nothing: of an actor’s own board, and of lists of what is no actor', async () => {
    const refused = { code: 'BAD_REQUEST' };
    await expect(site().board.get({ kind: 'actor', slug, region: '150' })).rejects.toMatchObject(refused);
    await expect(site().record.list({ kind: 'issue', region: '150' })).rejects.toMatchObject(refused);
    expect(await site().board.get({ kind: 'actor', slug })).toMatchObject({ region: null, rows: [] });
    expect((await site().record.list({ kind: 'actor', region: '150' })).items).toEqual([]);
  });

  it('say nothing of a draft, not even that there is one', async () => {
    const hidden = await author.record.create({
      kind: 'actor',
      slug: 'hidden',
      content: named('CANARY'),
      citations: [],
    });
    expect(await site().record.get({ id: hidden.id })).toBeNull();
    expect(await site().record.history({ id: hidden.id })).toBeNull();
    expect(await site().record.permalink({ id: hidden.id, revision: 1 })).toBeNull();
    const everything = [
      await site().record.list({ kind: 'actor' }),
      await site().publication.list({}),
      await site().status.get({}),
    ];
    expect(JSON.stringify(everything)).not.toMatch(/CANARY|hidden/);
  });

  it('show a correction, and the record as it stood before', async () => {
    const saved = await author.record.save({
      id,
      expectedVersion: version,
      content: named('The Sample State'),
      citations: cited,
      change: 'correct',
      note: 'We left out the article.',
    });
    version = await bringOut(saved);
    expect(await site().record.get({ id })).toMatchObject({
      record: { title: 'The Sample State', change: { action: 'correct' } },
    });
    expect(await site(firstInstant).record.get({ id })).toMatchObject({
      record: { title: 'Sample State' },
    });
    expect(await site().record.permalink({ id, revision: 1 })).toMatchObject({
      answer: { record: { title: 'Sample State' } },
      newest: 2,
    });
    expect((await site().record.history({ id }))?.publications.map(({ action }) => action)).toEqual([
      'correct',
      'publish',
    ]);
    const diff = await site().record.diff({ id, from: 1, to: 2 });
    expect(diff?.changes.map(({ path }) => path)).toContain('/names/0/text');
  });

  it('leave a tombstone of what was withdrawn, alive in the past', async () => {
    await publisher.record.withdraw({
      id,
      expectedVersion: version,
      reason: 'It was about another state.',
    });
    expect(await site().record.get({ id })).toMatchObject({
      found: 'withdrawn',
      tombstone: { reason: 'It was about another state.' },
    });
    expect(await site(firstInstant).record.get({ id })).toMatchObject({ found: 'live' });
    expect(await site().record.permalink({ id, revision: 1 })).toMatchObject({
      answer: { found: 'withdrawn' },
      revision: null,
    });
  });

  it.each([
    [{ kind: 'actor', slug: { not: '' } }],
    [{ kind: 'actor', slug, state: 'draft' }],
    [{ kind: 'actor', slug: 'a/b' }],
    [{ id: "act_' OR 1=1" }],
    [{ id: null }],
    [{}],
  ])('refuse %j', async (input) => {
    const error: unknown = await site()
      .record.get(input as never)
      .catch((thrown: unknown) => thrown);
    expect(problemOf(error).code).toBe('invalid_input');
  });

  it.each([0, -1, 101, 1e9, Number.NaN, '10'])('refuse a page of %s rows', async (limit) => {
    const error: unknown = await site()
      .publication.list({ limit: limit as number })
      .catch((thrown: unknown) => thrown);
    expect(problemOf(error)).toMatchObject({ code: 'invalid_input', issues: [{ path: '/limit' }] });
  });
});
