import { formatStamp } from '@rapporteur/domain/instant';
import { MomentForm } from '@rapporteur/ui/as-of';
import { PublicationLog } from '@rapporteur/ui/change-list';
import { redirect } from 'next/navigation';
import { pastAddress } from '../../cache/memento';
import { publicApi } from '../../lib/api';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { momentFrom, problemIn } from '../../lib/moment';
import { textOf } from '../../lib/params';
import { text } from '@rapporteur/ui/text';
import { withNames } from '../../lib/names';

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
  const { items } = await withNames(await (await publicApi()).publication.list({ before: null, limit: 10 }));
  const t = text('pages');
  return (
    <Frame
      current={null}
      path="/at"
      title={t('at.title')}
      description={t('at.description')}
      hidden={date + time !== '' || page !== '/'}
    >
      <header className="record-head list-head">
        <h1>{t('at.title')}</h1>
        <p className="standfirst">{t('at.lead')}</p>
      </header>
      <MomentForm page={page} id="moment" chosen={{ date, time, problem: problemIn(moment) }} />
      <section className="section" aria-labelledby="moments">
        <div className="section-head section-rule">
          <h2 id="moments">{t('at.change')}</h2>
          <a href="/changes">{t('changes.all')}</a>
        </div>
        {items.length === 0 ? (
          <p className="section-note">{t('changes.nothingStop')}</p>
        ) : (
          <PublicationLog publications={items} />
        )}
      </section>
    </Frame>
  );
}
