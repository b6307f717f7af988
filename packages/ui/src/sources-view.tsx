import { sourceForms } from '@rapporteur/domain/content/source';
import { everySource, sourcesAddress, type SourceFilter, type SourcePage } from '@rapporteur/domain/source-list';
import { original } from '@rapporteur/domain/translation/languages';
import { When } from './dates';
import { Pager, RecordRow } from './list-view';
import { foreign, nameLanguage, titleOf } from './record-link';
import { text } from './text';
import { inSentence, kindName, word } from './words';

type Item = SourcePage['items'][number];

/** The list of sources: a work in several parts stands once, and leads to its parts. */
export function SourcesView({ filter, page, after }: { filter: SourceFilter; page: SourcePage; after: string | null }) {
  const t = text('lists');
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  const heading = page.title === null ? kindName('source', 'many') : page.title;
  return (
    <>
      <header className="record-head list-head">
        <h1 {...(page.title === null ? {} : foreign(original))}>{heading}</h1>
        <p className="standfirst">{filter.of === null ? t('intro.source') : t('sources.parts')}</p>
      </header>
      {filter.of === null ? <SourcesForm filter={filter} publishers={page.publishers} /> : null}
      <div className="record-tools">
        <p>
          {page.total === 0
            ? t('none')
            : t(filter.of === null ? 'onRecord.source' : 'sources.count', { count: page.total })}
        </p>
        {filter.of === null ? null : <a href={sourcesAddress(everySource)}>{t('sources.all')}</a>}
      </div>
      {page.items.length === 0 ? (
        <section className="notice">
          <h2>{t('nothing')}</h2>
          <p>{after !== null ? t('emptyPage') : isNarrowed ? t('nothingNarrowed') : t('nothingOfKind.source')}</p>
        </section>
      ) : (
        <section aria-label={t('list', { kinds: inSentence(kindName('source', 'many')) })}>
          <h2 className="vh">{t('allOnRecord', { kinds: heading })}</h2>
          <ul className="results">
            {page.items.map((item) =>
              item.work === null ? (
                <RecordRow key={item.record.id} item={item} />
              ) : (
                <WorkRow key={item.record.id} item={item} work={item.work} />
              ),
            )}
          </ul>
        </section>
      )}
      <Pager
        first={after === null ? null : sourcesAddress(filter)}
        next={page.next === null ? null : sourcesAddress(filter, page.next)}
      />
    </>
  );
}

/** A work in several parts. */
function WorkRow({ item, work }: { item: Item; work: NonNullable<Item['work']> }) {
  const t = text('lists');
  return (
    <li>
      <h3 {...foreign(original)}>
        <a href={sourcesAddress({ ...everySource, of: work.of })}>{work.title}</a>
      </h3>
      <p className="meta">
        {item.date === null ? null : <When value={item.date} />}
        <span>{t('sources.count', { count: work.parts })}</span>
      </p>
    </li>
  );
}

/** What the list can be narrowed to. A plain form, so it works without scripts, and every answer has an address. */
function SourcesForm({
  filter: { form, publisher, year },
  publishers,
}: { filter: SourceFilter } & Pick<SourcePage, 'publishers'>) {
  const t = text('lists');
  return (
    <form className="board-form" action="/sources" aria-label={t('sources.form')}>
      <div className="board-fields">
        <p className="field">
          <label htmlFor="sources-form">{t('sources.kind')}</label>
          <select className="input" id="sources-form" name="form" defaultValue={form ?? ''}>
            <option value="">{t('sources.anyKind')}</option>
            {sourceForms.map((each) => (
              <option key={each} value={each}>
                {word(each)}
              </option>
            ))}
          </select>
        </p>
        {publishers.length === 0 ? null : (
          <p className="field">
            <label htmlFor="sources-publisher">{t('sources.publisher')}</label>
            <select className="input" id="sources-publisher" name="publisher" defaultValue={publisher ?? ''}>
              <option value="">{t('sources.anyPublisher')}</option>
              {publishers.map((each) => (
                <option key={each.id} value={each.id} {...nameLanguage(each)}>
                  {titleOf(each)}
                </option>
              ))}
            </select>
          </p>
        )}
        <p className="field">
          <label htmlFor="sources-year">{t('sources.year')}</label>
          <input
            className="input"
            id="sources-year"
            name="year"
            inputMode="numeric"
            pattern="[0-9]{4}"
            size={6}
            maxLength={4}
            defaultValue={year ?? ''}
          />
        </p>
        <button className="button button--main" type="submit">
          {t('sources.show')}
        </button>
      </div>
    </form>
  );
}
