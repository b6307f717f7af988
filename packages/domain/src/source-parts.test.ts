import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointLength, sliceCodePoints } from './passage';
import { partAt, partLength, partOfText, partSlack, partsOf } from './source-parts';

const line = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '😀'), maxLength: 90 });
const longText = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 60 }))
  .map(([lines, times]) => Array.from({ length: times }, () => lines.join('\n')).join('\n'));

describe('the parts of a text', () => {
  test('hold all of it, and each passage is in the part that its place names', () => {
    fc.assert(
      fc.property(longText, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const length = codePointLength(text);
        const parts = Array.from({ length: partsOf(length) }, (_, at) => partOfText(text, at + 1));
        let covered = 0;
        for (const { from, to, text: words } of parts) {
          expect(from).toBeLessThanOrEqual(covered + 1);
          expect(words).toBe(sliceCodePoints(text, from, to));
          expect(to - from).toBeLessThanOrEqual(partLength + 2 * partSlack);
          covered = to;
        }
        expect(covered).toBe(length);
        const start = Math.min(Math.floor(share * length), Math.max(0, length - 1));
        const part = parts[partAt(start) - 1];
        expect(
          part !== undefined && part.from <= start && (start < part.to || length === 0 || text.at(-1) === '\n'),
        ).toBe(true);
      }),
    );
  });

  test('count their paragraphs on, over blank lines', () => {
    const text = Array.from({ length: 2000 }, (_, at) => `Paragraph ${at + 1} of the text.\n`).join('\n');
    const second = partOfText(text, 2);
    expect(/Paragraph (\d+)/.exec(second.text)?.[1]).toBe(String(second.paragraphsBefore + 1));
  });

  test('tear a line that has no end, and beyond the last there is nothing', () => {
    const text = 'x'.repeat(3 * partLength);
    expect([1, 2, 3, 4].map((part) => partOfText(text, part).text.length)).toEqual([
      partLength,
      partLength,
      partLength,
      0,
    ]);
    expect(partOfText(text, 2).paragraphsBefore).toBe(0);
    expect(partOfText('Short.', 1)).toEqual({ from: 0, to: 6, text: 'Short.', paragraphsBefore: 0 });
    expect(partOfText('', 1)).toEqual({ from: 0, to: 0, text: '', paragraphsBefore: 0 });
  });
});
