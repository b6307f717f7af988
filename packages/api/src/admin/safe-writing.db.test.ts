import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { newId } from '@rapporteur/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, readAnswer, signedIn, type TestCaller } from '../testing/callers';
import { testDesk } from '../testing/desk';
import { longestRequest } from './bounded-body';
import type { Desk } from './desk';
import { answerProcedure } from './handler';

let database: TestDatabase;
let desk: Desk;
let ines: TestCaller;
let noor: TestCaller;
beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin: 'https://desk.example.org' });
  [ines, noor] = [await signedIn(desk, 'editor'), await signedIn(desk, 'contributor')];
});
afterAll(async () => {
  await desk.limiter.close();
  await database.close();
});

const content = (name: string) => ({
  type: 'state',
  names: [{ text: name, language: 'en', use: 'preferred' }],
  description: null,
  identifiers: [],
  memberships: [],
  offices: [],
});
const mutate = (caller: TestCaller, path: string, input: unknown) =>
  ask(desk, caller, { path, type: 'mutation', input });
const query = (caller: TestCaller, path: string, input: unknown) => ask(desk, caller, { path, type: 'query', input });

describe('two people at one record, over HTTP', () => {
  it('refuses the later save with what is needed to merge, and keeps its text', async () => {
    const id = newId('actor');
    const text = (name: string) => ({ content: content(name), citations: [] });
    const from = { id, kind: 'actor', slug: 'ruritania', note: null, change: null };
    await mutate(ines, 'workingCopy.keep', {
      ...from,
      ...text('Rurita'),
      baseRevision: null,
      baseVersion: null,
      written: { clientId: 'a', sequence: 1 },
    });
    const created = await mutate(ines, 'record.create', {
      id,
      kind: 'actor',
      slug: 'ruritania',
      ...text('Ruritania'),
      written: { clientId: 'a', sequence: 2 },
      idempotencyKey: 'the-first-save',
    });
    expect(created).toMatchObject({ status: 200, data: { id, lockVersion: 1 } });
    expect((await query(ines, 'workingCopy.get', { id })).data).toBeNull();

    await mutate(noor, 'workingCopy.keep', {
      ...from,
      ...text('Kingdom of Ruritania'),
      baseRevision: 1,
      baseVersion: 1,
      written: { clientId: 'b', sequence: 1 },
    });
    await mutate(ines, 'record.save', { id, expectedVersion: 1, ...text('Ruritania, a realm') });
    const late = await mutate(noor, 'record.save', { id, expectedVersion: 1, ...text('Kingdom of Ruritania') });
    expect(late).toMatchObject({ status: 409, code: 'version_conflict' });
    expect(late.error).toMatchObject({ current: { lockVersion: 2, revisionNumber: 1 } });
    const current = await query(noor, 'record.current', { id, baseRevision: 1, baseVersion: 1 });
    expect(current.data).toMatchObject({
      lockVersion: 2,
      ...text('Ruritania, a realm'),
      base: text('Ruritania'),
      savedBy: { id: ines.userId },
    });
    expect((await query(noor, 'workingCopy.get', { id })).data).toMatchObject({
      ...text('Kingdom of Ruritania'),
      stale: true,
    });
  });
});

describe('a request that is too long', () => {
  const sent = (headers: Record<string, string>, length: number) => {
    const chunk = new Uint8Array(1_000_000).fill(0x20);
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (read >= length) controller.close();
        else controller.enqueue(chunk);
        read += chunk.byteLength;
      },
    });
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body, duplex: 'half' };
    return { request: new Request(`${desk.origin}/api/trpc/workingCopy.keep`, init as RequestInit), read: () => read };
  };

  it('is refused and read no further; from nobody it is not read at all', async () => {
    const long = sent(ines.headers, 10 * longestRequest);
    const answer = await readAnswer(await answerProcedure(desk, long.request));
    expect(answer).toMatchObject({ status: 413, code: 'limit_exceeded' });
    expect(long.read()).toBeLessThan(longestRequest + 5_000_000);
    const unasked = sent({ origin: desk.origin }, 10 * longestRequest);
    expect(await readAnswer(await answerProcedure(desk, unasked.request))).toMatchObject({ status: 401 });
    expect(unasked.read()).toBeLessThan(5_000_000);
  });
});
