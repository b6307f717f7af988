import { extract } from '@rapporteur/extraction/extract';
import type { Extraction, Span } from '@rapporteur/extraction/extraction';
import { proposalSchemas } from '@rapporteur/domain/intake/proposal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposalsOf } from './proposals';

const text = '🕊️ Ada Quill of Norland told a press conference that Norland refuses to lend ships because of the coast.';
/** A stretch of the text by its words, in code points. */
function span(words: string): Span {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return [start, start + Array.from(words).length];
}
const grounds = { reason: 'It says so.', confidence: 0.9 };
const nothing: Extraction = {
  language: 'en',
  statements: [],
  actors: [],
  dates: [],
  places: [],
  events: [],
  programmes: [],
  provisions: [],
  commitments: [],
  positions: [],
};
const norland = 'act_01hf000000000000000000000a';
const found: Extraction = {
  ...nothing,
  actors: [
    {
      ...grounds,
      name: 'Ada Quill',
      kind: 'person',
      seatOf: null,
      sameAs: null,
      role: 'minister',
      affiliation: 'Norland',
      spans: [span('Ada Quill')],
      id: null,
      identifiers: [],
    },
    {
      ...grounds,
      name: 'Norland',
      kind: 'state',
      seatOf: null,
      sameAs: null,
      role: null,
      affiliation: null,
      spans: [span('Norland')],
      id: norland,
      identifiers: [],
    },
  ],
  events: [
    {
      ...grounds,
      title: 'Press conference',
      type: 'press_conference',
      span: span('a press conference'),
      date: null,
      dateSpan: null,
      place: null,
      participants: [0, 1, 1],
    },
  ],
  statements: [
    {
      ...grounds,
      speaker: 'Ada Quill',
      speakerSpan: span('Ada Quill'),
      actor: 0,
      role: 'minister',
      affiliation: 'Norland',
      kind: 'indirect',
      cue: 'told',
      cueSpan: span('told'),
      contentSpans: [span('Norland refuses to lend ships because of the coast')],
      act: 'refuses',
      date: null,
      headline: false,
      within: null,
      media: false,
      reasons: [span('because of the coast')],
    },
  ],
  positions: [
    {
      ...grounds,
      actor: 1,
      statement: 0,
      issue: null,
      subject: 'Lending ships',
      stance: 'opposes',
      turn: null,
      span: span('refuses to lend ships'),
    },
  ],
};

describe('proposals', () => {
  it('propose a state once, under its usual name, with the seats that stand for its government', () => {
    const oslo = { ...grounds, kind: 'state' as const, role: null, affiliation: null, id: null, identifiers: [] };
    const seats: Extraction = {
      ...nothing,
      actors: [
        { ...oslo, name: 'Oslo', seatOf: 'Norway', sameAs: null, spans: [span('Norland')] },
        { ...oslo, name: 'Storting', seatOf: 'Norway', sameAs: 0, spans: [span('Ada Quill')] },
      ],
    };
    const all = proposalsOf(text, seats, null);
    expect(all.map(({ proposal: { payload } }) => payload)).toMatchObject([{ name: 'Norway' }]);
    expect(all[0]?.passages).toHaveLength(2);
  });

  it('come in the order of the text, name each other by number, and the record by its ids', () => {
    const all = proposalsOf(text, found, '2021-05-04');
    expect(all.map(({ proposal: { kind } }) => kind)).toEqual(['actor', 'event', 'statement', 'issue', 'position']);
    expect(all[1]?.proposal.payload).toMatchObject({ participants: ['#1', norland] });
    expect(all[2]).toMatchObject({
      proposal: {
        payload: {
          text: 'Norland refuses to lend ships because of the coast',
          speaker: '#1',
          capacity: 'minister, Norland',
          onBehalfOf: norland,
          event: '#2',
          // A report of 4 May tells of it, so it was said by then.
          date: '/2021-05-04',
          claims: [
            { role: 'claim', issue: '#4' },
            { text: 'because of the coast', role: 'reason', issue: null },
          ],
        },
      },
      passages: [{ part: 'main' }, { part: 'speaker' }, { part: 'onBehalfOf', start: 0 }, { part: 'reason' }],
    });
    // What was said takes the position; its subject alone does not say who stands how.
    expect(all[4]).toMatchObject({
      proposal: { payload: { summary: 'Norland refuses to lend ships because of the coast', issue: '#4' } },
      passages: all[2]?.passages.slice(0, 1),
    });
    const [, speaker] = all[2]?.passages ?? [];
    expect(Array.from(text).slice(speaker?.start, speaker?.end).join('')).toBe('Ada Quill of Norland told');
    expect(all[4]?.proposal.payload).toMatchObject({
      actor: norland,
      issue: '#4',
      statement: '#3',
      date: '/2021-05-04',
    });
  });

  it('bring the sentence that says a day, a force, a period, the parties and how far it has come', () => {
    const words =
      'The pact between Norland and Sudland for 2032 is under negotiation. The pact shall include 🕊️ drills.\n' +
      'Ada Moor said on 3 May 2021 that the port was closed.';
    const actors = ['Norland', 'Sudland'].map((name) => ({
      id: norland,
      kind: 'state' as const,
      names: [name],
      offices: [],
    }));
    const all = proposalsOf(words, extract(words, { language: 'en', actors }), '2021-05-04');
    const said = (kind: string) =>
      all
        .find(({ proposal }) => proposal.kind === kind)
        ?.passages.map(({ part, start, end }) => [part, Array.from(words).slice(start, end).join('')]);
    const pact = 'The pact between Norland and Sudland for 2032 is under negotiation.';
    expect(said('programme')).toEqual([
      ['main', pact],
      ['period', pact],
      ['parties', pact],
      ['status', pact],
    ]);
    expect(said('provision')).toContainEqual(['force', 'The pact shall include 🕊️ drills.']);
    expect(said('statement')).toContainEqual(['date', 'Ada Moor said on 3 May 2021 that the port was closed.']);
  });

  it('leave out headlines, the medium’s own words, and what no record can be called; nothing names what is left out', () => {
    const [statement] = found.statements;
    const odd: Extraction = {
      ...found,
      actors: found.actors.map((actor) => ({
        ...actor,
        id: null,
        name: actor.name === 'Norland' ? '\u0007' : actor.name,
      })),
      statements:
        statement === undefined ? [] : [statement, { ...statement, headline: true }, { ...statement, media: true }],
    };
    const all = proposalsOf(text, odd, null);
    expect(all.map(({ proposal: { kind } }) => kind)).toEqual(['actor', 'event', 'statement', 'issue', 'position']);
    expect(all[1]?.proposal.payload).toMatchObject({ participants: ['#1'] });
    expect(all[2]?.proposal.payload).toMatchObject({ date: null });
    expect(all[4]?.proposal.payload).toMatchObject({ actor: null });
  });

  it('meet their schemas whatever the words and places are', () => {
    const place = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
    const sample = fc.record({
      words: fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
      name: fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.constant('\u0000\ufffe\n')),
      edtf: fc.constantFrom('2021-05-03', 'soon', '', '2021-13'),
      spans: fc.array(place, { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(sample, ({ words, name, edtf, spans }) => {
        const [first = [0, 0] as Span] = spans;
        const hostile: Extraction = {
          ...found,
          actors: found.actors.map((actor) => ({ ...actor, id: null, name, role: name, spans })),
          events: found.events.map((event) => ({ ...event, title: name, date: edtf, place: name, span: first })),
          statements: found.statements.map((one) => ({
            ...one,
            contentSpans: spans,
            speakerSpan: first,
            cueSpan: first,
            reasons: spans,
          })),
          positions: found.positions.map((one) => ({ ...one, subject: name, span: first, actor: 7, statement: 9 })),
        };
        for (const { proposal } of proposalsOf(words, hostile, edtf)) {
          expect(proposalSchemas[proposal.kind].safeParse(proposal.payload).error).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the occasion of a statement', () => {
  const eventOf = (text: string) => {
    const all = proposalsOf(text, extract(text, { language: 'en' }), null);
    const said = all.find(({ proposal: { kind } }) => kind === 'statement')?.proposal.payload as { event?: string };
    const nth = Number(said.event?.slice(1) ?? 0);
    return (all[nth - 1]?.proposal.payload as { title?: string } | undefined)?.title ?? null;
  };

  it.each([
    ['At the Vilnius summit, Ada Moor said that the port was open.', 'Vilnius summit'],
    ['The port is open, Ada Moor told a press conference in Vienna.', 'Press conference in Vienna'],
    ['Speaking at the NATO summit, Ada Moor said that the port was open.', 'NATO summit'],
    ['Ada Moor, who had missed the Madrid summit, said that the port was open.', null],
    ['Ada Moor said that the Madrid summit had failed.', null],
  ])('%s', (text, event) => {
    expect(eventOf(text)).toBe(event);
  });
});
