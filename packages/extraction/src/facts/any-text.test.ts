import fc from 'fast-check';
import { expect, it } from 'vitest';
import { read } from '../text/reading';
import { suggestedActor, suggestedStatement } from '../testing/suggested';
import { findFacts } from './facts';

const words = (
  'Ostland Nordia the a this agreement programme plan treaty meeting summit call vote does not include excludes covers will ' +
  'provide pledged to agreed signed met with and or , . : ; ( ) “ ” - – \n \n\n 2031 2031–2035 for between of binding voluntary ' +
  'legally is remains under consideration considering alternative refused opposes supports it that which without committing 𝒳 שלום'
).split(' ');
const text = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

it('finds only what lies in the text, and says it in its words, for any text', () => {
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }), (whole, cuts) => {
      const spans = cuts.map(([one, other]): [number, number] => {
        const start = one % (whole.length + 1);
        return [start, start + (other % (whole.length - start + 1))];
      });
      const grounds = { reason: 'for the test', confidence: 1 };
      const facts = findFacts(read(whole, 'en'), {
        actors: spans.map((span) => suggestedActor({ spans: [span] })),
        dates: spans.map((span) => ({ text: 'then', span, edtf: '2031', ...grounds })),
        places: spans.map((span) => ({ name: 'there', span, ...grounds })),
        statements: spans.map((span) => suggestedStatement({ actor: 0, contentSpans: [span], act: 'opposes' })),
        issues: [],
      });
      const { events, programmes, provisions, commitments, positions } = facts;
      const found = [...events, ...programmes, ...provisions, ...commitments, ...positions];
      for (const { span, confidence, reason } of found) {
        expect(span[0]).toBeGreaterThanOrEqual(0);
        expect(span[1]).toBeGreaterThanOrEqual(span[0]);
        expect(span[1]).toBeLessThanOrEqual(whole.length);
        expect(confidence > 0 && confidence <= 1 && reason !== '').toBe(true);
      }
      const said = (span: [number, number]) =>
        whole
          .slice(...span)
          .replace(/\s+/g, ' ')
          .trim();
      for (const { subject, span } of provisions) expect(said(span)).toBe(subject);
      for (const { what, span } of commitments) expect(said(span)).toBe(what);
      for (const { programme } of provisions)
        expect(programme === null || programmes[programme] !== undefined).toBe(true);
      for (const { owedBy } of commitments) expect(owedBy.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});
