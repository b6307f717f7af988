import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importBundle } from '../bundle/import';
import type { Caller } from '../policy';
import { createDraft } from '../record/create';
import { discard } from '../record/discard';
import { beginPublication, publish } from '../record/publish';
import { approve, requestChanges } from '../record/review';
import { saveDraft } from '../record/save';
import { submit } from '../record/submit';
import { withdraw } from '../record/withdraw';
import { verifyDesk } from '../verify/desk';
import { gather } from '../verify/finding';

const author: Caller = { userId: 'usr-author', role: 'editor' };
const reviewer: Caller = { userId: 'usr-reviewer', role: 'publisher' };
const quote = 'Ruritania refuses to sell bees.';
const source = {
  title: 'A report',
  form: 'article',
  publisher: null,
  author: null,
  language: 'en',
  published: '2023-11-29',
  address: null,
  archivedAddress: null,
  rights: 'full',
  licence: null,
  note: null,
  versions: [{ text: quote, fetched: '2023-11-29T21:40:00Z' }],
};
const issue = { question: 'Will Ruritania sell bees?', shortTitle: 'Bees', description: null, programmes: [] };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const { owner } = database;
  await owner.user.create({ data: { id: 'usr-author', name: 'Ines', email: 'ines@example.org', role: 'editor' } });
  const lines = [
    { bundle: 1 },
    { type: 'record', kind: 'source', slug: 'report', content: source, citations: [] },
    {
      type: 'record',
      kind: 'issue',
      slug: 'bees',
      content: issue,
      citations: [{ field: '/question', role: 'supports', source: 'sources/report', quote }],
    },
  ];
  await importBundle(owner, lines.map((line) => JSON.stringify(line)).join('\n'), { importer: author, reviewer });
});
afterAll(() => database.close());

const entryOf = (recordId: string) => database.owner.deskEntry.findUniqueOrThrow({ where: { recordId } });
const bees = () => database.owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'issue', slug: 'bees' } } });
const asListed = async () => expect(await gather(verifyDesk(database.owner))).toEqual([]);

it('follows every command', async () => {
  const { owner } = database;
  const at = (record: { id: string; lockVersion: number }) => ({ id: record.id, expectedVersion: record.lockVersion });
  await asListed();

  const made = await createDraft(owner, author, { kind: 'issue', slug: 'honey', content: issue, citations: [] });
  await asListed();
  expect(await entryOf(made.id)).toMatchObject({
    state: 'draft',
    withName: 'Ines',
    fieldsNeeded: 1,
    fieldsCited: 0,
    fieldsMissing: 1,
    search: `bees honey ${made.id}`,
    live: false,
  });
  const { revisions } = await owner.record.findUniqueOrThrow({
    where: { id: (await bees()).id },
    include: { revisions: true },
  });
  const citations = revisions[0]?.citations;
  const saved = await saveDraft(owner, author, { ...at(made), content: { ...issue, shortTitle: 'Honey' }, citations });
  await asListed();
  expect(await entryOf(made.id)).toMatchObject({ title: 'Honey', fieldsCited: 1, fieldsMissing: 0 });

  const sent = await submit(owner, author, at(saved));
  await asListed();
  expect(await entryOf(made.id)).toMatchObject({ state: 'in_review', withId: null, withName: '' });
  const back = await requestChanges(owner, reviewer, { ...at(sent), comment: 'Say whose bees.' });
  await asListed();
  expect(await entryOf(made.id)).toMatchObject({ state: 'draft', decision: 'changes_requested' });
  const again = await submit(owner, author, at(back));
  const approved = await approve(owner, reviewer, at(again));
  const published = await publish(owner, reviewer, at(approved));
  await asListed();
  expect(await entryOf(made.id)).toMatchObject({ state: 'live', live: true, revisionNumber: 1 });

  const changed = await saveDraft(owner, author, { ...at(published), content: issue, citations });
  expect(await entryOf(made.id)).toMatchObject({ state: 'draft', live: true, revisionNumber: 2 });
  const given = await discard(owner, reviewer, at(changed));
  await asListed();
  expect(await entryOf(made.id)).toMatchObject({ state: 'live', live: true, revisionNumber: 1 });
  await withdraw(owner, reviewer, { ...at(given), reason: 'No such question.' });
  await asListed();
  expect(await entryOf(made.id)).toMatchObject({ state: 'withdrawn', live: false });
});

it('follows whose work a record is, and what a person is called', async () => {
  const { owner } = database;
  const { id } = await bees();
  await owner.record.update({ where: { id }, data: { assigneeId: 'usr-author', dueOn: new Date('2024-02-03') } });
  await owner.user.update({ where: { id: 'usr-author' }, data: { name: 'Inés' } });
  await asListed();
  expect(await entryOf(id)).toMatchObject({ assigneeId: 'usr-author', withName: 'Inés' });
});

it('follows what is held back until an instant: by a schedule, by an embargo', async () => {
  const { owner } = database;
  const { id } = await bees();
  const instant = new Date('2999-01-01T09:00:00Z');
  const zoned = { local: '2999-01-01T09:00', zone: 'Europe/Brussels' };
  const { id: releaseId } = await owner.release.create({
    data: {
      name: null,
      state: 'scheduled',
      at: instant,
      ...zoned,
      scheduledById: 'usr-author',
      createdById: 'usr-author',
    },
  });
  await owner.releaseItem.create({ data: { releaseId, recordId: id, addedById: 'usr-author' } });
  await asListed();
  expect((await entryOf(id)).scheduledFor).toEqual(instant);
  const later = new Date('2999-01-02T09:00:00Z');
  await owner.release.update({ where: { id: releaseId }, data: { at: later } });
  await asListed();
  expect((await entryOf(id)).scheduledFor).toEqual(later);
  await owner.release.update({ where: { id: releaseId }, data: { state: 'cancelled' } });
  await owner.embargo.create({ data: { recordId: id, until: instant, ...zoned, setById: 'usr-author' } });
  await asListed();
  expect(await entryOf(id)).toMatchObject({ scheduledFor: null, embargoedUntil: instant });
  await owner.embargo.delete({ where: { recordId: id } });
  await asListed();
  expect((await entryOf(id)).embargoedUntil).toBeNull();
});

it('counts the passages that no longer fit, of what cites them and of the source they were taken from', async () => {
  const { owner } = database;
  await transaction(owner, async (tx) => {
    await beginPublication(tx);
    await tx.passage.updateMany({ data: { state: 'changed' } });
  });
  await asListed();
  const { id } = await bees();
  const report = await owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'source', slug: 'report' } } });
  for (const recordId of [id, report.id]) {
    expect(await entryOf(recordId)).toMatchObject({ drift: 1, passagesChanged: 1, passagesGone: 0 });
  }
});

it('is found by verify where something wrote behind the program’s back', async () => {
  const { owner } = database;
  const { id } = await bees();
  await owner.deskEntry.update({ where: { recordId: id }, data: { title: 'Wasps' } });
  await owner.revision.updateMany({ where: { recordId: id }, data: { fieldsCited: 0 } });
  const found = await gather(verifyDesk(owner));
  expect(found.map(({ what }) => what)).toEqual([
    'the desk does not list it as it is',
    'revision 1: 1 of 1 fields have a passage, the desk lists 0 of 1',
  ]);
  expect(found.every(({ record }) => record === id)).toBe(true);
});

// A later migration that replaces the function would lose this without a word, and every save would be planned anew.
it('is refreshed by a plan that is kept, and that needs no table to be small', async () => {
  const [refresh] = await database.owner.$queryRaw<{ settings: string[] | null }[]>`
    SELECT proconfig AS settings FROM pg_proc WHERE oid = 'desk.refresh(text[])'::regprocedure`;
  expect(refresh?.settings?.toSorted()).toEqual(['enable_seqscan=off', 'plan_cache_mode=force_generic_plan']);
});
