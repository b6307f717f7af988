import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extract } from './extract';

it('takes any string, and gives the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(extract(text)).toEqual(extract(text));
    }),
  );
});

it('reads the text in the language it is given, or recognises it', () => {
  expect(extract('Der Minister sagte nichts dazu.').language).toBe('de');
  expect(extract('Minister', { language: 'fr' }).language).toBe('fr');
});
