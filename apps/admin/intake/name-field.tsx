'use client';

import type { SuggestionView } from '@rapporteur/domain/intake/views';
import type { Kind } from '@rapporteur/domain/kinds';
import { silence } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ReferencePicker } from '../editor/reference/picker';
import { Icon } from '../app/shell/desk-icon';
import { calledIn, namableIn } from './names';

interface Props {
  label: string;
  kind: Kind;
  one: SuggestionView;
  suggestions: readonly SuggestionView[];
  named: Readonly<Record<string, string>>;
  onChange: (value: unknown) => void;
}

/** What a field names: another proposal of the text, a record found by typing, or nothing on record. */
export function NameField({
  label,
  kind,
  one,
  suggestions,
  named,
  chosen,
  onChange,
}: Props & { chosen: string | null }) {
  const t = useTranslations('intake');
  const id = useId();
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const all = { ...named, ...picked };
  const proposals = namableIn(suggestions, kind, one.id);
  const isListed = chosen === null || proposals.some(({ number }) => chosen === `#${number}`);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={chosen ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{silence()}</option>
        {proposals.map(({ id: key, number, title }) => (
          <option key={key} value={`#${number}`}>
            {number}. {title.slice(0, 80)}
          </option>
        ))}
        {!isListed && <option value={chosen}>{calledIn(chosen, suggestions, all).title}</option>}
      </select>
      <ReferencePicker
        kinds={[kind]}
        label={t('recordFor', { field: label })}
        placeholder={t('orRecord')}
        onPick={({ id: record, title }) => {
          setPicked((before) => ({ ...before, [record]: title }));
          onChange(record);
        }}
      />
    </div>
  );
}

/** The same for a field that names several. */
export function NameList({
  label,
  kind,
  one,
  suggestions,
  named,
  names,
  onChange,
}: Props & { names: readonly string[] }) {
  const t = useTranslations('intake');
  const id = useId();
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const all = { ...named, ...picked };
  const proposals = namableIn(suggestions, kind, one.id).filter(({ number }) => !names.includes(`#${number}`));
  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      <ul className="name-list">
        {names.map((name) => {
          const { title } = calledIn(name, suggestions, all);
          return (
            <li key={name} className="chip">
              {title}
              <button
                type="button"
                className="chip-remove"
                aria-label={t('removeName', { title })}
                onClick={() => onChange(names.filter((other) => other !== name))}
              >
                <Icon name="i-x" />
              </button>
            </li>
          );
        })}
      </ul>
      {proposals.length > 0 && (
        <select
          className="select"
          aria-label={t('addProposal', { field: label })}
          value=""
          onChange={(event) => onChange([...names, event.target.value])}
        >
          <option value="">{t('addOne')}</option>
          {proposals.map(({ id: key, number, title }) => (
            <option key={key} value={`#${number}`}>
              {number}. {title.slice(0, 80)}
            </option>
          ))}
        </select>
      )}
      <ReferencePicker
        kinds={[kind]}
        label={t('recordFor', { field: label })}
        placeholder={t('orRecord')}
        without={names}
        onPick={({ id: record, title }) => {
          setPicked((before) => ({ ...before, [record]: title }));
          onChange([...names, record]);
        }}
      />
    </div>
  );
}
