import { searchAddress, searchAsFits } from '@rapporteur/domain/search/address';
import { Follow } from '@rapporteur/ui/follow';
import { questionTitle } from '@rapporteur/ui/question/question-title';
import { SearchView } from '@rapporteur/ui/search/search-view';
import { publicApi } from '../../lib/api';
import { CiteQuestion } from '../../lib/cite-question';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { readFrom } from '../../lib/misfits';
import { textOf } from '../../lib/params';
import { text } from '@rapporteur/ui/text';
import { withNames } from '../../lib/names';

export const dynamic = 'force-dynamic';

/** The search: a page like every other, so that it works without scripts, is cached, and exists for every date. */
export default async function SearchPage({ searchParams }: ListParams) {
  const query = await searchParams;
  const { asked, misfits } = searchAsFits((name) => textOf(query, name));
  const api = await publicApi();
  const {
    page,
    after,
    misfits: noPlace,
  } = await readFrom(textOf(query, 'after'), (from) => api.search.findToCite({ ...asked, after: from, limit: 20 }));
  const { answer, frozen } = await withNames(page);
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
      misfits={[...misfits, ...noPlace]}
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
