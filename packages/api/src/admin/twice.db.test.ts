import { randomUUID } from 'node:crypto';
import { importBundle } from '@rapporteur/core/bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import { readItem } from '@rapporteur/core/testing/intake';
import { withConnection } from '@rapporteur/db/migrate';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { newId } from '@rapporteur/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, signedIn, type Answer, type TestCaller } from '../testing/callers';
import { testDesk } from '../testing/desk';
import type { Desk } from './desk';
import { adminRouter } from './router';

// Case J02 of the security catalogue: what is sent twice. Records and saves are tried in
// packages/core/src/record/safe-writing.db.test.ts.
let database: TestDatabase;
let desk: Desk;
let person: TestCaller;
let colleague: TestCaller;
let record: string;
/** A public record of which a translation is being written. */
let translated: string;
let thread: string;
let taken: string;

const content = {
  type: 'state',
  names: [{ text: 'Sample', language: 'en', use: 'preferred' }],
  description: null,
  identifiers: [],
  memberships: [],
  offices: [],
};

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin: 'https://desk.example.org' });
  person = await signedIn(desk, 'administrator');
  colleague = await signedIn(desk, 'administrator');
  record = idOf(await call(person, 'record.create', { kind: 'actor', slug: 'sample', content, citations: [] }));
  const people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleMeeting), people);
  ({ id: translated } = await database.owner.record.findFirstOrThrow({ where: { slug: 'sample-meeting' } }));
  const texts = { '/title': 'Зустріч' };
  await call(person, 'translation.save', {
    id: translated,
    language: 'uk',
    expectedVersion: 0,
    baseRevision: 1,
    texts,
  });
  taken = await readItem(database.owner, { userId: 'somebody', role: 'editor' }, 'Calm was asked for.', []);
  thread = idOf(await call(person, 'comment.add', { id: record, body: 'Is this so?' }));
});
afterAll(async () => {
  await desk.limiter.close();
  await database.close();
});

const call = (who: TestCaller, path: string, input: object) => ask(desk, who, { path, type: 'mutation', input });
const idOf = ({ data }: Answer) => (data as { id: string }).id;

/** Whatever makes something new each time it is asked: an input of it, another one, and how many there are. */
const makers: Record<string, { one: () => object; other: () => object; count: () => Promise<number> }> = {
  'comment.add': {
    one: () => ({ id: record, body: 'A remark.' }),
    other: () => ({ id: record, body: 'Another remark.' }),
    count: () => database.owner.comment.count(),
  },
  'comment.reply': {
    one: () => ({ threadId: thread, body: 'A remark.' }),
    other: () => ({ threadId: thread, body: 'Another remark.' }),
    count: () => database.owner.comment.count(),
  },
  'preview.create': {
    one: () => ({ id: record, revision: 1 }),
    other: () => ({ id: record, revision: 1, hours: 1 }),
    count: () => database.owner.previewToken.count(),
  },
  'preview.createTranslated': {
    one: () => ({ id: translated, language: 'uk', number: 1 }),
    other: () => ({ id: translated, language: 'uk', number: 1, hours: 1 }),
    count: () => database.owner.previewToken.count(),
  },
  'token.create': {
    one: () => ({ name: 'A program', scopes: ['read'], days: 30 }),
    other: () => ({ name: 'A program', scopes: ['write'], days: 30 }),
    count: () => database.owner.apiToken.count(),
  },
  'webhook.create': {
    one: () => ({ address: 'https://receiver.example/one', kinds: [] }),
    other: () => ({ address: 'https://receiver.example/other', kinds: [] }),
    count: () => database.owner.webhook.count(),
  },
  'intake.takeIn': {
    one: () => ({ item: { way: 'paste', text: 'A text.' } }),
    other: () => ({ item: { way: 'paste', text: 'Another text.' } }),
    count: () => database.owner.intakeItem.count(),
  },
  'intake.propose': {
    one: () => ({ item: taken, kind: 'issue', payload: { shortTitle: 'Calm', question: null }, start: 0, end: 4 }),
    other: () => ({ item: taken, kind: 'issue', payload: { shortTitle: 'Haste', question: null }, start: 0, end: 4 }),
    count: () => database.owner.suggestion.count(),
  },
  'release.create': {
    one: () => ({ name: 'A set', records: [] }),
    other: () => ({ name: 'Another set', records: [] }),
    count: () => database.owner.release.count(),
  },
};

/** What has neither a key nor an expected version, and why asking twice is as good as asking once. */
const harmless: Record<string, string> = {
  'account.rename': 'sets a value',
  'account.changePassword': 'asks for the password that is gone by then',
  'account.startSecondFactor': 'replaces what was not confirmed',
  'account.confirmSecondFactor': 'takes a code once',
  'account.removeSecondFactor': 'ends what is ended',
  'account.renewRecoveryCodes': 'replaces the codes before',
  'account.askForPasskey': 'asks; nothing is made before it is answered',
  'account.addPasskey': 'takes an answer once',
  'account.removePasskey': 'ends what is ended',
  'account.endSession': 'ends what is ended',
  'account.endOtherSessions': 'ends what is ended',
  'person.invite': 'ends the invitation of that address before',
  'person.revokeInvitation': 'ends what is ended',
  'person.changeRole': 'sets a value',
  'person.deactivate': 'sets a value',
  'person.reactivate': 'sets a value',
  'person.endSessions': 'ends what is ended',
  'person.revokeTokens': 'ends what is ended',
  'token.revoke': 'ends what is ended',
  'webhook.change': 'sets a value',
  'webhook.resend': 'replaces the job that waits',
  'preview.revoke': 'ends what is ended',
  'comment.edit': 'sets a value',
  'comment.resolve': 'sets a value',
  'comment.reopen': 'sets a value',
  'work.take': 'sets a value',
  'work.handOver': 'sets a value',
  'work.release': 'sets a value',
  'work.due': 'sets a value',
  'work.snooze': 'sets a value',
  'workingCopy.keep': 'has a counter',
  'workingCopy.discard': 'ends what is ended',
  'presence.beat': 'sets a value',
  'presence.leave': 'ends what is ended',
  'queue.saveView': 'replaces the list of that name',
  'queue.removeView': 'ends what is ended',
  'intake.decide': 'sets a value',
  'intake.decideMany': 'sets a value',
  'intake.undo': 'ends what is ended',
  'intake.edit': 'sets a value',
  'intake.merge': 'sets a value',
  'intake.choosePassage': 'sets a value',
  'intake.putAside': 'sets a value',
  'source.storeText': 'keeps a text under its fingerprint',
  'job.retry': 'takes a job that is parked, once',
  'job.decide': 'takes a job that is parked, once',
};

interface Declared {
  _def: { type: string; inputs: readonly z.ZodType[] };
}
/** The fields of an input, also of those inside: bulk commands name a version for each record. */
const fieldsOf = (schema: z.ZodType): string =>
  JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
const guarded = (fields: string) => /"(idempotencyKey|expectedVersion)"/.test(fields);
const mutations = Object.entries(adminRouter._def.procedures as unknown as Record<string, Declared>).filter(
  ([, { _def }]) => _def.type === 'mutation',
);

describe('a request that is sent twice', () => {
  it('is guarded by a key or a version, or declared to be harmless', () => {
    const open = mutations.filter(([, { _def }]) => !_def.inputs.some((input) => guarded(fieldsOf(input))));
    expect(open.map(([path]) => path).filter((path) => !Object.hasOwn(harmless, path))).toEqual([]);
    const known = mutations.map(([path]) => path);
    expect(Object.keys(harmless).filter((path) => !known.includes(path))).toEqual([]);
    expect(guarded(fieldsOf(z.strictObject({ name: z.string() })))).toBe(false);
  });

  it('may carry a key wherever it makes something new', () => {
    const keyed = mutations.filter(([, { _def }]) =>
      _def.inputs.some((input) => fieldsOf(input).includes('"idempotencyKey"')),
    );
    const tried = [...Object.keys(makers), 'record.create', 'record.save', 'record.submit'];
    expect(keyed.map(([path]) => path).toSorted()).toEqual(tried.toSorted());
  });

  it.each(Object.entries(makers))(
    'has one effect and one answer by its key: %s',
    async (path, { one, other, count }) => {
      const idempotencyKey = randomUUID();
      const before = await count();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => call(person, path, { ...one(), idempotencyKey })),
      );
      answers.push(await call(person, path, { ...one(), idempotencyKey }));
      expect(answers.map(({ code }) => code)).toEqual(answers.map(() => null));
      expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
      expect(await count()).toBe(before + 1);
      expect((await call(person, path, { ...other(), idempotencyKey })).code).toBe('invalid_input');
      expect(await count()).toBe(before + 1);
      // Keys are each person's own; and without one, twice is twice.
      const [theirs] = [await call(colleague, path, { ...one(), idempotencyKey })];
      expect(idOf(theirs)).not.toBe(answers[0] && idOf(answers[0]));
      await call(person, path, one());
      await call(person, path, one());
      expect(await count()).toBe(before + 4);
    },
  );

  it('hands a draft in once by its key, and says so again to whoever did not hear it', async () => {
    const place = { sha256: 'a'.repeat(64), exact: 'Sample', prefix: '', suffix: '', start: 0, end: 6 };
    const citations = [{ field: '/names/0', role: 'supports', passage: { source: newId('source'), ...place } }];
    const made = await call(person, 'record.create', { kind: 'actor', slug: 'handed-in', content, citations });
    const cited = { id: idOf(made), expectedVersion: 1 };
    const [first, again, anew] = [
      await call(person, 'record.submit', { ...cited, idempotencyKey: 'submit-once' }),
      await call(person, 'record.submit', { ...cited, idempotencyKey: 'submit-once' }),
      await call(person, 'record.submit', cited),
    ];
    expect(first.data).toMatchObject({ state: 'in_review', lockVersion: 2 });
    expect(again.data).toEqual(first.data);
    expect(anew.code).toBe('version_conflict');
    const action = { recordId: cited.id, action: 'record.submit' };
    expect(await database.owner.auditEntry.count({ where: action })).toBe(1);
  });

  it('leaves no secret of its answer in the database, and no key to it', async () => {
    const keys = [randomUUID(), randomUUID()];
    const made = [
      await call(person, 'token.create', { ...makers['token.create']?.one(), idempotencyKey: keys[0] }),
      await call(person, 'preview.create', { ...makers['preview.create']?.one(), idempotencyKey: keys[1] }),
    ].map(({ data }) => data as { secret?: string; token?: string });
    const kept = await withConnection(database.connection, async (client) => {
      const { rows } = await client.query<{ text: string }>('SELECT json_agg(t)::text AS text FROM "IdempotencyKey" t');
      return rows[0]?.text ?? '';
    });
    const secrets = [made[0]?.secret, made[1]?.token, ...keys];
    for (const secret of secrets) {
      expect(secret).toEqual(expect.any(String));
      expect(kept).not.toContain(secret);
    }
    // The same request by key of a comment, whose answer is no secret, stands there as it is.
    const key = randomUUID();
    await call(person, 'comment.add', { ...makers['comment.add']?.one(), idempotencyKey: key });
    expect(await database.owner.idempotencyKey.count({ where: { key } })).toBe(1);
  });
});
