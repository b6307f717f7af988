import { describe, expect, it } from 'vitest';
import type { KnownIssue } from '../extraction';
import { factsOf } from '../testing/facts-of';

describe('positions', () => {
  const issue: KnownIssue = {
    id: 'iss_1',
    question: 'Should heavy guns be supplied to Westland?',
    shortTitle: 'Heavy guns for Westland',
  };

  it('are those of the actor that the words name, on a question on record where they share its words', () => {
    const text = 'Ada Köves said that Ostland has refused to supply heavy guns to Westland.';
    const start = text.indexOf('Ostland');
    const { positions, names } = factsOf(text, [{ actor: 5, contentSpans: [[start, text.length - 1]] }], [issue]);
    expect(positions).toMatchObject([
      { statement: 0, stance: 'opposes', subject: 'supply heavy guns to Westland', issue: 'iss_1', turn: null },
    ]);
    expect(names(positions.map(({ actor }) => actor))).toEqual(['Ostland']);
    expect(positions[0]?.reason).toMatch(/^Inference from the statement of Ada Köves: it says “has refused”/);
  });

  it('are those of whom the speaker speaks for, where the statement itself takes a stand', () => {
    const text = 'Ada Köves again rejected the plan.';
    const start = text.indexOf('the plan');
    const said = {
      actor: 5,
      role: 'foreign minister',
      affiliation: 'Ostland',
      act: 'opposes',
      cue: 'rejected',
    } as const;
    const { positions, names } = factsOf(text, [{ ...said, contentSpans: [[start, text.length - 1]] }], [issue]);
    expect(positions).toMatchObject([{ stance: 'opposes', subject: 'the plan', issue: null }]);
    expect(names(positions.map(({ actor }) => actor))).toEqual(['Ostland']);
  });

  it.each<[string, string[]]>([
    ['Ostland does not support the ban', ['Ostland opposes the ban']],
    ['Ostland supports the ban only if Nordia does', ['Ostland supports the ban only']],
    ['Nordia vetoed the draft', ['Nordia blocked the draft']],
    ['Nordia could support the ban', []],
    ['Nordia has not ruled out a ban', []],
    ['Nordia supports this', []],
    ['the parts that Nordia supported that would hold', []],
    ['Does Nordia support the ban?', []],
    ['troops of Ostland backed by Nordia have left', []],
    ['Nordia has backed down and left', []],
    ['the ban is supported by Nordia', []],
  ])('%s', (text, expected) => {
    const { positions, names } = factsOf(text, [{}]);
    expect(positions.map(({ actor, stance, subject }) => `${names([actor])[0]} ${stance} ${subject}`)).toEqual(
      expected,
    );
  });
});
