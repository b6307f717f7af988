import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { Caller } from '../policy';
import { approvedSource } from '../testing/desk';
import { cite, programmeOf, subjectsOf } from '../testing/programme';
import { importBundle } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { compareRevisions } from './compare';
import { storeSourceText } from '../source/store';
import { createDraft } from './create';
import { getForDesk } from './desk-record';
import { listRevisions } from './desk-revisions';
import { discard } from './discard';
import { diffRevisions } from './history';
import { renameRecord, suggestSlug } from './rename';
import { approve, requestChanges } from './review';
import { submit } from './submit';
import { restoreRevision } from './restore';
import { saveDraft } from './save';

const ines: NonNullable<Caller> = { userId: 'ines', role: 'editor' };

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

describe('the revisions of a record', () => {
  /** Each round is a revision that was given up: numbers go on, and nothing needs a reviewer. */
  async function revisions(count: number): Promise<void> {
    for (let number = 1; number < count; number++) {
      const { lockVersion } = await database.owner.record.findUniqueOrThrow({ where: { id } });
      await discard(database.owner, ines, { id, expectedVersion: lockVersion });
      await save(ines, lockVersion + 1, [`subject ${number + 1}`]);
    }
  }

  test('come in pages without their texts; one text comes with the record', async () => {
    await revisions(57);
    const record = await getForDesk(database.owner, ines, { id });
    expect(record.revisions.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, index) => 57 - index));
    expect(record.moreRevisions).toBe(8);
    expect(Object.keys(record.revisions[0] ?? {})).not.toContain('content');
    expect(subjectsOf(record.shown.content)).toEqual(['subject 57']);
    const older = await listRevisions(database.owner, ines, { id, before: 8, limit: 50 });
    expect(older).toMatchObject({ next: null });
    expect(older.items.map(({ number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    const first = await getForDesk(database.owner, ines, { id, number: 1 });
    expect(subjectsOf(first.shown.content)).toEqual(['training']);
    // What is missing is missing in the newest, whichever is shown.
    expect(first.missingEvidence).toEqual(['/summary', '/status', '/provisions/0/scope']);
    await expect(getForDesk(database.owner, ines, { id, number: 99 })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('are compared in any state, citations and names included', async () => {
    const actor = await createDraft(database.owner, ines, {
      kind: 'actor',
      slug: `actor-${made}`,
      content: {
        type: 'state',
        names: [{ text: 'Ruritania', language: 'en', use: 'preferred' }],
        description: null,
        identifiers: [],
        memberships: [],
        offices: [],
      },
      citations: [],
    });
    await discard(database.owner, ines, { id, expectedVersion: 1 });
    await saveDraft(database.owner, ines, {
      id,
      expectedVersion: 2,
      content: programmeOf(['training'], { parties: [actor.id] }),
      citations: [cite('/summary', 'a programme')],
    });
    const { from, to, changes, links } = await compareRevisions(database.owner, ines, { id, from: 1, to: 2 });
    expect([from.state, to.state]).toEqual(['discarded', 'draft']);
    expect(changes.map(({ path, kind }) => `${kind} ${path}`)).toEqual(['added /parties/0', 'added /citations/0']);
    expect(links[actor.id]).toMatchObject({ kind: 'actor', title: 'Ruritania' });
    await expect(compareRevisions(database.owner, ines, { id, from: 1, to: 9 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('that were given up are none of what readers compare: the one before is the one that was public', async () => {
    const { reader, owner } = database;
    const people = await samplePeople(owner);
    const named = (text: string, change?: { change: 'correct'; note: string }) => ({
      ...sampleState('gapped'),
      ...change,
      content: { ...sampleState().content, names: [{ text, language: 'en', use: 'preferred' }] },
    });
    await importBundle(owner, bundleOf(sampleSource, named('First name')), people);
    const { id: gapped, lockVersion } = await owner.record.findFirstOrThrow({ where: { slug: 'gapped' } });
    const { content } = await owner.revision.findFirstOrThrow({ where: { recordId: gapped } });
    const draft = await saveDraft(owner, ines, { id: gapped, expectedVersion: lockVersion, content, citations: [] });
    await discard(owner, ines, { id: gapped, expectedVersion: draft.lockVersion });
    await importBundle(
      owner,
      bundleOf(sampleSource, named('Third name', { change: 'correct', note: 'Wrong.' })),
      people,
    );
    const diff = await diffRevisions(reader, gapped, null, 3);
    expect([diff?.from.revisionNumber, diff?.to.revisionNumber]).toEqual([1, 3]);
    expect(diff?.changes.map(({ path }) => path)).toEqual(['/names/0/text']);
    expect(await diffRevisions(reader, gapped, 2, 3)).toBeNull();
    expect((await diffRevisions(reader, gapped, null, 1))?.changes).toEqual([]);
  });

  test('come back with their citations', async () => {
    const citations = [cite('/provisions/0/scope', 'training'), cite('/summary', 'a programme')];
    await save(ines, 1, ['training'], { citations });
    await discard(database.owner, ines, { id, expectedVersion: 2 });
    await save(ines, 3, ['grain']);
    await discard(database.owner, ines, { id, expectedVersion: 4 });
    await restoreRevision(database.owner, ines, { id, expectedVersion: 5, number: 1 });
    const { shown } = await getForDesk(database.owner, ines, { id });
    expect(shown).toMatchObject({ number: 3, state: 'draft', citations });
  });
});

describe('an address', () => {
  test('is reviewed with the text: it stays meanwhile, and whoever gave it does not approve it', async () => {
    const { owner } = database;
    const people = { importer: ines, reviewer: { userId: 'pavo', role: 'publisher' } as const };
    await storeSourceText(owner, ines, 'Words of a source.');
    const ready = await approvedSource(owner, people, 'sober-address');
    const other = { id: ready.id, expectedVersion: ready.lockVersion, slug: 'another-address' };
    await expect(renameRecord(owner, people.importer, other)).rejects.toMatchObject({ code: 'state_conflict' });
    const planted = `UPDATE "Record" SET "slug" = 'another-address' WHERE "id" = '${ready.id}'`;
    await expect(owner.$executeRawUnsafe(planted)).rejects.toThrow(/only while the revision is a draft/);
    const back = await requestChanges(owner, people.reviewer, { id: ready.id, expectedVersion: ready.lockVersion });
    const named = await renameRecord(owner, people.reviewer, { ...other, expectedVersion: back.lockVersion });
    const handed = await submit(owner, people.importer, { id: ready.id, expectedVersion: named.lockVersion });
    const own = { id: ready.id, expectedVersion: handed.lockVersion };
    await expect(approve(owner, people.reviewer, own)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('changes as long as the record was never public', async () => {
    const renamed = await renameRecord(database.owner, ines, { id, expectedVersion: 1, slug: `renamed-${made}` });
    expect(renamed).toMatchObject({ slug: `renamed-${made}`, lockVersion: 2, revisionNumber: 1 });
    await expect(renameRecord(database.owner, ines, { id, expectedVersion: 2, slug: 'p-1' })).rejects.toMatchObject({
      issues: [{ path: '/slug', message: 'is taken' }],
    });
    await expect(renameRecord(database.owner, ines, { id, expectedVersion: 2, slug: 'A b' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  test('is suggested from the title, and numbered where it is taken', async () => {
    const suggest = (title: string) => suggestSlug(database.owner, ines, { kind: 'programme', title });
    expect(await suggest(`Київ ${made}`)).toEqual({ slug: `kyiv-${made}`, address: `/programmes/kyiv-${made}` });
    expect(await suggest('P 1')).toMatchObject({ slug: 'p-1-2' });
    expect(await suggest('!?')).toEqual({ slug: null, address: null });
  });
});
