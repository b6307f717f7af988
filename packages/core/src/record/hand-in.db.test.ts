import { withConnection } from '@rapporteur/db/migrate';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBundle } from '../bundle/import';
import { bundleOf, sampleMeeting, sampleSource, sampleState } from '../bundle/sample';
import type { Change } from './change';
import { createDraft } from './create';
import { discard } from './discard';
import { mergeRecords } from './merge';
import { publish } from './publish';
import { renameRecord } from './rename';
import { restoreRevision } from './restore';
import { approve } from './review';
import { saveDraft } from './save';
import { setChange } from './set-change';
import { submit } from './submit';
import { verify } from '../verify';

// What is refused when a draft is handed in, before a second person has worked on it; and the address that a draft has.

const author = { userId: 'usr-author', role: 'editor' } as const;
const reviewer = { userId: 'usr-reviewer', role: 'publisher' } as const;

let database: TestDatabase;
let citations: unknown;
beforeAll(async () => {
  database = await testDatabase();
  const people = { importer: author, reviewer };
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleState('otherland')), people);
  ({ citations } = await liveOf('sampleland'));
});
afterAll(() => database.close());

const { content } = sampleState();
const named = (text: string) => ({ ...content, names: [{ text, language: 'en', use: 'preferred' }] });

async function liveOf(slug: string) {
  const record = await database.owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'actor', slug } } });
  const live = await database.owner.revision.findFirstOrThrow({ where: { recordId: record.id, state: 'live' } });
  return { id: record.id, expectedVersion: record.lockVersion, citations: live.citations };
}

async function changed(slug: string, told: { change?: Change; note?: string | null }) {
  const { id, expectedVersion } = await liveOf(slug);
  return saveDraft(database.owner, author, { id, expectedVersion, content: named('Sampleland'), citations, ...told });
}

const handIn = ({ id, lockVersion }: { id: string; lockVersion: number }) =>
  submit(database.owner, author, { id, expectedVersion: lockVersion });

const giveUp = ({ id, lockVersion }: { id: string; lockVersion: number }) =>
  discard(database.owner, author, { id, expectedVersion: lockVersion });

async function everything(): Promise<string> {
  const { owner } = database;
  const rows = await Promise.all([
    owner.record.findMany({ orderBy: { id: 'asc' } }),
    owner.revision.findMany({ orderBy: { id: 'asc' } }),
    owner.auditEntry.count(),
  ]);
  return JSON.stringify(rows);
}

describe('a vote in which one actor has two choices', () => {
  const { content: meeting } = sampleMeeting;
  const choices = (actor: string) => [
    { actor, choice: 'abstain' },
    { actor, choice: 'yes' },
  ];

  it('is not handed in', async () => {
    const { id: actor } = await liveOf('sampleland');
    const draft = await createDraft(database.owner, author, {
      kind: 'event',
      slug: 'two-choices',
      content: { ...meeting, type: 'vote', participants: [], choices: choices(actor) },
      citations: [],
    });
    const before = await everything();
    await expect(handIn(draft)).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path: '/content/choices/1' }],
    });
    expect(await everything()).toBe(before);
    await giveUp(draft);
  });

  it('is not imported, nor made by a merge of two actors', async () => {
    const { owner } = database;
    const [date] = sampleMeeting.citations;
    const vote = (slug: string, given: object[]) => ({
      ...sampleMeeting,
      slug,
      content: { ...meeting, type: 'vote', participants: [], choices: given },
      citations: [date, { ...date, field: '/choices' }],
    });
    const people = { importer: author, reviewer };
    const twice = bundleOf(vote('twice', choices('actors/sampleland')));
    await expect(importBundle(owner, twice, people)).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path: expect.stringContaining('/choices/1') as string }],
    });
    const other = { actor: 'actors/otherland', choice: 'no' };
    await importBundle(owner, bundleOf(vote('once', [...choices('actors/sampleland').slice(1), other])), people);
    const [one, two] = [await liveOf('sampleland'), await liveOf('otherland')];
    const merge = { id: two.id, expectedVersion: two.expectedVersion, into: one.id, reason: 'One state.' };
    await expect(mergeRecords(owner, reviewer, merge)).rejects.toMatchObject({
      code: 'state_conflict',
      issues: [{ path: '/events/once/choices/1' }],
    });
    expect((await liveOf('otherland')).expectedVersion).toBe(two.expectedVersion);
  });

  it('is not published where its actors became one after it was approved, and evidence is not what it lacks', async () => {
    const { owner } = database;
    const people = { importer: author, reviewer };
    await importBundle(owner, bundleOf(sampleState('reedland'), sampleState('reedlands'), sampleMeeting), people);
    const [one, two] = [await liveOf('reedland'), await liveOf('reedlands')];
    const [date] = citations as { field: string }[];
    const draft = await createDraft(owner, author, {
      kind: 'event',
      slug: 'of-the-reeds',
      content: {
        ...meeting,
        type: 'vote',
        participants: [],
        choices: [one, two].flatMap(({ id }) => choices(id).slice(1)),
      },
      citations: ['/date', '/choices'].map((field) => ({ ...date, field })),
    });
    const submitted = await handIn(draft);
    const approved = await approve(owner, reviewer, { id: draft.id, expectedVersion: submitted.lockVersion });
    await mergeRecords(owner, reviewer, { ...two, into: one.id, reason: 'One state.' });
    await expect(
      publish(owner, reviewer, { id: draft.id, expectedVersion: approved.lockVersion }),
    ).rejects.toMatchObject({ code: 'state_conflict', issues: [{ path: '/events/of-the-reeds/choices/1' }] });
  });

  it('is named by the check of the record where it is there already, and hinders no merge that has nothing to do with it', async () => {
    const { owner } = database;
    const [date] = sampleMeeting.citations;
    const states = ['lakeland', 'lakelands', 'mossland', 'mosslands', 'fenland'];
    const [lake, lakes, , mosses] = states.map((slug) => `actors/${slug}`);
    const double = {
      ...sampleMeeting,
      slug: 'double',
      content: {
        ...meeting,
        type: 'vote',
        participants: [{ actor: 'actors/fenland', role: 'observer' }],
        choices: [lake, lakes, 'actors/mossland', mosses].map((actor) => ({ actor, choice: 'yes' })),
      },
      citations: [date, { ...date, field: '/choices' }, { ...date, field: '/participants/0' }],
    };
    await importBundle(owner, bundleOf(...states.map(sampleState), double), { importer: author, reviewer });
    const [into, was, moss, other, fen] = await Promise.all(states.map(liveOf));
    // As a version of the program merged them that did not look at votes.
    await withConnection(database.connection, (client) =>
      client.query(`BEGIN; SET LOCAL session_replication_role = replica;
        UPDATE "Record" SET "mergedIntoId" = '${into?.id}' WHERE "id" = '${was?.id}';
        UPDATE "Choice" SET "actorId" = '${into?.id}' WHERE "actorId" = '${was?.id}'; COMMIT`),
    );
    const { id } = await owner.record.findFirstOrThrow({ where: { slug: 'double' } });
    const what = `the actor ${into?.id} has 2 choices in this vote; correct the vote`;
    expect(await verify(owner)).toContainEqual({ record: id, what });
    const merged = (from?: typeof fen) =>
      mergeRecords(owner, reviewer, {
        id: from?.id ?? '',
        expectedVersion: from?.expectedVersion ?? 0,
        into: moss?.id ?? '',
        reason: 'One state.',
      });
    // Of the two doubles that there would be, the one that the merge makes.
    await expect(merged(other)).rejects.toMatchObject({
      code: 'state_conflict',
      issues: [{ path: '/events/double/choices/3' }],
    });
    await merged(fen);
  });
});

describe('a change of a public record', () => {
  it.each([
    ['of which nobody has said what it is to readers', {}, '/change'],
    ['that is a correction and tells readers nothing', { change: 'correct' }, '/note'],
    ['that is a correction told in blanks', { change: 'correct', note: ' \n' }, '/note'],
  ] as const)('%s is not handed in, and nothing is half done', async (_what, told, path) => {
    const draft = await changed('sampleland', told);
    const before = await everything();
    const refusal: unknown = await handIn(draft).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RapporteurError);
    expect(refusal).toMatchObject({ code: 'invalid_input', issues: [{ path }] });
    expect(await everything()).toBe(before);
    await giveUp(draft);
  });

  it.each([
    { change: 'correct', note: 'It was misspelt.' },
    { change: 'update', note: null },
    { change: 'edit', note: null },
  ] as const)('is handed in once it is said: $change', async (told) => {
    const draft = await changed('sampleland', told);
    const handed = await handIn(draft);
    expect(handed.state).toBe('in_review');
    await giveUp(handed);
  });

  it('is said on its own, too, and stays said when it is saved again', async () => {
    const draft = await changed('sampleland', {});
    const target = { id: draft.id, expectedVersion: draft.lockVersion };
    const said = await setChange(database.owner, author, { ...target, change: 'edit', note: null });
    const text = { content: named('Sample Land'), citations };
    const again = await saveDraft(database.owner, author, { ...target, expectedVersion: said.lockVersion, ...text });
    const handed = await handIn(again);
    expect(handed.state).toBe('in_review');
    await giveUp(handed);
  });

  it('is not approved by whoever said what it is to readers, and what was said stays through review', async () => {
    const { owner } = database;
    const draft = await changed('sampleland', {});
    const target = { id: draft.id, expectedVersion: draft.lockVersion };
    const told = { change: 'correct', note: 'It was misspelt.' } as const;
    const handed = await handIn(await setChange(owner, reviewer, { ...target, ...told }));
    const again = { id: draft.id, expectedVersion: handed.lockVersion };
    await expect(approve(owner, reviewer, again)).rejects.toMatchObject({ code: 'forbidden' });
    for (const other of [`"note" = 'It was fine.'`, `"change" = 'edit'`, `"changeSaid" = false`])
      await expect(
        owner.$executeRawUnsafe(
          `UPDATE "Revision" SET ${other} WHERE "recordId" = '${draft.id}' AND "state" = 'in_review'`,
        ),
      ).rejects.toThrow(/only while it is a draft/);
    await giveUp(handed);
  });

  it('is said anew where an older version is restored', async () => {
    const { id, expectedVersion } = await liveOf('sampleland');
    const restored = await restoreRevision(database.owner, author, { id, expectedVersion, number: 1 });
    await expect(handIn(restored)).rejects.toMatchObject({ issues: [{ path: '/change' }] });
    await giveUp(restored);
  });
});

describe('an address that was made of the title', () => {
  const make = (text: string, slug?: string) =>
    createDraft(database.owner, author, {
      kind: 'actor',
      content: named(text),
      citations,
      ...(slug === undefined ? {} : { slug }),
    });
  const call = ({ id, lockVersion }: { id: string; lockVersion: number }, text: string) =>
    saveDraft(database.owner, author, { id, expectedVersion: lockVersion, content: named(text), citations });
  const stored = async ({ id }: { id: string }) =>
    (await database.owner.record.findUniqueOrThrow({ where: { id } })).slug;

  it('follows the title while the record was never public, and is audited', async () => {
    const made = await make('Guess of a name');
    expect(made.slug).toBe('guess-of-a-name');
    const saved = await call(made, 'League of Harbours');
    expect([saved.slug, await stored(made)]).toEqual(['league-of-harbours', 'league-of-harbours']);
    const entry = await database.owner.auditEntry.findFirstOrThrow({
      where: { recordId: made.id },
      orderBy: { id: 'desc' },
    });
    expect(entry.detail).toMatchObject({ address: { from: 'guess-of-a-name', to: 'league-of-harbours' } });
    expect((await call(saved, 'League, of Harbours')).slug).toBe('league-of-harbours');
  });

  it('is numbered where another record has it, also of two that are made at once', async () => {
    const made = await Promise.all([make('Port Authority'), make('Port authority'), make('The port')]);
    expect(made.map(({ slug }) => slug).toSorted()).toEqual(['port-authority', 'port-authority-2', 'the-port']);
    const third = made[2];
    expect(third && (await call(third, 'PORT AUTHORITY')).slug).toBe('port-authority-3');
  });

  it('is made of the kind where the title cannot be spelled', async () => {
    expect((await make('港')).slug).toMatch(/^actor(-\d+)?$/);
  });

  it('stays where somebody chose it', async () => {
    const typed = await make('Pilots of the bay', 'bay-pilots');
    expect((await call(typed, 'Pilots of the sound')).slug).toBe('bay-pilots');
    const made = await make('Tug owners');
    const target = { id: made.id, expectedVersion: made.lockVersion };
    const renamed = await renameRecord(database.owner, author, { ...target, slug: 'tugs' });
    expect((await call(renamed, 'Owners of tugs')).slug).toBe('tugs');
  });

  it('stays once readers have had it', async () => {
    const made = await make('Lighthouse service');
    const { lockVersion } = await handIn(made);
    const approved = await approve(database.owner, reviewer, { id: made.id, expectedVersion: lockVersion });
    const live = await publish(database.owner, reviewer, { id: made.id, expectedVersion: approved.lockVersion });
    expect((await call(live, 'Service of lights')).slug).toBe('lighthouse-service');
    expect(await stored(made)).toBe('lighthouse-service');
  });
});
