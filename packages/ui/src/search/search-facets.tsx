import type { SearchAnswer, SearchFilter } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { nameLanguage, titleOf } from '../record-link';
import { StanceTag } from '../terms';
import { text } from '../text';
import { figure, kindName, languageName, silence } from '../words';
import { searchAddress, type Asked } from '@rapporteur/domain/search/address';
import { searchForm } from './search-form';

interface Choice<T extends string> {
  value: T;
  /** How many records have it; null where it was chosen and none of those looked at has it. */
  count: number | null;
}

/** The values that can be chosen: those counted, and those chosen that were not. */
function choices<T extends string>(counted: readonly { value: T; count: number }[], chosen: readonly T[]): Choice<T>[] {
  const missing = chosen.filter((value) => !counted.some((each) => each.value === value));
  return [...counted, ...missing.map((value) => ({ value, count: null }))];
}

function Count({ of, atLeast }: { of: number | null; atLeast: boolean }) {
  if (of === null) return null;
  return (
    <span className="count">
      {figure(of)}
      {atLeast ? '+' : ''}
    </span>
  );
}

function Boxes<T extends string>({
  legend,
  name,
  from,
  chosen,
  atLeast,
  children,
}: {
  legend: string;
  name: string;
  from: readonly { value: T; count: number }[];
  chosen: readonly T[];
  atLeast: boolean;
  children: (value: T) => ReactNode;
}) {
  const values = choices(from, chosen);
  if (values.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      {values.map(({ value, count }) => (
        <label className="check" key={value}>
          <input type="checkbox" form={searchForm} name={name} value={value} defaultChecked={chosen.includes(value)} />{' '}
          {children(value)} <Count of={count} atLeast={atLeast} />
        </label>
      ))}
    </fieldset>
  );
}

function One({
  legend,
  name,
  any,
  from,
  chosen,
  atLeast,
  children,
}: {
  legend: string;
  name: string;
  any: string;
  from: readonly { value: string; count: number }[];
  chosen: string | null;
  atLeast: boolean;
  children: (value: string) => ReactNode;
}) {
  const values = choices(from, chosen === null ? [] : [chosen]);
  if (values.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      <label className="check">
        <input type="radio" form={searchForm} name={name} value="" defaultChecked={chosen === null} /> {any}
      </label>
      {values.map(({ value, count }) => (
        <label className="check" key={value}>
          <input type="radio" form={searchForm} name={name} value={value} defaultChecked={chosen === value} />{' '}
          {children(value)} <Count of={count} atLeast={atLeast} />
        </label>
      ))}
    </fieldset>
  );
}

function Records({
  heading,
  from,
  hrefOf,
  atLeast,
}: {
  heading: string;
  from: readonly { value: RecordLink; count: number }[];
  hrefOf: (id: string) => string;
  atLeast: boolean;
}) {
  if (from.length === 0) return null;
  return (
    <section className="facet">
      <h3>{heading}</h3>
      <ul>
        {from.map(({ value, count }) => (
          <li className="check" key={value.id}>
            <a href={hrefOf(value.id)} {...nameLanguage(value)}>
              {titleOf(value)}
            </a>{' '}
            <Count of={count} atLeast={atLeast} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Days({ from, to }: Pick<SearchFilter, 'from' | 'to'>) {
  const t = text('search');
  return (
    <fieldset className="facet">
      <legend>{t('facet.days')}</legend>
      <p className="field">
        <label htmlFor="search-from">{t('facet.from')}</label>
        <input className="input" id="search-from" name="from" type="date" form={searchForm} defaultValue={from ?? ''} />
      </p>
      <p className="field">
        <label htmlFor="search-to">{t('facet.to')}</label>
        <input className="input" id="search-to" name="to" type="date" form={searchForm} defaultValue={to ?? ''} />
      </p>
    </fieldset>
  );
}

/** What a search can be narrowed to, with how many records each leaves. Works as a form and as links, without scripts. */
export function Facets({ asked, answer, label }: { asked: Asked; answer: SearchAnswer; label: string }) {
  const t = text('search');
  const { facets, ranked } = answer;
  const { filter } = asked;
  const atLeast = ranked === 'bounded' || answer.total.atLeast;
  const to = (change: Partial<SearchFilter>) => searchAddress({ ...asked, filter: { ...filter, ...change } });
  return (
    <aside className="facets" aria-label={t('narrow')}>
      <details className="fold">
        <summary>{label}</summary>
        <Boxes legend={t('facet.kind')} name="kind" from={facets.kind} chosen={filter.kinds} atLeast={atLeast}>
          {(kind) => kindName(kind, 'many')}
        </Boxes>
        <Boxes legend={t('facet.stance')} name="stance" from={facets.stance} chosen={filter.stances} atLeast={atLeast}>
          {(stance) =>
            stance === 'none' ? <StanceTag stance={null}>{silence()}</StanceTag> : <StanceTag stance={stance} />
          }
        </Boxes>
        <One
          legend={t('facet.year')}
          name="year"
          any={t('facet.anyTime')}
          from={facets.year}
          chosen={filter.year}
          atLeast={atLeast}
        >
          {(year) => year}
        </One>
        <Days from={filter.from} to={filter.to} />
        {facets.language.length < 2 && filter.language === null ? null : (
          <One
            legend={t('facet.language')}
            name="language"
            any={t('facet.anyLanguage')}
            from={facets.language}
            chosen={filter.language}
            atLeast={atLeast}
          >
            {languageName}
          </One>
        )}
        <p className="facet">
          <button className="button" type="submit" form={searchForm}>
            {t('narrow')}
          </button>
        </p>
        {filter.actor === null ? (
          <Records heading={t('facet.who')} from={facets.actor} hrefOf={(actor) => to({ actor })} atLeast={atLeast} />
        ) : null}
        {filter.issue === null ? (
          <Records heading={t('facet.issue')} from={facets.issue} hrefOf={(issue) => to({ issue })} atLeast={atLeast} />
        ) : null}
        {filter.programme === null ? (
          <Records
            heading={t('facet.programme')}
            from={facets.programme}
            hrefOf={(programme) => to({ programme })}
            atLeast={atLeast}
          />
        ) : null}
      </details>
    </aside>
  );
}
