import { sliceCodePoints } from '@rapporteur/domain/passage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf, passageOf, stretchesOf, trimStretch, widenToSentence } from './place';

const text = 'The ministers met. They agreed.\n\nHungary refused 🐝 again, e.g. on Monday. Nobody else did.';
const stretch = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });
const words = ({ from, to }: { from: number; to: number }) => text.slice(from, to);

describe('a selection', () => {
  it('loses the white space at its ends, and is nothing without words', () => {
    expect(trimStretch(text, stretch(' met. '))).toEqual(stretch('met.'));
    expect(trimStretch(text, stretch('\n\n'))).toBeNull();
  });

  it('widens to its sentence, or to all that it touches, within the paragraph', () => {
    expect(words(widenToSentence(text, stretch('refused'), 'en'))).toBe('Hungary refused 🐝 again, e.g. on Monday.');
    expect(words(widenToSentence(text, stretch('met. They'), 'en'))).toBe('The ministers met. They agreed.');
    expect(words(widenToSentence(text, stretch('They agreed.'), 'en'))).toBe('They agreed.');
    expect(words(widenToSentence(text, stretch('else'), 'not a tag'))).toBe('Nobody else did.');
  });

  it('is a passage in code points, and found again from them', () => {
    const passage = passageOf(text, 'f'.repeat(64), stretch('again'));
    expect(passage).toMatchObject({ exact: 'again', start: stretch('again').from - 1 });
    expect(sliceCodePoints(text, passage.start, passage.end)).toBe('again');
    expect(stretchesOf(text, [passage])).toEqual([stretch('again')]);
  });

  it('comes back from code points wherever it was', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', '🐝', 'é', '\n', ' ', '𝒜'), minLength: 1 });
    fc.assert(
      fc.property(letters, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }), (content, ends) => {
        const length = [...content].length;
        const places = ends.map(([one, other]) => {
          const [start = 0, end = 0] = [one % (length + 1), other % (length + 1)].toSorted((a, b) => a - b);
          return { start, end };
        });
        stretchesOf(content, places).forEach(({ from, to }, at) => {
          const { start, end } = places[at] ?? { start: 0, end: 0 };
          expect(content.slice(from, to)).toBe(sliceCodePoints(content, start, end));
        });
      }),
    );
  });
});

describe('a text in pieces', () => {
  it('loses nothing, and knows the passages over each piece', () => {
    const mark = fc.tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '\n') }),
        fc.array(mark, { maxLength: 4 }),
        (content, drawn) => {
          const marks = drawn.map(([one, other, note]) => ({
            from: Math.min(one, other, content.length),
            to: Math.min(Math.max(one, other), content.length),
            note,
          }));
          const pieces = paragraphsOf(content, { from: 0, to: content.length }, marks).flat();
          expect(pieces.map(({ from, to }) => content.slice(from, to)).join('')).toBe(content);
          for (const { from, to, notes } of pieces) {
            for (let at = from; at < to; at++) {
              const over = marks.filter((mark) => mark.from <= at && at < mark.to).map(({ note }) => note);
              expect(new Set(notes)).toEqual(new Set(over));
            }
          }
        },
      ),
    );
  });

  it('shows a window of a long text', () => {
    const pieces = paragraphsOf(text, { from: 4, to: 17 }, [{ from: 0, to: 13, note: 1 }]).flat();
    expect(pieces.map((piece) => [words(piece), piece.notes])).toEqual([
      ['ministers', [1]],
      [' met', []],
    ]);
  });
});
