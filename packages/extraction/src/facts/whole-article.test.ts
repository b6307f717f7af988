import { expect, it } from 'vitest';
import { extract } from '../extract';
import type { ExtractionOptions, Span } from '../extraction';

const article = `The training programme between Ostland and the Northern Alliance for 2032 remains voluntary and does not include provisions for the delivery of heavy guns to Ostland. Envoys stressed that the agreement does not envisage arming Ostland with rockets as part of the present framework.
Foreign Minister Ada Köves of Westland 𝒳 told reporters that Westland has refused to supply heavy guns to Ostland. She added that Westland opposes any move that would widen the conflict.
Ada Köves spoke at a press conference in Geneva on 4 May 2031.
The Northern Alliance is considering offering Ostland a simpler alternative to the usual accession plan.
Ostland and the Northern Alliance agreed to intensify military training.`;

const options: ExtractionOptions = {
  language: 'en',
  published: '2031-05-05',
  actors: [
    { id: 'act_1', kind: 'state', names: ['Ostland'], offices: [] },
    { id: 'act_2', kind: 'state', names: ['Westland'], offices: [] },
    { id: 'act_3', kind: 'organisation', names: ['Northern Alliance'], offices: [] },
  ],
  issues: [
    { id: 'iss_1', question: 'Should heavy guns be supplied to Ostland?', shortTitle: 'Heavy guns for Ostland' },
  ],
};

it('answers what a reader of an article asks, each in the words of the text', () => {
  const found = extract(article, options);
  const points = Array.from(article);
  const words = ([start, end]: Span) => points.slice(start, end).join('');
  const idOf = (place: number) => found.actors[place]?.id;
  const [programme, proposal] = found.programmes;

  // Is it binding?
  expect(programme).toMatchObject({ nature: 'voluntary', period: '2032', status: 'agreed' });
  expect(programme?.natureSpan && words(programme.natureSpan)).toBe('remains voluntary');
  expect(programme?.parties.map(idOf)).toEqual(['act_1', 'act_3']);
  // What is excluded?
  expect(found.provisions.map(({ scope, span, programme: of }) => [scope, words(span), of])).toEqual([
    ['excluded', 'delivery of heavy guns to Ostland', 0],
    ['excluded', 'arming Ostland with rockets', 0],
  ]);
  // Who objects, and in whose words?
  const positions = found.positions.map(({ actor, stance, span, issue, statement }) => [
    idOf(actor),
    stance,
    words(span),
    issue,
    found.statements[statement]?.speaker,
  ]);
  expect(positions).toEqual([
    ['act_2', 'opposes', 'supply heavy guns to Ostland', 'iss_1', 'Ada Köves'],
    ['act_2', 'opposes', 'any move that would widen the conflict', null, 'Ada Köves'],
  ]);
  // Where and when? What comes next? What was promised?
  expect(found.events).toMatchObject([{ type: 'press_conference', date: '2031-05-04', place: 'Geneva' }]);
  expect(proposal).toMatchObject({ status: 'under_consideration', relations: [{ type: 'alternative_to' }] });
  expect(found.commitments.map(({ owedBy, what, step }) => [owedBy.map(idOf), what, step])).toEqual([
    [['act_1', 'act_3'], 'intensify military training', 'agreed'],
  ]);
});
