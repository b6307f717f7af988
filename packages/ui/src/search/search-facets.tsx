import { labelOf } from '@rapporteur/domain/kinds';
import type { SearchAnswer, SearchFilter } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { titleOf } from '../record-link';
import { StanceTag } from '../terms';
import { languageName, notOnRecord } from '../words';
import { searchAddress, type Asked } from '@rapporteur/domain/search/address';

/** The form that the choices belong to. */
export const searchForm = 'search-form';

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
      {of.toLocaleString('en-GB')}
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
            <a href={hrefOf(value.id)}>{titleOf(value)}</a> <Count of={count} atLeast={atLeast} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Days({ from, to }: Pick<SearchFilter, 'from' | 'to'>) {
  return (
    <fieldset className="facet">
      <legend>Between two days</legend>
      <p className="field">
        <label htmlFor="search-from">From</label>
        <input className="input" id="search-from" name="from" type="date" form={searchForm} defaultValue={from ?? ''} />
      </p>
      <p className="field">
        <label htmlFor="search-to">To</label>
        <input className="input" id="search-to" name="to" type="date" form={searchForm} defaultValue={to ?? ''} />
      </p>
    </fieldset>
  );
}

/** What a search can be narrowed to, with how many records each leaves. Works as a form and as links, without scripts. */
export function Facets({ asked, answer, label }: { asked: Asked; answer: SearchAnswer; label: string }) {
  const { facets, ranked } = answer;
  const { filter } = asked;
  const atLeast = ranked === 'bounded' || answer.total.atLeast;
  const to = (change: Partial<SearchFilter>) => searchAddress({ ...asked, filter: { ...filter, ...change } });
  return (
    <aside className="facets" aria-label="Narrow the results">
      <details className="fold">
        <summary>{label}</summary>
        <Boxes legend="Kind of record" name="kind" from={facets.kind} chosen={filter.kinds} atLeast={atLeast}>
          {(kind) => labelOf(kind, 'plural')}
        </Boxes>
        <Boxes legend="Stance taken" name="stance" from={facets.stance} chosen={filter.stances} atLeast={atLeast}>
          {(stance) =>
            stance === 'none' ? <StanceTag stance={null}>{notOnRecord}</StanceTag> : <StanceTag stance={stance} />
          }
        </Boxes>
        <One
          legend="When it happened"
          name="year"
          any="Any time"
          from={facets.year}
          chosen={filter.year}
          atLeast={atLeast}
        >
          {(year) => year}
        </One>
        <Days from={filter.from} to={filter.to} />
        {facets.language.length < 2 && filter.language === null ? null : (
          <One
            legend="Language"
            name="language"
            any="Any language"
            from={facets.language}
            chosen={filter.language}
            atLeast={atLeast}
          >
            {languageName}
          </One>
        )}
        <p className="facet">
          <button className="button" type="submit" form={searchForm}>
            Narrow the results
          </button>
        </p>
        {filter.actor === null ? (
          <Records heading="Who it concerns" from={facets.actor} hrefOf={(actor) => to({ actor })} atLeast={atLeast} />
        ) : null}
        {filter.issue === null ? (
          <Records heading="Issue" from={facets.issue} hrefOf={(issue) => to({ issue })} atLeast={atLeast} />
        ) : null}
        {filter.programme === null ? (
          <Records
            heading="Programme"
            from={facets.programme}
            hrefOf={(programme) => to({ programme })}
            atLeast={atLeast}
          />
        ) : null}
      </details>
    </aside>
  );
}
