import { describe, expect, it } from 'vitest';
import type { Language } from '../extraction';
import { tokenise } from './tokens';

const words = (text: string, language: Language = 'en'): string =>
  tokenise(text, language)
    .map((t) => t.text)
    .join(' ');

describe('tokens', () => {
  it.each([
    ['The Secretary-General’s aide didn’t go.', 'The Secretary-General ’s aide didn’t go .'],
    ['The U.N. and Gen. Ada J. Moor met on Nov. 3.', 'The U.N. and Gen. Ada J. Moor met on Nov. 3 .'],
    ['He asked for 1,500 tonnes at 14:30, 50%.', 'He asked for 1,500 tonnes at 14:30 , 50 % .'],
    ['“No. 4 is mine,” he said. No.', '“ No. 4 is mine , ” he said . No .'],
    ['the 15-member panel... and -- then', 'the 15-member panel ... and -- then'],
    ['the ministers’ talks', 'the ministers ’ talks'],
    ['No one is taller than I. They left.', 'No one is taller than I . They left .'],
  ])('of English: %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('parts the elided article of French, and leaves the apostrophe of Ukrainian', () => {
    expect(words("L'Otan dit qu’elle s'engage aujourd'hui", 'fr')).toBe("L' Otan dit qu’ elle s' engage aujourd'hui");
    expect(words('Об’єднання прем’єра', 'uk')).toBe('Об’єднання прем’єра');
  });

  it('gives each token its place, an astral mark both its units, and lower case with straight apostrophes', () => {
    const text = '🕊 Didn’t';
    expect(tokenise(text, 'en').map(({ start, end, lower, kind }) => ({ start, end, lower, kind }))).toEqual([
      { start: 0, end: 2, lower: '🕊', kind: 'mark' },
      { start: 3, end: 9, lower: "didn't", kind: 'word' },
    ]);
  });
});
