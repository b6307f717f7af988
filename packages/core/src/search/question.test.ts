import { longestQuestion, mostTerms } from '@rapporteur/domain/search/views';
import { searchText } from '@rapporteur/domain/search/search-text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuestion } from './question';

const read = (question: string) =>
  readQuestion(question).map(({ text, phrase, excluded }) => `${excluded ? '-' : ''}${phrase ? `"${text}"` : text}`);

test.each([
  ['lethal weapons', ['lethal', 'weapons']],
  ['"lethal weapons" -training', ['"lethal weapons"', '-training']],
  ['„Гарантії безпеки“', ['"гарантії безпеки"']],
  ['NATO–Ukraine and/or', ['"nato ukraine"', '"and or"']],
  ['U.N. -"a b"', ['un', '-"a b"']],
  ['"not closed', ['"not closed"']],
  ["a & b | !c:* 'd'", ['a', 'b', 'c', 'd']],
  ['twice Twice TWICE', ['twice']],
  ['- -- "" !!!', []],
])('a question is read: %s', (question, terms) => expect(read(question)).toEqual(terms));

test('is bounded, quick, and nothing but words, whatever is asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (question) => {
      const terms = readQuestion(question);
      expect(terms.length).toBeLessThanOrEqual(mostTerms);
      // A letter may have a longer small form.
      for (const { text } of terms) {
        expect(text.length).toBeLessThanOrEqual(longestQuestion * 3);
        expect(searchText(text)).toBe(text);
      }
    }),
  );
  for (const hostile of ['"'.repeat(100_000), '-"'.repeat(50_000), 'a.'.repeat(50_000), '“ '.repeat(50_000)]) {
    const began = performance.now();
    readQuestion(hostile);
    searchText(hostile);
    expect(performance.now() - began).toBeLessThan(500);
  }
});
