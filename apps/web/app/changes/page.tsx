import { PublicationLog } from '@rapporteur/ui/change-list';
import { ChangeTabs } from '@rapporteur/ui/change-tabs';
import { Corrections, KindsOfChange } from '@rapporteur/ui/correction';
import { Pager } from '@rapporteur/ui/list-view';
import { publicApi } from '../../lib/api';
import { correctionsAmong } from '../../lib/corrections';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { numberOf } from '../../lib/params';

export const dynamic = 'force-dynamic';

// Each correction of the page is one more read: of a page that was corrected throughout, the latest are told in full.
const told = 10;

export default async function ChangesPage({ searchParams }: ListParams) {
  const before = numberOf(await searchParams, 'after');
  const { items, next } = await (await publicApi()).publication.list({ before, limit: 50 });
  const corrections = await correctionsAmong(items, told);
  return (
    <Frame
      current="changes"
      path="/changes"
      title="Corrections and changes"
      description="Every public change of the record, with its reason and its fingerprint."
      hidden={before !== null}
      feeds={[
        { title: 'All changes', href: '/feed' },
        { title: 'Corrections', href: '/corrections/feed' },
      ]}
    >
      <header className="record-head list-head">
        <h1>Corrections and changes</h1>
        <p className="standfirst">
          When the record was wrong we say what it said, what it says now, and why. Nothing is removed: every earlier
          version keeps its address, and every change carries the fingerprint of the one before it.
        </p>
      </header>
      <ChangeTabs current="/changes" />
      {items.length === 0 ? (
        <section className="notice">
          <h2>Nothing was published yet</h2>
          <p>The first change of the record will stand here.</p>
        </section>
      ) : (
        <>
          {corrections.length === 0 ? null : (
            <section aria-labelledby="corrections">
              <h2 className="vh" id="corrections">
                Corrections and withdrawals
              </h2>
              <Corrections corrections={corrections} />
            </section>
          )}
          <section className="section" aria-labelledby="log">
            <div className="section-head section-rule">
              <h2 id="log">All changes</h2>
              <a href="/compare">Compare two days</a>
            </div>
            <PublicationLog publications={items} />
          </section>
        </>
      )}
      <Pager first={before === null ? null : '/changes'} next={next === null ? null : `/changes?after=${next}`} />
      <section className="section" aria-labelledby="kinds">
        <div className="section-head section-rule">
          <h2 id="kinds">What counts as what</h2>
        </div>
        <KindsOfChange />
      </section>
    </Frame>
  );
}
