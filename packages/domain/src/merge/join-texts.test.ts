import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTexts } from './join-texts';

const sentence = fc
  .array(fc.constantFrom('peace', 'talks', 'grain', ',', '.', ' ', '\n', 'é', '👩‍🚀'), { maxLength: 20 })
  .map((all) => all.join(' '));

describe('joinTexts', () => {
  it('joins edits of different words', () => {
    expect(
      joinTexts(
        'They had agreed on it before the ministers met.',
        'They had agreed on it before the ministers met in Brussels.',
        'The two sides had agreed on it before the ministers met.',
      ),
    ).toBe('The two sides had agreed on it before the ministers met in Brussels.');
  });

  it('puts theirs before mine where both changed the same words', () => {
    expect(joinTexts('They met.', 'They parted.', 'They fought.')).toBe('They parted fought.');
    expect(joinTexts(null, 'One.', 'Two.')).toBe('One. Two.');
    expect(joinTexts(null, 'One.\n\nMore.', 'Two.')).toBe('One.\n\nMore.\n\nTwo.');
  });

  it('takes the edit of one side as it is', () => {
    fc.assert(
      fc.property(sentence, sentence, (base, edit) => {
        expect(joinTexts(base, edit, base)).toBe(edit);
        expect(joinTexts(base, base, edit)).toBe(edit);
        expect(joinTexts(base, edit, edit)).toBe(edit);
      }),
    );
  });

  it('loses no word that either side put in', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), fc.nat(), (base, one, other) => {
        const put = (at: number, word: string) => {
          const words = base.split(' ');
          words.splice(at % (words.length + 1), 0, word);
          return words.join(' ');
        };
        const joined = joinTexts(base, put(one, 'hers'), put(other, 'his'));
        expect(joined).toContain('hers');
        expect(joined).toContain('his');
      }),
    );
  });
});
