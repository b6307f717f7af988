import { readSearch, searchAddress } from '@rapporteur/domain/search/address';
import { SearchView } from '@rapporteur/ui/search/search-view';
import { notFound } from 'next/navigation';
import { publicApi } from '../../lib/api';
import { citedAnswer, CiteQuestion } from '../../lib/cite-question';
import { Frame } from '../../lib/frame';
import { orNotFound, type ListParams } from '../../lib/list-page';
import { textOf } from '../../lib/params';

export const dynamic = 'force-dynamic';

/** The search: a page like every other, so that it works without scripts, is cached, and exists for every date. */
export default async function SearchPage({ searchParams }: ListParams) {
  const query = await searchParams;
  const asked = readSearch((name) => textOf(query, name));
  // A filter that cannot be one leads nowhere.
  if (asked === null) notFound();
  const after = textOf(query, 'after');
  const api = await publicApi();
  const [answer, cited] = await Promise.all([
    orNotFound(api.search.find({ ...asked, after, limit: 20 })),
    orNotFound(citedAnswer({ of: 'search', ...asked })),
  ]);
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
      {answer.empty ? null : <CiteQuestion cited={cited} about={answer.narrowedTo} />}
    </Frame>
  );
}
