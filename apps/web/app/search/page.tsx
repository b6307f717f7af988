import { readSearch, searchAddress } from '@rapporteur/domain/search/address';
import { Follow } from '@rapporteur/ui/follow';
import { questionTitle } from '@rapporteur/ui/question/question-title';
import { SearchView } from '@rapporteur/ui/search/search-view';
import { notFound } from 'next/navigation';
import { publicApi } from '../../lib/api';
import { CiteQuestion } from '../../lib/cite-question';
import { Frame } from '../../lib/frame';
import { orNotFound, type ListParams } from '../../lib/list-page';
import { textOf } from '../../lib/params';
import { text } from '@rapporteur/ui/text';
import { withNames } from '../../lib/names';

export const dynamic = 'force-dynamic';

/** The search: a page like every other, so that it works without scripts, is cached, and exists for every date. */
export default async function SearchPage({ searchParams }: ListParams) {
  const query = await searchParams;
  const asked = readSearch((name) => textOf(query, name));
  // A filter that cannot be one leads nowhere.
  if (asked === null) notFound();
  const after = textOf(query, 'after');
  const api = await publicApi();
  const { answer, frozen } = await orNotFound(api.search.findToCite({ ...asked, after, limit: 20 })).then(withNames);
  const asQuestion = { of: 'search', ...asked } as const;
  const { question } = asked;
  const t = text('search');
  const address = searchAddress(asked);
  const feed = address.replace(/^\/search/, '/search/feed');
  return (
    <Frame
      current={null}
      path={address}
      title={question === '' ? t('title') : t('titleOf', { question })}
      description={t('description')}
      feeds={address === '/search' ? [] : [{ title: questionTitle(asQuestion, answer.narrowedTo), href: feed }]}
      hidden
    >
      <SearchView asked={asked} answer={answer} after={after} />
      {answer.empty || address === '/search' ? null : (
        <>
          <div className="section">
            <Follow href={feed} what={text('alerts')('found')} />
          </div>
          <CiteQuestion cited={{ question: asQuestion, frozen }} about={answer.narrowedTo} />
        </>
      )}
    </Frame>
  );
}
