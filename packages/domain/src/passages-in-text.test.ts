import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reanchor } from './anchor';
import { countOccurrences } from './occurrence-counts';
import { occurrences } from './occurrences';
import { codePointLength, normaliseText, selectPassage, type PassageSelector } from './passage';
import { longestSearched, statesIn } from './passages-in-text';

const enough = () => ({ left: 1_000_000_000 });
const words = fc.array(fc.constantFrom('ab', 'a', ' ', 'b', '𝒳', '中', ', ', 'a b'), { maxLength: 60 });
const text = words.map((pieces) => normaliseText(pieces.join('')));

test('patterns are counted as each is alone, overlapping and within one another', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 12 }), (whole, patterns) => {
      const cut = patterns.map((pattern) => pattern.slice(0, 6));
      const counts = cut.map((pattern) => occurrences(whole, pattern, Infinity).length);
      expect(countOccurrences(whole, cut)).toEqual(counts);
    }),
  );
});

test('many passages become in another text what each becomes alone', async () => {
  const stretches = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 })), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(text, text, stretches, async (before, inserted, places) => {
      const length = codePointLength(before);
      const passages = places.flatMap(([at, count]): PassageSelector[] =>
        length === 0 ? [] : [selectPassage(before, at % length, Math.min((at % length) + count, length), 'old')],
      );
      for (const after of [before, inserted, inserted + before, before + inserted, before.slice(3)].map(normaliseText))
        expect(await statesIn(after, 'new', passages, enough())).toEqual(
          passages.map((passage) => reanchor(passage, after, 'new').state),
        );
    }),
  );
});

const rows = Array.from({ length: 20_000 }, (_, index) => `${10_000 + index},Reed 𝒳,${index % 3}\n`);
const file = rows.join('');
const starts = rows.map((_, index) => codePointLength(rows.slice(0, index % 2000).join('')));

test('the rows of a file are found again below a new one, in one reading of it', async () => {
  const passages = rows.slice(0, 2000).map((row, index) => {
    const start = starts[index] ?? 0;
    return selectPassage(file, start, start + codePointLength(row), 'old');
  });
  const after = `New,row,0\n${file}`;
  const words = passages.reduce((sum, { exact }) => sum + exact.length, after.length);
  const reading = { left: 8 * words };
  expect(new Set(await statesIn(after, 'new', passages, reading))).toEqual(new Set(['moved']));
  expect(reading.left).toBe(0);
  // What stands where it stood is seen without reading.
  expect(new Set(await statesIn(file, 'new', passages, { left: 0 }))).toEqual(new Set(['verified']));
});

test('what nothing has read is said of nothing', async () => {
  const said = ['The lake was calm and wide.', 'The reeds were high and green.', 'The fens were dark and deep.'];
  const before = said.join(' ');
  const passages = said.map((sentence) => {
    const start = before.indexOf(sentence);
    return selectPassage(before, start, start + sentence.length, 'old');
  });
  const after = 'The lake was calm and cold. The reeds were high and brown. The fens were dark and long.';
  expect(await statesIn(after, 'new', passages, { left: 0 })).toEqual(['uncompared', 'uncompared', 'uncompared']);
  const counted = 8 * (before.length - 2 + after.length);
  expect(await statesIn(after, 'new', passages, { left: counted + 2 * after.length })).toEqual([
    'changed',
    'changed',
    'uncompared',
  ]);
  expect(await statesIn('', 'new', passages, enough())).toEqual(['gone', 'gone', 'gone']);
  const long = `${after} ${'The record goes on. '.repeat(longestSearched / 20)}`;
  expect(await statesIn(long, 'new', passages.slice(0, 1), enough())).toEqual(['uncompared']);
  expect(await statesIn(`${long} ${said[0]}`, 'new', passages.slice(0, 1), enough())).toEqual(['moved']);
});
