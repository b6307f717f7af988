import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import { namesAlike, termsUnknown, titlesAlike, type Alike } from './alike';
import { matchOf, readTerms, type Match } from './match';
import { meantBy, type Meant } from './names';
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
  /** Where they are: how many records the question finds as it is written. */
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
  const asWritten = { terms, meant, match, answer, alike: [], written: null };
  const enough = answer.found >= few || terms.every(({ excluded }) => excluded);
  if (enough || (await foundElsewhere(published, match))) return { ...asWritten, titles: [] };
  const unknown = termsUnknown(terms, meant.known);
  if (unknown.length === 0) return { ...asWritten, titles: [] };
  const [alike, titles] = await Promise.all([
    inDoubt(published, terms, read, unknown).then((doubtful) => namesAlike(published, terms, meant.known, doubtful)),
    titlesAlike(published, terms),
  ]);
  const wider = matchOf(terms, read, withAlike(meant.byTerm, alike), filter);
  if (wider !== null && wider.where !== match?.where) {
    const more = await look(wider);
    if (more.found > answer.found)
      return { ...asWritten, match: wider, answer: more, alike, titles, written: answer.found };
  }
  // Names that lead to nothing are not held out to readers.
  return { ...asWritten, titles };
}

/** Whether what is asked is found without what the search is narrowed to: then its words are spelt as they are meant. */
async function foundElsewhere(published: Published, match: Match | null): Promise<boolean> {
  if (match === null || match.said === null || match.said === match.where) return false;
  const rows = await published.$queryRaw<unknown[]>`
    SELECT "id" FROM "SearchEntry" WHERE "words" @@ ${match.said}::tsquery LIMIT ${few}`;
  return rows.length >= few;
}

/** Of terms that name nothing, those that nothing on record has; all of them where each is found somewhere. */
async function inDoubt(
  published: Published,
  terms: readonly Term[],
  read: Awaited<ReturnType<typeof readTerms>>,
  unknown: readonly number[],
): Promise<readonly number[]> {
  if (terms.filter(({ excluded }) => !excluded).length === 1) return unknown;
  const asked = unknown.flatMap((term) => {
    const queries = new Set(read.filter((each) => each.term === term && each.query !== '').map(({ query }) => query));
    const any = [...queries].map((query) => `(${query})`).join(' | ');
    return any === ''
      ? []
      : [
          Prisma.sql`
      SELECT ${term}::int AS "term" WHERE NOT EXISTS (SELECT FROM "SearchEntry" WHERE "words" @@ ${any}::tsquery)`,
        ];
  });
  if (asked.length === 0) return [];
  const rows = await published.$queryRaw<{ term: number }[]>(Prisma.join(asked, ' UNION ALL '));
  return rows.length > 0 ? rows.map(({ term }) => term) : unknown;
}

function withAlike(byTerm: ReadonlyMap<number, readonly string[]>, alike: readonly Alike[]): Map<number, string[]> {
  const all = new Map([...byTerm].map(([term, facets]) => [term, [...facets]]));
  for (const { terms, kind, recordId } of alike)
    for (const term of terms) all.set(term, [...(all.get(term) ?? []), `${kind} ${recordId}`]);
  return all;
}
