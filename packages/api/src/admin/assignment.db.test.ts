import { proposal, readItem } from '@rapporteur/core/testing/intake';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { initTRPC } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemOf } from '../errors';
import { signedIn, type TestCaller } from '../testing/callers';
import { testDesk } from '../testing/desk';
import { article, cited, content, id, inputs, itemId, release, suggestionId, threadId } from '../testing/inputs';
import { createAdminContext, type AdminContext } from './context';
import type { Desk } from './desk';
import { createCallerFactory } from './procedure';
import { adminCaller, adminRouter } from './router';

// Case D03 of the security catalogue: columns that nobody is asked for, sent in every object of every input, however deep.

let database: TestDatabase;
let desk: Desk;
let administrator: TestCaller;
let columns: string[];
const there = { record: '', thread: '', release: '', item: '', proposal: '' };

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin: 'https://desk.example.org' });
  administrator = await signedIn(desk, 'administrator');
  const rows = await database.owner.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`;
  columns = rows.map(({ name }) => name);
  const call = adminCaller(await context());
  const { id: record } = await call.record.create({ kind: 'actor', slug: 'there', content, citations: [] });
  const { id: thread } = await call.comment.add({ id: record, body: 'Is this so?' });
  const { id: set } = await call.release.create({ name: 'A set', records: [] });
  const question = { kind: 'issue', payload: { shortTitle: 'A question', question: null } } as const;
  const caller = { userId: administrator.userId ?? '', role: 'administrator' } as const;
  const text = 'They asked who counts the boats.';
  const item = await readItem(desk.db, caller, text, [proposal(text, 'who counts the boats', question)]);
  const { id: proposed } = await desk.db.suggestion.findFirstOrThrow({ where: { itemId: item } });
  Object.assign(there, { record, thread, release: set, item, proposal: proposed });
});
afterAll(async () => {
  await desk.limiter.close();
  await database.close();
});

const context = () => createAdminContext(desk, new Headers(administrator.headers));

/** Inputs that hold more objects than those of `inputs`. */
const fuller: Record<string, unknown[]> = {
  'comment.add': [{ id, field: '/names/0', quote: { exact: 'Sample', prefix: '', suffix: '' }, body: 'A remark.' }],
  'record.create': [
    { kind: 'article', slug: 'an-article', content: article, citations: [] },
    {
      kind: 'actor',
      slug: 'an-actor',
      content: { ...content, offices: [{ title: 'Envoy', organisation: null, from: null, to: null }] },
      citations: [cited],
    },
  ],
  'record.save': [{ id, expectedVersion: 1, content, citations: [cited] }],
};

/** What may be put into an object freely: a text that is being typed need not meet its schema, and is its writer's alone. */
const free = (path: string, place: readonly (string | number)[]) =>
  path === 'workingCopy.keep' && (place[0] === 'content' || place[0] === 'citations');

/** Every object within a value, by where it stands. */
function objectsIn(value: unknown, place: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    objectsIn(item, [...place, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? inner : [place, ...inner];
}

/** A copy of a value with more fields in one of its objects, each as a query builder would write it. */
function withFields(value: unknown, place: readonly (string | number)[], names: readonly string[]): unknown {
  const copy = structuredClone(value);
  let object = copy as Record<string | number, unknown>;
  for (const key of place) object = object[key] as Record<string | number, unknown>;
  // What the object has already is no field that nobody asked for.
  for (const name of names) if (!Object.hasOwn(object, name)) object[name] = { set: administrator.userId };
  return copy;
}

/** Columns that say who may do what, and what was done: each is sent alone everywhere. All others are, at the top. */
const telling = ['authorId', 'approvedById', 'contributorIds', 'state', 'role', 'lockVersion', 'publishedAt', 'active'];
const sets = (place: readonly (string | number)[]) =>
  place.length === 0 ? columns.map((name) => [name]) : [columns, ...telling.map((name) => [name])];

type Call = (input: unknown) => Promise<unknown>;
const walkDesk = createCallerFactory(adminRouter);

/** Which fields that nobody is asked for a procedure takes, one line each. */
async function taken(path: string, walk: (context: AdminContext) => unknown = walkDesk): Promise<string[]> {
  const found: string[] = [];
  const call = path
    .split('.')
    .reduce((at: unknown, name) => (at as Record<string, unknown>)[name], walk(await context())) as Call;
  const text = JSON.stringify([inputs[path] ?? {}, ...(fuller[path] ?? [])]);
  const samples = JSON.parse(
    [
      [id, there.record],
      [threadId, there.thread],
      [release.id, there.release],
      [itemId, there.item],
      [suggestionId, there.proposal],
    ].reduce((all, [sample = '', real = '']) => all.replaceAll(sample, real), text),
  ) as unknown[];
  for (const sample of samples) {
    for (const place of objectsIn(sample).filter((at) => !free(path, at))) {
      for (const names of sets(place)) {
        const sent = withFields(sample, place, names);
        if (JSON.stringify(sent) === JSON.stringify(sample)) continue;
        const code = await call(sent).then(
          () => null,
          (error: unknown) => problemOf(error).code,
        );
        const what = names.length === 1 ? names[0] : 'all';
        if (code !== 'invalid_input') found.push(`${path} /${place.join('/')} ${what}: ${code ?? 'taken'}`);
      }
    }
  }
  return found;
}

const mutations = Object.entries(
  adminRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
).flatMap(([path, { _def }]) => (_def.type === 'mutation' ? [path] : []));

describe('a column that nobody is asked for', () => {
  it.each(mutations)('is not taken by %s, at whatever depth it is sent', async (path) => {
    expect(await taken(path)).toEqual([]);
  });

  it('is noticed where an input is handed on as it came', async () => {
    const t = initTRPC.context<AdminContext>().create();
    const planted = t.router({
      comment: t.router({
        edit: t.procedure
          .input(z.looseObject({ commentId: z.string(), body: z.string() }))
          .mutation(({ ctx, input: { commentId, ...data } }) =>
            ctx.db.comment.update({ where: { id: commentId }, data: data as object }),
          ),
      }),
    });
    const found = await taken('comment.edit', t.createCallerFactory(planted));
    expect(found).toContain('comment.edit / authorId: taken');
  });
});
