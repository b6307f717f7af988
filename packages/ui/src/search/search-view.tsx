import { original } from '@rapporteur/domain/translation/languages';
import { lookedAt, type SearchAnswer, type SearchFilter } from '@rapporteur/domain/search/views';
import { Chips } from '../chips';
import { When } from '../dates';
import { Pager } from '../list-view';
import { totalOf } from '../more';
import { foreign, KindTag, RecordLink, titleOf } from '../record-link';
import { text } from '../text';
import { kindName, languageName, notPublic, sentence, silence, word } from '../words';
import { fieldsOf, searchAddress, type Asked } from '@rapporteur/domain/search/address';
import { Respelt, TitlesMeant } from './respelt';
import { Facets } from './search-facets';
import { SearchForm } from './search-form';
import { Hit } from './search-hit';

/** The whole page of a search: the form, what it can be narrowed to, and what was found. */
export function SearchView({ asked, answer, after }: { asked: Asked; answer: SearchAnswer; after: string | null }) {
  const t = text('search');
  const found = answer.items.length > 0;
  return (
    <div className="search-page">
      <SearchForm question={asked.question}>
        <Kept asked={asked} />
      </SearchForm>
      <div className="found">
        {asked.question === '' && !narrowed(asked.filter) ? (
          <Begin />
        ) : (
          <>
            <header className="section-head">
              <h1>{headingOf(asked, answer)}</h1>
              {found ? <Order asked={asked} /> : null}
            </header>
            <Chosen asked={asked} answer={answer} />
            <Named answer={answer} />
            <Respelt asked={asked} answer={answer} />
            {found ? <Found answer={answer} sort={asked.sort} /> : <Nothing asked={asked} answer={answer} />}
            <Pager
              first={after === null ? null : searchAddress(asked)}
              next={answer.next === null ? null : searchAddress(asked, answer.next)}
            />
          </>
        )}
      </div>
      {found || narrowed(asked.filter) ? (
        <Facets asked={asked} answer={answer} label={t('narrowCount', { records: totalOf(answer.total, 'record') })} />
      ) : null}
    </div>
  );
}

/** What the form keeps of the address and has no field for. */
function Kept({ asked }: { asked: Asked }) {
  const kept = ['actor', 'issue', 'programme', 'sort'];
  return fieldsOf(asked)
    .filter(([name]) => kept.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

const narrowed = ({ kinds, stances, ...one }: SearchFilter): boolean =>
  kinds.length > 0 || stances.length > 0 || Object.values(one).some((value) => value !== null);

function headingOf({ question }: Asked, answer: SearchAnswer): string {
  const t = text('search');
  if (answer.elsewhere !== null) return t('nothingWithin', { question });
  if (answer.total.count === 0 || answer.asWritten === 0)
    return question === '' ? t('nothingOn') : t('nothingFor', { question });
  const records = sentence(totalOf(answer.total, 'record'));
  return question === '' ? t('found', { records }) : t('foundFor', { records, question });
}

function Order({ asked }: { asked: Asked }) {
  const t = text('search');
  const orders = [
    ['relevance', t('best')],
    ['date', t('latest')],
  ] as const;
  return (
    <nav className="switch aside" aria-label={t('order')}>
      {orders.map(([sort, label]) => (
        <a
          key={sort}
          href={searchAddress({ ...asked, sort })}
          {...(asked.sort === sort ? { 'aria-current': 'true' as const } : {})}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

/** What the search is narrowed to; each can be taken back. */
function Chosen({ asked, answer }: { asked: Asked; answer: SearchAnswer }) {
  const t = text('search');
  const { filter } = asked;
  const without = (change: Partial<SearchFilter>) => searchAddress({ ...asked, filter: { ...filter, ...change } });
  // By its kind: what was merged is named by the id of another record.
  const record = (kind: 'actor' | 'issue' | 'programme') => {
    const link = answer.narrowedTo.find((each) => each.kind === kind);
    const label = link === undefined ? notPublic() : titleOf(link);
    return filter[kind] === null ? [] : [{ label, href: without({ [kind]: null }) }];
  };
  const chips = [
    ...filter.kinds.map((kind) => ({
      label: kindName(kind, 'many'),
      href: without({ kinds: filter.kinds.filter((each) => each !== kind) }),
    })),
    ...filter.stances.map((stance) => ({
      label: stance === 'none' ? silence() : word(stance),
      href: without({ stances: filter.stances.filter((each) => each !== stance) }),
    })),
    ...record('actor'),
    ...record('issue'),
    ...record('programme'),
    ...(filter.year === null ? [] : [{ label: filter.year, href: without({ year: null }) }]),
    ...(filter.language === null ? [] : [{ label: languageName(filter.language), href: without({ language: null }) }]),
    ...(filter.from === null ? [] : [{ label: t('since', { date: filter.from }), href: without({ from: null }) }]),
    ...(filter.to === null ? [] : [{ label: t('until', { date: filter.to }), href: without({ to: null }) }]),
  ];
  return <Chips chips={chips} />;
}

/** The records that are called what was asked. */
function Named({ answer: { named } }: { answer: SearchAnswer }) {
  if (named.length === 0) return null;
  return (
    <section className="answer" aria-label={text('search')('exact')}>
      {named.map(({ record, summary, date }) => (
        <div key={record.id}>
          <KindTag kind={record.kind} />
          <h2>
            <RecordLink record={record} />
          </h2>
          {date === null ? null : (
            <p className="meta">
              <When value={date} />
            </p>
          )}
          {summary === null ? null : <p {...foreign(original)}>{summary}</p>}
        </div>
      ))}
    </section>
  );
}

function Found({ answer, sort }: { answer: SearchAnswer; sort: Asked['sort'] }) {
  const t = text('search');
  return (
    <section aria-label={t('results')}>
      <h2 className="vh">{t('results')}</h2>
      {answer.ranked === 'bounded' ? (
        <p className="hint">{t('bounded', { count: lookedAt, more: String(sort === 'relevance') })}</p>
      ) : null}
      <ol className="results">
        {answer.items.map((hit) => (
          <Hit key={`${hit.record.id} ${hit.language}`} hit={hit} />
        ))}
      </ol>
    </section>
  );
}

function Begin() {
  const t = text('search');
  return (
    <section className="notice">
      <h1>{t('label')}</h1>
      <p>{t('begin.text')}</p>
      <ul>
        <li>{t('begin.names')}</li>
        <li>{t('begin.quotes')}</li>
        <li>{t('begin.hyphen')}</li>
      </ul>
    </section>
  );
}

/** Absence is no finding about the world, and the page says so. */
function Nothing({ asked, answer }: { asked: Asked; answer: SearchAnswer }) {
  const t = text('search');
  const everywhere = searchAddress({ ...asked, filter: emptyFilter });
  return (
    <section className="notice">
      <h2>{t(answer.empty ? 'nothing.empty' : 'nothing.means')}</h2>
      <TitlesMeant asked={asked} records={answer.didYouMean} />
      <p>
        {answer.elsewhere === null
          ? t(answer.empty ? 'nothing.emptyText' : 'nothing.text')
          : t.rich('nothing.within', {
              all: () => <a href={everywhere}>{totalOf(answer.elsewhere ?? answer.total, 'record')}</a>,
            })}
      </p>
      <ul>
        <li>{t('nothing.where')}</li>
        <li>{t('nothing.others')}</li>
        {narrowed(asked.filter) && answer.elsewhere === null ? (
          <li>
            <a href={everywhere}>{t('nothing.without')}</a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

const emptyFilter: SearchFilter = {
  kinds: [],
  stances: [],
  actor: null,
  issue: null,
  programme: null,
  language: null,
  year: null,
  from: null,
  to: null,
};
