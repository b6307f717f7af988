import type { SearchFilter } from '@rapporteur/domain/search/views';

/** What a reader asks for: the question, what it is narrowed to, and the order. */
export interface Asked {
  question: string;
  filter: SearchFilter;
  sort: 'relevance' | 'date';
}

/** The names of the fields of the form, in the order in which an address holds them. */
export function fieldsOf({ question, filter, sort }: Asked): [name: string, value: string][] {
  const { kinds, stances, actor, issue, programme, language, year, from, to } = filter;
  const one = (name: string, value: string | null): [string, string][] => (value === null ? [] : [[name, value]]);
  return [
    ...one('q', question === '' ? null : question),
    ...one('kind', kinds.length === 0 ? null : kinds.toSorted().join(',')),
    ...one('stance', stances.length === 0 ? null : stances.toSorted().join(',')),
    ...one('actor', actor),
    ...one('issue', issue),
    ...one('programme', programme),
    ...one('language', language),
    ...one('year', year),
    ...one('from', from),
    ...one('to', to),
    ...one('sort', sort === 'relevance' ? null : sort),
  ];
}

/** The address of a search. */
export function searchAddress(asked: Asked, after: string | null = null): string {
  const fields = after === null ? fieldsOf(asked) : [...fieldsOf(asked), ['after', after] as const];
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? '/search' : `/search?${query}`;
}
