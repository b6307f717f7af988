import { PublicationLog } from '@rapporteur/ui/change-list';
import { Pager } from '@rapporteur/ui/list-view';
import { publicApi } from '../../lib/api';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { numberOf } from '../../lib/params';

export const dynamic = 'force-dynamic';

export default async function ChangesPage({ searchParams }: ListParams) {
  const before = numberOf(await searchParams, 'after');
  const { items, next } = await (await publicApi()).publication.list({ before, limit: 50 });
  return (
    <Frame
      current="changes"
      path="/changes"
      title="Corrections and changes"
      description="Every public change of the record, with its reason and its fingerprint."
      hidden={before !== null}
    >
      <header className="record-head list-head">
        <h1>Corrections and changes</h1>
        <p className="standfirst">
          When the record was wrong we say what it said, what it says now, and why. Nothing is removed: every earlier
          version keeps its address, and every change carries the fingerprint of the one before it.
        </p>
      </header>
      {items.length === 0 ? (
        <section className="notice">
          <h2>Nothing was published yet</h2>
          <p>The first change of the record will stand here.</p>
        </section>
      ) : (
        <section aria-labelledby="log">
          <h2 className="vh" id="log">
            Changes, latest first
          </h2>
          <PublicationLog publications={items} />
        </section>
      )}
      <Pager first={before === null ? null : '/changes'} next={next === null ? null : `/changes?after=${next}`} />
    </Frame>
  );
}
