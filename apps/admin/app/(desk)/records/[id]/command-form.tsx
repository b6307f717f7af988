'use client';

import { useActionState, useId } from 'react';
import { ProblemNotice } from '../../../problem-notice';
import { runCommand } from './actions';
import type { CommandName } from './commands';

/** One thing a form asks for. */
export interface FormField {
  name: string;
  label: string;
  as: 'lines' | 'line' | 'moment' | 'choice';
  required?: boolean;
  value?: string;
  options?: readonly { value: string; label: string }[];
  /** What may be typed, offered while typing. */
  offers?: readonly string[];
}

interface Props {
  command: CommandName;
  id: string;
  version: number;
  button: string;
  look?: 'main' | 'bad';
  fields?: readonly FormField[];
  /** What goes with the command and is not typed. */
  hidden?: Readonly<Record<string, string | number>>;
  /** What is said beside an address that the command answers. */
  answered?: string;
}

const untouched = { problem: null, values: {}, address: null };

/** One command as a form. Without scripts it is an ordinary form; refused, it keeps what was typed and says why. */
export function CommandForm({ command, id, version, button, look, fields = [], hidden = {}, answered }: Props) {
  const [state, action, pending] = useActionState(runCommand, untouched);
  const around = useId();
  return (
    <form action={action} aria-busy={pending}>
      {Object.entries({ command, id, version, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem !== null && <ProblemNotice problem={state.problem} />}
      {state.address !== null && (
        <p className="outcome" role="status">
          {answered} <a href={state.address}>{state.address}</a>
        </p>
      )}
      {fields.map((field) => (
        <div className="field" key={field.name}>
          <label htmlFor={`${around}-${field.name}`}>{field.label}</label>
          <Input field={field} id={`${around}-${field.name}`} value={state.values[field.name] ?? field.value ?? ''} />
        </div>
      ))}
      <button className={look === undefined ? 'button' : `button button--${look}`} type="submit">
        {button}
      </button>
    </form>
  );
}

function Input({
  field: { name, as, required = false, options = [], offers },
  id,
  value,
}: {
  field: FormField;
  id: string;
  value: string;
}) {
  const common = { id, name, required, defaultValue: value, className: as === 'choice' ? 'select' : 'input' };
  switch (as) {
    case 'lines':
      return <textarea {...common} rows={3} />;
    case 'moment':
      return <input {...common} type="datetime-local" />;
    case 'choice':
      return (
        <select {...common}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'line':
      return (
        <>
          <input {...common} type="text" autoComplete="off" list={offers && `${id}-offers`} />
          {offers && (
            <datalist id={`${id}-offers`}>
              {offers.map((offer) => (
                <option key={offer} value={offer} />
              ))}
            </datalist>
          )}
        </>
      );
  }
}
