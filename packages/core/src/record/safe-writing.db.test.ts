import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import { VersionConflict } from '@rapporteur/domain/errors';
import { addComment } from '../comment/write';
import type { Caller } from '../policy';
import { programmeOf, subjectsOf } from '../testing/programme';
import { getWorkingCopy } from '../working-copy/read';
import { keepText } from '../working-copy/keep';
import { createDraft } from './create';
import { currentText, getForDesk } from './desk-record';
import { discard } from './discard';
import { restoreRevision } from './restore';
import { saveDraft } from './save';

const ines: NonNullable<Caller> = { userId: 'ines', role: 'editor' };
const people = Array.from({ length: 50 }, (_, index): NonNullable<Caller> => ({ userId: `p${index}`, role: 'editor' }));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

let made = 0;
let id: string;
beforeEach(async () => {
  made += 1;
  const content = programmeOf(['training']);
  ({ id } = await createDraft(database.owner, ines, { kind: 'programme', slug: `p-${made}`, content, citations: [] }));
});
const save = (caller: Caller, expectedVersion: number, subjects: string[], more: object = {}) =>
  saveDraft(database.owner, caller, { id, expectedVersion, content: programmeOf(subjects), citations: [], ...more });
const numbers = async () =>
  (await database.owner.revision.findMany({ where: { recordId: id }, orderBy: { number: 'asc' } })).map(
    ({ number }) => number,
  );

describe('fifty people who save from one version', () => {
  test('one wins; the others are told where the record is, and keep what they typed', async () => {
    for (const [index, person] of people.entries()) {
      await keepText(database.owner, person, {
        id,
        kind: 'programme',
        slug: '',
        baseRevision: 1,
        baseVersion: 1,
        content: programmeOf([`subject ${index}`]),
        citations: [],
        note: null,
        change: null,
        written: { clientId: 'a', sequence: 1, seen: null },
      });
    }
    const results = await Promise.allSettled(people.map((person, index) => save(person, 1, [`subject ${index}`])));
    const won = results.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
    expect(won).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      expect(result.reason).toBeInstanceOf(VersionConflict);
      expect(result.reason).toMatchObject({ current: { lockVersion: 2, revisionNumber: 1 } });
    }
    for (const [index, person] of people.entries()) {
      const kept = await getWorkingCopy(database.owner, person, id);
      if (won.includes(index)) expect(kept).toBeNull();
      else expect(subjectsOf(kept?.content)).toEqual([`subject ${index}`]);
    }
    const now = await currentText(database.owner, ines, { id, baseRevision: 1, baseVersion: 1 });
    expect(subjectsOf(now.content)).toEqual([`subject ${won[0]}`]);
    expect(subjectsOf(now.base?.content)).toEqual(['training']);
    expect(now.savedBy.id).toBe(people[won[0] ?? 0]?.userId);
    expect(await numbers()).toEqual([1]);
  });

  test('would be noticed to have several winners where the version is not held while it is looked at', async () => {
    const several = people.slice(0, 4);
    let looked = 0;
    let go = () => {};
    const everybody = new Promise<void>((resolve) => (go = resolve));
    const careless = () =>
      transaction(database.owner, async (tx) => {
        const { lockVersion } = await tx.record.findUniqueOrThrow({ where: { id } });
        if (lockVersion !== 1) throw new VersionConflict('late', { lockVersion, revisionNumber: 1 });
        looked += 1;
        if (looked === several.length) go();
        await everybody;
        await tx.record.update({ where: { id }, data: { lockVersion: { increment: 1 } } });
      });
    const results = await Promise.allSettled(several.map(careless));
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(1);
  });

  test('a restore against edits: one wins, and the numbers have no gap', async () => {
    await discard(database.owner, ines, { id, expectedVersion: 1 });
    const results = await Promise.allSettled([
      ...people.slice(0, 10).map((person, index) => save(person, 2, [`subject ${index}`])),
      ...people
        .slice(10, 20)
        .map((person) => restoreRevision(database.owner, person, { id, expectedVersion: 2, number: 1 })),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await numbers()).toEqual([1, 2]);
  });
});

describe('a reading between whose questions somebody saves', () => {
  /** A client that lets somebody else save as soon as it has answered which version the record is at. */
  const interrupted = (): PrismaClient => {
    let saved = false;
    return database.owner.$extends({
      query: {
        record: {
          async findUnique({ args, query }) {
            const record = await query(args);
            if (!saved) await save(people[0] ?? null, 1, ['training', 'grain']);
            saved = true;
            return record;
          },
        },
      },
    }) as unknown as PrismaClient;
  };
  const stands = { 1: ['training'], 2: ['training', 'grain'] } as Record<number, string[]>;

  test('answers the text that belongs to the version it names', async () => {
    const { record, shown } = await getForDesk(interrupted(), ines, { id });
    expect(subjectsOf(shown.content)).toEqual(stands[record.lockVersion]);
    expect((await getForDesk(database.owner, ines, { id })).record.lockVersion).toBe(2);
  });

  test('gives whoever merges the text of the version that they will save over', async () => {
    const now = await currentText(interrupted(), ines, { id, baseRevision: 1, baseVersion: 1 });
    expect(subjectsOf(now.content)).toEqual(stands[now.lockVersion]);
    expect(subjectsOf(now.base?.content)).toEqual(stands[1]);
    expect((await getForDesk(database.owner, ines, { id })).record.lockVersion).toBe(2);
  });
});

describe('the text that a save replaces', () => {
  test('stays readable as it was at every version', async () => {
    await save(ines, 1, ['training', 'grain']);
    await save(ines, 2, ['training', 'grain']);
    await save(ines, 3, ['mines']);
    const at = async (baseVersion: number | null) =>
      subjectsOf((await currentText(database.owner, ines, { id, baseRevision: 1, baseVersion })).base?.content);
    expect([await at(1), await at(2), await at(3), await at(4)]).toEqual([
      ['training'],
      ['training', 'grain'],
      ['training', 'grain'],
      ['mines'],
    ]);
    // A save that changes nothing replaces nothing.
    expect(await database.owner.earlierText.count({ where: { recordId: id } })).toBe(2);
    await expect(database.owner.earlierText.deleteMany({})).rejects.toThrow(/append-only/);
  });
});

describe('a request that is sent again', () => {
  const key = () => `key-${made}-${Math.random().toString(36).slice(2)}`;
  const newRecord = (slug: string, idempotencyKey?: string, caller: Caller = ines) =>
    createDraft(database.owner, caller, {
      kind: 'programme',
      slug,
      content: programmeOf(['training']),
      citations: [],
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });

  test('has one effect and one answer, fifty times at once and once more', async () => {
    const same = key();
    const answers = await Promise.all(people.map(() => newRecord(`once-${made}`, same)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await newRecord(`once-${made}`, same)).toEqual(answers[0]);
    expect(await database.owner.record.count({ where: { slug: `once-${made}` } })).toBe(1);
    expect(
      await database.owner.auditEntry.count({ where: { recordId: answers[0]?.id ?? '', action: 'record.create' } }),
    ).toBe(1);
  });

  test('is refused under the same key with another body or for another purpose, and keys are each user’s own', async () => {
    const same = key();
    await newRecord(`body-${made}`, same);
    const refused = { code: 'invalid_input', issues: [{ path: '/idempotencyKey' }] };
    await expect(newRecord(`other-${made}`, same)).rejects.toMatchObject(refused);
    await expect(
      addComment(database.owner, ines, { id, field: null, quote: null, body: 'A remark.', idempotencyKey: same }),
    ).rejects.toMatchObject(refused);
    expect(await newRecord(`another-${made}`, same, people[0])).toMatchObject({ lockVersion: 1 });
  });

  test('without a key is a request of its own: a double click makes one record, and says why not two', async () => {
    const both = await Promise.allSettled([newRecord(`double-${made}`), newRecord(`double-${made}`)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'state_conflict' });
  });

  test('was refused and may be mended under its key; a save repeated is the same save', async () => {
    const same = key();
    await expect(save(ines, 9, ['grain'], { idempotencyKey: same })).rejects.toMatchObject({
      code: 'version_conflict',
    });
    const saved = await save(ines, 1, ['grain'], { idempotencyKey: same });
    expect(await save(ines, 1, ['grain'], { idempotencyKey: same })).toEqual(saved);
    expect(await database.owner.record.findUniqueOrThrow({ where: { id } })).toMatchObject({ lockVersion: 2 });
  });

  test('is the same save from a later counter of its window, and spends what was kept in between', async () => {
    const same = key();
    const written = (sequence: number) => ({ clientId: 'a', sequence, seen: null });
    const first = await save(ines, 1, ['grain'], { idempotencyKey: same, written: written(1) });
    // The answer was lost; the window goes on keeping what it believes is not saved.
    await keepText(database.owner, ines, {
      id,
      kind: 'programme',
      slug: '',
      baseRevision: 1,
      baseVersion: 1,
      content: programmeOf(['grain']),
      citations: [],
      note: null,
      change: null,
      written: written(2),
    });
    expect(await save(ines, 1, ['grain'], { idempotencyKey: same, written: written(3) })).toEqual(first);
    expect(await getWorkingCopy(database.owner, ines, id)).toBeNull();
  });

  test('is forgotten after a day', async () => {
    const [old, fresh] = [key(), key()];
    await newRecord(`old-${made}`, old);
    await database.owner
      .$executeRaw`UPDATE "IdempotencyKey" SET "createdAt" = now() - interval '25 hours' WHERE "key" = ${old}`;
    await expect(newRecord(`old-${made}`, old)).rejects.toMatchObject({ code: 'state_conflict' });
    await newRecord(`fresh-${made}`, fresh);
    expect(await database.owner.idempotencyKey.count({ where: { key: { in: [old, fresh] } } })).toBe(1);
  });
});
