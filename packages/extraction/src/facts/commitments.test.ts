import { describe, expect, it } from 'vitest';
import { factsOf } from '../testing/facts-of';

describe('commitments', () => {
  it.each<[string, [string[], string[], string, string][]]>([
    [
      'Ostland pledged to train pilots for Westland by the spring.',
      [[['Ostland'], ['Westland'], 'train pilots for Westland by the spring', 'announced']],
    ],
    [
      'The Northern Alliance and Ostland agreed to intensify military training as part of their work.',
      [[['Northern Alliance', 'Ostland'], [], 'intensify military training', 'agreed']],
    ],
    ['Nordia has committed €2 billion to Ostland.', [[['Nordia'], ['Ostland'], '€2 billion to Ostland', 'announced']]],
    [
      'On Tuesday, Nordia will provide Ostland with 40 trucks, Jon Moor said.',
      [[['Nordia'], ['Ostland'], 'provide Ostland with 40 trucks', 'announced']],
    ],
    [
      'Nordia shall supply grain to Ostland.',
      [[['Nordia'], ['Ostland'], 'supply grain to Ostland', 'legally_committed']],
    ],
    ['The government of Nordia, which pledged $5 million, has left.', [[['Nordia'], [], '$5 million', 'announced']]],
    [
      'Nordia has delivered forty trucks to Ostland.',
      [[['Nordia'], ['Ostland'], 'forty trucks to Ostland', 'delivered']],
    ],
    ['Nordia delivered a message of peace to Ostland.', []],
    ['Nordia will provide an update on Tuesday.', []],
    [
      'Nordia pledged $5 million, and the Ostland Council provided grain.',
      [[['Nordia'], [], '$5 million', 'announced']],
    ],
    ['Nordia will not supply grain to Ostland.', []],
    ['It is the grain that Nordia has delivered to Ostland and Westland.', []],
    ['Will Nordia provide grain to Ostland?', []],
    ['Nordia is committed to the search for peace.', []],
    ['Nordia will deliver remarks to Ostland.', []],
    ['Nordia could provide grain to Ostland.', []],
    ['Ostland agreed to the plan.', []],
    [
      'Jon Moor met with Ada Köves. Both leaders agreed to open the border.',
      [[['Jon Moor', 'Ada Köves'], [], 'open the border', 'agreed']],
    ],
  ])('%s', (text, expected) => {
    const { commitments, names } = factsOf(text);
    expect(commitments.map(({ owedBy, owedTo, what, step }) => [names(owedBy), names(owedTo), what, step])).toEqual(
      expected,
    );
    for (const { what, span } of commitments) expect(text.slice(...span)).toBe(what);
  });

  it('of the parties to an agreement are theirs, point by point', () => {
    const text =
      'Ostland and Nordia (hereinafter, the “Parties”) have met.\n\nThe Parties agree:\n\n- To open the border;\n\n' +
      '- To share radar data; and\n\n- To train pilots.\n\nThe rest is left for later.';
    const { commitments, names } = factsOf(text);
    expect(commitments.map(({ owedBy, what, step }) => [names(owedBy).join(' & '), what, step])).toEqual([
      ['Ostland & Nordia', 'To open the border', 'agreed'],
      ['Ostland & Nordia', 'To share radar data', 'agreed'],
      ['Ostland & Nordia', 'To train pilots', 'agreed'],
    ]);
  });
});
