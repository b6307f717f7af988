import { expect, it } from 'vitest';
import { findActors } from '../actors/find-actors';
import { read } from '../text/reading';
import { suggestedPlaces } from './find-places';

const places = (text: string, language: 'en' | 'fr' = 'en'): string[] =>
  suggestedPlaces(findActors(read(text, language)).places).map(({ name }) => name);

it.each([
  ['They met in Budapest; Kyiv refused.', ['Budapest']],
  [
    'AVALHAVEN, 3 May – Talks near Moorhaven Cross ended. Talks in Moorhaven Cross go on.',
    ['AVALHAVEN', 'Moorhaven Cross'],
  ],
  [
    'The Western Balkans, Transcarpathia and New York are places; the New York Times is none.',
    ['Western Balkans', 'Transcarpathia', 'New York'],
  ],
  ['It was a long night in Saturd- — on Saturday.', []],
  ['Jack Lyon and Florence Moor spoke in Lyon.', ['Lyon']],
])('%s', (text, expected) => {
  expect(places(text)).toEqual(expected);
});
