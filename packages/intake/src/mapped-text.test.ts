import { normaliseText, sliceCodePoints, splitsPair } from '@rapporteur/domain/passage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MappedText } from './mapped-text';
import { stretchesOf } from './testing/stretches';

const signs = [
  'a',
  'b',
  ' ',
  '\n',
  '\r\n',
  '\r',
  'é',
  'e\u0301',
  '\u0301',
  '𝒳',
  '🇺🇦',
  'שלום',
  '\u200f',
  '\u00a0',
  '\ufeff',
  'Å',
  '가',
  '\u1100\u1161',
  '\u11a8',
  '\ud800',
  '\udc00',
  '\u2029',
  '\u0344',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** A text taken in pieces, with words of the reader's own between them. */
function taken(original: string, cuts: number[]): MappedText {
  const mapped = new MappedText(original);
  let at = 0;
  for (const cut of [...cuts.toSorted((one, other) => one - other), original.length]) {
    const end = splitsPair(original, cut) ? cut + 1 : Math.min(cut, original.length);
    mapped.take(original.slice(at, end), { start: at, end });
    if (cut % 3 === 0 && cuts.includes(cut)) mapped.add('\n\n');
    at = end;
  }
  return mapped;
}

describe('a mapped text', () => {
  it('is the normalised text, and every stretch is what it says of the original', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: whole, map } = taken(original, []).finish();
        expect(whole).toBe(normaliseText(original).replaceAll('\0', '\ufffd'));
        for (const { ours, theirs } of stretchesOf(whole, map, original)) {
          expect(ours).toBe(normaliseText(theirs).replaceAll('\0', '\ufffd'));
        }
      }),
      { numRuns: 500, examples: [['\r\ufeff\n'], ['\ud800\ufeff\udc00'], ['e\ufeff\u0301']] },
    );
  });

  it('keeps its stretches in order and inside, however it is taken together', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(80), { maxLength: 5 }), (original, cuts) => {
        const { text: whole, map } = taken(original, cuts).finish();
        for (const { ours, theirs, exact } of stretchesOf(whole, map, original)) {
          // A letter put together across two pieces may be in neither.
          if (exact) expect(normaliseText(theirs).replaceAll('\0', '\ufffd')).toContain(ours);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses nothing but line ends and what is composed across pieces', () => {
    const { text: whole, map } = taken('one\r\ntwo e\u0301 𝒳 three\u00a0four', []).finish();
    expect(whole).toBe('one\ntwo é 𝒳 three four');
    const seen = map.map(({ start, end, original }) => [sliceCodePoints(whole, start, end), original]);
    expect(seen).toEqual([
      ['one', { start: 0, end: 3 }],
      ['two ', { start: 5, end: 9 }],
      ['é', { start: 9, end: 11 }],
      [' 𝒳 three four', { start: 11, end: 24 }],
    ]);
  });
});
