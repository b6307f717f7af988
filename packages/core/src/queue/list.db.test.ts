import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../policy';
import { sowRecords, type SownRecord } from '../testing/desk-records';
import { directions, sorts } from '@rapporteur/domain/queue-lists';
import type { QueueFilter } from './filter';
import { groupQueue } from './groups';
import { listQueue } from './list';
import { readCursor, writeCursor, type Order } from './sort';

const me: Caller = { userId: 'usr-me', role: 'editor' };
const newest: Order = { sort: 'changed', direction: 'desc' };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.owner.user.create({ data: { id: 'usr-me', name: 'Noor', email: 'noor@example.org', role: 'editor' } });
});
afterAll(() => database.close());

async function titles(filter: Partial<QueueFilter>, order = newest): Promise<string[]> {
  const { items } = await listQueue(database.owner, me, { view: 'all', ...filter, ...order, limit: 100 });
  return items.map(({ title }) => title);
}

describe('what a list holds', () => {
  beforeAll(async () => {
    await sowRecords(database.owner, [
      { title: 'Mine, a draft', author: 'usr-me', needed: 4, cited: 3 },
      { title: 'Handed to me', assignee: 'usr-me', kind: 'actor' },
      { title: 'For me to review', state: 'in_review' },
      { title: 'My own, in review', state: 'in_review', author: 'usr-me' },
      { title: 'I changed it', state: 'in_review', contributors: ['usr-author', 'usr-me'] },
      { title: 'Somebody else reviews it', state: 'in_review', assignee: 'usr-other' },
      { title: 'Late', due: '2001-01-01' },
      { title: 'Late but public', due: '2001-01-01', state: 'live' },
      { title: 'Asleep', author: 'usr-me', snoozedUntil: '2999-01-01' },
      { title: 'Given up', state: 'discarded' },
      { title: 'Ünïcode 100%_sure', state: 'approved' },
    ]);
  });

  it.each<[Partial<QueueFilter>, string[]]>([
    [{ view: 'mine' }, ['Handed to me', 'Mine, a draft', 'My own, in review']],
    [{ view: 'review' }, ['For me to review']],
    [{ view: 'overdue' }, ['Late']],
    [{ kinds: ['actor'] }, ['Handed to me']],
    [{ states: ['approved', 'discarded'] }, ['Given up', 'Ünïcode 100%_sure']],
    [{ with: 'me' }, ['Asleep', 'Handed to me', 'Mine, a draft']],
    [{ with: 'nobody', states: ['in_review'] }, ['For me to review', 'I changed it', 'My own, in review']],
    [{ author: 'me', states: ['in_review'] }, ['My own, in review']],
    [{ due: 'some' }, ['Late', 'Late but public']],
    [{ due: 'overdue' }, ['Late']],
    [{ evidence: 'missing' }, ['Mine, a draft']],
    [{ text: 'UNICODE' }, ['Ünïcode 100%_sure']],
    [{ text: 'late pub' }, ['Late but public']],
    [{ text: '0%_s' }, ['Ünïcode 100%_sure']],
    [{ text: '%' }, ['Ünïcode 100%_sure']],
    [{ text: 'l_te' }, []],
    [{ text: '\\' }, []],
  ])('%j', async (filter, expected) => {
    expect((await titles(filter)).sort()).toEqual(expected);
  });

  it('shows all work in hand in parts, each record in one of them', async () => {
    const { groups } = await groupQueue(database.owner, me, { view: 'work', ...newest });
    const parts = Object.fromEntries(groups.map(({ group, items }) => [group, items.map(({ title }) => title)]));
    expect(parts).toMatchObject({ overdue: ['Late'], approved: ['Ünïcode 100%_sure'] });
    expect(Object.values(parts).flat().toSorted()).toEqual((await titles({ view: 'work' })).toSorted());
  });

  it('finds a record by its id', async () => {
    const [id = ''] = await sowRecords(database.owner, [{ title: 'By its id' }]);
    expect(await titles({ text: id })).toEqual(['By its id']);
  });

  it('goes by the newest revision that was not given up', async () => {
    const [id = ''] = await sowRecords(database.owner, [{ title: 'Changed', state: 'live' }]);
    await database.owner.revision.create({
      data: {
        recordId: id,
        number: 2,
        state: 'draft',
        content: {},
        citations: [],
        contentHash: '',
        title: 'Anew',
        authorId: 'usr-me',
      },
    });
    await database.owner.record.update({ where: { id }, data: { lockVersion: 2 } });
    const read = async () =>
      (await listQueue(database.owner, me, { view: 'all', text: id, ...newest, limit: 1 })).items[0];
    expect(await read()).toMatchObject({ title: 'Anew', state: 'draft', revisionNumber: 2, live: true, own: true });
    await database.owner.revision.updateMany({ where: { recordId: id, number: 2 }, data: { state: 'discarded' } });
    await database.owner.record.update({ where: { id }, data: { lockVersion: 3 } });
    expect(await read()).toMatchObject({ title: 'Changed', state: 'live', revisionNumber: 1, lockVersion: 3 });
  });

  it('sorts names as people do, whatever the collation of the database', async () => {
    await sowRecords(
      database.owner,
      ['zebra', 'Árpád', 'apple', 'Zürich', 'Bern'].map((title) => ({ title, kind: 'event' })),
    );
    const order: Order = { sort: 'title', direction: 'asc' };
    expect(await titles({ kinds: ['event'] }, order)).toEqual(['apple', 'Árpád', 'Bern', 'zebra', 'Zürich']);
  });

  it('holds no more than a page, and counts no further than it says', async () => {
    const page = await listQueue(database.owner, me, { view: 'all', ...newest, limit: 1e9 });
    expect(page.items.length).toBeLessThanOrEqual(100);
    expect(page.total.more).toBe(false);
  });

  it('is closed to whoever may not read the desk, and to the public’s role', async () => {
    const query = { view: 'all', ...newest, limit: 1 } as const;
    await expect(listQueue(database.owner, null, query)).rejects.toMatchObject({ code: 'unauthenticated' });
    const reader: Caller = { userId: 'usr-me', role: 'reader' };
    await expect(listQueue(database.owner, reader, query)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(database.reader.$queryRaw`SELECT * FROM "DeskEntry"`).rejects.toThrow(/permission denied/);
    await expect(database.reader.$queryRaw`SELECT * FROM desk.entry`).rejects.toThrow(/permission denied/);
  });
});

const sown: fc.Arbitrary<SownRecord> = fc.record({
  kind: fc.constantFrom('issue', 'actor', 'statement'),
  title: fc.constantFrom('Árpád', 'apple', 'Олена', 'a', 'a '),
  state: fc.constantFrom('draft', 'in_review', 'live'),
  author: fc.constantFrom('usr-me', 'usr-other'),
  needed: fc.constantFrom(3, 4),
  cited: fc.constantFrom(0, 3),
  changedAt: fc.constantFrom('2024-01-01T00:00:00.000001Z', '2024-01-01T00:00:00.000002Z', '2024-01-02T00:00:00Z'),
});
const order = fc.record({ sort: fc.constantFrom(...sorts), direction: fc.constantFrom(...directions) });

describe('paging', () => {
  it('shows every record that nobody changes exactly once, in order, whatever others write meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sown, { minLength: 1, maxLength: 12 }),
        fc.array(fc.record({ victim: fc.nat(), become: sown }), { maxLength: 6 }),
        order,
        fc.integer({ min: 1, max: 4 }),
        async (records, changes, order, limit) => {
          const ids = await sowRecords(database.owner, records);
          const touched = new Set(changes.map(({ victim }) => ids[victim % ids.length]));
          const mine = new Set(ids);
          const seen: string[] = [];
          const waiting = [...changes];
          const all = { view: 'all', ...order } as const;
          const before = await everyId(all, mine);
          let after: string | null = null;
          do {
            const page = await listQueue(database.owner, me, { ...all, after, limit });
            seen.push(...page.items.map(({ id }) => id).filter((id) => mine.has(id)));
            after = page.next;
            const change = waiting.shift();
            if (change !== undefined) await disturb(ids[change.victim % ids.length] ?? '', change.become);
          } while (after !== null);
          expect(seen.filter((id) => !touched.has(id))).toEqual(before.filter((id) => !touched.has(id)));
        },
      ),
      { numRuns: 25 },
    );
  });

  /** The records of one run as one page shows them. Those of other runs lie between. */
  async function everyId(query: QueueFilter & Order, mine: ReadonlySet<string>): Promise<string[]> {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page = await listQueue(database.owner, me, { ...query, after, limit: 100 });
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    return ids.filter((id) => mine.has(id));
  }

  /** Changes all that a list can run by, and brings a newcomer in beside. */
  async function disturb(id: string, { kind, title, author, changedAt }: SownRecord): Promise<void> {
    const at = changedAt ?? '';
    await database.owner.$executeRaw`
      UPDATE "Revision" SET "title" = ${title ?? ''}, "fieldsCited" = 1 WHERE "recordId" = ${id}`;
    await database.owner.$executeRaw`
      UPDATE "Record" SET "updatedAt" = ${at}::timestamptz, "assigneeId" = ${author ?? null}, "dueOn" = '2024-02-03' WHERE "id" = ${id}`;
    await sowRecords(database.owner, [{ ...(kind && { kind }), title: 'A newcomer', changedAt: at }]);
  }
});

describe('a cursor', () => {
  const place: Record<Order['sort'], string[]> = {
    changed: ['2024-01-01 00:00:00.000001+00', 'act_x'],
    title: ['Олена “x”', 'act_x'],
    kind: ['actor', '2024-01-01 00:00:00+00', 'act_x'],
    state: ['1', '2024-01-01 00:00:00+00', 'act_x'],
    evidence: ['-1', '2024-01-01 00:00:00+00', 'act_x'],
    with: ['', '2024-01-01 00:00:00+00', 'act_x'],
    due: ['infinity', '2024-01-01 00:00:00+00', 'act_x'],
  };

  it('reads back what was written, for its own order only', () => {
    for (const sort of sorts) {
      for (const direction of directions) {
        const cursor = writeCursor({ sort, direction }, place[sort]);
        expect(readCursor({ sort, direction }, cursor)).toEqual(place[sort]);
        const other = sorts[(sorts.indexOf(sort) + 1) % sorts.length] ?? 'title';
        expect(() => readCursor({ sort: other, direction }, cursor)).toThrow(/cursor/);
        expect(() => readCursor({ sort, direction: direction === 'asc' ? 'desc' : 'asc' }, cursor)).toThrow(/cursor/);
      }
    }
  });

  it('is refused, and never put to the database, where somebody made it up', () => {
    fc.assert(
      fc.property(order, fc.anything(), (order, made) => {
        const cursor = Buffer.from(JSON.stringify(made) ?? '', 'utf8').toString('base64url');
        expect(() => readCursor(order, cursor)).toThrow(/cursor/);
      }),
    );
    const due: Order = { sort: 'due', direction: 'asc' };
    for (const bad of ['2024-02-30', '2024-13-01', "x'); DROP", '']) {
      expect(() => readCursor(due, writeCursor(due, [bad, '2024-01-01 00:00:00+00', 'act_x']))).toThrow(/cursor/);
    }
    for (const bad of ['2024-02-30 00:00:00+00', '2024-01-01 25:00:00+00', '2024-01-01']) {
      expect(() => readCursor(newest, writeCursor(newest, [bad, 'act_x']))).toThrow(/cursor/);
    }
    expect(() => readCursor(newest, 'not a cursor')).toThrow(/cursor/);
  });
});
