import type { Published } from '@rapporteur/db/clients';
import { kinds } from '@rapporteur/domain/kinds';
import { searchLanguages, type SearchLanguage } from '@rapporteur/domain/search/search-text';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import type { Term } from './question';

/**
 * A term as one language reads it: PostgreSQL's own `tsquery`, empty for words that stand in every text; the words of the
 * term that are to be marked, and their stems.
 */
interface Read {
  term: number;
  language: SearchLanguage;
  query: string;
  words: string[];
  stems: string[];
}

/** The terms of a question as each language reads them. Nothing of a question reaches a query but through this. */
export function readTerms(published: Published, terms: readonly Term[]): Promise<Read[]> {
  const given = terms.map(({ text, phrase }, term) => ({ term, text, phrase }));
  return published.$queryRaw<Read[]>`
    SELECT t."term", l."language", t."marked" AS words, tsvector_to_array(to_tsvector(l."config", array_to_string(t."marked", ' '))) AS stems,
      (CASE WHEN t."phrase" THEN phraseto_tsquery(l."config", t."text") ELSE plainto_tsquery(l."config", t."text") END)::text AS query
    FROM (
      SELECT t.*, CASE WHEN bool_or(cardinality(telling) > 0) OVER () THEN telling ELSE string_to_array(t."text", ' ') END AS "marked"
      FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS t("term" int, "text" text, "phrase" boolean), LATERAL (
        SELECT ARRAY(SELECT word FROM unnest(string_to_array(t."text", ' ')) AS word WHERE to_tsvector('public.search_en', word) <> '') AS telling
      ) AS w
    ) AS t,
      (SELECT "language", ('public.search_' || "language")::regconfig AS "config" FROM unnest(${[...searchLanguages]}::text[]) AS l("language")) AS l
    ORDER BY l."language", t."term"`;
}

/** What records are asked for, as `tsquery` texts; null where nothing is. */
export interface Match {
  /** Which records match. */
  where: string;
  /** Which passages match, for the sources that they are cited from; null where no words are asked for. */
  said: string | null;
  /** What such a source has to be besides; empty where it may be any. */
  besides: string;
  /** Any of the words: the more of them, and the weightier, the higher the rank. */
  rank: string;
  /** Every term, in a title or in what a record itself says: such a record is about all of it. Empty where no words are asked for. */
  told: string;
  /** The words that are marked, and their stems: without those that stand in every English text, unless there are no others. */
  words: string[];
  stems: string[];
  /** The records whose names are asked for: they come before what only concerns them. */
  named: string[];
  /** The same question within another filter. */
  within: (filter: SearchFilter) => Match | null;
}

/**
 * A question as a query: in some language every term matches, by its words or by a record whose name it is. What is left out
 * is left out in every language. `names` holds such records for each term, as facets.
 */
export function matchOf(
  terms: readonly Term[],
  read: readonly Read[],
  names: ReadonlyMap<number, readonly string[]>,
  filter: SearchFilter,
): Match | null {
  const wanted = new Set<string>();
  const words = new Set<string>();
  const unwanted = new Set<string>();
  const told = new Set<string>();
  for (const language of searchLanguages) {
    const parts: string[][] = [];
    const own: string[] = [];
    for (const { term, query } of read.filter((each) => each.language === language && each.query !== '')) {
      if (terms[term]?.excluded) unwanted.add(query);
      else {
        const either = [query, ...(names.get(term) ?? []).map(lexeme)];
        for (const each of either) words.add(each);
        parts.push(either);
        own.push(`(${ownWords(query)})`);
      }
    }
    if (own.length > 0) told.add(`(${own.join(' & ')})`);
    // Of one term, what several languages have in common is said once: the planner would take each for another.
    if (parts.length === 1) for (const each of parts[0] ?? []) wanted.add(each);
    else if (parts.length > 0) wanted.add(parts.map((either) => `(${either.join(' | ')})`).join(' & '));
  }
  const facets = facetsOf(terms.length === 0 ? withKinds(filter) : filter);
  const narrowed = facets.map((any) => `(${any.map(lexeme).join(' | ')})`);
  if (wanted.size === 0 && (narrowed.length === 0 || terms.length > 0)) return null;
  const asked = wanted.size === 0 ? [] : [`(${[...wanted].map((branch) => `(${branch})`).join(' | ')})`];
  const left = [...unwanted].map((query) => `!(${query})`);
  return {
    where: [...asked, ...left, ...narrowed].join(' & '),
    said: asked.length === 0 ? null : [...asked, ...left].join(' & '),
    besides: [...left, ...narrowed].join(' & '),
    rank: words.size === 0 ? narrowed.join(' | ') : [...words].map((each) => `(${each})`).join(' | '),
    told: [...told].join(' | '),
    words: [...new Set(read.flatMap(({ term, words: marked }) => (terms[term]?.excluded ? [] : marked)))],
    stems: [...new Set(read.flatMap(({ term, stems }) => (terms[term]?.excluded ? [] : stems)))],
    named: [...new Set([...names.values()].flat().map((facet) => facet.split(' ')[1] ?? ''))],
    within: (other) => matchOf(terms, read, names, other),
  };
}

/** A filter of days alone asks for records of every kind: the index knows words and facets, and no days. */
function withKinds(filter: SearchFilter): SearchFilter {
  const { from, to } = filter;
  return (from !== null || to !== null) && facetsOf(filter).length === 0 ? { ...filter, kinds: [...kinds] } : filter;
}

/** The facets that a filter asks for: one of each list. */
function facetsOf({ kinds: wanted, stances, actor, issue, programme, language, year }: SearchFilter): string[][] {
  const one = (name: string, value: string | null) => (value === null ? [] : [[`${name} ${value}`]]);
  const any = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [values.map((value) => `${name} ${value}`)];
  return [
    ...any('kind', wanted),
    ...any('stance', stances),
    ...one('actor', actor),
    ...one('issue', issue),
    ...one('programme', programme),
    ...one('language', language),
    ...one('year', year),
  ];
}

/** A word of a `tsquery` as it is: what is between quotation marks is nothing but a word. */
const lexeme = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A `tsquery` that looks at titles (A) and at what a record itself says (B) alone. */
const ownWords = (query: string): string => query.replaceAll(/'(?:[^'\\]|''|\\.)*'/g, '$&:AB');
