import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { newId } from '@rapporteur/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../policy';
import { sowRecords, type SownRecord } from '../testing/desk-records';
import { mostAtOnce, type BulkItem } from './bulk';
import {
  approveAll,
  discardAll,
  handOverAll,
  publishAll,
  releaseAll,
  snoozeAll,
  submitAll,
  takeAll,
} from './bulk-commands';
import { findRecords } from './find';
import { listSavedViews, mostSavedViews, removeView, saveView } from './saved-view';

const me: Caller = { userId: 'usr-me', role: 'publisher' };
const contributor: Caller = { userId: 'usr-contributor', role: 'contributor' };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  for (const { userId, role } of [me, contributor]) {
    await database.owner.user.create({ data: { id: userId, name: userId, email: `${userId}@example.org`, role } });
  }
});
afterAll(() => database.close());

const sow = async (...records: SownRecord[]): Promise<BulkItem[]> =>
  (await sowRecords(database.owner, records)).map((id) => ({ id, expectedVersion: 1 }));

/** What a refused command must leave as it was. */
async function everything(): Promise<string> {
  const { owner } = database;
  const [records, revisions, audit] = await Promise.all([
    owner.record.findMany({ orderBy: { id: 'asc' } }),
    owner.revision.findMany({ orderBy: { id: 'asc' } }),
    owner.auditEntry.count(),
  ]);
  return JSON.stringify([records, revisions, audit]);
}

describe('one thing done to many records', () => {
  it('is done to all of them, each with its audit entry', async () => {
    const items = await sow({ title: 'One' }, { title: 'Two' });
    const { ids } = await submitAll(database.owner, me, { items });
    expect(ids.sort()).toEqual(items.map(({ id }) => id).sort());
    const entries = await database.owner.deskEntry.findMany({ where: { recordId: { in: ids } } });
    expect(entries.map(({ state, lockVersion }) => [state, lockVersion])).toEqual([
      ['in_review', 2],
      ['in_review', 2],
    ]);
    expect(await database.owner.auditEntry.count({ where: { recordId: { in: ids }, action: 'record.submit' } })).toBe(
      2,
    );
  });

  it('is refused as a whole where one is the caller’s own, and every such record is named', async () => {
    const items = await sow(
      { title: 'Another’s', state: 'in_review' },
      { title: 'My own', state: 'in_review', author: 'usr-me' },
      { title: 'My other', state: 'in_review', author: 'usr-me' },
    );
    const before = await everything();
    const refusal = await approveAll(database.owner, me, { items }, null).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'forbidden',
      message: 'Nothing was changed: 2 of 3 records stand in the way.',
    });
    const { issues } = refusal as { issues: { path: string; message: string }[] };
    expect(issues.map(({ message }) => message.split(':')[0])).toEqual(['My own', 'My other']);
    expect(issues.map(({ path }) => path)).toEqual(items.slice(1).map(({ id }) => `/records/${id}`));
    expect(await everything()).toBe(before);
  });

  it('is refused as a whole where one is stale, in another state or not there', async () => {
    const [fresh, stale, live] = await sow({ title: 'Fresh' }, { title: 'Stale' }, { title: 'Live', state: 'live' });
    if (!fresh || !stale || !live) throw new Error('not sown');
    const gone = { id: newId('issue'), expectedVersion: 1 };
    const before = await everything();
    const refused = (items: BulkItem[]) => submitAll(database.owner, me, { items });
    await expect(refused([fresh, { ...stale, expectedVersion: 7 }])).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await expect(refused([fresh, live])).rejects.toMatchObject({ code: 'state_conflict' });
    await expect(refused([fresh, gone])).rejects.toMatchObject({ code: 'not_found' });
    await expect(refused([fresh, fresh])).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await everything()).toBe(before);
  });

  it('asks the policy before anything else', async () => {
    const items = await sow({ title: 'A draft' });
    await expect(discardAll(database.owner, contributor, { items })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(publishAll(database.owner, null, { items })).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('publishes nothing where one text lacks what it needs', async () => {
    const items = await sow({ title: 'Empty', state: 'approved' }, { title: 'Empty too', state: 'approved' });
    const before = await everything();
    await expect(publishAll(database.owner, me, { items })).rejects.toMatchObject({ issues: expect.anything() });
    expect(await everything()).toBe(before);
  });

  it('moves work between people, and leaves versions alone', async () => {
    const items = await sow({ title: 'Work' }, { title: 'More work' });
    const ids = items.map(({ id }) => id);
    const holders = async () =>
      (await database.owner.deskEntry.findMany({ where: { recordId: { in: ids } } })).map((entry) => entry.assigneeId);
    await takeAll(database.owner, contributor, { items });
    expect(await holders()).toEqual(['usr-contributor', 'usr-contributor']);
    await expect(takeAll(database.owner, me, { items })).rejects.toMatchObject({ code: 'state_conflict' });
    await handOverAll(database.owner, me, { items }, 'usr-me');
    await expect(releaseAll(database.owner, contributor, { items })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await holders()).toEqual(['usr-me', 'usr-me']);
    await snoozeAll(database.owner, me, { items }, '2999-12-31');
    const entries = await database.owner.deskEntry.findMany({ where: { recordId: { in: ids } } });
    expect(entries.every(({ lockVersion, snoozedUntil }) => lockVersion === 1 && snoozedUntil !== null)).toBe(true);
  });
});

describe('all that a list holds', () => {
  beforeEach(() => database.owner.$executeRaw`UPDATE "Record" SET "dueOn" = NULL`);
  const filter = { view: 'all', kinds: ['event'], states: ['draft'] } as const;

  it('is changed while it holds as many as the caller has seen', async () => {
    await sow({ kind: 'event' }, { kind: 'event' }, { kind: 'actor' });
    await expect(submitAll(database.owner, me, { filter, expectedCount: 3 })).rejects.toMatchObject({
      code: 'version_conflict',
    });
    const { ids } = await submitAll(database.owner, me, { filter, expectedCount: 2 });
    expect(ids).toHaveLength(2);
    expect(ids.every((id) => id.startsWith('evt_'))).toBe(true);
  });

  it('is not changed beyond the most at once', async () => {
    await sow(...Array.from({ length: mostAtOnce + 1 }, (): SownRecord => ({ kind: 'event' })));
    const before = await everything();
    await expect(submitAll(database.owner, me, { filter, expectedCount: mostAtOnce })).rejects.toMatchObject({
      code: 'limit_exceeded',
    });
    expect(await everything()).toBe(before);
  });
});

describe('finding while somebody types', () => {
  it('puts titles that begin so before those with such a word before the others', async () => {
    await sow(
      { title: 'Reykjavík talks' },
      { title: 'In Reykjavík' },
      { title: 'Xreykjavik' },
      { title: 'Oslo talks' },
    );
    const { items } = await findRecords(database.owner, me, { text: 'reykjavik', limit: 3 });
    expect(items.map(({ title }) => title)).toEqual(['Reykjavík talks', 'In Reykjavík', 'Xreykjavik']);
  });
});

describe('a list kept under a name', () => {
  it('is its owner’s alone, replaced under its name, and bounded in number', async () => {
    const { owner } = database;
    const first = await saveView(owner, me, { name: 'Late', query: 'view=overdue' });
    await saveView(owner, me, { name: 'Late', query: 'view=overdue&sort=due' });
    expect((await listSavedViews(owner, me)).items).toEqual([{ ...first, query: 'view=overdue&sort=due' }]);
    expect((await listSavedViews(owner, contributor)).items).toEqual([]);
    await expect(removeView(owner, contributor, first)).rejects.toMatchObject({ code: 'not_found' });
    for (let n = 1; n < mostSavedViews; n += 1) await saveView(owner, me, { name: `List ${n}`, query: '' });
    await expect(saveView(owner, me, { name: 'One more', query: '' })).rejects.toMatchObject({
      code: 'limit_exceeded',
    });
    await removeView(owner, me, first);
    await saveView(owner, me, { name: 'One more', query: '' });
  });
});
