import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { Caller } from '../policy';
import { createDraft } from '../record/create';
import { discard } from '../record/discard';
import { saveDraft } from '../record/save';
import { programmeOf } from '../testing/programme';
import { listComments, type ThreadState } from './read';
import { addComment, editComment, mostReplies, replyToComment, settleThread, type AddComment } from './write';

const ines: NonNullable<Caller> = { userId: 'ines', role: 'editor' };
const noor: NonNullable<Caller> = { userId: 'noor', role: 'contributor' };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.owner.user.create({ data: { id: 'ines', name: 'Ines', email: 'ines@example.org', role: 'editor' } });
});
afterAll(() => database.close());

let made = 0;
let id: string;
beforeEach(async () => {
  made += 1;
  const content = programmeOf(['training of officers', 'supply of grain']);
  ({ id } = await createDraft(database.owner, ines, { kind: 'programme', slug: `p-${made}`, content, citations: [] }));
});

const add = (more: Partial<AddComment> = {}, caller: Caller = noor) =>
  addComment(database.owner, caller, { id, field: null, quote: null, body: 'Is this so?', ...more });
const threads = async (state: ThreadState = 'all') =>
  (await listComments(database.owner, ines, { id, state, after: null, limit: 50 })).items;
const places = async () => (await threads()).map(({ place, currentField }) => [place, currentField]);
const save = (expectedVersion: number, subjects: string[], more: object = {}) =>
  saveDraft(database.owner, ines, { id, expectedVersion, content: programmeOf(subjects, more), citations: [] });

describe('a comment', () => {
  test('stands on a record, a field or words of a field', async () => {
    await add();
    await add({ field: '/provisions/1/subject' });
    await add({ field: '/summary', quote: { exact: 'a programme', prefix: 'agreed on ', suffix: '' } }, ines);
    expect(await threads()).toMatchObject([
      { place: 'record', field: null, author: { id: 'noor' }, editable: false },
      { place: 'field', field: '/provisions/1/subject', revisionNumber: 1 },
      { place: 'field', quote: { exact: 'a programme' }, author: { name: 'Ines' }, editable: true },
    ]);
  });

  test.each([
    [{ field: '/provisions/7' }, '/field'],
    [{ field: '/summary', quote: { exact: 'nowhere', prefix: '', suffix: '' } }, '/quote'],
    [{ field: '/provisions', quote: { exact: 'grain', prefix: '', suffix: '' } }, '/quote'],
    [{ quote: { exact: 'grain', prefix: '', suffix: '' } }, '/quote'],
    [{ body: ' ' }, '/body'],
    [{ body: 'a\0b' }, '/body'],
  ])('is refused without a place or words: %j', async (more, path) => {
    await expect(add(more)).rejects.toMatchObject({ code: 'invalid_input', issues: [{ path }] });
    expect(await threads()).toEqual([]);
  });

  test('is refused on a record or a revision that is not there', async () => {
    await expect(add({ revisionNumber: 2 })).rejects.toMatchObject({ code: 'not_found' });
    await expect(add({ id: id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('follows its field through edits, and through revisions', async () => {
    await add({ field: '/provisions/1/subject' });
    await save(1, ['clearing of mines', 'training of officers', 'supply of grain']);
    expect(await places()).toEqual([['field', '/provisions/2/subject']]);
    await discard(database.owner, ines, { id, expectedVersion: 2 });
    await save(3, ['supply of grain', 'training of officers']);
    expect(await places()).toEqual([['field', '/provisions/0/subject']]);
    await save(4, ['training of officers']);
    expect(await places()).toEqual([['earlier', null]]);
    expect((await threads())[0]).toMatchObject({ revisionNumber: 1, field: '/provisions/1/subject' });
  });

  test('is about an earlier version once its words are gone', async () => {
    await add({ field: '/summary', quote: { exact: 'coming year', prefix: '', suffix: '' } });
    await save(1, [], { summary: 'They agreed on a programme for 2024.' });
    expect(await places()).toEqual([['earlier', null]]);
    await save(2, [], { summary: 'They agreed on it for the coming year.' });
    expect(await places()).toEqual([['field', '/summary']]);
  });

  test('made on an older revision stands where its field is now', async () => {
    await discard(database.owner, ines, { id, expectedVersion: 1 });
    await save(2, ['clearing of mines', 'supply of grain']);
    await add({ revisionNumber: 1, field: '/provisions/1/subject' });
    await add({ revisionNumber: 1, field: '/provisions/0/subject' });
    expect(await places()).toEqual([
      ['field', '/provisions/1/subject'],
      ['field', '/provisions/0/subject'],
    ]);
  });

  test('is changed by its writer only, and for an hour only', async () => {
    const { id: commentId } = await add();
    const edit = (caller: Caller) => editComment(database.owner, caller, { commentId, body: 'Is this really so?' });
    await expect(edit(ines)).rejects.toMatchObject({ code: 'forbidden' });
    await edit(noor);
    expect((await threads())[0]).toMatchObject({ body: 'Is this really so?', editedAt: expect.any(String) as unknown });
    const { id: old } = await database.owner.comment.create({
      data: {
        recordId: id,
        revisionNumber: 1,
        body: 'Old',
        authorId: 'noor',
        createdAt: new Date(Date.now() - 3_700_000),
      },
    });
    await expect(editComment(database.owner, noor, { commentId: old, body: 'New' })).rejects.toMatchObject({
      code: 'state_conflict',
    });
    await expect(
      database.owner.$executeRaw`UPDATE "Comment" SET "authorId" = 'ines' WHERE "id" = ${old}`,
    ).rejects.toThrow(/stays where it was made/);
    await expect(database.owner.comment.deleteMany({})).rejects.toThrow(/append-only/);
  });

  test('is on record without its words', async () => {
    const { id: threadId } = await add({ body: 'SECRET' });
    await replyToComment(database.owner, ines, { threadId, body: 'SECRET' });
    await editComment(database.owner, noor, { commentId: threadId, body: 'SECRET too' });
    await settleThread(database.owner, ines, { threadId, resolved: true });
    await settleThread(database.owner, ines, { threadId, resolved: true });
    const entries = await database.owner.auditEntry.findMany({
      where: { recordId: id, action: { startsWith: 'comment' } },
      orderBy: { id: 'asc' },
    });
    expect(entries.map(({ action }) => action)).toEqual([
      'comment.add',
      'comment.reply',
      'comment.edit',
      'comment.resolve',
    ]);
    expect(entries.map(({ detail }) => JSON.stringify(detail)).join()).not.toContain('SECRET');
  });
});

describe('a thread', () => {
  test('is settled, opened again by hand or by an answer, and listed by that', async () => {
    const { id: threadId } = await add();
    await replyToComment(database.owner, ines, { threadId, body: 'Yes.' });
    await settleThread(database.owner, ines, { threadId, resolved: true });
    expect(await threads('open')).toEqual([]);
    expect(await threads('resolved')).toMatchObject([{ resolvedBy: { name: 'Ines' }, replies: [{ body: 'Yes.' }] }]);
    await settleThread(database.owner, noor, { threadId, resolved: false });
    expect(await threads('open')).toHaveLength(1);
    await settleThread(database.owner, ines, { threadId, resolved: true });
    await replyToComment(database.owner, noor, { threadId, body: 'I doubt it.' });
    expect(await threads('open')).toMatchObject([{ replies: [{ body: 'Yes.' }, { body: 'I doubt it.' }] }]);
  });

  test('takes answers to itself, not to an answer, and not without end', async () => {
    const { id: threadId } = await add();
    const reply = await replyToComment(database.owner, ines, { threadId, body: 'Yes.' });
    const refused = { code: 'not_found' };
    await expect(replyToComment(database.owner, ines, { threadId: reply.id, body: 'x' })).rejects.toMatchObject(
      refused,
    );
    await expect(settleThread(database.owner, ines, { threadId: reply.id, resolved: true })).rejects.toMatchObject(
      refused,
    );
    await database.owner.comment.createMany({
      data: Array.from({ length: mostReplies - 1 }, () => ({
        recordId: id,
        threadId,
        revisionNumber: 1,
        body: 'x',
        authorId: 'noor',
      })),
    });
    await expect(replyToComment(database.owner, ines, { threadId, body: 'One more' })).rejects.toMatchObject({
      code: 'limit_exceeded',
    });
  });

  test('belongs to one record, whoever writes the row', async () => {
    const { id: threadId } = await add();
    const other = await createDraft(database.owner, ines, {
      kind: 'programme',
      slug: `other-${made}`,
      content: programmeOf([]),
      citations: [],
    });
    await expect(
      database.owner.comment.create({
        data: { recordId: other.id, threadId, revisionNumber: 1, body: 'x', authorId: 'noor' },
      }),
    ).rejects.toThrow(/thread of the same record/);
  });

  test('is listed once over any pages', async () => {
    const made = [];
    for (let index = 0; index < 5; index++) made.push((await add({ body: `Remark ${index}` })).id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listComments(database.owner, ines, { id, state: 'all', after, limit: 2 });
      seen.push(...page.items.map((thread) => thread.id));
      after = page.next;
    } while (after !== null);
    expect(seen.toSorted()).toEqual(made.toSorted());
  });
});
