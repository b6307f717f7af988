import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { AnyPayload } from '@rapporteur/domain/intake/proposal';
import { passageFits } from '@rapporteur/domain/passage';
import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { importBundle, type ImportPeople } from '../bundle/import';
import type { Caller } from '../policy';
import { submit } from '../record/submit';
import { proposal, readItem } from '../testing/intake';
import { verify } from '../verify';
import { decide } from './decide';
import { getItem } from './read-items';
import { sendToDrafts } from './send';

let database: TestDatabase;
let people: ImportPeople;
let caller: Caller;
let sampleland: string;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  caller = people.importer;
  await importBundle(database.owner, bundleOf(sampleSource, sampleState()), people);
  sampleland = (await database.owner.record.findFirstOrThrow({ where: { slug: 'sampleland' } })).id;
});
afterAll(() => database.close());

const text = (n: number | string) =>
  `Ada Quill 🕊️ of Sampleland told a press conference in Northport on 3 May 2021 that her country refuses to lend ships (${n}). ` +
  'The harbour plan for 2022 is a voluntary one, and tugs are not part of it.';

const actor = (name: string): AnyPayload => ({
  kind: 'actor',
  payload: { name, type: 'person', role: 'harbour minister', affiliation: 'Sampleland', identifiers: [] },
});
const statement = (over: Partial<Extract<AnyPayload, { kind: 'statement' }>['payload']> = {}): AnyPayload => ({
  kind: 'statement',
  payload: {
    text: 'her country refuses to lend ships',
    speech: 'indirect',
    act: 'refuses',
    speaker: '#1',
    capacity: 'harbour minister, Sampleland',
    onBehalfOf: sampleland,
    date: '2021-05-03',
    event: '#2',
    claims: [{ text: 'her country refuses to lend ships', role: 'claim', issue: '#6' }],
    ...over,
  },
});

/** What the article above suggests: a person, an event, what she said, a programme, what is not in it, a question, a position. */
const proposedFrom = (words: string) => [
  proposal(words, 'Ada Quill', actor('Ada Quill')),
  proposal(words, 'press conference', {
    kind: 'event',
    payload: {
      title: 'Press conference in Northport',
      type: 'press_conference',
      date: null,
      place: 'Northport',
      participants: ['#1'],
    },
  }),
  proposal(words, 'her country refuses to lend ships', statement()),
  proposal(words, 'The harbour plan for 2022 is a voluntary one', {
    kind: 'programme',
    payload: {
      title: 'Harbour plan, 2022',
      summary: 'The harbour plan for 2022 is a voluntary one',
      status: 'agreed',
      nature: 'voluntary',
      period: '2022',
      parties: [sampleland],
    },
  }),
  proposal(words, 'tugs are not part of it', {
    kind: 'provision',
    payload: { subject: 'tugs', scope: 'excluded', force: null, programme: '#4' },
  }),
  proposal(words, 'lend ships', { kind: 'issue', payload: { question: null, shortTitle: 'lending ships' } }),
  proposal(words, 'refuses to lend ships', {
    kind: 'position',
    payload: {
      actor: sampleland,
      issue: '#6',
      stance: 'opposes',
      turn: null,
      date: '2021-05-03',
      summary: 'refuses to lend ships',
      statement: '#3',
    },
  }),
];

const suggestionsOf = async (id: string) => (await getItem(database.owner, caller, id)).suggestions;
async function decideAll(id: string, decision: 'accepted' | 'rejected' = 'accepted'): Promise<void> {
  for (const suggestion of await suggestionsOf(id)) {
    if (suggestion.decision === null) await decide(database.owner, caller, { id: suggestion.id, decision });
  }
}
const versionOf = async (id: string) => (await getItem(database.owner, caller, id)).lockVersion;
async function sent(id: string) {
  return sendToDrafts(database.owner, caller, { id, expectedVersion: await versionOf(id) });
}

describe('what is accepted', () => {
  it('becomes drafts in one transaction, with citations that stand in the text and links between them', async () => {
    const words = text('links');
    const id = await readItem(database.owner, caller, words, proposedFrom(words), {
      author: 'B. Reporter',
      publisher: 'Example Wire',
    });
    await decideAll(id);
    const { source, records } = await sent(id);
    expect(records.map(({ kind, number, complete }) => [kind, number, complete])).toEqual([
      ['actor', 1, true],
      // The day of the press conference is not in the proposal, and the question is not put: they are left blank.
      ['event', 2, false],
      ['statement', 3, true],
      ['programme', 4, true],
      ['issue', 6, false],
      ['position', 7, true],
    ]);
    const idOf = (number: number) => records.find((record) => record.number === number)?.id;
    const contentOf = async (record: string | undefined) =>
      database.owner.revision.findFirstOrThrow({ where: { recordId: record ?? '' } });
    const said = await contentOf(idOf(3));
    expect(said.state).toBe('draft');
    expect(said.title).toBe('Ada Quill: her country refuses to lend ships');
    expect(said.content).toMatchObject({
      speaker: idOf(1),
      event: idOf(2),
      channel: 'press_conference',
      onBehalfOf: sampleland,
      claims: [{ issue: idOf(6) }],
      reports: [{ source, repeats: null }],
      attribution: [
        { link: 'speaker', actor: idOf(1) },
        { link: 'reporter', name: 'B. Reporter' },
        { link: 'outlet', name: 'Example Wire' },
      ],
    });
    expect((await contentOf(idOf(4))).content).toMatchObject({ provisions: [{ subject: 'tugs', scope: 'excluded' }] });
    expect((await contentOf(idOf(7))).content).toMatchObject({
      issue: idOf(6),
      turns: [{ turn: 'new', statements: [idOf(3)] }],
    });
    const drafted = await contentOf(source);
    expect(drafted.content).toMatchObject({ rights: 'passages', author: 'B. Reporter', versions: [{}] });
    const stored = await database.owner.storedText.findFirstOrThrow({ where: { text: words } });
    for (const record of records) {
      const revision = await contentOf(record.id);
      const cited = citationsSchema.parse(revision.citations);
      expect(cited.length, record.kind).toBeGreaterThan(0);
      for (const { passage } of cited) {
        expect(passage).toMatchObject({ source, sha256: stored.sha256 });
        expect(passageFits(passage, stored.text)).toBe(true);
      }
    }
    expect(await verify(database.owner)).toEqual([]);
    // Incomplete drafts are finished by a person before they are handed in; complete ones may go on.
    await expect(submit(database.owner, caller, { id: idOf(2) ?? '', expectedVersion: 1 })).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path: '/content/date' }],
    });
    // The text says what was said; which words say who said it is for a person to pick.
    await expect(submit(database.owner, caller, { id: idOf(3) ?? '', expectedVersion: 1 })).rejects.toMatchObject({
      code: 'missing_evidence',
      issues: [{ path: '/content/speaker' }],
    });
    await submit(database.owner, caller, { id: idOf(1) ?? '', expectedVersion: 1 });
    expect((await getItem(database.owner, caller, id)).state).toBe('finished');
    const actions = await database.owner.auditEntry.findMany({ where: { detail: { path: ['item'], equals: id } } });
    expect([...new Set(actions.map(({ action }) => action))]).toEqual([
      'intake.take_in',
      'intake.read',
      'intake.decide',
      'intake.send',
    ]);
  });

  it('is drafted whole or not at all, and never before everything is decided', async () => {
    const words = text('whole');
    const id = await readItem(database.owner, caller, words, proposedFrom(words));
    await expect(sent(id)).rejects.toMatchObject({
      code: 'state_conflict',
      issues: expect.arrayContaining([]) as unknown,
    });
    await decideAll(id);
    const before = [await database.owner.record.count(), await database.owner.revision.count()];
    // A fault in the middle, as when the database goes away: the last record's address is taken by somebody just then.
    await database.owner
      .$executeRaw`ALTER TABLE "Suggestion" ADD CONSTRAINT "planted" CHECK ("recordId" IS NULL OR "kind" <> 'position') NOT VALID`;
    await expect(sent(id)).rejects.toThrow();
    await database.owner.$executeRaw`ALTER TABLE "Suggestion" DROP CONSTRAINT "planted"`;
    expect([await database.owner.record.count(), await database.owner.revision.count()]).toEqual(before);
    expect((await getItem(database.owner, caller, id)).state).toBe('suggested');
    const version = await versionOf(id);
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => sendToDrafts(database.owner, caller, { id, expectedVersion: version })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await database.owner.record.count()).toBe((before[0] ?? 0) + 7);
  });

  it('leaves a provision without its programme to the person who decides', async () => {
    const words = text('homeless');
    const id = await readItem(database.owner, caller, words, proposedFrom(words));
    const all = await suggestionsOf(id);
    await decide(database.owner, caller, { id: all[3]?.id ?? '', decision: 'rejected' });
    await decideAll(id);
    await expect(sent(id)).rejects.toMatchObject({ code: 'invalid_input', issues: [{ path: '/suggestions/5' }] });
  });
});
