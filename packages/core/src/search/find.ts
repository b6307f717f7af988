import type { Published } from '@rapporteur/db/clients';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { foldName } from '@rapporteur/domain/name-fold';
import { lookedAt, searchFilter, type SearchAnswer, type SearchFilter } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { readKeys, writeKeys } from '../record/key-cursor';
import { linkSql, linksTo } from '../record/links';
import { dateOf, summaryOf } from '../record/title';
import { countFacets, lookAt, type Candidate, type Looked, type Page } from './candidates';
import { facetsOf, sortsNarrowed, type Counts } from './facets';
import { followFilter } from './follow';
import { hitsOf, readHits } from './hits';
import type { Match } from './match';
import { isNarrowed } from './matching';
import { asWrittenIn, questionsInstead } from './respelt';
import { settle, type Settled } from './settle';

/** The most hits that one page holds. */
export const longestSearchPage = 50;

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
  { terms, meant, match, answer, alike, mended, titles, written }: Settled<Looked>,
): Promise<SearchAnswer> {
  const { filter } = query;
  const page = pageOf(query);
  const { hits, next } = pageEnd(answer.hits, page);
  const narrowed = [filter.actor, filter.issue, filter.programme].filter((id) => id !== null);
  const ids = [...narrowed, ...alike.map(({ recordId }) => recordId), ...titles];
  const [counts, links, shown, named, elsewhere] = await Promise.all([
    match === null ? [] : countsOf(published, match, filter, answer.counts),
    ids.length === 0 ? new Map<string, RecordLink>() : linksTo(published, ids),
    readHits(published, hits),
    page.sort === 'relevance' && page.skip === 0 ? namedExactly(published, meant.exactly) : [],
    answer.found > 0 || match === null ? null : foundWithout(published, match, filter),
  ]);
  const linked = (id: string): RecordLink[] => live(links.get(id));
  const words = alike.flatMap(({ recordId, like }) =>
    linked(recordId).map((record) => ({ word: asWrittenIn(terms, like), record })),
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
    asWritten: written,
    instead:
      alike.length > 0 ? questionsInstead(query.question, alike) : questionsInstead(query.question, mended).slice(0, 1),
    elsewhere,
    didYouMean: titles.flatMap(linked),
    narrowedTo: narrowed.flatMap(linked),
    empty: match === null,
  };
}

const nothing: Looked = { hits: [], found: 0, more: false, counts: [] };
const live = (link: RecordLink | undefined) => (link?.state === 'live' ? [link] : []);

function pageOf({ sort, after, limit: wanted }: SearchQuery): Page {
  const limit = Math.min(Math.max(1, wanted), longestSearchPage);
  if (sort === 'date') return { sort, after: after ? readKeys(listOf(sort), after, 2) : null, limit };
  const [, skipped = '0'] = after ? readKeys(listOf(sort), after, 2) : [];
  const skip = /^\d{1,4}$/.test(skipped) ? Math.min(Number(skipped), lookedAt) : 0;
  return { sort, skip, limit };
}

/** What the cursors of a search name: where one order goes on, another does not. */
const listOf = (sort: Page['sort']): string => `search by ${sort}`;

/** The hits of a page, and where the next one begins. */
function pageEnd(found: readonly Candidate[], page: Page): { hits: Candidate[]; next: string | null } {
  const hits = found.slice(0, page.limit);
  const last = hits.at(-1);
  if (found.length <= page.limit || last === undefined) return { hits, next: null };
  if (page.sort === 'date') return { hits, next: writeKeys(listOf(page.sort), [last.sortKey, last.id]) };
  const skip = page.skip + page.limit;
  return { hits, next: skip >= lookedAt ? null : writeKeys(listOf(page.sort), ['rank', String(skip)]) };
}

/** The counts of every facet: where the search is narrowed to some of a sort, what the others of that sort would give. */
async function countsOf(published: Published, match: Match, filter: SearchFilter, counted: Counts): Promise<Counts> {
  const again = await Promise.all(
    sortsNarrowed(filter).map(async ({ sort, without, chosen }) => {
      const wider = match.within(without);
      return wider === null ? [] : countFacets(published, wider, without, sort, chosen);
    }),
  );
  const sorts = new Set(sortsNarrowed(filter).map(({ sort }) => sort));
  return [...counted.filter(({ facet }) => !sorts.has(facet.split(' ')[0] ?? '')), ...again.flat()];
}

/** How many records have what is asked for without what the search is narrowed to; null where it is narrowed to nothing, or none has. */
async function foundWithout(
  published: Published,
  match: Match,
  filter: SearchFilter,
): Promise<SearchAnswer['elsewhere']> {
  const everything = searchFilter.parse({});
  const wider = isNarrowed(match, filter) ? match.within(everything) : null;
  if (wider === null) return null;
  const { found, more } = await lookAt(published, wider, everything, { sort: 'relevance', skip: 0, limit: 1 });
  return found === 0 ? null : { count: found, atLeast: more };
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
  return rows.map(({ record, content }) => {
    const text = { kind: record.kind, content } as AnyContent;
    return { record, summary: summaryOf(text), date: dateOf(text) };
  });
}
