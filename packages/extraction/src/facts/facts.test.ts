import { describe, expect, it } from 'vitest';
import type { ActorKind, KnownIssue, SuggestedStatement } from '../extraction';
import { read } from '../text/reading';
import { suggestedActor, suggestedStatement } from '../testing/suggested';
import { findFacts } from './facts';
import type { FoundBefore } from './found-text';

const kinds: Record<string, ActorKind> = {
  Ostland: 'state',
  Westland: 'state',
  Nordia: 'state',
  Varna: 'state',
  'Northern Alliance': 'organisation',
  'Ada Köves': 'person',
  'Jon Moor': 'person',
};
const days: Record<string, string> = { '4 May 2031': '2031-05-04', Tuesday: '2031-05-06' };
const towns = ['Sandhafen', 'Moorbruck'];

/** All that a text says of invented actors, found by their names alone. */
function factsOf(text: string, said: Partial<SuggestedStatement>[] = [], issues: KnownIssue[] = []) {
  const spansOf = (name: string): [number, number][] =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu'))].map(({ index }) => [
      index,
      index + name.length,
    ]);
  const grounds = { reason: 'for the test', confidence: 1 };
  const before: FoundBefore = {
    actors: Object.entries(kinds).map(([name, kind]) => suggestedActor({ name, kind, spans: spansOf(name) })),
    dates: Object.entries(days).flatMap(([words, edtf]) =>
      spansOf(words).map((span) => ({ text: words, span, edtf, ...grounds })),
    ),
    places: towns.flatMap((name) => spansOf(name).map((span) => ({ name, span, ...grounds }))),
    statements: said.map((statement) => suggestedStatement({ contentSpans: [[0, text.length]], ...statement })),
    issues,
  };
  const facts = findFacts(read(text, 'en'), before);
  const names = (places: readonly number[]) => places.map((place) => before.actors[place]?.name);
  return { ...facts, names, text };
}

describe('the nature of a programme', () => {
  it.each([
    [
      'The training programme between Ostland and Westland for 2031 remains voluntary.',
      'voluntary',
      'remains voluntary',
    ],
    ['The pact is legally binding.', 'binding', 'is legally binding'],
    ['The pact is not legally binding, the ministers said.', 'voluntary', 'is not legally binding'],
    ['Ostland and Westland signed a politically binding declaration.', 'political', 'politically binding'],
    ['The two sides work on a legally binding treaty.', 'binding', 'legally binding'],
    ['The accord is implemented on a voluntary basis.', 'voluntary', 'voluntary basis'],
    ['The non-binding memorandum was signed.', 'voluntary', 'non-binding'],
    ['Ostland wants a binding answer.', undefined, null],
    ['The plan, Jon Moor said, was a mistake, and his word is binding.', undefined, null],
  ])('%s', (text, nature, words) => {
    const [programme] = factsOf(text).programmes;
    expect(programme?.nature).toBe(nature);
    expect(programme?.natureSpan ? text.slice(...programme.natureSpan) : null).toBe(words);
  });
});

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
});

describe('programmes', () => {
  const programmesOf = (text: string) => {
    const { programmes, names } = factsOf(text);
    return programmes.map(({ title, status, period, parties, relations }) => ({
      title,
      status,
      period,
      parties: names(parties),
      ...(relations.length > 0 ? { relations: relations.map(({ type, title: other }) => `${type}: ${other}`) } : {}),
    }));
  };

  it('have parties and a period, and are the same when they are named again', () => {
    const text =
      'The cooperation programme between Ostland and the Northern Alliance for 2031 remains voluntary. ' +
      'Ministers said that the agreement does not cover rockets. It also excludes mines.';
    expect(programmesOf(text)).toEqual([
      {
        title: 'cooperation programme between Ostland and the Northern Alliance for 2031',
        status: 'agreed',
        period: '2031',
        parties: ['Ostland', 'Northern Alliance'],
      },
    ]);
    const { provisions } = factsOf(text);
    expect(provisions.map(({ scope, subject, programme }) => [scope, subject, programme])).toEqual([
      ['excluded', 'rockets', 0],
      ['excluded', 'mines', 0],
    ]);
  });

  it('under consideration are what others weigh, and say to what they are an alternative', () => {
    expect(
      programmesOf(
        'The Northern Alliance is considering offering Ostland a simpler alternative to the usual accession plan.',
      ),
    ).toEqual([
      {
        title: 'simpler alternative to the usual accession plan',
        status: 'under_consideration',
        period: null,
        parties: [],
        relations: ['alternative_to: usual accession plan'],
      },
    ]);
  });

  it.each([
    [
      'The Sandhafen Treaty of 1990 replaced the Moorbruck Pact.',
      ['Sandhafen Treaty of 1990', 'agreed', 'succeeds: Moorbruck Pact'],
    ],
    [
      'The old trade pact between Ostland and Nordia expired.',
      ['old trade pact between Ostland and Nordia', 'ended', undefined],
    ],
    [
      'A 2031–2035 partnership between Ostland and Nordia is under negotiation.',
      ['2031–2035 partnership between Ostland and Nordia', 'under_consideration', undefined],
    ],
  ])('%s', (text, expected) => {
    const [{ title, status, relations } = { title: null, status: null, relations: [] }] = programmesOf(text);
    expect([title, status, relations?.[0]]).toEqual(expected);
  });

  it('have no party in the town where they were made', () => {
    expect(programmesOf('The Varna Convention covers the islands.')).toMatchObject([
      { title: 'Varna Convention', parties: [] },
    ]);
  });

  it('are not suggested where a plan or a deal is only spoken of', () => {
    expect(programmesOf('Jon Moor has a plan. The deal of the day is bread.')).toEqual([]);
  });
});

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
    ['Nordia will not supply grain to Ostland.', []],
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

describe('events', () => {
  it.each<[string, [string, string, string | null, string | null, string[]][]]>([
    [
      'They spoke at the meeting of foreign ministers in Sandhafen on 4 May 2031.',
      [['Meeting of foreign ministers in Sandhafen on 4 May 2031', 'meeting', '2031-05-04', 'Sandhafen', []]],
    ],
    [
      'Ada Köves said so at a press conference on Tuesday. The press conference was short.',
      [['Press conference on Tuesday', 'press_conference', '2031-05-06', null, ['Ada Köves']]],
    ],
    [
      'Jon Moor met with Ada Köves in Sandhafen on Tuesday.',
      [['Meeting of Jon Moor and Ada Köves', 'meeting', '2031-05-06', 'Sandhafen', ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Jon Moor met with Ada Köves of Ostland.',
      [['Meeting of Jon Moor and Ada Köves', 'meeting', null, null, ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Jon Moor spoke by phone with Ada Köves.',
      [['Call of Jon Moor and Ada Köves', 'call', null, null, ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Jon Moor held a phone call with Ada Köves on Tuesday.',
      [['Phone call with Ada Köves on Tuesday', 'call', '2031-05-06', null, ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Ostland and Nordia signed the Sandhafen Accord on 4 May 2031.',
      [['Signing of the Sandhafen Accord', 'signing', '2031-05-04', null, ['Ostland', 'Nordia']]],
    ],
    ['We call on Ostland to vote. It is meeting the needs of all.', []],
    ['No meeting was held.', []],
    ['Meetings of this kind are rare.', []],
  ])('%s', (text, expected) => {
    const { events, names } = factsOf(text);
    expect(
      events.map(({ title, type, date, place, participants }) => [title, type, date, place, names(participants)]),
    ).toEqual(expected);
  });
});

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
