import { labelOf } from '@rapporteur/domain/kinds';
import { longestQuestion, lookedAt, type SearchAnswer, type SearchFilter } from '@rapporteur/domain/search/views';
import { Glyph } from '../glyph';
import { Pager } from '../list-view';
import { KindTag, RecordLink, titleOf } from '../record-link';
import { languageName, notOnRecord, plural, word } from '../words';
import { fieldsOf, searchAddress, type Asked } from '@rapporteur/domain/search/address';
import { Facets, searchForm } from './search-facets';
import { Hit } from './search-hit';

const countOf = ({ total }: SearchAnswer): string =>
  total.atLeast ? `more than ${plural(total.count, 'record')}` : plural(total.count, 'record');

/** The whole page of a search: the form, what it can be narrowed to, and what was found. */
export function SearchView({ asked, answer, after }: { asked: Asked; answer: SearchAnswer; after: string | null }) {
  const found = answer.items.length > 0;
  return (
    <div className="search-page">
      <form className="search-big" id={searchForm} role="search" action="/search" aria-label="The record">
        <label className="vh" htmlFor="question">
          Search the record
        </label>
        <input
          id="question"
          name="q"
          type="search"
          maxLength={longestQuestion}
          defaultValue={asked.question}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit">
          <Glyph name="i-search" className="i" />
          <span>Search</span>
        </button>
        <Kept asked={asked} />
      </form>
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
            <Alike answer={answer} />
            {found ? <Found answer={answer} sort={asked.sort} /> : <Nothing asked={asked} answer={answer} />}
            <Pager
              first={after === null ? null : searchAddress(asked)}
              next={answer.next === null ? null : searchAddress(asked, answer.next)}
            />
          </>
        )}
      </div>
      {found || narrowed(asked.filter) ? (
        <Facets asked={asked} answer={answer} label={`Narrow the ${countOf(answer)}`} />
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
  const about = question === '' ? '' : ` for “${question}”`;
  if (answer.total.count === 0) return `Nothing on record${about}`;
  const count = countOf(answer);
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} found${about}`;
}

function Order({ asked }: { asked: Asked }) {
  const orders = [
    ['relevance', 'Best match'],
    ['date', 'Latest first'],
  ] as const;
  return (
    <nav className="switch aside" aria-label="Order">
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
  const { filter } = asked;
  const without = (change: Partial<SearchFilter>) => searchAddress({ ...asked, filter: { ...filter, ...change } });
  const named = (id: string | null) => answer.narrowedTo.find((record) => record.id === id);
  const record = (key: 'actor' | 'issue' | 'programme') => {
    const id = filter[key];
    const link = named(id);
    const label = link === undefined ? 'A record that is not public' : titleOf(link);
    return id === null ? [] : [{ label, href: without({ [key]: null }) }];
  };
  const chips = [
    ...filter.kinds.map((kind) => ({
      label: labelOf(kind, 'plural'),
      href: without({ kinds: filter.kinds.filter((each) => each !== kind) }),
    })),
    ...filter.stances.map((stance) => ({
      label: stance === 'none' ? notOnRecord : word(stance),
      href: without({ stances: filter.stances.filter((each) => each !== stance) }),
    })),
    ...record('actor'),
    ...record('issue'),
    ...record('programme'),
    ...(filter.year === null ? [] : [{ label: filter.year, href: without({ year: null }) }]),
    ...(filter.language === null ? [] : [{ label: languageName(filter.language), href: without({ language: null }) }]),
    ...(filter.from === null ? [] : [{ label: `Since ${filter.from}`, href: without({ from: null }) }]),
    ...(filter.to === null ? [] : [{ label: `Until ${filter.to}`, href: without({ to: null }) }]),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Narrowed to">
      {chips.map(({ label, href }) => (
        <li key={label}>
          <a className="chip" href={href} aria-label={`${label}: take back`}>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The records that are called what was asked. */
function Named({ answer: { named } }: { answer: SearchAnswer }) {
  if (named.length === 0) return null;
  return (
    <section className="answer" aria-label="Called exactly so">
      {named.map(({ record, summary }) => (
        <div key={record.id}>
          <KindTag kind={record.kind} />
          <h2>
            <RecordLink record={record} />
          </h2>
          {summary === null ? null : <p>{summary}</p>}
        </div>
      ))}
    </section>
  );
}

function Alike({ answer: { alike } }: { answer: SearchAnswer }) {
  if (alike.length === 0) return null;
  return (
    <p className="alike">
      Also shown is what concerns{' '}
      {alike.map(({ word: spelt, record }, index) => (
        <span key={`${spelt} ${record.id}`}>
          {index === 0 ? '' : ', '}
          <RecordLink record={record} /> (spelt like “{spelt}”)
        </span>
      ))}
      .
    </p>
  );
}

function Found({ answer, sort }: { answer: SearchAnswer; sort: Asked['sort'] }) {
  return (
    <section aria-label="Results">
      <h2 className="vh">Results</h2>
      {answer.ranked === 'bounded' ? (
        <p className="hint">
          Ranked among {lookedAt.toLocaleString('en-GB')} of them: what much else is about, then the newest. The counts
          are of these. {sort === 'relevance' ? '“Latest first” goes through all.' : ''}
        </p>
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
  return (
    <section className="notice">
      <h1>Search the record</h1>
      <p>
        Everything that is published: names, statements, provisions, positions, articles, and the passages they rest on.
      </p>
      <ul>
        <li>Names are found in any script, in former spellings, and with mistakes.</li>
        <li>Words between “quotation marks” are found as they follow one another.</li>
        <li>A hyphen before a word leaves out what has it: strait -ferry.</li>
      </ul>
    </section>
  );
}

/** Absence is no finding about the world, and the page says so. */
function Nothing({ asked, answer }: { asked: Asked; answer: SearchAnswer }) {
  return (
    <section className="notice">
      <h2>{answer.empty ? 'Nothing to look for' : 'What this means'}</h2>
      {answer.didYouMean.length === 0 ? null : (
        <p>
          Did you mean{' '}
          {answer.didYouMean.map((record, index) => (
            <span key={record.id}>
              {index === 0 ? '' : ', '}
              <a href={searchAddress({ ...asked, question: titleOf(record).slice(0, longestQuestion) })}>
                {titleOf(record)}
              </a>
            </span>
          ))}
          ?
        </p>
      )}
      <p>
        {answer.empty
          ? 'The question holds no word that can be looked for. Give a word that does not stand in every text.'
          : 'Nothing that is published here has these words. That is no finding about the world: it may be on no record yet.'}
      </p>
      <ul>
        <li>
          We search titles, names, statements, provisions, cited passages, and the texts of sources that may be shown
          whole.
        </li>
        <li>Of other sources we search the cited passages only.</li>
        {narrowed(asked.filter) ? (
          <li>
            <a href={searchAddress({ ...asked, filter: emptyFilter })}>Search without what it is narrowed to</a>
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
