import { longestQuestion } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { nameLanguage, titleOf } from '../record-link';
import { text } from '../text';
import { figure } from '../words';
import type { Misread } from './address';

/** An actor that was asked for by a name, where it is not plain who is meant. */
export interface Unnamed {
  written: string;
  /** Actors that are called nearly so, or who share the name. */
  near: readonly RecordLink[];
}

interface Props {
  action: string;
  label: string;
  filter: { words: string; from: string | null; to: string | null; issue: string | null };
  misread: Misread;
  issues: readonly RecordLink[];
  /** The field for an actor: its name in the address, its label, what stands in it, and what is wrong with that. */
  actor: {
    name: string;
    label: string;
    value: string | null;
    unnamed: Unnamed | null;
    /** The address with one of those who may be meant. */
    hrefOf: (actor: RecordLink) => string;
  };
  children: ReactNode;
}

/** What a list of events or votes can be narrowed to. A plain form, so it works without scripts, and every answer has an address. */
export function FilterForm({ action, label, filter, misread, issues, actor, children }: Props) {
  const t = text('votes');
  return (
    // On the way back a browser would else fill in again what the list there is not narrowed to.
    <form className="board-form" action={action} aria-label={label} autoComplete="off">
      <div className="board-fields">
        <p className="field">
          <label htmlFor="filter-q">{t('form.words')}</label>
          <input
            className="input"
            id="filter-q"
            name="q"
            type="search"
            maxLength={longestQuestion}
            defaultValue={filter.words}
          />
        </p>
        {(['from', 'to'] as const).map((name) => (
          <Time key={name} name={name} value={filter[name]} misread={misread[name]} />
        ))}
        <Issue issues={issues} asked={filter.issue} />
        <Actor {...actor} />
      </div>
      {children}
      <p className="board-send">
        <button className="button button--main" type="submit">
          {t('form.show')}
        </button>
      </p>
    </form>
  );
}

const wrong = (problem: string | null) =>
  problem === null ? {} : { 'aria-invalid': true, 'aria-describedby': problem };

function Time({ name, value, misread }: { name: 'from' | 'to'; value: string | null; misread: string | undefined }) {
  const t = text('votes');
  return (
    <p className="field">
      <label htmlFor={`filter-${name}`}>{t(`form.${name}`)}</label>
      <input
        className="input"
        id={`filter-${name}`}
        name={name}
        type="text"
        maxLength={10}
        size={16}
        pattern="[0-9]{4}(-[0-9]{2}){0,2}"
        title={t('form.time')}
        placeholder={t('form.timeShort')}
        defaultValue={misread ?? value ?? ''}
        {...wrong(misread === undefined ? null : `filter-${name}-problem`)}
      />
      {misread === undefined ? null : (
        <span className="moment-problem" id={`filter-${name}-problem`}>
          {t('form.misread', { written: misread })}
        </span>
      )}
    </p>
  );
}

function Issue({ issues, asked }: { issues: readonly RecordLink[]; asked: string | null }) {
  if (issues.length === 0 && asked === null) return null;
  const t = text('votes');
  const chosen = issueAmong(issues, asked);
  return (
    <p className="field">
      <label htmlFor="filter-issue">{t('form.issue')}</label>
      <select className="input" id="filter-issue" name="issue" defaultValue={chosen?.slug ?? asked ?? ''}>
        <option value="">{t('form.anyIssue')}</option>
        {issues.map((issue) => (
          <option key={issue.id} value={issue.slug} {...nameLanguage(issue)}>
            {titleOf(issue)}
          </option>
        ))}
        {chosen === undefined && asked !== null ? <option value={asked}>{asked}</option> : null}
      </select>
    </p>
  );
}

/** The issue that is asked for by its slug or its id, where it is among those that a list can be narrowed to. */
export const issueAmong = (issues: readonly RecordLink[], asked: string | null): RecordLink | undefined =>
  issues.find(({ id, slug }) => asked === id || asked === slug);

function Actor({ name, label, value, unnamed, hrefOf }: Props['actor']) {
  const t = text('votes');
  return (
    <p className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <input
        className="input"
        id={`filter-${name}`}
        name={name}
        type="text"
        maxLength={longestQuestion}
        spellCheck={false}
        defaultValue={unnamed?.written ?? value ?? ''}
        {...wrong(unnamed === null ? null : `filter-${name}-problem`)}
      />
      {unnamed === null ? null : (
        <span className="moment-problem" id={`filter-${name}-problem`}>
          {t('form.nobody', { written: unnamed.written })}
          {unnamed.near.map((actor, index) => (
            <span key={actor.id}>
              {index === 0 ? ' ' : ', '}
              <a href={hrefOf(actor)} {...nameLanguage(actor)}>
                {titleOf(actor)}
              </a>
            </span>
          ))}
        </span>
      )}
    </p>
  );
}

/** Boxes of which any number can be ticked, with how much each would leave where that is counted. */
export function FilterBoxes<T extends string>({
  name,
  legend,
  from,
  chosen,
  count,
  children,
}: {
  name: string;
  legend: string;
  from: readonly T[];
  chosen: readonly T[];
  count?: ((value: T) => number) | undefined;
  children: (value: T) => ReactNode;
}) {
  return (
    <fieldset className="board-stances">
      <legend>{legend}</legend>
      {from.map((value) => (
        <label className="check" key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} /> {children(value)}{' '}
          {count === undefined ? null : <span className="count">{figure(count(value))}</span>}
        </label>
      ))}
    </fieldset>
  );
}
