import { searchFilter, longestQuestion, type SearchFilter } from '@rapporteur/domain/search/views';
import { searchAddress, type Asked } from '@rapporteur/ui/search/address';
import { SearchView } from '@rapporteur/ui/search/search-view';
import { notFound } from 'next/navigation';
import { publicApi } from '../../lib/api';
import { Frame } from '../../lib/frame';
import { orNotFound, type ListParams } from '../../lib/list-page';
import { textOf } from '../../lib/params';

export const dynamic = 'force-dynamic';

type Query = Awaited<ListParams['searchParams']>;

/** What the address asks for. A filter that cannot be one leads nowhere. */
function askedBy(query: Query): Asked {
  const list = (name: string) => (textOf(query, name) ?? '').split(',').filter((value) => value !== '');
  const one = (name: string) => textOf(query, name);
  const filter = searchFilter.safeParse({
    kinds: list('kind'),
    stances: list('stance'),
    actor: one('actor'),
    issue: one('issue'),
    programme: one('programme'),
    language: one('language'),
    year: one('year'),
    from: one('from'),
    to: one('to'),
  } satisfies Record<keyof SearchFilter, unknown>);
  if (!filter.success) notFound();
  const sort = textOf(query, 'sort') === 'date' ? 'date' : 'relevance';
  return { question: bounded(textOf(query, 'q') ?? ''), filter: filter.data, sort };
}

/** As much of a question as is looked at, in whole characters. */
function bounded(question: string): string {
  let kept = '';
  for (const sign of question) {
    if (kept.length + sign.length > longestQuestion) break;
    kept += sign;
  }
  return kept;
}

/** The search: a page like every other, so that it works without scripts, is cached, and exists for every date. */
export default async function SearchPage({ searchParams }: ListParams) {
  const query = await searchParams;
  const asked = askedBy(query);
  const after = textOf(query, 'after');
  const answer = await orNotFound((await publicApi()).search.find({ ...asked, after, limit: 20 }));
  const { question } = asked;
  return (
    <Frame
      current={null}
      path={searchAddress(asked)}
      title={question === '' ? 'Search' : `${question} · Search`}
      description="Search over everything published: names in any script, statements, provisions, and the passages they rest on."
      hidden
    >
      <SearchView asked={asked} answer={answer} after={after} />
    </Frame>
  );
}
