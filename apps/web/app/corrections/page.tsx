import { ChangeTabs } from '@rapporteur/ui/change-tabs';
import { Corrections, KindsOfChange } from '@rapporteur/ui/correction';
import { Pager } from '@rapporteur/ui/list-view';
import { publicApi } from '../../lib/api';
import { correctionsAmong } from '../../lib/corrections';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { numberOf } from '../../lib/params';

export const dynamic = 'force-dynamic';

// Each is told with what it changed, and that is one more read.
const limit = 20;

/** Where the record was wrong, the latest first. */
export default async function CorrectionsPage({ searchParams }: ListParams) {
  const before = numberOf(await searchParams, 'after');
  const { items, next } = await (await publicApi()).publication.list({ before, only: 'corrections', limit });
  return (
    <Frame
      current="changes"
      path="/corrections"
      title="Corrections"
      description="Where the record was wrong: what it said, what it says now, and why."
      hidden={before !== null}
      feeds={[{ title: 'Corrections', href: '/corrections/feed' }]}
    >
      <header className="record-head list-head">
        <h1>Corrections</h1>
        <p className="standfirst">
          When the record was wrong we say what it said, what it says now, and why. Nothing is removed: every earlier
          version keeps its address.
        </p>
      </header>
      <ChangeTabs current="/corrections" />
      {items.length === 0 ? (
        <section className="notice">
          <h2>{before === null ? 'Nothing was corrected yet' : 'Nothing was corrected before that'}</h2>
          <p>
            A correction, a withdrawal or a merge will stand here with its reason.{' '}
            <a href="/changes">See all changes</a>.
          </p>
        </section>
      ) : (
        <section aria-labelledby="corrections">
          <h2 className="vh" id="corrections">
            Corrections and withdrawals, the latest first
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
          <h2 id="kinds">What counts as what</h2>
        </div>
        <KindsOfChange />
      </section>
    </Frame>
  );
}
