import { findActors } from './actors/find-actors';
import { suggested, suggestedActors } from './actors/suggested-actors';
import { findDates, suggestedDates } from './dates/find-dates';
import type { Extraction, ExtractionOptions } from './extraction';
import { findFacts } from './facts/facts';
import { suggestedPlaces } from './places/find-places';
import { inCodePoints } from './text/code-points';
import { findStatements } from './speech/speech';
import { read } from './text/reading';

/**
 * What can be suggested from a text. Pure and deterministic, in time linear in the length of the text, and for any string.
 * Each pass stands on those before it: reading → actors, dates and places → speech → events and facts.
 */
export function extract(text: string, options: ExtractionOptions = {}): Extraction {
  const reading = read(text, options.language);
  const { actors, mentions, places } = findActors(reading, options);
  const dates = findDates(reading, options);
  const found = { actors: actors.map(suggested), statements: findStatements(reading, actors, mentions, dates) };
  const facts = findFacts(reading, { ...found, dates, places, issues: options.issues ?? [] });
  return inCodePoints(text, {
    language: reading.language,
    ...found,
    actors: suggestedActors(actors),
    dates: suggestedDates(dates),
    places: suggestedPlaces(places),
    ...facts,
  });
}
