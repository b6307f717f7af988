import type { Extraction, ExtractionOptions } from './extraction';
import { findFacts } from './facts/facts';
import { inCodePoints } from './text/code-points';
import { findStatements } from './speech/speech';
import { read } from './text/reading';

/**
 * What can be suggested from a text. Pure and deterministic, in time linear in the length of the text, and for any string.
 * Each pass stands on those before it: reading → actors, dates and places → speech → events and facts.
 */
export function extract(text: string, options: ExtractionOptions = {}): Extraction {
  const reading = read(text, options.language);
  const named = { actors: [], dates: [], places: [] };
  const statements = findStatements(reading);
  const facts = findFacts(reading, { ...named, statements, issues: options.issues ?? [] });
  return inCodePoints(text, { language: reading.language, ...named, statements, ...facts });
}
