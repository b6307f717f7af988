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

// Each is told with what it changed, and that is one more read.
const limit = 20;

/** Where the record was wrong, the latest first. */
export default async function CorrectionsPage({ searchParams }: ListParams) {
  const { number: before, misfits } = numberIn(await searchParams, 'after');
  const { items, next } = await withNames(
    await (await publicApi()).publication.list({ before, only: 'corrections', limit }),
  );
  const t = text('pages');
  return (
    <Frame
      current="changes"
      path="/corrections"
      title={t('corrections.title')}
      description={t('corrections.description')}
      hidden={before !== null}
      misfits={misfits}
      feeds={[{ title: t('corrections.title'), href: '/corrections/feed' }]}
    >
      <header className="record-head list-head">
        <h1>{t('corrections.title')}</h1>
        <p className="standfirst">{t('corrections.lead')}</p>
      </header>
      <ChangeTabs current="/corrections" />
      {items.length === 0 ? (
        <section className="notice">
          <h2>{t(before === null ? 'corrections.nothing' : 'corrections.nothingBefore')}</h2>
          <p>{t.rich('corrections.willStand', { all: (words) => <a href="/changes">{words}</a> })}</p>
        </section>
      ) : (
        <section aria-labelledby="corrections">
          <h2 className="vh" id="corrections">
            {t('corrections.latest')}
          </h2>
          <Corrections corrections={await correctionsAmong(items, limit)} />
        </section>
      )}
      <Pager
        first={before === null ? null : '/corrections'}
        next={next === null ? null : `/corrections?after=${next}`}
      />
      <section className="section" aria-labelledby="kinds">
        <div className="section-head section-rule">
          <h2 id="kinds">{t('changes.what')}</h2>
        </div>
        <KindsOfChange />
      </section>
    </Frame>
  );
}
