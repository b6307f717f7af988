import { describe, expect, it } from 'vitest';
import { factsOf } from '../testing/facts-of';

describe('provisions', () => {
  it.each<[string, [string, string, string | null][]]>([
    [
      'The programme does not include provisions for the delivery of heavy guns to Ostland.',
      [['excluded', 'delivery of heavy guns to Ostland', null]],
    ],
    [
      'The agreement does not envisage arming Ostland with rockets as part of the present framework.',
      [['excluded', 'arming Ostland with rockets', null]],
    ],
    [
      'The treaty shall include joint drills, shared radar and a common reserve.',
      [
        ['included', 'joint drills', 'binding'],
        ['included', 'shared radar', 'binding'],
        ['included', 'a common reserve', 'binding'],
      ],
    ],
    ['The pact provides for yearly talks, which both find useful.', [['included', 'yearly talks', null]]],
    ['The charter excludes the use of ports, Jon Moor said.', [['excluded', 'use of ports', null]]],
    ['The accord rules out foreign bases.', [['excluded', 'foreign bases', null]]],
    ['The pact may cover spare parts.', [['included', 'spare parts', 'voluntary']]],
    ['Heavy guns are excluded from the programme.', [['excluded', 'Heavy guns', null]]],
    ['They disagree over whether the programme covers the islands.', [['disputed', 'islands', null]]],
    ['The treaty covers the islands, subject to consent.', [['included', 'islands', 'conditional']]],
    ['The plan covers spare parts.', []],
    ['The parties to the treaty include all ports.', []],
    ['Does the pact cover the islands?', []],
    ['We hope they are included in the pact.', []],
    ['The list names the pact, that covers a lot.', []],
    ['The pact should cover the islands.', []],
    ['The pact does not rule out a base.', []],
    ['Ostland, through its part in the office’s pact, will offer grain.', []],
    [
      'The pact covers trade in grain, steps to open ports, and roads.',
      [['included', 'trade in grain, steps to open ports, and roads', null]],
    ],
    ['Grain is to be included in the treaty.', []],
    ['A majority supports the pact, including farmers.', []],
    ['The text of the treaty excludes all ports.', [['excluded', 'all ports', null]]],
    ['The treaty with Ostland sets up a board to include all ports.', []],
    ['The accord was praised by the chair, whose agenda includes trade.', []],
    ['Ostland does not include the islands in its maps.', []],
    ['The agreement was signed by Ostland, which excludes nothing.', []],
  ])('%s', (text, expected) => {
    const { provisions } = factsOf(text);
    expect(provisions.map(({ scope, subject, force }) => [scope, subject, force])).toEqual(expected);
    for (const { subject, span } of provisions) expect(text.slice(...span)).toBe(subject);
  });

  it.each([
    ['The treaty shall also include joint drills.', 'shall also include'],
    ['Heavy guns must be excluded from the programme.', 'must be excluded'],
    ['The pact may cover spare parts.', 'may cover'],
    ['The treaty covers the islands, subject to consent.', 'subject to'],
    ['The treaty covers the islands if', 'if'],
    ['The pact provides for yearly talks.', null],
  ])('%s: its force is said by “%s”', (text, words) => {
    const [provision] = factsOf(text).provisions;
    expect(provision?.force === null).toBe(words === null);
    expect(provision?.forceSpan ? text.slice(...provision.forceSpan) : null).toBe(words);
  });
});
