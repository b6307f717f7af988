import { newId } from '@rapporteur/domain/ids';
import { longestPassage } from '@rapporteur/domain/intake/proposal';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../policy';
import { meetingProposals, meetingText, sampleIntake } from '../testing/intake';
import { choosePassage, decide, editProposal, mergeProposal, proposeByHand, undo } from './decide';
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
