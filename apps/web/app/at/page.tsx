import { formatStamp } from '@rapporteur/domain/instant';
import { MomentForm } from '@rapporteur/ui/as-of';
import { PublicationLog } from '@rapporteur/ui/change-list';
import { redirect } from 'next/navigation';
import { pastAddress } from '../../cache/memento';
import { publicApi } from '../../lib/api';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { momentFrom } from '../../lib/moment';
import { textOf } from '../../lib/params';

export const dynamic = 'force-dynamic';

/** Leads a page to a date: with a day in its query to the page as it stood then, otherwise to the form that asks for one. */
export default async function AtPage({ searchParams }: ListParams) {
  const query = await searchParams;
  const given = textOf(query, 'page') ?? '/';
  // An address of this site and of no other.
  const page = /^\/(?![/\\])/.test(given) ? given : '/';
  const [date, time] = [textOf(query, 'date') ?? '', textOf(query, 'time') ?? ''];
  const moment = date + time === '' ? null : momentFrom(date, time, new Date());
  if (moment?.instant) redirect(pastAddress(page, formatStamp(moment.instant)));
  const { items } = await (await publicApi()).publication.list({ before: null, limit: 10 });
  return (
    <Frame
      current={null}
      path="/at"
      title="Read a past date"
      description="Every page of the record can be read as it stood at any moment."
      hidden={date + time !== '' || page !== '/'}
    >
      <header className="record-head list-head">
        <h1>Read a past date</h1>
        <p className="standfirst">
          Every page can be read as it stood at any moment: what we had published by then, with nothing that we learnt
          later. Links of a past page lead on within that moment.
        </p>
      </header>
      <MomentForm page={page} id="moment" chosen={{ date, time, problem: moment?.problem ?? null }} />
      <section className="section" aria-labelledby="moments">
        <div className="section-head section-rule">
          <h2 id="moments">Or begin at a change</h2>
          <a href="/changes">All changes</a>
        </div>
        {items.length === 0 ? (
          <p className="section-note">Nothing was published yet.</p>
        ) : (
          <PublicationLog publications={items} />
        )}
      </section>
    </Frame>
  );
}
