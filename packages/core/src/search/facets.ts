import { kinds } from '@rapporteur/domain/kinds';
import { stances } from '@rapporteur/domain/content/position';
import { foundIn, type SearchFacets, type SearchFilter } from '@rapporteur/domain/search/views';
import type { Counted } from './candidates';

export type Counts = readonly Counted[];

/** The facets as readers see them. A record that is no longer public gives no facet. */
export function facetsOf(counts: Counts): SearchFacets {
  const of = <T>(sort: string, read: (value: string) => T[]) =>
    counts.flatMap(({ facet, count }) =>
      facet.startsWith(`${sort} `) ? read(facet.slice(sort.length + 1)).map((value) => ({ value, count })) : [],
    );
  const records = (sort: string) =>
    counts.flatMap(({ facet, count, record }) =>
      facet.startsWith(`${sort} `) && record !== null ? [{ value: record, count }] : [],
    );
  const among =
    <T extends string>(known: readonly T[]) =>
    (value: string): T[] =>
      known.filter((each) => each === value);
  return {
    kind: of('kind', among(kinds)),
    stance: of('stance', among([...stances, 'none' as const])),
    year: of('year', (year) => [year]).toSorted((a, b) => (a.value < b.value ? 1 : -1)),
    language: of('language', among(foundIn)),
    actor: records('actor'),
    issue: records('issue'),
    programme: records('programme'),
  };
}

/** The sorts of facets that a search is narrowed by, each with the filter that leaves it out and the facets that are chosen. */
export function sortsNarrowed(filter: SearchFilter): { sort: string; without: SearchFilter; chosen: string[] }[] {
  const { kinds: wanted, stances: taken, year, language } = filter;
  const without = (sort: string, values: readonly (string | null)[], change: Partial<SearchFilter>) => {
    const chosen = values.flatMap((value) => (value === null ? [] : [`${sort} ${value}`]));
    return chosen.length === 0 ? [] : [{ sort, without: { ...filter, ...change }, chosen }];
  };
  return [
    ...without('kind', wanted, { kinds: [] }),
    ...without('stance', taken, { stances: [] }),
    ...without('year', [year], { year: null }),
    ...without('language', [language], { language: null }),
  ];
}
