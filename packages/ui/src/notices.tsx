import { segmentOf } from '@rapporteur/domain/kinds';
import { original } from '@rapporteur/domain/translation/languages';
import type { TombstoneView } from '@rapporteur/domain/views';
import { addressAfter } from './change-list';
import { Instant } from './dates';
import { foreign } from './record-link';
import { Crumbs, RecordHead } from './record-head';
import { SearchForm } from './search/search-form';
import { text } from './text';

/** What stands at the address of a withdrawn record: that it is gone, when, and why. Its earlier versions stay readable in their time. */
export function Tombstone({ tombstone }: { tombstone: TombstoneView }) {
  const { kind, slug, reason, at } = tombstone;
  const t = text('records');
  const path = `/${segmentOf(kind)}/${encodeURIComponent(slug)}`;
  return (
    <>
      <Crumbs kind={kind} here={t('tombstone.crumb')} />
      <RecordHead kind={kind} title={t(`tombstone.title.${kind}`)}>
        <p className="standfirst">{t.rich('tombstone.text', { when: () => <Instant value={at} /> })}</p>
      </RecordHead>
      <section className="article-correction" aria-labelledby="why">
        <h2 id="why">{t('tombstone.why')}</h2>
        {reason === '' ? <p>{t('tombstone.noReason')}</p> : <p {...foreign(original)}>{reason}</p>}
      </section>
      <ul className="basis section">
        <li>
          <a href={`${path}/history`}>{t('tombstone.history')}</a>
        </li>
        <li>
          <a href={addressAfter(new Date(new Date(at).getTime() - 1000).toISOString(), path)}>
            {t('tombstone.before')}
          </a>
        </li>
      </ul>
    </>
  );
}

/** Nothing stands at an address. */
export function NothingHere() {
  const t = text('records');
  return (
    <section className="notice">
      <h1>{t('nothing.title')}</h1>
      <p>{t('nothing.text')}</p>
      <SearchForm question="" />
      <ul>
        <li>
          <a href="/">{t('ways.home')}</a>
        </li>
        <li>
          <a href="/changes">{t('ways.changes')}</a>
        </li>
        <li>
          <a href="/programmes">{t('ways.programmes')}</a>
        </li>
      </ul>
    </section>
  );
}

/** No page can be shown: what happened, what is safe, and what to do. */
export function Trouble({ title, text: told }: { title: string; text: string }) {
  const t = text('records');
  return (
    <section className="notice">
      <h1>{title}</h1>
      <p>{told}</p>
      <ul>
        <li>
          <a href="/">{t('ways.home')}</a>
        </li>
        <li>
          <a href="/changes">{t('ways.changes')}</a>
        </li>
      </ul>
    </section>
  );
}
