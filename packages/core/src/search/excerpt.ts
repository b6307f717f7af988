import type { Published } from '@rapporteur/db/clients';
import { foldName } from '@rapporteur/domain/name-fold';
import { searchLanguagesOf, searchText, wordPattern } from '@rapporteur/domain/search/search-text';
import type { MarkedText } from '@rapporteur/domain/search/views';

/** How long an excerpt is, in characters, and how much of it stands before the first word that was found. */
const shown = 240;
const before = 80;

/** How many rows of a passage are shown, at most. */
const mostRows = 4;

/** How many letters a word shares with its stem at least, but for the last of the stem: words that differ there are not asked about. */
const kept = 3;

/** Tells which words of the texts of an answer are to be marked; `like` finds those that may be, and some besides. */
export interface Marker {
  like: RegExp;
  marks: (word: string) => boolean;
}

/** What is marked: words with one of these stems, and words that are these when folded. */
export interface Sought {
  stems: readonly string[];
  folded: ReadonlySet<string>;
}

/**
 * Finds out once for all texts of an answer which of their words were found. The stems are PostgreSQL's own, so that what is
 * marked is what matched; names are marked in any script.
 */
export async function markerFor(
  published: Published,
  { stems, folded }: Sought,
  texts: readonly { text: string; language: string }[],
): Promise<Marker> {
  const starts = stems.map((stem) => foldName(stem)).map((stem) => stem.slice(0, Math.max(kept, stem.length - 1)));
  const like = beginningLike([...starts, ...folded]);
  const asked = new Map<string, { word: string; language: string }>();
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const { text, language } of texts) {
    for (const [word] of text.matchAll(like)) {
      if (seen.has(word)) continue;
      seen.add(word);
      const known = searchText(word);
      if (asked.has(known) || found.has(known)) continue;
      const plain = foldName(word);
      if (folded.has(plain)) found.add(known);
      else if (starts.some((start) => plain.startsWith(start))) asked.set(known, { word: known, language });
    }
  }
  if (asked.size > 0) {
    const given = [...asked.values()].flatMap(({ word, language }) =>
      [...new Set([...searchLanguagesOf(language), 'plain'])].map((config) => ({ word, config })),
    );
    const rows = await published.$queryRaw<{ word: string }[]>`
      SELECT DISTINCT w."word" FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS w("word" text, "config" text)
      WHERE tsvector_to_array(to_tsvector(('public.search_' || w."config")::regconfig, w."word")) && ${[...stems]}::text[]`;
    for (const { word } of rows) found.add(word);
  }
  return { like, marks: (word) => found.has(searchText(word)) };
}

/**
 * Words that begin like one of these, which are folded, and all that are not written in plain letters alone: of a long text,
 * hardly any. Everything that is looked at costs, and the texts of twenty sources have a quarter of a million words.
 */
function beginningLike(starts: readonly string[]): RegExp {
  const plain = starts.filter((start) => /^[a-z0-9]*$/.test(start));
  const either = plain.map((start) => start.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`));
  const other = `[a-zA-Z0-9]*(?![\\x00-\\x7f])${sign}`;
  return new RegExp(`(?<![a-zA-Z0-9])(?:${[...either, other].join('|')})${sign}*`, 'gu');
}

const sign = '[\\p{L}\\p{M}\\p{N}]';

/** A text with the words marked that were found; whole. */
export function markAll(text: string, { marks }: Marker): MarkedText {
  const pieces: MarkedText = [];
  const add = (part: string, found: boolean) => {
    const last = pieces.at(-1);
    if (part === '') return;
    if (last?.found === found) last.text += part;
    else pieces.push({ text: part, found });
  };
  let end = 0;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (!marks(word)) continue;
    const between = text.slice(end, index);
    // Words that follow one another are marked as one.
    add(between, end > 0 && /^\s$/.test(between));
    add(word, true);
    end = index + word.length;
  }
  add(text.slice(end), false);
  return pieces;
}

/**
 * The part of a text with the most different words that were found, and how many; from its beginning where there is none. Of
 * a text in `rows`, such as a passage of a table, whole lines as far as they have room.
 */
export function bestPart(text: string, { like, marks }: Marker, rows = false): { part: string; found: number } {
  const places = [...text.matchAll(like)].flatMap(({ 0: word, index }) =>
    marks(word) ? [{ index, word: searchText(word) }] : [],
  );
  let best = { start: 0, found: 0 };
  places.forEach(({ index }, at) => {
    const within = new Set<string>();
    for (let next = at; next < places.length && (places[next]?.index ?? 0) < index + shown - before; next += 1)
      within.add(places[next]?.word ?? '');
    if (within.size > best.found) best = { start: index, found: within.size };
  });
  const cutOut = rows && text.trim().includes('\n') ? cutRows : cut;
  return { part: cutOut(text, best.start), found: best.found };
}

/** The row that a place is in with those behind it, as far as they have room; a row without an end is cut like any text. */
function cutRows(text: string, place: number): string {
  const start = text.lastIndexOf('\n', place) + 1;
  const rows: string[] = [];
  let end = start;
  for (const row of text.slice(start, start + 2 * shown).split('\n', mostRows)) {
    if (end + row.length > start + shown) break;
    rows.push(tidy(row));
    end += row.length + 1;
  }
  if (rows.length === 0) return cut(text, place);
  const isNothing = (part: string) => part.trim() === '';
  return `${isNothing(text.slice(0, start)) ? '' : '… '}${rows.join('\n').trim()}${isNothing(text.slice(end)) ? '' : ' …'}`;
}

/** So much of a text around a place, at the ends of words, with marks where something is left out. */
function cut(text: string, place: number): string {
  if (text.length <= shown) return tidy(text);
  const from = place <= before ? 0 : wordAfter(text, Math.min(place - before, text.length - shown));
  const to = from + shown >= text.length ? text.length : wordBefore(text, from + shown);
  return `${from === 0 ? '' : '… '}${tidy(text.slice(from, to))}${to === text.length ? '' : ' …'}`;
}

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
function wordAfter(text: string, at: number): number {
  const space = text.slice(at, at + 40).search(/\s/);
  return space < 0 ? at : at + space + 1;
}
function wordBefore(text: string, at: number): number {
  const space = text.slice(at - 40, at).search(/\s\S*$/);
  return space < 0 ? at : at - 40 + space;
}
