import type { Published } from '@rapporteur/db/clients';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import { namesAlike, titlesAlike, type Alike } from './alike';
import { wordsLacking, wordsOf, wordsUnknown } from './asked-words';
import { matchOf, readTerms, type Match } from './match';
import { isNarrowed } from './matching';
import { meantBy, shortestPart, type Meant } from './names';
import { readQuestion, type Term } from './question';

/** Where so few are found, names that are spelt alike are looked for as well. */
const few = 3;

/** A question, settled: how it is read, which query answers it, what that found, and what else may have been meant. */
export interface Settled<A> {
  terms: Term[];
  meant: Meant;
  match: Match | null;
  answer: A;
  /** The records that are taken as well, since their names are spelt alike. */
  alike: Alike[];
  /** Where none leads to more: the names that each misspelt word of the question may mean. */
  mended: Alike[];
  /** Where such records are taken: how many records the question finds as it is written. */
  written: number | null;
  /** The records with a title that is nearly the whole question, where hardly anything was found. */
  titles: string[];
}

/** Settles which query answers a question: with the names that are spelt alike where hardly anything is found without. */
export async function settle<A extends { found: number }>(
  published: Published,
  { question, filter }: { question: string; filter: SearchFilter },
  none: A,
  look: (match: Match) => Promise<A>,
): Promise<Settled<A>> {
  const terms = readQuestion(question);
  const [read, meant] = await Promise.all([readTerms(published, terms), meantBy(published, terms)]);
  const match = matchOf(terms, read, meant.byTerm, filter);
  const answer = match === null ? none : await look(match);
  const asWritten = { terms, meant, match, answer, alike: [], mended: [], written: null };
  const enough = answer.found >= few || terms.every(({ excluded }) => excluded);
  if (enough || (await foundElsewhere(published, match, filter, answer.found))) return { ...asWritten, titles: [] };
  const words = wordsOf(terms);
  const unknown = wordsUnknown(words, meant.known);
  if (unknown.length === 0) return { ...asWritten, titles: [] };
  const [lacking, titles] = await Promise.all([
    wordsLacking(published, words, unknown),
    titlesAlike(published, terms, match, filter),
  ]);
  const tried = async (alike: Alike[]): Promise<Settled<A> | null> => {
    const wider = matchOf(terms, read, withAlike(meant.byTerm, alike), filter);
    if (wider === null || wider.where === match?.where) return null;
    const more = await look(wider);
    return more.found > answer.found
      ? { ...asWritten, match: wider, answer: more, alike, titles, written: answer.found }
      : null;
  };
  // Where every word stands somewhere, a name is meant only if it is like the whole question: Hungry may be Hungary.
  const near = await namesAlike(published, terms, lacking.length > 0 ? lacking : unknown);
  const settled = await tried(lacking.length > 0 ? near : near.filter(({ covers }) => covers));
  if (settled !== null) return settled;
  const isWhole = lacking.length === 0 || lacking.length === unknown.length;
  const mended = mendedBy(isWhole ? near : await namesAlike(published, terms, unknown), words, meant.known);
  const together = mended.length === 0 ? null : await tried(mended);
  // Names that lead to nothing are not held out to readers as found, and within a filter not at all.
  return together ?? { ...asWritten, titles, mended: match !== null && isNarrowed(match, filter) ? [] : mended };
}

/**
 * The names that mend a question of several misspelt names, which need not stand together anywhere: one mistake in a word, and
 * no word of it that is neither a name's nor like one. None where a single word is mended: what that leads to was looked at.
 */
function mendedBy(near: readonly Alike[], words: ReturnType<typeof wordsOf>, known: ReadonlySet<string>): Alike[] {
  const mended = near
    .map((name) => ({ ...name, like: name.like.filter(({ mistakes }) => mistakes <= 1) }))
    .filter(({ like }) => like.length > 0);
  const mendable = new Set(mended.flatMap(({ like }) => like.map(({ asked }) => asked)));
  const all = words.every(({ word }) => word.length < shortestPart || known.has(word) || mendable.has(word));
  return all && mendable.size > 1 ? mended : [];
}

/** Whether what is asked is found without what the search is narrowed to: then its words are spelt as they are meant. */
async function foundElsewhere(
  published: Published,
  match: Match | null,
  filter: SearchFilter,
  found: number,
): Promise<boolean> {
  if (match === null || match.said === null || !isNarrowed(match, filter)) return false;
  const rows = await published.$queryRaw<unknown[]>`
    SELECT "id" FROM "SearchEntry" WHERE "words" @@ ${match.said}::tsquery LIMIT ${few}`;
  return rows.length >= (found === 0 ? 1 : few);
}

function withAlike(byTerm: ReadonlyMap<number, readonly string[]>, alike: readonly Alike[]): Map<number, string[]> {
  const all = new Map([...byTerm].map(([term, facets]) => [term, [...facets]]));
  for (const { terms, kind, recordId } of alike)
    for (const term of terms) all.set(term, [...(all.get(term) ?? []), `${kind} ${recordId}`]);
  return all;
}
