import { randomUUID } from 'node:crypto';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { newId } from '@rapporteur/domain/ids';
import { longestPassage, type AnyPayload } from '@rapporteur/domain/intake/proposal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, samplePeople, sampleMeeting, sampleSource, sampleState } from '../bundle/sample';
import { importBundle, type ImportPeople } from '../bundle/import';
import type { Caller } from '../policy';
import { proposal, readItem } from '../testing/intake';
import { choosePassage, decide, editProposal, mergeProposal, proposeByHand, undo } from './decide';
import { knownRecords } from './known';
import { describeItem, discardItem, putAside, readAgain } from './manage';
import { countItems, getItem, listItems } from './read-items';
import { beginReading, failReading, keepFetched, keepReading, tellStep } from './reading';
import { sendToDrafts } from './send';
import { largestDocument, takeIn, type Incoming } from './take-in';

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

describe('a text on its way in', () => {
  it('is stored with its job, once for each key, and bounded', async () => {
    const key = randomUUID();
    const items = [
      { way: 'paste' as const, text: 'A pasted text.' },
      {
        way: 'upload' as const,
        fileName: '..\\..\\odd\u0000\u202Ename.pdf',
        mediaType: 'application/pdf\r\nx: y',
        bytes: new Uint8Array([37]),
      },
      { way: 'address' as const, address: ' https://example.org/a ' },
    ];
    const first = await takeIn(database.owner, caller, { items, idempotencyKey: key });
    expect(await takeIn(database.owner, caller, { items, idempotencyKey: key })).toEqual(first);
    const rows = await database.owner.intakeItem.findMany({
      where: { id: { in: first.ids } },
      include: { file: true },
    });
    expect(rows).toHaveLength(3);
    expect(rows.find(({ way }) => way === 'upload')).toMatchObject({
      fileName: 'oddname.pdf',
      mediaType: 'application/pdfx: y',
    });
    expect(rows.find(({ way }) => way === 'address')).toMatchObject({ address: 'https://example.org/a', file: null });
    const jobs = await database.owner.$queryRaw`
      SELECT "queue_name" AS queue, count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'intake.read' GROUP BY 1`;
    // One after the other: reading takes minutes, and publications are due at an instant.
    expect(jobs).toEqual([{ queue: 'intake', count: 3 }]);
    const refused = (item: Incoming) => takeIn(database.owner, caller, { items: [item] });
    await expect(refused({ way: 'address', address: 'file:///etc/passwd' })).rejects.toHaveProperty(
      'code',
      'invalid_input',
    );
    await expect(refused({ way: 'paste', text: ' \n' })).rejects.toThrow('empty');
    await expect(
      refused({ way: 'upload', fileName: 'a', mediaType: null, bytes: new Uint8Array(largestDocument + 1) }),
    ).rejects.toThrow('larger than 32 MB');
    const reader: Caller = { userId: 'someone', role: 'reader' };
    await expect(takeIn(database.owner, reader, { items })).rejects.toThrow('needs the role contributor');
  });
});

describe('reading', () => {
  it('is taken up again after a worker was killed, and kept once', async () => {
    const text = words();
    const [id = ''] = (
      await takeIn(database.owner, caller, { items: [{ way: 'address', address: 'https://example.org/b' }] })
    ).ids;
    expect(await beginReading(database.owner, id)).toMatchObject({ bytes: null, address: 'https://example.org/b' });
    await tellStep(database.owner, id, 'fetch');
    const bytes = new Uint8Array(Buffer.from(text));
    await keepFetched(database.owner, id, {
      bytes,
      mediaType: 'text/plain',
      fileName: null,
      address: 'https://example.org/c',
    });
    // Killed here: whoever takes the job up again fetches nothing.
    const again = await beginReading(database.owner, id);
    expect(Buffer.from(again?.bytes ?? [])).toEqual(Buffer.from(bytes));
    expect(await read(id)).toMatchObject({
      state: 'reading',
      progress: { done: 0, of: 5 },
      address: 'https://example.org/c',
    });
    const kept = { ...found, text };
    const proposed = proposedFrom(text).map((one) => ({ ...one, matches: [] }));
    await Promise.all([1, 2, 3].map(() => keepReading(database.owner, id, kept, proposed)));
    expect((await read(id)).suggestions).toHaveLength(3);
    expect(
      await database.owner.auditEntry.count({
        where: { action: 'intake.read', detail: { path: ['item'], equals: id } },
      }),
    ).toBe(1);
    // And once more, after it was done.
    expect(await beginReading(database.owner, id)).toBeNull();
  });

  it('that fails says why, and goes on with a text that somebody pastes', async () => {
    const [id = ''] = (await takeIn(database.owner, caller, { items: [{ way: 'paste', text: words() }] })).ids;
    await beginReading(database.owner, id);
    await failReading(database.owner, id, 'There is no text in it. Paste the text below.');
    const failed = await read(id);
    expect(failed).toMatchObject({ state: 'failed', problem: 'There is no text in it. Paste the text below.' });
    const version = { id, expectedVersion: failed.lockVersion };
    await readAgain(database.owner, caller, { ...version, text: 'The text instead.' });
    await expect(readAgain(database.owner, caller, { ...version, text: null })).rejects.toHaveProperty(
      'code',
      'version_conflict',
    );
    const taken = await beginReading(database.owner, id);
    expect(Buffer.from(taken?.bytes ?? []).toString()).toBe('The text instead.');
  });

  it('knows the actors and questions on record, drafts included', async () => {
    const known = await knownRecords(database.owner);
    expect(known.actors.find(({ id }) => id === idOf('sampleland'))).toMatchObject({
      kind: 'state',
      names: ['Sampleland'],
    });
  });
});

describe('proposals', () => {
  it('are compared with the record: what may be there already is flagged, the likeliest first', async () => {
    const text = words();
    const id = await readItem(database.owner, caller, text, proposedFrom(text));
    const { suggestions } = await read(id);
    expect(suggestions.map(({ surety }) => surety)).toEqual(['sure', 'check', 'fairly']);
    expect(suggestions[0]?.matches[0]).toMatchObject({
      id: idOf('sampleland'),
      likely: true,
      why: ['name'],
      live: true,
    });
    expect(suggestions[1]?.matches.some(({ likely }) => likely)).toBe(false);
    expect(suggestions[2]?.matches[0]).toMatchObject({
      id: idOf('sample-meeting'),
      likely: true,
      why: ['name', 'day'],
    });
  });

  it('are decided, edited and taken back, each at once and on record; an edit is kept when it is taken back', async () => {
    const text = words();
    const id = await readItem(database.owner, caller, text, proposedFrom(text));
    const first = await suggestion(id, 1);
    const kept = await mergeProposal(database.owner, caller, { id: first, into: idOf('sampleland') });
    expect(kept).toMatchObject({ decision: 'merged', record: idOf('sampleland'), decidedBy: { id: caller?.userId } });
    expect(await undo(database.owner, caller, { id: first })).toMatchObject({
      decision: null,
      record: null,
      decidedBy: null,
    });
    const edited = await editProposal(database.owner, caller, {
      id: first,
      payload: { name: 'Republic of Sampleland', type: 'state', role: null, affiliation: null, identifiers: [] },
    });
    expect(edited).toMatchObject({ decision: 'edited', title: 'Republic of Sampleland' });
    expect(await undo(database.owner, caller, { id: first })).toMatchObject({
      decision: null,
      title: 'Republic of Sampleland',
    });
    expect(await decide(database.owner, caller, { id: first, decision: 'accepted' })).toMatchObject({
      decision: 'edited',
    });
    expect(await choosePassage(database.owner, caller, { id: first, start: 0, end: 5 })).toMatchObject({
      decision: 'edited',
      passages: [{ part: 'main', start: 0, end: 5 }],
    });
    // More than a citation takes could never be sent to drafts.
    await expect(
      choosePassage(database.owner, caller, { id: first, start: 0, end: longestPassage + 1 }),
    ).rejects.toMatchObject({ code: 'invalid_input', issues: [{ path: '/end' }] });
    const actions = await database.owner.auditEntry.findMany({
      where: { action: 'intake.decide', detail: { path: ['item'], equals: id } },
      orderBy: { id: 'asc' },
    });
    expect(actions.map(({ detail }) => (detail as { decision: string }).decision)).toEqual([
      'merged',
      'undone',
      'edited',
      'undone',
      'edited',
      'passage',
    ]);
    // The same decision again changes nothing.
    await decide(database.owner, caller, { id: first, decision: 'accepted' });
    expect(
      await database.owner.auditEntry.count({
        where: { action: 'intake.decide', detail: { path: ['item'], equals: id } },
      }),
    ).toBe(6);
  });

  it('by hand come last, and rest on words of the text', async () => {
    const text = words();
    const id = await readItem(database.owner, caller, text, proposedFrom(text));
    const by = {
      item: id,
      kind: 'issue' as const,
      payload: { shortTitle: 'Spring meetings', question: 'Should they meet in spring?' },
    };
    expect(await proposeByHand(database.owner, caller, { ...by, start: 0, end: 10 })).toMatchObject({
      number: 4,
      byHand: true,
      decision: null,
    });
    await expect(proposeByHand(database.owner, caller, { ...by, start: 0, end: 5000 })).rejects.toHaveProperty(
      'code',
      'invalid_input',
    );
  });

  it('that were rejected stay rejected for that text, and no other; taken back, they are open again', async () => {
    const text = words();
    const first = await readItem(database.owner, caller, text, proposedFrom(text));
    await decide(database.owner, caller, { id: await suggestion(first, 2), decision: 'rejected' });
    await decide(database.owner, caller, { id: await suggestion(first, 1), decision: 'accepted' });
    const second = await readItem(database.owner, caller, text, proposedFrom(text));
    const again = (await read(second)).suggestions;
    expect(again.map(({ decision, rejectedBefore }) => [decision, rejectedBefore])).toEqual([
      [null, false],
      ['rejected', true],
      [null, false],
    ]);
    expect(again[1]?.decidedBy?.id).toBe(caller?.userId);
    await undo(database.owner, caller, { id: again[1]?.id ?? '' });
    await decide(database.owner, caller, { id: again[1]?.id ?? '', decision: 'accepted' });
    const third = await readItem(database.owner, caller, text, proposedFrom(text));
    expect((await read(third)).suggestions.map(({ decision }) => decision)).toEqual([null, null, null]);
    const other = words();
    const fourth = await readItem(database.owner, caller, other, proposedFrom(other));
    expect((await read(fourth)).suggestions.every(({ decision }) => decision === null)).toBe(true);
  });

  it('refuse what belongs to another text, kind or person, and what no record can hold', async () => {
    const text = words();
    const [id, other] = [
      await readItem(database.owner, caller, text, proposedFrom(text)),
      await readItem(database.owner, caller, words(), []),
    ];
    const [first, third] = [await suggestion(id, 1), await suggestion(id, 3)];
    const edit = (payload: object) => editProposal(database.owner, caller, { id: third, payload });
    const sound = { title: 'A meeting', type: 'meeting', date: null, place: null, participants: [] };
    for (const wrong of ['#9', '#3', newId('actor'), idOf('sample-meeting'), 'act_1', { not: '' }]) {
      await expect(edit({ ...sound, participants: [wrong] }), JSON.stringify(wrong)).rejects.toHaveProperty(
        'code',
        'invalid_input',
      );
    }
    for (const wrong of [
      { ...sound, decidedById: 'me' },
      { ...sound, title: 'a\u0000b' },
      { ...sound, date: 'soon' },
      {},
      [],
    ]) {
      await expect(edit(wrong), JSON.stringify(wrong)).rejects.toHaveProperty('code', 'invalid_input');
    }
    for (const into of [idOf('sample-meeting'), newId('actor'), idOf('sample-report')]) {
      await expect(mergeProposal(database.owner, caller, { id: first, into })).rejects.toHaveProperty(
        'code',
        'invalid_input',
      );
    }
    await expect(decide(database.owner, caller, { id: other, decision: 'accepted' })).rejects.toHaveProperty(
      'code',
      'not_found',
    );
    await expect(sendToDrafts(database.owner, caller, { id: first, expectedVersion: 1 })).rejects.toHaveProperty(
      'code',
      'not_found',
    );
    const version = (await read(other)).lockVersion;
    const description = {
      title: null,
      publisher: null,
      author: null,
      published: null,
      language: null,
      form: 'article' as const,
    };
    await expect(
      describeItem(database.owner, caller, {
        id: other,
        expectedVersion: version,
        ...description,
        sourceOf: idOf('sampleland'),
      }),
    ).rejects.toHaveProperty('code', 'invalid_input');
    const token: Caller = { userId: 'someone', role: 'administrator', scopes: ['read', 'write'] };
    expect(() => decide(database.owner, token, { id: first, decision: 'accepted' })).toThrow(
      'No API token may do this',
    );
    expect(() => sendToDrafts(database.owner, token, { id, expectedVersion: 1 })).toThrow('No API token may do this');
  });

  it('end with their text: what is given up or finished is decided no more', async () => {
    const text = words();
    const id = await readItem(database.owner, caller, text, proposedFrom(text));
    const before = await countItems(database.owner, caller);
    await putAside(database.owner, caller, { id });
    expect((await countItems(database.owner, caller)).decide).toBe(before.decide - 1);
    expect(
      (await listItems(database.owner, caller, { view: 'decide', after: null, limit: 100 })).items.find(
        (item) => item.id === id,
      ),
    ).toMatchObject({ aside: true });
    await discardItem(database.owner, caller, { id, expectedVersion: (await read(id)).lockVersion });
    expect(await database.owner.intakeFile.count({ where: { itemId: id } })).toBe(0);
    await expect(
      decide(database.owner, caller, { id: await suggestion(id, 1), decision: 'accepted' }),
    ).rejects.toHaveProperty('code', 'state_conflict');
    await expect(
      database.owner.suggestion.updateMany({
        where: { itemId: id },
        data: { decision: 'accepted', decidedById: 'x', decidedAt: new Date() },
      }),
    ).rejects.toThrow('suggestions are decided while');
  });
});

const found = {
  title: null,
  publisher: null,
  author: null,
  published: null,
  language: 'en',
  canonicalAddress: null,
  warnings: [],
  bands: [],
  nearTexts: [],
};
