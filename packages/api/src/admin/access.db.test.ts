import { policy, roles, scopeOf, type Action } from '@rapporteur/core/policy';
import { proposal, readItem } from '@rapporteur/core/testing/intake';
import { ownerClient } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { AnyPayload } from '@rapporteur/domain/intake/proposal';
import { initTRPC, type AnyRouter } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, everybody, readAnswer, type TestCaller } from '../testing/callers';
import { testDesk } from '../testing/desk';
import { article, cited, content, id, inputs, itemId, release, suggestionId, threadId } from '../testing/inputs';
import { deskAuth } from './auth';
import type { Desk } from './desk';
import { answerProcedure } from './handler';
import { createAdminContext, type AdminContext } from './context';
import { createCallerFactory as callerFactory, deskProcedure, router } from './procedure';
import { adminCaller, adminRouter } from './router';
import { hostileVariants } from '../testing/hostile';
import { problemOf } from '../errors';

let database: TestDatabase;
let desk: Desk;
let callers: TestCaller[];

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin: 'https://desk.example.org' });
  callers = await everybody(desk);
});
afterAll(async () => {
  await desk.limiter.close();
  await database.close();
});

interface Declared {
  _def: { type: 'query' | 'mutation'; meta?: { action?: Action } };
}
const proceduresOf = (walked: AnyRouter) =>
  Object.entries(walked._def.procedures as unknown as Record<string, Declared>).map(([path, { _def }]) => ({
    path,
    type: _def.type,
    action: _def.meta?.action,
  }));
const procedures = proceduresOf(adminRouter);
const mutations = procedures.filter(({ type }) => type === 'mutation');
const administrator = () => callers.find(({ name }) => name === 'administrator') ?? fail();
const fail = (): never => {
  throw new Error('nobody has this name');
};

/** What the declared table says, read off the table itself and not by the code that is tested. */
function declared({ role, scopes }: TestCaller, action: Action | undefined): boolean {
  if (role === null || action === undefined || !Object.hasOwn(policy, action)) return false;
  if (roles.indexOf(role) < roles.indexOf(policy[action])) return false;
  const scope = scopeOf[action];
  return scopes === undefined || scope === 'read' || (scope !== null && scopes.includes(scope));
}

/** Where a procedure lets in whom the table does not, or keeps out whom it does. One line a fault. */
async function faults({ path, type, action }: (typeof procedures)[number], walked?: AnyRouter): Promise<string[]> {
  const found: string[] = [];
  for (const caller of callers) {
    const { code } = await ask(desk, caller, { path, type, input: inputs[path] ?? {} }, walked);
    const refused = code === 'unauthenticated' || code === 'forbidden';
    if (refused === declared(caller, action)) found.push(`${path} answers ${caller.name} with ${code ?? 'success'}`);
    if (code === 'unavailable') found.push(`${path} breaks for ${caller.name}`);
    if (action !== undefined && caller.role === null && code !== 'unauthenticated')
      found.push(`${path} knows ${caller.name}`);
  }
  return found;
}

/** Every row that a procedure could write about people or records, counted. */
const rows = async () =>
  Promise.all([
    database.owner.record.count(),
    database.owner.translation.count(),
    database.owner.auditEntry.count(),
    database.owner.apiToken.count(),
    database.owner.oneTimeLink.count(),
    database.owner.session.count(),
  ]);

describe('who may do what', () => {
  it('has an input for every procedure', () => {
    expect(Object.keys(inputs).sort()).toEqual(procedures.map(({ path }) => path).sort());
  });

  it.each(procedures)('lets in to $path whom the table lets in, and nobody else', async (procedure) => {
    expect(await faults(procedure)).toEqual([]);
  });

  it('lets whoever may change anything of a record read it', () => {
    for (const caller of callers) {
      const acts = procedures.filter(({ action }) => action?.startsWith('record.') && declared(caller, action));
      expect(acts.length === 0 || declared(caller, 'desk.read'), caller.name).toBe(true);
    }
  });

  it('denies a procedure that is not declared, and notices one that lets in others than it says', async () => {
    const nothing = { input: z.strictObject({}), output: z.null() };
    const undeclared = router({
      burn: deskProcedure('record.burn' as Action)
        .input(nothing.input)
        .output(nothing.output)
        .mutation(() => null),
    });
    expect(await faults({ path: 'burn', type: 'mutation', action: undefined }, undeclared)).toEqual([]);

    const t = initTRPC.meta<{ action?: Action }>().create();
    const open = t.router({
      burn: t.procedure
        .meta({ action: 'record.publish' })
        .input(nothing.input)
        .output(nothing.output)
        .mutation(() => null),
    });
    const [planted] = proceduresOf(open);
    const found = planted === undefined ? [] : await faults(planted, open);
    expect(found).toContain('burn answers nobody with success');
    expect(found).toContain('burn answers contributor with success');
    expect(found).toContain("burn answers administrator's token for write with success");
    expect(found).not.toContain('burn answers administrator with success');
  });

  it('lets nobody in while sessions cannot be looked up', async () => {
    const away = ownerClient({ ...database.connection, port: 1 }, { max: 1 });
    const broken = { ...desk, auth: deskAuth(away, desk.authOptions) };
    const before = await rows();
    for (const { path, type } of procedures) {
      const { code } = await ask(broken, administrator(), { path, type, input: inputs[path] });
      expect(['unauthenticated', 'unavailable'], path).toContain(code);
    }
    expect(await rows()).toEqual(before);
    await away.$disconnect();
  });

  it.each(procedures)('refuses unknown fields and operators in $path', async ({ path, type }) => {
    const code = async (input: unknown) => (await ask(desk, administrator(), { path, type, input })).code;
    expect(await code({ ...(inputs[path] as object), authorId: 'somebody' })).toBe('invalid_input');
    expect(await code([])).toBe('invalid_input');
    if ('id' in (inputs[path] as object)) {
      expect(await code({ ...(inputs[path] as object), id: { not: '' } })).toBe('invalid_input');
    }
  });
});

// Cases B01, B02 and B04 of the security catalogue, for every procedure; D01, D03 and C07 are around it.
describe('input that does not belong there', () => {
  const odd = callerFactory(adminRouter);
  /** What a procedure makes of each hostile variant of its input, about things that are there. One line a fault. */
  async function broken({ path }: { path: string }, walked: Walk = odd): Promise<string[]> {
    const found: string[] = [];
    const text = JSON.stringify([inputs[path] ?? {}, ...(fuller[path] ?? [])]);
    const samples = JSON.parse(
      text
        .replaceAll(id, there.record)
        .replaceAll(threadId, there.thread)
        .replaceAll(release.id, there.release)
        .replaceAll(itemId, there.item)
        .replaceAll(suggestionId, there.suggestion),
    ) as unknown[];
    const context = await createAdminContext(desk, new Headers(administrator().headers));
    const call = path
      .split('.')
      .reduce((at: unknown, name) => (at as Record<string, unknown>)[name], walked(context)) as Call;
    for (const variant of samples.flatMap((sample) => [...hostileVariants(sample)])) {
      const code = await call(variant.input).then(
        () => null,
        (error: unknown) => problemOf(error).code,
      );
      const where = `${path} /${variant.path.join('/')} ${JSON.stringify(variant.input).slice(0, 300)}`;
      if (code === 'unavailable') found.push(`breaks: ${where}`);
      if (code === null && variant.condition && !keepsAnything(path, variant.path)) found.push(`takes: ${where}`);
    }
    return found;
  }
  type Call = (input: unknown) => Promise<unknown>;
  type Walk = (context: AdminContext) => unknown;
  /** Inputs with what may be left out. */
  const fuller: Record<string, unknown[]> = {
    'intake.list': [{ view: 'ended', after: 'a cursor', limit: 10 }],
    'intake.takeIn': [{ item: { way: 'address', address: 'https://example.org/' } }],
    'intake.edit': [{ id: suggestionId, payload: { shortTitle: 'A question', question: 'Is it one?' } }],
    'audit.list': [
      { person: 'a@example.org', action: 'user.sign_in', recordId: id, from: '2024-01-01', until: '2024-01-31' },
      { after: '10', limit: 10 },
    ],
    'comment.list': [{ id, after: 'a cursor' }],
    'comment.add': [{ id, field: '/names/0', quote: { exact: 'Sample', prefix: '', suffix: '' }, body: 'A remark.' }],
    'person.list': [{ after: 'somebody', limit: 10 }],
    'queue.list': [
      { kinds: ['actor'], states: ['draft'], with: 'me', author: 'me', text: 'there', sort: 'title', limit: 10 },
      { after: 'a cursor' },
      { sort: 'title', after: 'a cursor' },
    ],
    'queue.groups': [{ text: 'there' }],
    'reference.search': [{ kinds: ['actor'], text: 'sample', day: '2024-01-31' }],
    'reference.named': [{ ids: [id], day: '2024-01-31' }],
    'release.list': [{ state: 'open', after: release.id, limit: 10 }],
    'release.change': [{ ...release, name: 'Another name', add: [id], remove: [id] }],
    'record.create': [{ kind: 'article', slug: 'an-article', content: article, citations: [cited], note: 'A note.' }],
    'record.revisions': [{ id, before: 3, limit: 10 }],
    'workingCopy.mine': [{ after: 'a cursor' }],
  };
  // A text that is being typed need not meet its schema yet; it is kept for its writer alone.
  const keepsAnything = (path: string, [field]: readonly (string | number)[]) =>
    path === 'workingCopy.keep' && field === 'content';
  const there = { record: '', thread: '', release: '', item: '', suggestion: '' };
  beforeAll(async () => {
    const context = await createAdminContext(desk, new Headers(administrator().headers));
    const call = adminCaller(context);
    const made = await call.record.create({ kind: 'actor', slug: 'there', content, citations: [] });
    const thread = await call.comment.add({ id: made.id, body: 'Is this so?' });
    const set = await call.release.create({ name: 'A set', records: [] });
    const words = 'A question was asked.';
    const question: AnyPayload = { kind: 'issue', payload: { question: null, shortTitle: 'A question' } };
    const item = await readItem(database.owner, context.caller, words, [proposal(words, 'A question', question)]);
    const { id: suggestion } = await database.owner.suggestion.findFirstOrThrow({ where: { itemId: item } });
    Object.assign(there, { record: made.id, thread: thread.id, release: set.id, item, suggestion });
  });

  it.each(procedures)('breaks nothing of $path, and no condition is taken for a value', async (procedure) => {
    expect(await broken(procedure)).toEqual([]);
  });

  it('is noticed where a condition reaches the database, or a text breaks the desk', async () => {
    const t = initTRPC.context<AdminContext>().create();
    const planted = t.router({
      work: t.router({
        take: t.procedure
          .input(z.any())
          .mutation(({ ctx, input }) => ctx.db.record.findFirst({ where: (input as { id: object }) ?? {} })),
      }),
    });
    const found = await broken({ path: 'work.take' }, t.createCallerFactory(planted));
    expect(found.filter((fault) => fault.startsWith('takes: '))).not.toEqual([]);
    expect(found.filter((fault) => fault.startsWith('breaks: '))).not.toEqual([]);
  });
});

describe('a change that another site asks for', () => {
  const foreign: Record<string, (cookie: string) => RequestInit> = {
    'a foreign origin': (cookie) => json({ cookie, origin: 'https://evil.example' }),
    'no origin that counts': (cookie) => json({ cookie, origin: 'null' }),
    'no origin, across sites': (cookie) => json({ cookie, 'sec-fetch-site': 'cross-site' }),
    'no origin, from a sister site': (cookie) => json({ cookie, 'sec-fetch-site': 'same-site' }),
    'nothing that says where from': (cookie) => json({ cookie }),
    'plain text': (cookie) => json({ cookie, origin: 'https://evil.example', 'content-type': 'text/plain' }),
    'a form': (cookie) =>
      json({ cookie, origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }),
    'another method in a header': (cookie) =>
      json({ cookie, origin: 'https://evil.example', 'x-http-method-override': 'PUT' }),
  };
  const json = (headers: Record<string, string>) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  });

  it.each(mutations)('is refused by $path, and changes nothing', async ({ path }) => {
    const address = `${desk.origin}/api/trpc/${path}`;
    const cookie = administrator().headers['cookie'] ?? '';
    const before = await rows();
    for (const [what, make] of Object.entries(foreign)) {
      const request = new Request(address, { ...make(cookie), body: JSON.stringify(inputs[path]) });
      const { status } = await readAnswer(await answerProcedure(desk, request));
      expect([403, 415], what).toContain(status);
    }
    const got = await answerProcedure(
      desk,
      new Request(`${address}?input=${encodeURIComponent(JSON.stringify(inputs[path]))}`, {
        headers: { cookie, origin: desk.origin },
      }),
    );
    expect(got.status).toBe(405);
    expect(await rows()).toEqual(before);
  });

  it('gets no leave to read answers with the cookie of somebody', async () => {
    const response = await answerProcedure(
      desk,
      new Request(`${desk.origin}/api/trpc/user.me`, {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      }),
    );
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
});
