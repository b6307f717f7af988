import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { ownerClient } from '@rapporteur/db/clients';
import { newId } from '@rapporteur/domain/ids';
import type { Caller } from '../policy';
import { createDraft } from '../record/create';
import { programmeOf } from '../testing/programme';
import { keepText } from '../working-copy/keep';
import { endPresence, tellPresence } from './presence';

const ines: NonNullable<Caller> = { userId: 'ines', role: 'editor' };
const noor: NonNullable<Caller> = { userId: 'noor', role: 'contributor' };

let database: TestDatabase;
let id: string;
let made = 0;
beforeAll(async () => {
  database = await testDatabase();
  await database.owner.user.create({ data: { id: 'ines', name: 'Ines', email: 'ines@example.org', role: 'editor' } });
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  const draft = { kind: 'programme' as const, slug: `p-${made}`, content: programmeOf([]), citations: [] };
  ({ id } = await createDraft(database.owner, ines, draft));
});

const beat = async (caller: Caller, clientId: string, field: string | null = null, db = database.owner) =>
  (await tellPresence(db, caller, { id, field, clientId })).others;
const age = (seconds: number) =>
  database.owner
    .$executeRaw`UPDATE "Presence" SET "seenAt" = clock_timestamp() - make_interval(secs => ${seconds}::int)`;

test('tells each window who else has the record open and in which field, through any instance', async () => {
  const instance = ownerClient(database.connection);
  try {
    expect(await beat(ines, 'a', '/title')).toEqual([]);
    expect(await beat(noor, 'b', null, instance)).toMatchObject([
      { userId: 'ines', name: 'Ines', clientId: 'a', field: '/title', self: false, writing: false },
    ]);
    expect(await beat(ines, 'c')).toMatchObject([
      { userId: 'ines', clientId: 'a', self: true },
      { userId: 'noor', name: 'noor', clientId: 'b', field: null, self: false },
    ]);
    await beat(ines, 'a', '/summary');
    expect((await beat(noor, 'b')).map(({ field }) => field)).toEqual(['/summary', null]);
  } finally {
    await instance.$disconnect();
  }
});

test('says who has typed something that is not saved', async () => {
  await beat(noor, 'b');
  await keepText(database.owner, noor, {
    id,
    kind: 'programme',
    slug: '',
    baseRevision: 1,
    baseVersion: 1,
    content: {},
    citations: [],
    note: null,
    change: null,
    written: { clientId: 'b', sequence: 1, seen: null },
  });
  expect(await beat(ines, 'a')).toMatchObject([{ userId: 'noor', writing: true }]);
});

test('forgets whoever leaves or is no longer heard of, and sweeps their rows', async () => {
  await beat(noor, 'b');
  expect(await endPresence(database.owner, noor, { id, clientId: 'b' })).toEqual({ left: true });
  expect(await endPresence(database.owner, noor, { id, clientId: 'b' })).toEqual({ left: false });
  expect(await beat(ines, 'a')).toEqual([]);
  await beat(noor, 'b');
  await age(21);
  expect(await beat(ines, 'a')).toEqual([]);
  await age(61);
  await beat(ines, 'a');
  expect(await database.owner.presence.findMany()).toMatchObject([{ userId: 'ines', clientId: 'a' }]);
});

test('keeps nothing of a record that does not exist', async () => {
  id = newId('programme');
  expect(await beat(ines, 'a')).toEqual([]);
  expect(await database.owner.presence.count({ where: { recordId: id } })).toBe(0);
});
