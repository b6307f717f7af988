import { newId } from '@rapporteur/domain/ids';
import { longestPassage } from '@rapporteur/domain/intake/proposal';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../policy';
import { proposal } from '../testing/intake';
import { meetingProposals, meetingText, sampleIntake } from '../testing/sample-intake';
import { candidatesOf } from './candidates';
import { choosePassage, decide, editProposal, mergeProposal, proposeByHand, undo } from './decide';
import { decideMany } from './decide-many';
import { describeItem, discardItem, putAside } from './manage';
import { countItems, listItems } from './read-items';
import { sendToDrafts } from './send';

const intake = sampleIntake();

describe('proposals', () => {
  it('are compared with the record: what may be there already is flagged, the likeliest first', async () => {
    const text = meetingText();
    const id = await intake.take(text, meetingProposals(text));
    const { suggestions } = await intake.read(id);
    expect(suggestions.map(({ surety }) => surety)).toEqual(['sure', 'check', 'fairly']);
    expect(suggestions[0]?.matches[0]).toMatchObject({
      id: intake.idOf('sampleland'),
      likely: true,
      why: ['name'],
      live: true,
    });
    expect(suggestions[1]?.matches.some(({ likely }) => likely)).toBe(false);
    expect(suggestions[2]?.matches[0]).toMatchObject({
      id: intake.idOf('sample-meeting'),
      likely: true,
      why: ['name', 'day'],
    });
  });

  it('are decided, edited and taken back, each at once and on record; an edit is kept when it is taken back', async () => {
    const text = meetingText();
    const id = await intake.take(text, meetingProposals(text));
    const first = await intake.suggestion(id, 1);
    const kept = await mergeProposal(intake.db, intake.caller, { id: first, into: intake.idOf('sampleland') });
    expect(kept).toMatchObject({
      decision: 'merged',
      record: intake.idOf('sampleland'),
      decidedBy: { id: intake.caller?.userId },
    });
    expect(await undo(intake.db, intake.caller, { id: first })).toMatchObject({
      decision: null,
      record: null,
      decidedBy: null,
    });
    const edited = await editProposal(intake.db, intake.caller, {
      id: first,
      payload: { name: 'Republic of Sampleland', type: 'state', role: null, affiliation: null, identifiers: [] },
    });
    expect(edited).toMatchObject({ decision: 'edited', title: 'Republic of Sampleland' });
    expect(await undo(intake.db, intake.caller, { id: first })).toMatchObject({
      decision: null,
      title: 'Republic of Sampleland',
    });
    expect(await decide(intake.db, intake.caller, { id: first, decision: 'accepted' })).toMatchObject({
      decision: 'edited',
    });
    expect(await choosePassage(intake.db, intake.caller, { id: first, start: 0, end: 5 })).toMatchObject({
      decision: 'edited',
      passages: [{ part: 'main', start: 0, end: 5 }],
    });
    // More than a citation takes could never be sent to drafts.
    await expect(
      choosePassage(intake.db, intake.caller, { id: first, start: 0, end: longestPassage + 1 }),
    ).rejects.toMatchObject({ code: 'invalid_input', issues: [{ path: '/end' }] });
    const actions = await intake.db.auditEntry.findMany({
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
    await decide(intake.db, intake.caller, { id: first, decision: 'accepted' });
    expect(
      await intake.db.auditEntry.count({
        where: { action: 'intake.decide', detail: { path: ['item'], equals: id } },
      }),
    ).toBe(6);
  });

  it('are rejected together and taken back together, but for what was decided otherwise meanwhile', async () => {
    const text = meetingText();
    const item = await intake.take(text, meetingProposals(text));
    const ids = (await intake.read(item)).suggestions.map(({ id }) => id);
    const decisions = async () => (await intake.read(item)).suggestions.map(({ decision }) => decision);
    await decide(intake.db, intake.caller, { id: ids[1] ?? '', decision: 'accepted' });
    const many = (chosen: string[], decision: 'rejected' | null) =>
      decideMany(intake.db, intake.caller, { item, ids: chosen, decision });
    expect((await many(ids, 'rejected')).map(({ decision }) => decision)).toEqual(['rejected', 'accepted', 'rejected']);
    await many(ids, null);
    expect(await decisions()).toEqual([null, 'accepted', null]);
    const other = await intake.take(meetingText(), []);
    await expect(
      decideMany(intake.db, intake.caller, { item: other, ids: ids.slice(0, 1), decision: 'rejected' }),
    ).rejects.toHaveProperty('code', 'not_found');
    const actions = await intake.db.auditEntry.findMany({
      where: { action: 'intake.decide', detail: { path: ['item'], equals: item } },
      orderBy: { id: 'asc' },
    });
    expect(actions.map(({ detail }) => detail)).toMatchObject([
      { number: 2 },
      { numbers: [1, 3], decision: 'rejected' },
      { numbers: [1, 3], decision: 'undone' },
    ]);
  });

  it('are compared again when they are opened: with records that came since, and names that were told apart', async () => {
    const text = meetingText();
    const question = { kind: 'issue' as const, payload: { question: null, shortTitle: `Spring of ${text.length}` } };
    const position = {
      kind: 'position' as const,
      payload: {
        actor: '#1',
        issue: '#4',
        stance: 'supports' as const,
        turn: null,
        date: null,
        summary: 'sat down',
        statement: null,
      },
    };
    const proposed = [
      ...meetingProposals(text),
      proposal(text, 'the spring', question),
      proposal(text, 'sat down', position),
    ];
    const first = await intake.take(text, proposed);
    const second = await intake.take(text, proposed);
    await mergeProposal(intake.db, intake.caller, {
      id: await intake.suggestion(first, 1),
      into: intake.idOf('sampleland'),
    });
    await intake.decideAll(first);
    const { records } = await intake.send(first);
    const madeOf = (number: number) => records.find((record) => record.number === number)?.id ?? '';
    const candidates = async (number: number) =>
      (await candidatesOf(intake.db, intake.caller, await intake.suggestion(second, number))).map(({ id }) => id);
    expect((await intake.read(second)).suggestions[3]?.matches).toEqual([]);
    expect(await candidates(4)).toEqual([madeOf(4)]);
    expect(await candidates(5)).toEqual([]);
    await mergeProposal(intake.db, intake.caller, { id: await intake.suggestion(second, 4), into: madeOf(4) });
    expect(await candidates(5)).toEqual([madeOf(5)]);
  });

  it('by hand come last, and rest on words of the text', async () => {
    const text = meetingText();
    const id = await intake.take(text, meetingProposals(text));
    const by = {
      item: id,
      kind: 'issue' as const,
      payload: { shortTitle: 'Spring meetings', question: 'Should they meet in spring?' },
    };
    expect(await proposeByHand(intake.db, intake.caller, { ...by, start: 0, end: 10 })).toMatchObject({
      number: 4,
      byHand: true,
      decision: null,
    });
    await expect(proposeByHand(intake.db, intake.caller, { ...by, start: 0, end: 5000 })).rejects.toHaveProperty(
      'code',
      'invalid_input',
    );
  });

  it('that were rejected stay rejected for that text, and no other; taken back, they are open again', async () => {
    const text = meetingText();
    const first = await intake.take(text, meetingProposals(text));
    await decide(intake.db, intake.caller, { id: await intake.suggestion(first, 2), decision: 'rejected' });
    await decide(intake.db, intake.caller, { id: await intake.suggestion(first, 1), decision: 'accepted' });
    const second = await intake.take(text, meetingProposals(text));
    const again = (await intake.read(second)).suggestions;
    expect(again.map(({ decision, rejectedBefore }) => [decision, rejectedBefore])).toEqual([
      [null, false],
      ['rejected', true],
      [null, false],
    ]);
    expect(again[1]?.decidedBy?.id).toBe(intake.caller?.userId);
    await undo(intake.db, intake.caller, { id: again[1]?.id ?? '' });
    await decide(intake.db, intake.caller, { id: again[1]?.id ?? '', decision: 'accepted' });
    const third = await intake.take(text, meetingProposals(text));
    expect((await intake.read(third)).suggestions.map(({ decision }) => decision)).toEqual([null, null, null]);
    const other = meetingText();
    const fourth = await intake.take(other, meetingProposals(other));
    expect((await intake.read(fourth)).suggestions.every(({ decision }) => decision === null)).toBe(true);
  });

  it('refuse what belongs to another text, kind or person, and what no record can hold', async () => {
    const text = meetingText();
    const [id, other] = [await intake.take(text, meetingProposals(text)), await intake.take(meetingText(), [])];
    const [first, third] = [await intake.suggestion(id, 1), await intake.suggestion(id, 3)];
    const edit = (payload: object) => editProposal(intake.db, intake.caller, { id: third, payload });
    const sound = { title: 'A meeting', type: 'meeting', date: null, place: null, participants: [] };
    for (const wrong of ['#9', '#3', newId('actor'), intake.idOf('sample-meeting'), 'act_1', { not: '' }]) {
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
    for (const into of [intake.idOf('sample-meeting'), newId('actor'), intake.idOf('sample-report')]) {
      await expect(mergeProposal(intake.db, intake.caller, { id: first, into })).rejects.toHaveProperty(
        'code',
        'invalid_input',
      );
    }
    await expect(decide(intake.db, intake.caller, { id: other, decision: 'accepted' })).rejects.toHaveProperty(
      'code',
      'not_found',
    );
    await expect(sendToDrafts(intake.db, intake.caller, { id: first, expectedVersion: 1 })).rejects.toHaveProperty(
      'code',
      'not_found',
    );
    const version = (await intake.read(other)).lockVersion;
    const description = {
      title: null,
      publisher: null,
      author: null,
      published: null,
      language: null,
      form: 'article' as const,
      rights: 'passages' as const,
      licence: null,
    };
    await expect(
      describeItem(intake.db, intake.caller, {
        id: other,
        expectedVersion: version,
        ...description,
        sourceOf: intake.idOf('sampleland'),
      }),
    ).rejects.toHaveProperty('code', 'invalid_input');
    const token: Caller = { userId: 'someone', role: 'administrator', scopes: ['read', 'write'] };
    expect(() => decide(intake.db, token, { id: first, decision: 'accepted' })).toThrow('No API token may do this');
    expect(() => sendToDrafts(intake.db, token, { id, expectedVersion: 1 })).toThrow('No API token may do this');
  });

  it('end with their text: what is given up or finished is decided no more', async () => {
    const text = meetingText();
    const id = await intake.take(text, meetingProposals(text));
    const before = await countItems(intake.db, intake.caller);
    await putAside(intake.db, intake.caller, { id });
    expect((await countItems(intake.db, intake.caller)).decide).toBe(before.decide - 1);
    expect(
      (await listItems(intake.db, intake.caller, { view: 'decide', after: null, limit: 100 })).items.find(
        (item) => item.id === id,
      ),
    ).toMatchObject({ aside: true });
    await discardItem(intake.db, intake.caller, { id, expectedVersion: (await intake.read(id)).lockVersion });
    expect(await intake.db.intakeFile.count({ where: { itemId: id } })).toBe(0);
    await expect(
      decide(intake.db, intake.caller, { id: await intake.suggestion(id, 1), decision: 'accepted' }),
    ).rejects.toHaveProperty('code', 'state_conflict');
    await expect(
      intake.db.suggestion.updateMany({
        where: { itemId: id },
        data: { decision: 'accepted', decidedById: 'x', decidedAt: new Date() },
      }),
    ).rejects.toThrow('suggestions are decided while');
  });
});
