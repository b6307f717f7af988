import { kindNames, kinds } from '@rapporteur/domain/kinds';
import { states } from '@rapporteur/domain/lifecycle';
import { Icon } from '../app/shell/desk-icon';
import { text } from '../i18n/text';
import { dues, evidences, sorts } from '@rapporteur/domain/queue-lists';
import { hrefOf, isFiltered, type QueueAddress } from './address';

const t = text('queue');
const shell = text('shell');

/** The states that the newest revision of a record can be in: one that was replaced never is. */
const listedStates = states.filter((state) => state !== 'superseded');

export interface Colleague {
  id: string;
  name: string;
}

/** What narrows and orders the list, as a form whose answer is an address. */
export function FilterPanel({ address, colleagues }: { address: QueueAddress; colleagues: readonly Colleague[] }) {
  return (
    <details className="bar-panel" data-panel="filter">
      <summary className="button">
        <Icon name="i-filter" />
        {t('filter.button')}
        <kbd>F</kbd>
      </summary>
      <form className="bar-panel-body" method="get" action="/" aria-label={t('filter.title')}>
        {address.view !== 'work' && <input type="hidden" name="view" value={address.view} />}
        <div className="field">
          <label htmlFor="filter-text">{t('filter.text')}</label>
          <input
            className="input"
            id="filter-text"
            name="text"
            type="search"
            maxLength={200}
            defaultValue={address.text ?? ''}
          />
        </div>
        <Choices
          name="kind"
          legend={t('filter.kinds')}
          chosen={address.kinds}
          of={kinds.map((kind) => [kind, kindNames[kind].plural])}
        />
        <Choices
          name="state"
          legend={t('filter.states')}
          chosen={address.states}
          of={listedStates.map((state) => [state, shell(`state.${state}`)])}
        />
        <div className="filter-pair">
          <Person name="with" label={t('filter.with')} value={address.with} colleagues={colleagues} nobody />
          <Person name="author" label={t('filter.author')} value={address.author} colleagues={colleagues} />
          <Select
            name="due"
            label={t('filter.due')}
            value={address.due}
            none={t('filter.anyDay')}
            of={dues.map((due) => [due, t(`filter.dues.${due}`)])}
          />
          <Select
            name="evidence"
            label={t('filter.evidence')}
            value={address.evidence}
            none={t('filter.anyEvidence')}
            of={evidences.map((evidence) => [evidence, t(`filter.evidences.${evidence}`)])}
          />
          <Select
            name="sort"
            label={t('filter.sort')}
            value={address.sort}
            of={sorts.map((sort) => [sort, t(`filter.sorts.${sort}`)])}
          />
          <Select
            name="dir"
            label={t('filter.direction')}
            value={address.direction}
            of={[
              ['asc', t('filter.asc')],
              ['desc', t('filter.desc')],
            ]}
          />
          {(address.view === 'work' || address.view === 'mine') && (
            <Select
              name="group"
              label={t('filter.grouped')}
              value={address.grouped ? 'work' : 'none'}
              of={[
                ['work', t('filter.inGroups')],
                ['none', t('filter.asOneList')],
              ]}
            />
          )}
        </div>
        <p className="acts">
          <button className="button button--main" type="submit">
            {t('filter.apply')}
          </button>
          {isFiltered(address) && (
            <a className="button" href={cleared(address)}>
              {t('filter.clear')}
            </a>
          )}
        </p>
      </form>
    </details>
  );
}

/** The same list, narrowed by nothing. */
export const cleared = (address: QueueAddress): string =>
  hrefOf(address, { kinds: [], states: [], with: null, author: null, due: null, evidence: null, text: null });

type Options = readonly (readonly [value: string, name: string])[];

function Choices({
  name,
  legend,
  chosen,
  of,
}: {
  name: string;
  legend: string;
  chosen: readonly string[];
  of: Options;
}) {
  return (
    <fieldset className="filter-choices">
      <legend>{legend}</legend>
      {of.map(([value, label]) => (
        <label key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

interface SelectProps {
  name: string;
  label: string;
  value: string | null;
  /** What no choice is called. */
  none?: string;
  of: Options;
}

function Select({ name, label, value, none, of }: SelectProps) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select className="select" id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
        {none !== undefined && <option value="">{none}</option>}
        {of.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface PersonProps {
  name: string;
  label: string;
  value: string | null;
  colleagues: readonly Colleague[];
  nobody?: boolean;
}

function Person({ colleagues, nobody = false, ...select }: PersonProps) {
  const people: Options = colleagues.map(({ id, name }) => [id, name]);
  const nobodyAtAll: Options = nobody ? [['nobody', t('filter.nobody')]] : [];
  return <Select {...select} none={t('filter.anybody')} of={[['me', t('filter.me')], ...nobodyAtAll, ...people]} />;
}
