import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import type { Caller } from '../policy';
import { createDraft } from '../record/create';
import { storeCredential } from '../person/credential';
import { demonstrationDomain } from '../person/demonstration';
import { getForDesk } from '../record/desk-record';
import { programmeOf } from '../testing/programme';
import { handOverWork, listColleagues, releaseWork, setDue, snoozeWork, takeWork } from './hand-over';

const ines: NonNullable<Caller> = { userId: 'ines', role: 'editor' };
const noor: NonNullable<Caller> = { userId: 'noor', role: 'contributor' };
const otto: NonNullable<Caller> = { userId: 'otto', role: 'contributor' };

let database: TestDatabase;
let id: string;
let made = 0;
beforeAll(async () => {
  database = await testDatabase();
  const user = (userId: string, role: string, active = true) => ({
    id: userId,
    name: userId.toUpperCase(),
    email: `${userId}@example.org`,
    role,
    active,
  });
  await database.owner.user.createMany({
    data: [
      user('ines', 'editor'),
      user('noor', 'contributor'),
      user('otto', 'contributor'),
      user('rita', 'reader'),
      user('gone', 'editor', false),
    ],
  });
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  const draft = { kind: 'programme' as const, slug: `p-${made}`, content: programmeOf([]), citations: [] };
  ({ id } = await createDraft(database.owner, ines, draft));
});

const audit = async () =>
  (
    await database.owner.auditEntry.findMany({
      where: { recordId: id, action: { startsWith: 'work.' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ action, detail }) => [action, detail]);

describe('a record', () => {
  test('is taken by one person, handed over and let go, on record', async () => {
    expect(await takeWork(database.owner, noor, { id })).toMatchObject({ assignee: { id: 'noor', name: 'NOOR' } });
    await handOverWork(database.owner, noor, { id, to: 'ines' });
    expect((await getForDesk(database.owner, noor, { id })).record).toMatchObject({
      assignee: { id: 'ines' },
      lockVersion: 1,
    });
    await releaseWork(database.owner, ines, { id });
    expect(await audit()).toEqual([
      ['work.take', { from: { assigneeId: null }, to: { assigneeId: 'noor' } }],
      ['work.hand_over', { from: { assigneeId: 'noor' }, to: { assigneeId: 'ines' } }],
      ['work.release', { from: { assigneeId: 'ines' }, to: { assigneeId: null } }],
    ]);
  });

  test('of two who take it at once goes to one, and the other is told to whom', async () => {
    const both = await Promise.allSettled([noor, otto].map((caller) => takeWork(database.owner, caller, { id })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      code: 'state_conflict',
      message: expect.stringMatching(/^(NOOR|OTTO) works on this record/) as unknown,
    });
  });

  test('that somebody has is moved by them or by an editor, and to nobody outside the desk', async () => {
    await takeWork(database.owner, noor, { id });
    const forbidden = { code: 'forbidden' };
    await expect(handOverWork(database.owner, otto, { id, to: 'otto' })).rejects.toMatchObject(forbidden);
    await expect(releaseWork(database.owner, otto, { id })).rejects.toMatchObject(forbidden);
    for (const to of ['rita', 'gone', 'nobody']) {
      await expect(handOverWork(database.owner, noor, { id, to })).rejects.toMatchObject({ issues: [{ path: '/to' }] });
    }
    expect(await handOverWork(database.owner, ines, { id, to: 'otto' })).toMatchObject({ assignee: { id: 'otto' } });
    expect(await audit()).toHaveLength(2);
  });

  test('has a day by which it is due and one until which it is out of sight', async () => {
    await setDue(database.owner, noor, { id, on: '2024-02-29' });
    expect(await snoozeWork(database.owner, noor, { id, until: '2024-02-01' })).toMatchObject({
      dueOn: '2024-02-29',
      snoozedUntil: '2024-02-01',
    });
    const [raw] = await database.owner.$queryRaw<unknown[]>`SELECT "dueOn"::text FROM "Record" WHERE "id" = ${id}`;
    expect(raw).toEqual({ dueOn: '2024-02-29' });
    await expect(setDue(database.owner, noor, { id, on: '2023-02-29' })).rejects.toMatchObject({
      issues: [{ path: '/on' }],
    });
    expect(await setDue(database.owner, noor, { id, on: null })).toMatchObject({ dueOn: null });
  });
});

test('colleagues are those who are active and reach the desk', async () => {
  const { items } = await listColleagues(database.owner, noor);
  expect(items.map(({ id: userId }) => userId)).toEqual(['ines', 'noor', 'otto']);
});

test('of colleagues those are named as who can approve whose role may, however they sign in, and nobody of the demonstration', async () => {
  const able = async () => {
    const { items } = await listColleagues(database.owner, noor);
    return items.flatMap(({ id: userId, mayApprove }) => (mayApprove ? [userId] : []));
  };
  // Added by the command line, who signs in by a link has neither a password nor a passkey.
  expect(await able()).toEqual(['ines']);
  await transaction(database.owner, (tx) =>
    storeCredential(tx, otto.userId, { kind: 'password', hash: 'no password is tried here' }),
  );
  const reviewer = { id: 'reviewer', name: 'Reviewer', email: `reviewer@${demonstrationDomain}`, role: 'publisher' };
  await database.owner.user.create({ data: reviewer });
  expect(await able()).toEqual(['ines']);
});
