import type { ActorKind, KnownIssue, SuggestedStatement } from '../extraction';
import { findFacts } from '../facts/facts';
import type { FoundBefore } from '../facts/found-text';
import { read } from '../text/reading';
import { suggestedActor, suggestedStatement } from './suggested';

const kinds: Record<string, ActorKind> = {
  Ostland: 'state',
  Westland: 'state',
  Nordia: 'state',
  Varna: 'state',
  'Northern Alliance': 'organisation',
  'Ada Köves': 'person',
  'Jon Moor': 'person',
};
const days: Record<string, string> = { '4 May 2031': '2031-05-04', Tuesday: '2031-05-06' };
const towns = ['Sandhafen', 'Moorbruck'];

/** All that a text says of invented actors, found by their names alone. */
export function factsOf(text: string, said: Partial<SuggestedStatement>[] = [], issues: KnownIssue[] = []) {
  const spansOf = (name: string): [number, number][] =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu'))].map(({ index }) => [
      index,
      index + name.length,
    ]);
  const grounds = { reason: 'for the test', confidence: 1 };
  const before: FoundBefore = {
    actors: Object.entries(kinds).map(([name, kind]) => suggestedActor({ name, kind, spans: spansOf(name) })),
    dates: Object.entries(days).flatMap(([words, edtf]) =>
      spansOf(words).map((span) => ({ text: words, span, edtf, ...grounds })),
    ),
    places: towns.flatMap((name) => spansOf(name).map((span) => ({ name, span, ...grounds }))),
    statements: said.map((statement) => suggestedStatement({ contentSpans: [[0, text.length]], ...statement })),
    issues,
  };
  const facts = findFacts(read(text, 'en'), before);
  const names = (places: readonly number[]) => places.map((place) => before.actors[place]?.name);
  return { ...facts, names, text };
}
