import type { Published } from '@rapporteur/db/clients';
import { foldName } from '@rapporteur/domain/name-fold';
import { searchText, wordPattern } from '@rapporteur/domain/search/search-text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPart, markAll, markerFor, type Marker } from './excerpt';

const marks = (...words: string[]): Marker => ({
  like: wordPattern,
  marks: (word) => words.includes(searchText(word)),
});

describe('a marked text', () => {
  test('has its words marked, those that follow one another as one', () => {
    expect(markAll('Lethal weapons, and weapons.', marks('lethal', 'weapons'))).toEqual([
      { text: 'Lethal weapons', found: true },
      { text: ', and ', found: false },
      { text: 'weapons', found: true },
      { text: '.', found: false },
    ]);
  });

  test('is the text, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.func(fc.boolean()), (text, isMarked) => {
        expect(
          markAll(text, { like: wordPattern, marks: isMarked })
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the best part of a text', () => {
  const filler = 'Nothing of it was said there. '.repeat(40);

  test('is where the most different words stand', () => {
    const text = `A ferry left. ${filler}The ferry crossed the strait at noon. ${filler}`;
    const { part, found } = bestPart(text, marks('ferry', 'strait'));
    expect(found).toBe(2);
    expect(part).toContain('ferry crossed the strait');
    expect(part).toMatch(/^… .* …$/);
    expect(part.length).toBeLessThan(260);
  });

  test('is the beginning where none stands, and never breaks a word that has an end', () => {
    expect(bestPart('Short.', marks('ferry'))).toEqual({ part: 'Short.', found: 0 });
    const words = new Set(filler.match(/\w+/g));
    for (let before = 0; before < 60; before += 1) {
      const { part } = bestPart(`${'ab '.repeat(before)}${filler}strait ${filler}`, marks('strait'));
      for (const word of part.match(/\w+/g) ?? []) expect(['ab', 'strait', ...words]).toContain(word);
    }
  });

  test('of a passage in rows is whole rows; what is no row is cut as any text', () => {
    const rows = Array.from({ length: 90 }, (_, at) => `${at},Harbour ${at},yes`).join('\n');
    const part = (text: string, ...words: string[]) => bestPart(text, marks(...words), true).part;
    expect(part(rows, '7')).toBe('… 7,Harbour 7,yes\n8,Harbour 8,yes\n9,Harbour 9,yes\n10,Harbour 10,yes …');
    expect(part(rows, '89')).toBe('… 89,Harbour 89,yes');
    expect(part(rows)).toMatch(/^0,Harbour 0,yes\n1,/);
    expect(part('a,  b\nc,d\n', 'd')).toBe('… c,d');
    expect(part('a,  b\nc,d\n', 'b')).toBe('a, b\nc,d');
    expect(part(`A head\n${filler}strait ${filler}`, 'strait')).toMatch(/^… .*strait.* …$/);
    expect(bestPart('a,b\nc,d', marks('b')).part).toBe('a,b c,d');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\n', 'a', ' ', 'b,c') }), (text) => {
        expect(part(text, 'a').length).toBeLessThan(260);
      }),
    );
  });

  test('is found by words in any letters, and by no part of one', async () => {
    const folded = new Set(['ferry', 'ete', 'cevapi', 'sijarto']);
    const text = 'Ferries; _ferry_ and wherry, Été, étés, the Ćevapi-house, сіярто, xété, ferryé.';
    const { marks: isMarked, like } = await markerFor({} as Published, { stems: [], folded }, [
      { text, language: 'en' },
    ]);
    const words = [...text.matchAll(wordPattern)].map(([word]) => word);
    const marked = words.filter((word) => isMarked(word));
    expect(marked).toEqual(words.filter((word) => folded.has(foldName(word))));
    expect(marked.length).toBeGreaterThan(2);
    expect([...text.matchAll(like)].map(([word]) => word)).toEqual(expect.arrayContaining(marked));
    expect(words).toEqual(expect.arrayContaining([...text.matchAll(like)].map(([word]) => word)));
  });

  test('is found quickly in a long text', async () => {
    const text = 'Ferry straits été Ćevapi '.repeat(10_000);
    const began = performance.now();
    // Every word is known by its letters, so that no stem is asked for.
    const marker = await markerFor({} as Published, { stems: [], folded: new Set(['ferry', 'ete']) }, [
      { text, language: 'en' },
    ]);
    expect(bestPart(text, marker).found).toBe(2);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
