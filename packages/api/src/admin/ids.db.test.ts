import { randomUUID } from 'node:crypto';
import { note } from '@rapporteur/core/audit/entry';
import { proposal, readItem } from '@rapporteur/core/testing/intake';
import { withConnection } from '@rapporteur/db/migrate';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { newId } from '@rapporteur/domain/ids';
import type { AnyPayload } from '@rapporteur/domain/intake/proposal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, signedIn, withToken, type TestCaller } from '../testing/callers';
import { testDesk } from '../testing/desk';
import type { Desk } from './desk';

// Cases D02, D03 and D06 of the security catalogue: the ids of what belongs to somebody else, or to another parent.
let database: TestDatabase;
let desk: Desk;
type Person = TestCaller & { userId: string };
let owner: Person;
let other: Person;
let reader: Person;

const content = {
  type: 'state',
  names: [{ text: 'CNRY-DRAFT-ids', language: 'en', use: 'preferred' }],
  description: null,
  identifiers: [],
  memberships: [],
  offices: [],
};
const do_ = async (who: TestCaller, path: string, input: object) => ask(desk, who, { path, type: 'mutation', input });
const done = async (path: string, input: object): Promise<{ id: string }> => {
  const { code, data } = await do_(owner, path, input);
  expect(code, path).toBeNull();
  return data as { id: string };
};

/** Things of one person, and of two records. */
let of: {
  record: string;
  sibling: string;
  thread: string;
  reply: string;
  view: string;
  preview: string;
  release: string;
  token: string;
  passkey: string;
  session: string;
  item: string;
  suggestion: string;
};

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin: 'https://desk.example.org' });
  owner = await signedIn(desk, 'publisher');
  // As much as a role may be and still not be the owner of these.
  other = await signedIn(desk, 'editor');
  reader = await signedIn(desk, 'reader');
  const { id: record } = await done('record.create', { kind: 'actor', slug: 'one', content, citations: [] });
  const { id: sibling } = await done('record.create', { kind: 'actor', slug: 'two', content, citations: [] });
  await done('record.save', { id: sibling, expectedVersion: 1, content, citations: [] });
  const { id: thread } = await done('comment.add', { id: record, body: 'CNRY-DRAFT-comment' });
  const { id: reply } = await done('comment.reply', { threadId: thread, body: 'Yes.' });
  const { id: view } = await done('queue.saveView', { name: 'CNRY-DRAFT-view', query: 'view=mine' });
  const { id: preview } = await done('preview.create', { id: record, revision: 1 });
  const { id: release } = await done('release.create', { name: 'CNRY-DRAFT-set', records: [record] });
  const written = { clientId: 'window', sequence: 1 };
  const base = { kind: 'actor', slug: 'one', baseRevision: 1, baseVersion: 1 };
  await do_(owner, 'workingCopy.keep', { id: record, ...base, content, citations: [], written });
  const { tokenId } = await withToken(desk, { userId: owner.userId, role: 'publisher' }, ['read']);
  const { id: session } = await database.owner.session.findFirstOrThrow({ where: { userId: owner.userId } });
  const passkey = randomUUID();
  const key = { name: 'A key', credentialId: 'x', publicKey: new Uint8Array([1]), counter: 0, transports: [] };
  await database.owner.passkey.create({ data: { id: passkey, userId: owner.userId, ...key } });
  const words = 'CNRY-DRAFT-words came in.';
  const question: AnyPayload = { kind: 'issue', payload: { question: null, shortTitle: 'CNRY-DRAFT-question' } };
  const item = await readItem(database.owner, { userId: owner.userId, role: 'publisher' }, words, [
    proposal(words, 'CNRY', question),
  ]);
  const { id: suggestion } = await database.owner.suggestion.findFirstOrThrow({ where: { itemId: item } });
  of = { record, sibling, thread, reply, view, preview, release, token: tokenId, passkey, session, item, suggestion };
});
afterAll(async () => {
  await desk.limiter.close();
  await database.close();
});

/** All that the tables hold, but for when somebody was last seen. */
async function state(): Promise<string> {
  return withConnection(database.connection, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I', table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema = 'public' AND table_name NOT IN ('Session', 'RateLimit') ORDER BY 1`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(
        `SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS text FROM public.${name} t`,
      );
      parts.push(`${name}: ${rows[0]?.text}`);
    }
    const { rows } = await client.query<{ id: string }>('SELECT "id" FROM "Session" ORDER BY 1');
    return [...parts, ...rows.map(({ id }) => id)].join('\n');
  });
}

type Attempt = [what: string, path: string, input: () => object, codes: string[]];
const absent = ['not_found'];
const refusedThere = ['not_found', 'state_conflict'];
const notTheirs: Attempt[] = [
  ['a list that somebody keeps', 'queue.removeView', () => ({ id: of.view }), absent],
  ['a session', 'account.endSession', () => ({ id: of.session }), absent],
  ['a passkey', 'account.removePasskey', () => ({ id: of.passkey }), absent],
  ['an API token', 'token.revoke', () => ({ id: of.token }), absent],
  ['the words of a comment', 'comment.edit', () => ({ commentId: of.thread, body: 'Mine.' }), ['forbidden']],
  ['a preview', 'preview.revoke', () => ({ id: of.preview }), ['forbidden']],
];
const elsewhere: Attempt[] = [
  ['a reply as a thread', 'comment.reply', () => ({ threadId: of.reply, body: 'x' }), absent],
  ['a reply as a thread to settle', 'comment.resolve', () => ({ threadId: of.reply }), absent],
  ['a comment as a release', 'release.cancel', () => ({ id: of.thread, expectedVersion: 1 }), absent],
  ['a release as a comment', 'comment.edit', () => ({ commentId: of.release, body: 'x' }), absent],
  ['a release as a preview', 'preview.revoke', () => ({ id: of.release }), absent],
  ['a preview as a release', 'release.change', () => ({ id: of.preview, expectedVersion: 1, name: 'x' }), absent],
  ['a view as a release', 'release.publish', () => ({ id: of.view, expectedVersion: 1 }), ['not_found', 'forbidden']],
  [
    'a revision of another record, to comment on',
    'comment.add',
    () => ({ id: of.record, revisionNumber: 2, body: 'x' }),
    absent,
  ],
  [
    'a revision of another record, to restore',
    'record.restore',
    () => ({ id: of.record, expectedVersion: 1, number: 2 }),
    refusedThere,
  ],
  ['a revision of another record, to preview', 'preview.create', () => ({ id: of.record, revision: 2 }), refusedThere],
  [
    'a record of which there is no translation, to preview one',
    'preview.createTranslated',
    () => ({ id: of.record, language: 'uk', number: 1 }),
    refusedThere,
  ],
  ['an id of another kind, to type at', 'workingCopy.keep', () => typing(newId('issue'), 'actor'), ['invalid_input']],
  ['a text at the intake as a proposal', 'intake.decide', () => ({ id: of.item, decision: 'accepted' }), absent],
  ['a text as one of its proposals', 'intake.decideMany', () => ({ ...rejecting, ids: [of.item] }), absent],
  [
    'a proposal of another text',
    'intake.decideMany',
    () => ({ ...rejecting, ids: [of.suggestion, randomUUID()] }),
    absent,
  ],
  ['a proposal as a text at the intake', 'intake.send', () => ({ id: of.suggestion, expectedVersion: 1 }), absent],
  ['a release as a text at the intake', 'intake.discard', () => ({ id: of.release, expectedVersion: 1 }), absent],
  [
    'a record of another kind, to merge with',
    'intake.merge',
    () => ({ id: of.suggestion, into: of.record }),
    ['invalid_input'],
  ],
  [
    'a record that never was, to merge with',
    'intake.merge',
    () => ({ id: of.suggestion, into: newId('issue') }),
    ['invalid_input'],
  ],
  [
    'a source that is none',
    'intake.describe',
    () => ({ id: of.item, expectedVersion: 1, ...described, sourceOf: newId('source') }),
    ['invalid_input'],
  ],
  [
    'a record that is not in the set',
    'release.change',
    () => ({ id: of.release, expectedVersion: 1, remove: [of.sibling] }),
    ['invalid_input'],
  ],
  ['a record that never was', 'work.take', () => ({ id: newId('actor') }), absent],
  [
    'a person who never was',
    'work.handOver',
    () => ({ id: of.record, to: randomUUID() }),
    ['not_found', 'invalid_input'],
  ],
];
const rejecting = {
  get item() {
    return of.item;
  },
  decision: 'rejected',
};
const described = {
  title: null,
  publisher: null,
  author: null,
  published: null,
  language: null,
  form: 'article',
  rights: 'passages',
  licence: null,
};
const typing = (id: string, kind: string) => ({
  id,
  kind,
  slug: '',
  baseRevision: null,
  baseVersion: null,
  content,
  citations: [],
  written: { clientId: 'w', sequence: 1 },
});

describe('an id', () => {
  it.each([...notTheirs, ...elsewhere])(
    'of %s is refused by %s, and nothing changes',
    async (_what, path, input, codes) => {
      const before = await state();
      const { code } = await do_(other, path, input());
      expect(codes).toContain(code);
      expect(await state()).toBe(before);
    },
  );

  it('opens nothing that somebody keeps for themself', async () => {
    const asked = async (path: string, input: object) => ask(desk, other, { path, type: 'query', input });
    expect((await asked('workingCopy.get', { id: of.record })).data).toBeNull();
    expect((await asked('workingCopy.mine', {})).data).toMatchObject({ items: [] });
    for (const path of ['queue.savedViews', 'token.list', 'account.passkeys'])
      expect((await asked(path, {})).data, path).toMatchObject({ items: [] });
    const { data } = await asked('account.sessions', {});
    expect(JSON.stringify(data)).not.toContain(of.session);
  });

  it('of a text that somebody is typing does not let another replace or discard it', async () => {
    const held = () => database.owner.workingCopy.findMany({ where: { userId: owner.userId } });
    const before = await held();
    await do_(other, 'workingCopy.keep', { ...typing(of.record, 'actor'), baseRevision: 1, baseVersion: 1 });
    await do_(other, 'workingCopy.discard', { id: of.record });
    expect(await held()).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('shows a reader nothing of a record, by whichever side of it they ask', async () => {
    const sides: [string, object][] = [
      ['record.get', { id: of.record }],
      ['record.at', { kind: 'actor', slug: 'one' }],
      ['record.revisions', { id: of.record }],
      ['record.compare', { id: of.record, from: 1, to: 1 }],
      ['record.current', { id: of.record }],
      ['comment.list', { id: of.record }],
      ['preview.list', { id: of.record }],
      ['publication.status', { id: of.record }],
      ['publication.preview', { id: of.record, revision: 1 }],
      ['publication.dependants', { id: of.record }],
      ['reference.named', { ids: [of.record] }],
      ['reference.search', { kinds: ['actor'], text: 'CNRY' }],
      ['queue.find', { text: 'CNRY' }],
      ['queue.list', { text: 'CNRY' }],
      ['queue.counts', {}],
      ['release.get', { id: of.release }],
      ['release.list', {}],
      ['intake.list', { view: 'decide' }],
      ['intake.get', { id: of.item }],
      ['intake.affected', { id: of.item }],
      ['intake.candidates', { id: of.suggestion }],
      ['intake.count', {}],
      ['workingCopy.get', { id: of.record }],
      ['work.colleagues', {}],
      ['job.list', {}],
    ];
    for (const [path, input] of sides) {
      const { code, error } = await ask(desk, reader, { path, type: 'query', input });
      expect(code, path).toBe('forbidden');
      expect(JSON.stringify(error), path).not.toContain('CNRY');
    }
  });

  it('is noticed where it is taken without asking whose it is', async () => {
    const before = await state();
    await database.owner.savedView.delete({ where: { id: of.view } });
    await note(database.owner, { userId: other.userId, action: 'view.remove' });
    expect(await state()).not.toBe(before);
  });
});
