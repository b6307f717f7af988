import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { AnyPayload } from '@rapporteur/domain/intake/proposal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, samplePeople, sampleMeeting, sampleSource, sampleState, sampleText } from '../bundle/sample';
import { importBundle, type ImportPeople } from '../bundle/import';
import type { Caller } from '../policy';
import { proposal, readItem } from '../testing/intake';
import { affectedBy } from './affected';
import { decide, mergeProposal } from './decide';
import { describeItem } from './manage';
import { alikeTexts, keepBands, unsignedTexts } from './origins';
import { getItem } from './read-items';
import { sendToDrafts } from './send';

let database: TestDatabase;
let people: ImportPeople;
let caller: Caller;
const ids = new Map<string, string>();

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  caller = people.importer;
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleMeeting), people);
  for (const { slug, id } of await database.owner.record.findMany()) ids.set(slug, id);
});
afterAll(() => database.close());

const idOf = (slug: string) => ids.get(slug) ?? '';
const actor = (name: string): AnyPayload => ({
  kind: 'actor',
  payload: { name, type: 'state', role: null, affiliation: null, identifiers: [] },
});
const event = (title: string, date: string | null): AnyPayload => ({
  kind: 'event',
  payload: { title, type: 'meeting', date, place: null, participants: ['#1'] },
});
let count = 0;
const words = () => `Sampleland sat down with Otherland for a meeting in the spring, number ${(count += 1)}.`;
const proposedFrom = (text: string) => [
  proposal(text, 'Sampleland', actor('Sampleland')),
  proposal(text, 'Otherland', actor('Otherland'), 0.4),
  proposal(text, 'a meeting', event('A meeting', '2021-05-03'), 0.6),
];
const read = async (id: string) => getItem(database.owner, caller, id);
const suggestion = async (item: string, number: number) =>
  (await read(item)).suggestions.find((one) => one.number === number)?.id ?? '';
const decideAll = async (id: string) => {
  for (const one of (await read(id)).suggestions) {
    if (one.decision === null) await decide(database.owner, caller, { id: one.id, decision: 'accepted' });
  }
};
const sent = async (id: string) =>
  sendToDrafts(database.owner, caller, { id, expectedVersion: (await read(id)).lockVersion });

describe('texts of one origin', () => {
  it('meet by their bands, and the same text is told to be the same', async () => {
    const text = words();
    const first = await readItem(database.owner, caller, text, proposedFrom(text), {
      title: 'The first',
      bands: ['a', 'b'],
    });
    await decideAll(first);
    const { source } = await sent(first);
    const [alike] = await alikeTexts(database.owner, ['x', 'b']);
    expect(alike?.text).toBe(text);
    expect(await alikeTexts(database.owner, ['b', 'a'])).toEqual([]);
    const unsigned = await unsignedTexts(database.owner, 100);
    expect(unsigned.map((one) => one.text)).not.toContain(text);
    expect(unsigned.map((one) => one.text)).toContain(sampleText);
    await keepBands(database.owner, unsigned[0]?.sha256 ?? '', ['c', 'd']);
    expect(await unsignedTexts(database.owner, 100)).toHaveLength(unsigned.length - 1);

    const near = `${text} And more.`;
    const second = await readItem(database.owner, caller, near, [...proposedFrom(near), said(near)], {
      nearTexts: [alike?.sha256 ?? ''],
    });
    expect((await read(second)).origins).toMatchObject([
      { sameness: 'near', source: { id: source, title: 'The first' } },
    ]);
    await decideAll(second);
    const drafted = await sent(second);
    const statement = drafted.records.find(({ kind }) => kind === 'statement');
    const { content } = await database.owner.revision.findFirstOrThrow({ where: { recordId: statement?.id ?? '' } });
    // Two reports that share an origin count as one.
    expect(content).toMatchObject({ reports: [{ source: drafted.source, repeats: source }] });

    const third = await readItem(database.owner, caller, text, proposedFrom(text));
    expect((await read(third)).origins[0]).toMatchObject({ sameness: 'same', source: { id: source } });
  });

  it('a new version of a known source is added to its draft, and what rested on it is listed', async () => {
    const report = await database.owner.record.findUniqueOrThrow({ where: { id: idOf('sample-report') } });
    const text = 'In May, Sampleland took part in the meeting of 3 May 2021.\n\nThe meeting was calm.';
    const id = await readItem(database.owner, caller, text, []);
    await describeItem(database.owner, caller, {
      id,
      expectedVersion: (await read(id)).lockVersion,
      title: 'The report',
      publisher: null,
      author: null,
      published: null,
      language: 'en',
      form: 'article',
      sourceOf: report.id,
    });
    const affected = await affectedBy(database.owner, caller, id);
    expect(affected.length).toBeGreaterThan(2);
    expect(new Set(affected.map(({ state }) => state))).toEqual(new Set(['moved']));
    expect(affected.map(({ record }) => record.id)).toContain(idOf('sampleland'));
    expect((await sent(id)).source).toBe(report.id);
    const draft = await database.owner.revision.findFirstOrThrow({
      where: { recordId: report.id },
      orderBy: { number: 'desc' },
    });
    expect(draft).toMatchObject({
      state: 'draft',
      number: 2,
      content: { title: 'A sample report', versions: [{}, {}] },
    });
  });

  it('what is merged gets the passage, as a change of its draft', async () => {
    const text = words();
    const id = await readItem(database.owner, caller, text, proposedFrom(text));
    await mergeProposal(database.owner, caller, { id: await suggestion(id, 1), into: idOf('sampleland') });
    await mergeProposal(database.owner, caller, { id: await suggestion(id, 3), into: idOf('sample-meeting') });
    await decideAll(id);
    const { changed, left, source } = await sent(id);
    expect(left).toEqual([]);
    // An actor is only named; the event of that day has one passage more.
    expect(changed).toEqual([{ id: idOf('sample-meeting'), number: 3 }]);
    const draft = await database.owner.revision.findFirstOrThrow({
      where: { recordId: idOf('sample-meeting') },
      orderBy: { number: 'desc' },
    });
    expect(draft.state).toBe('draft');
    expect(draft.citations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: '/date', passage: expect.objectContaining({ source }) as unknown }),
      ]),
    );
  });
});

const said = (text: string) =>
  proposal(text, 'sat down', {
    kind: 'statement',
    payload: {
      text: 'sat down',
      speech: 'indirect',
      act: 'asserts',
      speaker: '#1',
      capacity: null,
      onBehalfOf: null,
      date: '/2021-05-04',
      event: null,
      claims: [{ text: 'sat down', role: 'claim', issue: null }],
    },
  });
