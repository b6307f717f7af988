import type { Kind } from '@rapporteur/domain/kinds';
import type { ActorFilter } from '@rapporteur/domain/region/actor-filter';
import type { ListItem, ListPage } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { ActorsForm } from './actors-form';
import { When } from './dates';
import { Glyph } from './glyph';
import { listAddress } from './list-address';
import { foreign, RecordLink } from './record-link';
import { text } from './text';
import { inSentence, kindName, word } from './words';
import { original } from '@rapporteur/domain/translation/languages';

export function RecordRow({ item, children }: { item: ListItem; children?: ReactNode }) {
  return (
    <li>
      <h3>
        <RecordLink record={item.record} />
      </h3>
      {item.summary === null ? null : (
        <p className="snippet" {...foreign(original)}>
          {item.summary}
        </p>
      )}
      <p className="meta">
        {item.type === null ? null : <span>{word(item.type)}</span>}
        {item.date === null ? null : <When value={item.date} />}
        {children}
        <span>{text('records')('version', { version: String(item.revisionNumber) })}</span>
      </p>
    </li>
  );
}

interface Props {
  kind: Kind;
  /** What a list of actors is narrowed to. */
  filter: ActorFilter;
  page: ListPage;
  after: string | null;
}

/** Every record of a kind, newest first, page by page. */
export function ListView({ kind, filter, page, after }: Props) {
  const narrowed = filter.type !== null || filter.region !== null;
  const many = kindName(kind, 'many');
  const t = text('lists');
  return (
    <>
      <header className="record-head list-head">
        <h1>{many}</h1>
        <p className="standfirst">{t(`intro.${kind}`)}</p>
      </header>
      {kind === 'actor' ? <ActorsForm filter={filter} /> : null}
      <div className="record-tools">
        <p>{page.total === 0 ? t('none') : t(`onRecord.${kind}`, { count: page.total })}</p>
      </div>
      {page.items.length === 0 ? (
        <section className="notice">
          <h2>{t('nothing')}</h2>
          <p>{after !== null ? t('emptyPage') : narrowed ? t('nothingNarrowed') : t(`nothingOfKind.${kind}`)}</p>
        </section>
      ) : (
        <section aria-label={t('list', { kinds: inSentence(many) })}>
          <h2 className="vh">{t('allOnRecord', { kinds: many })}</h2>
          <ul className="results">
            {page.items.map((item) => (
              <RecordRow key={item.record.id} item={item} />
            ))}
          </ul>
        </section>
      )}
      <Pager
        first={after === null ? null : listAddress(kind, filter)}
        next={page.next === null ? null : listAddress(kind, filter, page.next)}
      />
    </>
  );
}

/** The way on and the way back to the start. The order of a list can change between two readings, so there is no "page 7". */
export function Pager({ first, next }: { first: string | null; next: string | null }) {
  if (first === null && next === null) return null;
  const t = text('lists');
  return (
    <nav className="pager" aria-label={t('pages')}>
      {first === null ? null : (
        <a className="button" href={first}>
          {t('start')}
        </a>
      )}
      {next === null ? null : (
        <a className="button" href={next} rel="next">
          {t('further')}
          <Glyph name="t-moved" className="i" />
        </a>
      )}
    </nav>
  );
}
