import type { Published } from '@rapporteur/db/clients';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { foldName } from '@rapporteur/domain/name-fold';
import { lookedAt, type SearchAnswer, type SearchFilter } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { readKeys, writeKeys } from '../record/key-cursor';
import { linkSql, linksTo } from '../record/links';
import { summaryOf } from '../record/title';
import { countFacets, lookAt, type Candidate, type Looked, type Page } from './candidates';
import { facetsOf, sortsNarrowed, type Counts } from './facets';
import { followFilter } from './follow';
import { hitsOf, readHits } from './hits';
import { matchOf, readTerms, type Match } from './match';
import { meantBy, namesAlike, type Alike, type Meant } from './names';
import { readQuestion, type Term } from './question';

/** The most hits that one page holds. */
export const longestSearchPage = 50;

/** Where so few are found, names that are spelt alike are looked for as well. */
const few = 3;

export interface SearchQuery {
  question: string;
  filter: SearchFilter;
  sort: 'relevance' | 'date';
  /** The `next` of the page before. */
  after?: string | null | undefined;
  limit: number;
}

/**
 * Searches everything published: words and "phrases" by their stems in each language, names in any script and spelling.
 * By relevance a bounded number of records is ranked, and the answer says whether that was all; by date every one can be
 * reached. Without a question, all that the filter leaves. Throws `invalid_input` for what is no cursor.
 */
export async function search(published: Published, asked: SearchQuery): Promise<SearchAnswer> {
  const query = { ...asked, filter: await followFilter(published, asked.filter) };
  return toldOf(published, query, await settleSearch(published, query));
}

/** Settles which query answers a search, and looks at the page of it that is wanted. */
export function settleSearch(published: Published, query: SearchQuery): Promise<Settled<Looked>> {
  const page = pageOf(query);
  return settle(published, query, nothing, (match) => lookAt(published, match, query.filter, page));
}

/** What readers are told of a search that is settled. */
export async function toldOf(
  published: Published,
  query: SearchQuery,
  { terms, meant, match, answer, alike }: Settled<Looked>,
): Promise<SearchAnswer> {
  const { filter } = query;
  const page = pageOf(query);
  const { hits, next } = pageEnd(answer.hits, page);
  const narrowed = [filter.actor, filter.issue, filter.programme].filter((id) => id !== null);
  const ids = [...narrowed, ...alike.map(({ recordId }) => recordId)];
  const [counts, links, shown, named] = await Promise.all([
    match === null ? [] : countsOf(published, match, filter, answer.counts),
    ids.length === 0 ? new Map<string, RecordLink>() : linksTo(published, ids),
    readHits(published, hits),
    page.sort === 'relevance' && page.skip === 0 ? namedExactly(published, meant.exactly) : [],
  ]);
  const linked = (id: string): RecordLink[] => live(links.get(id));
  const words = alike.flatMap(({ term, recordId }) =>
    term === null ? [] : linked(recordId).map((record) => ({ word: terms[term]?.text ?? '', record })),
  );
  const likeNames = words.flatMap(({ record }) => foldName(record.title ?? '').split(' '));
  return {
    items: await hitsOf(published, shown, {
      stems: match?.stems ?? [],
      folded: new Set([...(match?.words ?? []).map(foldName), ...likeNames].filter((word) => word !== '')),
    }),
    next,
    total: { count: answer.found, atLeast: answer.more },
    ranked: answer.more && query.sort === 'relevance' ? 'bounded' : 'all',
    facets: facetsOf(counts),
    named,
    alike: words,
    didYouMean: alike.flatMap(({ term, recordId }) => (term === null ? linked(recordId) : [])),
    narrowedTo: narrowed.flatMap(linked),
    empty: match === null,
  };
}

/** A question, settled: how it is read, which query answers it, what that found, and the names that are spelt alike. */
export interface Settled<A> {
  terms: Term[];
  meant: Meant;
  match: Match | null;
  answer: A;
  alike: Alike[];
}

/** Settles which query answers a question: with the names that are spelt alike where hardly anything is found without. */
export async function settle<A extends { found: number }>(
  published: Published,
  { question, filter }: Pick<SearchQuery, 'question' | 'filter'>,
  none: A,
  look: (match: Match) => Promise<A>,
): Promise<Settled<A>> {
  const terms = readQuestion(question);
  const [read, meant] = await Promise.all([readTerms(published, terms), meantBy(published, terms)]);
  const match = matchOf(terms, read, meant.byTerm, filter);
  const answer = match === null ? none : await look(match);
  const enough = answer.found >= few || terms.every(({ excluded }) => excluded);
  if (enough || (await foundElsewhere(published, match))) return { terms, meant, match, answer, alike: [] };
  const alike = await namesAlike(published, terms, meant);
  const wider = matchOf(terms, read, withAlike(meant.byTerm, alike), filter);
  if (wider !== null && wider.where !== match?.where) {
    const more = await look(wider);
    if (more.found > answer.found) return { terms, meant, match: wider, answer: more, alike };
  }
  // Names that lead to nothing are not held out to readers.
  return { terms, meant, match, answer, alike: alike.filter(({ term }) => term === null) };
}

/** Whether what is asked is found without what the search is narrowed to: then its words are spelt as they are meant. */
async function foundElsewhere(published: Published, match: Match | null): Promise<boolean> {
  if (match === null || match.said === null || match.said === match.where) return false;
  const rows = await published.$queryRaw<unknown[]>`
    SELECT "id" FROM "SearchEntry" WHERE "words" @@ ${match.said}::tsquery LIMIT ${few}`;
  return rows.length >= few;
}

const nothing: Looked = { hits: [], found: 0, more: false, counts: [] };
const live = (link: RecordLink | undefined) => (link?.state === 'live' ? [link] : []);

function pageOf({ sort, after, limit: wanted }: SearchQuery): Page {
  const limit = Math.min(Math.max(1, wanted), longestSearchPage);
  if (sort === 'date') return { sort, after: after ? readKeys(after, 2) : null, limit };
  const [, skipped = '0'] = after ? readKeys(after, 2) : [];
  const skip = /^\d{1,4}$/.test(skipped) ? Math.min(Number(skipped), lookedAt) : 0;
  return { sort, skip, limit };
}

/** The hits of a page, and where the next one begins. */
function pageEnd(found: readonly Candidate[], page: Page): { hits: Candidate[]; next: string | null } {
  const hits = found.slice(0, page.limit);
  const last = hits.at(-1);
  if (found.length <= page.limit || last === undefined) return { hits, next: null };
  if (page.sort === 'date') return { hits, next: writeKeys([last.sortKey, last.id]) };
  const skip = page.skip + page.limit;
  return { hits, next: skip >= lookedAt ? null : writeKeys(['rank', String(skip)]) };
}

/** The counts of every facet: where the search is narrowed to some of a sort, what the others of that sort would give. */
async function countsOf(published: Published, match: Match, filter: SearchFilter, counted: Counts): Promise<Counts> {
  const again = await Promise.all(
    sortsNarrowed(filter).map(async ({ sort, without }) => {
      const wider = match.within(without);
      return wider === null ? [] : countFacets(published, wider, without, sort);
    }),
  );
  const sorts = new Set(sortsNarrowed(filter).map(({ sort }) => sort));
  return [...counted.filter(({ facet }) => !sorts.has(facet.split(' ')[0] ?? '')), ...again.flat()];
}

function withAlike(byTerm: ReadonlyMap<number, readonly string[]>, alike: readonly Alike[]): Map<number, string[]> {
  const all = new Map([...byTerm].map(([term, facets]) => [term, [...facets]]));
  for (const { term, kind, recordId } of alike)
    if (term !== null) all.set(term, [...(all.get(term) ?? []), `${kind} ${recordId}`]);
  return all;
}

/** The records that are called what was asked, each with a sentence about it. */
async function namedExactly(published: Published, ids: readonly string[]): Promise<SearchAnswer['named']> {
  if (ids.length === 0) return [];
  const rows = await published.$queryRaw<{ record: RecordLink; content: unknown }[]>`
    SELECT ${linkSql('e')} AS record, r."content" FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS w("id", "place")
      JOIN "Entry" e ON e."id" = w."id" AND e."state" = 'live'
      JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
    ORDER BY w."place"`;
  // Published content was parsed by the schema of its kind before it was written.
  return rows.map(({ record, content }) => ({
    record,
    summary: summaryOf({ kind: record.kind, content } as AnyContent),
  }));
}
