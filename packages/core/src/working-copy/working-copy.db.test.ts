import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { newId } from '@rapporteur/domain/ids';
import type { Caller } from '../policy';
import { createDraft } from '../record/create';
import { saveDraft } from '../record/save';
import { cite, programmeOf } from '../testing/programme';
import { mostTexts } from './bounds';
import { keepText, type KeepText } from './keep';
import { getWorkingCopy, myWorkingCopies } from './read';
import { discardWorkingCopy } from './spend';

const noor: NonNullable<Caller> = { userId: 'noor', role: 'contributor' };
const ines: NonNullable<Caller> = { userId: 'ines', role: 'editor' };

let database: TestDatabase;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  id = newId('programme');
});

const window = (clientId: string, sequence: number, seen: [string, number] | null = null) => ({
  clientId,
  sequence,
  seen: seen === null ? null : { clientId: seen[0], sequence: seen[1] },
});
const unfinished = (words: string, written = window('a', 1)): KeepText => ({
  id,
  kind: 'programme',
  slug: 'not A slug yet',
  baseRevision: null,
  baseVersion: null,
  content: { title: words, period: '20', provisions: [{ subject: '' }] },
  citations: [{ field: '/nowhere' }],
  note: null,
  change: null,
  written,
});
const keep = (input: KeepText, caller = noor) => keepText(database.owner, caller, input);
const mine = (caller = noor) => getWorkingCopy(database.owner, caller, id);
const titleKept = async (caller = noor) => ((await mine(caller))?.content as { title: string } | undefined)?.title;

async function draft() {
  const content = programmeOf(['training']);
  return createDraft(database.owner, ines, { kind: 'programme', slug: id.slice(4), content, citations: [], id });
}
const onDraft = (words: string, written = window('a', 1)): KeepText => ({
  ...unfinished(words, written),
  baseRevision: 1,
  baseVersion: 1,
});

describe('a text that is being typed', () => {
  test('is read with the version of its record at that same moment, whatever is saved in between', async () => {
    const made = await draft();
    await keep(onDraft('Mine'));
    const saves = database.owner.$extends({
      query: {
        record: {
          findMany: async ({ args, query }) => {
            await saveDraft(database.owner, noor, {
              id,
              expectedVersion: made.lockVersion,
              content: programmeOf(['training', 'advice']),
              citations: [],
              written: window('a', 1),
            });
            return query(args);
          },
        },
      },
    });
    // The same client, which does one thing more in the midst of the read.
    const read = await getWorkingCopy(saves as unknown as typeof database.owner, noor, id);
    expect(read).toMatchObject({ stale: false, currentVersion: 1 });
    expect(await mine()).toBeNull();
  });

  test('is refused once its writer has very many, and says what to do', async () => {
    const { owner } = database;
    await owner.$executeRaw`
      INSERT INTO "WorkingCopy" ("recordId", "userId", "kind", "slug", "content", "citations", "clientId", "sequence")
      SELECT 'many-' || n, 'busy', 'programme', '', '{}', '[]', 'a', 1 FROM generate_series(1, ${mostTexts}) AS n`;
    const busy = { userId: 'busy', role: 'contributor' } as const;
    await expect(keep(unfinished('One more'), busy)).rejects.toMatchObject({ code: 'limit_exceeded' });
    expect(await mine(busy)).toBeNull();
    await owner.workingCopy.deleteMany({ where: { recordId: 'many-1' } });
    expect(await keep(unfinished('One more'), busy)).toMatchObject({ kept: true });
  });

  test('is kept as it is, for its writer alone, also where no record exists yet', async () => {
    expect(await keep(unfinished('A new prog'))).toMatchObject({ kept: true, sequence: 1 });
    expect(await mine()).toMatchObject({
      slug: 'not A slug yet',
      title: 'A new prog',
      content: { period: '20', provisions: [{ subject: '' }] },
      citations: [{ field: '/nowhere' }],
      currentVersion: null,
      stale: false,
    });
    expect(await mine(ines)).toBeNull();
    expect(await database.owner.record.count({ where: { id } })).toBe(0);
  });

  test('is never replaced by an older one that comes late, in any order of arrival', async () => {
    const order = [3, 1, 4, 2, 9, 7, 8, 5, 6];
    await Promise.all(order.map((sequence) => keep(unfinished(`text ${sequence}`, window('a', sequence)))));
    expect(await titleKept()).toBe('text 9');
    expect(await keep(unfinished('late', window('a', 9)))).toMatchObject({ kept: false, sequence: 9 });
    expect(await titleKept()).toBe('text 9');
  });

  test('is not replaced by another window that has not seen it', async () => {
    await keep(unfinished('first window', window('a', 5)));
    expect(await keep(unfinished('second window', window('b', 6)))).toMatchObject({ kept: false, clientId: 'a' });
    expect(await titleKept()).toBe('first window');
    expect(await keep(unfinished('both', window('b', 6, ['a', 5])))).toMatchObject({ kept: true, clientId: 'b' });
    expect(await keep(unfinished('late', window('a', 6)))).toMatchObject({ kept: false });
    expect(await titleKept()).toBe('both');
  });

  test.each([
    ['a NUL', { title: 'a\0b' }, '/content/title'],
    ['half a character', { title: 'a\ud800b' }, '/content/title'],
    ['a NUL in a name', { 'a\0': 1 }, '/content/a\0'],
  ])('is refused with %s, naming the place', async (_what, content, path) => {
    await expect(keep({ ...unfinished(''), content })).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path }],
    });
    expect(await mine()).toBeNull();
  });

  test('is bounded in depth and size', async () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 10_000; level++) deep = [deep];
    await expect(keep({ ...unfinished(''), content: { deep } })).rejects.toMatchObject({ code: 'invalid_input' });
    const long = { text: 'é'.repeat(1_000_001) };
    await expect(keep({ ...unfinished(''), content: long })).rejects.toMatchObject({ code: 'limit_exceeded' });
    const wide = { many: Array.from({ length: 200_001 }, () => 0) };
    await expect(keep({ ...unfinished(''), content: wide })).rejects.toMatchObject({ code: 'limit_exceeded' });
  });

  test('belongs to a record of its kind, and to one that exists where it says so', async () => {
    await expect(keep({ ...unfinished(''), kind: 'actor' })).rejects.toMatchObject({ issues: [{ path: '/id' }] });
    await expect(keep(onDraft(''))).rejects.toMatchObject({ code: 'not_found' });
    await expect(keep({ ...unfinished(''), baseVersion: 1 })).rejects.toMatchObject({
      issues: [{ path: '/baseVersion' }],
    });
  });

  test('is spent by the save of the same window; a keep still under way comes too late', async () => {
    await draft();
    await keep(onDraft('typed', window('a', 1)), ines);
    await saveDraft(database.owner, ines, {
      id,
      expectedVersion: 1,
      content: programmeOf(['training', 'grain']),
      citations: [cite('/provisions/1', 'grain')],
      written: window('a', 3),
    });
    expect(await mine(ines)).toBeNull();
    expect(await keep(onDraft('under way', window('a', 2)), ines)).toMatchObject({ kept: false });
    expect(await mine(ines)).toBeNull();
    expect(await keep(onDraft('typed on', window('a', 4)), ines)).toMatchObject({ kept: true });
    expect(await mine(ines)).toMatchObject({ stale: true, currentVersion: 2 });
  });

  test('is left alone by the save of another window', async () => {
    await draft();
    await keep(onDraft('of the first window', window('a', 7)), ines);
    const content = programmeOf(['grain']);
    await saveDraft(database.owner, ines, { id, expectedVersion: 1, content, citations: [], written: window('b', 9) });
    expect(await titleKept(ines)).toBe('of the first window');
  });

  test('is not taken for the one that was seen where another window has counted as far', async () => {
    await draft();
    // The second window shows the first one's text; the first is saved, and a third begins and counts to the same.
    await keep(onDraft('first', window('a', 5)), ines);
    const content = programmeOf(['grain']);
    const save = (expectedVersion: number, written: ReturnType<typeof window>) =>
      saveDraft(database.owner, ines, { id, expectedVersion, content, citations: [], written });
    await save(1, window('a', 5));
    await keep(onDraft('third', window('c', 5)), ines);
    expect(await keep(onDraft('second', window('b', 6, ['a', 5])), ines)).toMatchObject({ kept: false, clientId: 'c' });
    await save(2, window('b', 6, ['a', 5]));
    expect(await titleKept(ines)).toBe('third');
    await save(3, window('b', 6, ['c', 5]));
    expect(await mine(ines)).toBeNull();
  });

  test('stays with whoever was too late to save', async () => {
    await draft();
    await keep(onDraft('typed', window('a', 1)));
    const save = (caller: Caller, subject: string) =>
      saveDraft(database.owner, caller, { id, expectedVersion: 1, content: programmeOf([subject]), citations: [] });
    await save(ines, 'grain');
    await expect(save(noor, 'mines')).rejects.toMatchObject({
      code: 'version_conflict',
      current: { lockVersion: 2, revisionNumber: 1 },
    });
    expect(await titleKept()).toBe('typed');
  });

  test('becomes a record under the id it was kept under', async () => {
    await keep(unfinished('typed', window('a', 4)));
    const content = programmeOf(['training']);
    const input = {
      kind: 'programme' as const,
      slug: id.slice(4),
      content,
      citations: [],
      id,
      written: window('a', 5),
    };
    expect(await createDraft(database.owner, noor, input)).toMatchObject({ id, lockVersion: 1 });
    expect(await mine()).toBeNull();
  });

  test('is discarded once, and a keep still under way does not bring it back', async () => {
    await keep(unfinished('typed', window('a', 4)));
    const discard = () => discardWorkingCopy(database.owner, noor, { id, kind: 'programme', written: window('a', 5) });
    expect(await discard()).toEqual({ discarded: true });
    expect(await discard()).toEqual({ discarded: false });
    expect(await keep(unfinished('under way', window('a', 5)))).toMatchObject({ kept: false });
    expect(await mine()).toBeNull();
  });

  test('is on record when it is begun and when it is given up, without its words', async () => {
    for (let sequence = 1; sequence < 5; sequence++) await keep(unfinished('SECRET', window('a', sequence)));
    await discardWorkingCopy(database.owner, noor, { id, kind: 'programme', written: null });
    const entries = await database.owner.auditEntry.findMany({ where: { detail: { path: ['id'], equals: id } } });
    expect(entries.map(({ action }) => action)).toEqual(['working_copy.keep', 'working_copy.discard']);
    expect(JSON.stringify(entries, (_, value: unknown) => (typeof value === 'bigint' ? null : value))).not.toContain(
      'SECRET',
    );
  });
});

describe('the list of what one has typed and not saved', () => {
  test('names each once, newest first, over any pages', async () => {
    const somebody: NonNullable<Caller> = { userId: 'somebody', role: 'contributor' };
    const ids: string[] = [];
    for (let index = 0; index < 7; index++) {
      id = newId('programme');
      ids.unshift(id);
      await keep(unfinished(`text ${index}`), somebody);
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await myWorkingCopies(database.owner, somebody, { after, limit: 3 });
      seen.push(...page.items.map((item) => item.id));
      after = page.next;
    } while (after !== null);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(await myWorkingCopies(database.owner, ines, { after: null, limit: 100 })).not.toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: ids[0] })]) as unknown,
    });
    await expect(myWorkingCopies(database.owner, somebody, { after: 'bm8', limit: 3 })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});
