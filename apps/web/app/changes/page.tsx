import { PublicationLog } from '@rapporteur/ui/change-list';
import { ChangeTabs } from '@rapporteur/ui/change-tabs';
import { Corrections, KindsOfChange } from '@rapporteur/ui/correction';
import { Pager } from '@rapporteur/ui/list-view';
import { publicApi } from '../../lib/api';
import { correctionsAmong } from '../../lib/corrections';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { numberIn } from '../../lib/misfits';
import { text } from '@rapporteur/ui/text';
import { withNames } from '../../lib/names';

export const dynamic = 'force-dynamic';

// Each correction of the page is one more read: of a page that was corrected throughout, the latest are told in full.
const told = 10;

export default async function ChangesPage({ searchParams }: ListParams) {
  const { number: before, misfits } = numberIn(await searchParams, 'after');
  const { items, next } = await withNames(await (await publicApi()).publication.list({ before, limit: 50 }));
  const corrections = await correctionsAmong(items, told);
  const t = text('pages');
  return (
    <Frame
      current="changes"
      path="/changes"
      title={t('changes.title')}
      description={t('changes.description')}
      hidden={before !== null}
      misfits={misfits}
      feeds={[
        { title: t('changes.all'), href: '/feed' },
        { title: t('corrections.title'), href: '/corrections/feed' },
      ]}
    >
      <header className="record-head list-head">
        <h1>{t('changes.title')}</h1>
        <p className="standfirst">{t('changes.lead')}</p>
      </header>
      <ChangeTabs current="/changes" />
      {items.length === 0 ? (
        <section className="notice">
          <h2>{t('changes.nothing')}</h2>
          <p>{t('changes.first')}</p>
        </section>
      ) : (
        <>
          {corrections.length === 0 ? null : (
            <section aria-labelledby="corrections">
              <h2 className="vh" id="corrections">
                {t('changes.wrong')}
              </h2>
              <Corrections corrections={corrections} />
            </section>
          )}
          <section className="section" aria-labelledby="log">
            <div className="section-head section-rule">
              <h2 id="log">{t('changes.all')}</h2>
              <a href="/compare">{t('changes.compare')}</a>
            </div>
            <PublicationLog publications={items} />
          </section>
        </>
      )}
      <Pager first={before === null ? null : '/changes'} next={next === null ? null : `/changes?after=${next}`} />
      <section className="section" aria-labelledby="kinds">
        <div className="section-head section-rule">
          <h2 id="kinds">{t('changes.what')}</h2>
        </div>
        <KindsOfChange />
      </section>
    </Frame>
  );
}
