import { randomUUID } from 'node:crypto';
import { Prisma } from '@rapporteur/db/generated/client';
import { mostProposals, type AnyPayload } from '@rapporteur/domain/intake/proposal';
import { describe, expect, it } from 'vitest';
import { proposal } from '../testing/intake';
import { meetingProposals, meetingText, sampleIntake } from '../testing/sample-intake';
import { decide } from './decide';
import { keepAgain } from './keep-again';
import { beginReading } from './reading';
import type { Proposed } from './suggestion';

const intake = sampleIntake();

describe('a text that is read again', () => {
  it('keeps apart what one saying tells of several, also when it is done again and when the text comes again', async () => {
    const text = `The envoy said that Northland opposes the fee and Eastland backs it, text ${randomUUID()}.`;
    const twins = positionsOf(text, ['opposes', 'supports', 'opposes']);
    const id = await intake.take(text, twins);
    await decide(intake.db, intake.caller, { id: await intake.suggestion(id, 2), decision: 'rejected' });
    const readOnce = async (proposed: readonly Proposed[]) => {
      await readOver(id, proposed);
      return stancesOf(id);
    };
    const before = [
      [1, 'opposes', null],
      [2, 'supports', 'rejected'],
      [3, 'opposes', null],
    ];
    expect(await readOnce(twins)).toEqual(before);
    expect(await stancesOf(await intake.take(text, twins))).toEqual(before);
    // Told in another order, or as kept when all of them had one fingerprint.
    expect(await readOnce(twins.toReversed())).toEqual(before);
    await rewrite(id, { fingerprint: 'a'.repeat(64) });
    expect(await readOnce(twins)).toEqual(before);
    // One more of them is new.
    expect(await readOnce(positionsOf(text, ['supports', 'conditional', 'opposes', 'opposes']))).toEqual([
      ...before,
      [4, 'conditional', null],
    ]);
  });

  it('names nothing that is beyond the most proposals', async () => {
    const text = meetingText();
    const id = await intake.take(text, meetingProposals(text));
    const [sampleland, otherland] = meetingProposals(text);
    await rewrite(id, { number: mostProposals }, 3);
    const spring = proposal(text, 'spring', {
      kind: 'actor',
      payload: { name: 'Spring', type: 'person', role: null, affiliation: null, identifiers: [] },
    });
    const [, , meeting] = meetingProposals(text) as [Proposed, Proposed, Proposed];
    const event = { ...meeting.proposal, payload: { ...meeting.proposal.payload, participants: ['#1', '#3', '#2'] } };
    const all = [sampleland, otherland, spring, { ...meeting, proposal: event as AnyPayload }] as Proposed[];
    await readOver(id, all);
    const { suggestions } = await intake.read(id);
    expect(suggestions.map(({ number }) => number)).toEqual([1, 2, mostProposals]);
    expect(suggestions[2]?.payload).toMatchObject({ participants: ['#1', '#2'] });
  });
});

type Position = Extract<AnyPayload, { kind: 'position' }>['payload'];

/** Positions that rest on one saying, with the same words. */
const positionsOf = (text: string, stances: readonly Position['stance'][]) =>
  stances.map((stance) => {
    const nobody = { actor: null, issue: null, turn: null, date: null, statement: null };
    const payload: Position = { ...nobody, stance, summary: 'Northland opposes the fee and Eastland backs it' };
    return proposal(text, 'Northland opposes the fee and Eastland backs it', { kind: 'position', payload });
  });

const stancesOf = async (item: string) =>
  (await intake.read(item)).suggestions.map(({ number, payload, decision }) => [
    number,
    (payload as Position).stance,
    decision,
  ]);

/** Looks again for what a text suggests. */
async function readOver(item: string, proposed: readonly Proposed[]): Promise<void> {
  await intake.db.intakeItem.update({ where: { id: item }, data: { state: 'waiting' } });
  await beginReading(intake.db, item);
  await keepAgain(
    intake.db,
    item,
    proposed.map((one) => ({ ...one, matches: [] })),
  );
}

/** Puts other rows in place of those of a text, or of one number: a row itself stays as it was made. */
async function rewrite(
  item: string,
  change: { fingerprint?: string; number?: number },
  number?: number,
): Promise<void> {
  const where = { itemId: item, ...(number === undefined ? {} : { number }) };
  const rows = await intake.db.suggestion.findMany({ where });
  await intake.db.suggestion.deleteMany({ where });
  await intake.db.suggestion.createMany({
    data: rows.map((row) => ({
      ...row,
      payload: row.payload ?? {},
      passages: row.passages ?? [],
      matches: row.matches ?? [],
      edited: Prisma.DbNull,
      chosen: Prisma.DbNull,
      ...change,
    })),
  });
}
