import { fitting, type Misfit } from '../fitting';
import { inOrder } from '../span';
import { longestQuestion, searchFilter, type SearchFilter } from './views';

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

/** What the fields of an address ask for, as `searchAsWritten`; of two days the earlier is the first. */
export function readSearch(field: (name: string) => string | null): Asked | null {
  const asked = searchAsWritten(field);
  return asked === null ? null : { ...asked, filter: { ...asked.filter, ...inOrder(asked.filter) } };
}

/** What the fields of an address ask for, without what cannot be asked, which is told by the names that fields have there. */
export function searchAsFits(field: (name: string) => string | null): { asked: Asked; misfits: Misfit[] } {
  const { asked: filter, misfits } = fitting(searchFilter, fieldsFrom(field), searchFilter.parse({}));
  const names: Record<string, string> = { kinds: 'kind', stances: 'stance' };
  const sort = field('sort');
  const order = sort === null || sort === 'date' || sort === 'relevance' ? [] : [{ name: 'sort', value: sort }];
  const asked = {
    question: withinBounds(field('q') ?? ''),
    filter,
    sort: sort === 'date' ? ('date' as const) : ('relevance' as const),
  };
  return {
    asked: { ...asked, filter: { ...filter, ...inOrder(filter) } },
    misfits: [...misfits.map(({ name, value }) => ({ name: names[name] ?? name, value })), ...order],
  };
}

/** What the fields of an address ask for; null where a filter is none. Of a question, as much as is looked at. */
export function searchAsWritten(field: (name: string) => string | null): Asked | null {
  const filter = searchFilter.safeParse(fieldsFrom(field));
  if (!filter.success) return null;
  const sort = field('sort') === 'date' ? 'date' : 'relevance';
  return { question: withinBounds(field('q') ?? ''), filter: filter.data, sort };
}

function fieldsFrom(field: (name: string) => string | null) {
  const list = (name: string) => (field(name) ?? '').split(',').filter((value) => value !== '');
  return {
    kinds: list('kind'),
    stances: list('stance'),
    actor: field('actor'),
    issue: field('issue'),
    programme: field('programme'),
    language: field('language'),
    year: field('year'),
    from: field('from'),
    to: field('to'),
  } satisfies Record<keyof SearchFilter, unknown>;
}

/** As much of a question as is looked at, in whole characters. */
export function withinBounds(question: string): string {
  let kept = '';
  for (const sign of question) {
    if (kept.length + sign.length > longestQuestion) break;
    kept += sign;
  }
  return kept;
}
