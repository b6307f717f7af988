import { policy, roles, type Action, type Role } from '@rapporteur/core/policy';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { newId } from '@rapporteur/domain/ids';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../errors';
import type { AdminContext } from './context';
import { adminCaller, adminRouter } from './router';
import { ensureUser } from './users';

let database: TestDatabase;
const people = new Map<Role, string>();

beforeAll(async () => {
  database = await testDatabase();
  for (const role of roles) {
    const { id } = await ensureUser(database.owner, {
      name: `A ${role}`,
      email: `${role}@example.org`,
      role,
    });
    people.set(role, id);
  }
});
afterAll(() => database.close());

function contextOf(role: Role | null, sameOrigin = true): AdminContext {
  const userId = role === null ? undefined : people.get(role);
  if (role === null || userId === undefined) return { db: database.owner, user: null, caller: null, sameOrigin };
  const user = { id: userId, name: `A ${role}`, email: `${role}@example.org`, role };
  return { db: database.owner, user, caller: { userId, role }, sameOrigin };
}

const id = newId('actor');
const target = { id, expectedVersion: 1 };
const release = { id: '018f0000-0000-7000-8000-000000000000', expectedVersion: 1 };
const at = { local: '2999-01-01T09:00', zone: 'Europe/Brussels' };
const content = {
  type: 'state',
  names: [{ text: 'Sample', language: 'en', use: 'preferred' }],
  description: null,
  identifiers: [],
  memberships: [],
  offices: [],
};
const written = { clientId: 'window', sequence: 1 };
const threadId = '00000000-0000-4000-8000-000000000000';
/** An input of each procedure that its schema takes, about a record that does not exist. */
const inputs: Record<string, unknown> = {
  'user.me': {},
  'record.get': { id },
  'record.revisions': { id },
  'record.revision': { id, number: 1 },
  'record.current': { id, baseRevision: 1, baseVersion: 1 },
  'record.compare': { id, from: 1, to: 2 },
  'record.suggestSlug': { kind: 'actor', title: 'Sample' },
  'record.rename': { ...target, slug: 'other' },
  'workingCopy.get': { id },
  'workingCopy.mine': {},
  'workingCopy.keep': {
    id,
    kind: 'actor',
    slug: '',
    baseRevision: null,
    baseVersion: null,
    content,
    citations: [],
    written,
  },
  'workingCopy.discard': { id, written },
  'presence.beat': { id, field: '/names/0', clientId: 'window' },
  'presence.leave': { id, clientId: 'window' },
  'work.colleagues': {},
  'work.take': { id },
  'work.handOver': { id, to: 'somebody' },
  'work.release': { id },
  'work.due': { id, on: '2024-01-31' },
  'work.snooze': { id, until: '2024-01-31' },
  'comment.list': { id },
  'comment.add': { id, body: 'A remark.' },
  'comment.reply': { threadId, body: 'A remark.' },
  'comment.edit': { commentId: threadId, body: 'A remark.' },
  'comment.resolve': { threadId },
  'comment.reopen': { threadId },
  'record.create': { kind: 'actor', slug: 'sample', content, citations: [] },
  'record.save': { ...target, content, citations: [] },
  'record.submit': target,
  'record.approve': target,
  'record.requestChanges': target,
  'record.publish': target,
  'record.withdraw': { ...target, reason: 'A reason.' },
  'record.discard': target,
  'record.restore': { ...target, number: 1 },
  'publication.preview': { id, revision: 1 },
  'publication.dependants': { id },
  'publication.setChange': { ...target, change: 'edit', note: null },
  'reference.search': { kinds: ['actor'] },
  'reference.named': { ids: [id] },
  'source.get': { id: newId('source') },
  'source.text': { sha256: '0'.repeat(64) },
  'source.storeText': { text: 'A text.' },
  'queue.list': {},
  'queue.groups': {},
  'queue.counts': {},
  'queue.find': { text: 'sample' },
  'queue.savedViews': {},
  'queue.saveView': { name: 'Mine', query: 'view=mine' },
  'queue.removeView': { id: threadId },
  'bulk.submit': { target: { items: [target] } },
  'bulk.approve': { target: { items: [target] } },
  'bulk.requestChanges': { target: { items: [target] }, comment: 'A remark.' },
  'bulk.publish': { target: { items: [target] } },
  'bulk.discard': { target: { items: [target] } },
  'bulk.take': { target: { items: [target] } },
  'bulk.handOver': { target: { items: [target] }, to: 'somebody' },
  'bulk.release': { target: { items: [target] } },
  'bulk.snooze': { target: { items: [target] }, until: null },
  'publication.status': { id },
  'publication.schedule': { ...target, at },
  'publication.reschedule': { ...target, at },
  'publication.unschedule': target,
  'publication.embargo': { ...target, until: at, reason: null, publishAtEnd: false },
  'publication.liftEmbargo': target,
  'preview.create': { id, revision: 1 },
  'preview.list': { id },
  'preview.revoke': { id: release.id },
  'release.list': {},
  'release.get': { id: release.id },
  'release.create': { name: 'Sample', records: [id] },
  'release.change': release,
  'release.cancel': release,
  'release.schedule': { ...release, at },
  'release.unschedule': release,
  'release.publish': release,
  'job.list': {},
  'job.decide': { id: '1', decision: 'retry' },
  'record.merge': { ...target, into: newId('actor'), reason: 'A reason.' },
};

interface Declared {
  _def: { type: 'query' | 'mutation'; meta?: { action?: Action } };
}
const procedures = Object.entries(adminRouter._def.procedures as unknown as Record<string, Declared>);

/** Calls a procedure by its path; answers what it refused with, or null. */
async function refusal(context: AdminContext, path: string, input: unknown): Promise<string | null> {
  const [group = '', name = ''] = path.split('.');
  const caller = adminCaller(context) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const call = caller[group]?.[name];
  if (call === undefined) throw new Error(`no procedure ${path}`);
  try {
    await call(input);
    return null;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return problemOf(error).code;
  }
}

describe('who may do what', () => {
  it('has an input for every procedure', () => {
    expect(Object.keys(inputs).sort()).toEqual(procedures.map(([path]) => path).sort());
  });

  it.each(procedures)('refuses %s to everyone below its role, and to nobody above', async (path, { _def }) => {
    const action = _def.meta?.action;
    if (action === undefined) throw new Error(`${path} declares no action`);
    const before = await database.owner.record.count();
    expect(await refusal(contextOf(null), path, inputs[path])).toBe('unauthenticated');
    for (const role of roles.slice(0, roles.indexOf(policy[action]))) {
      expect(await refusal(contextOf(role), path, inputs[path]), role).toBe('forbidden');
    }
    expect(await database.owner.record.count()).toBe(before);
    for (const role of roles.slice(roles.indexOf(policy[action]))) {
      expect(['forbidden', 'unauthenticated', 'unavailable'], role).not.toContain(
        await refusal(contextOf(role), path, inputs[path]),
      );
    }
  });

  it.each(procedures.filter(([, { _def }]) => _def.type === 'mutation'))(
    'refuses %s from another site',
    async (path) => {
      expect(await refusal(contextOf('administrator', false), path, inputs[path])).toBe('forbidden');
    },
  );

  it.each(procedures)('refuses unknown fields and operators in %s', async (path) => {
    const context = contextOf('administrator');
    expect(await refusal(context, path, { ...(inputs[path] as object), authorId: 'somebody' })).toBe('invalid_input');
    expect(await refusal(context, path, [])).toBe('invalid_input');
    if ('id' in (inputs[path] as object)) {
      expect(await refusal(context, path, { ...(inputs[path] as object), id: { not: '' } })).toBe('invalid_input');
    }
  });
});
