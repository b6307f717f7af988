import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from './name-fold';
import { mistakesBetween } from './spelling';

test.each([
  ['talland', 'talland', 0],
  ['taland', 'talland', 1],
  ['tallland', 'talland', 1],
  ['atlland', 'talland', 1],
  ['tallend', 'talland', 1],
  ['tlalnad', 'talland', 2],
  ['', 'bay', 3],
])('between %s and %s: %i', (one, other, mistakes) => expect(mistakesBetween(one, other)).toBe(mistakes));

test('a letter of Cyrillic counts once, however it is written in Latin letters', () => {
  expect(mistakesBetween(foldName('Щастоград'), foldName('Шастоград'))).toBe(1);
  expect(mistakesBetween(foldName('Щастоград'), foldName('астоград'))).toBe(1);
  expect(mistakesBetween(foldName('Хмарівка'), foldName('мХарівка'))).toBe(1);
});

test('it is the same both ways, nothing for one word alone, and no more than letters', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefhiksuz'), maxLength: 12 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const mistakes = mistakesBetween(one, other);
      expect(mistakes).toBe(mistakesBetween(other, one));
      expect(mistakes === 0).toBe(one === other);
      expect(mistakes).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
  );
});
