'use client';

import { useActionState, useId, type ReactNode } from 'react';
import { Typed } from '../../../forms/action-form';
import { unless } from '../../../forms/once';
import { ProblemNotice } from '../../../problem-notice';
import { runCommand } from './actions';
import type { CommandName } from './commands';

/** One thing a form asks for. */
interface FormField {
  name: string;
  label: string;
  as: 'line' | 'lines' | 'choice' | 'day';
  required?: boolean;
  value?: string;
  options?: readonly { value: string; label: string }[];
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
  /** Fields of other forms, before those of this one. */
  children?: ReactNode;
}

const untouched = { problem: null, values: {}, address: null };

/** One command as a form. Without scripts it is an ordinary form; refused, it keeps what was typed and says why. */
export function CommandForm(props: Props) {
  const { command, id, version, button, look, fields = [], hidden = {}, answered, children } = props;
  const [state, action, pending] = useActionState(runCommand, untouched);
  const around = useId();
  return (
    <form action={action} onSubmit={unless(pending)} aria-busy={pending}>
      {Object.entries({ command, id, version, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem !== null && <ProblemNotice problem={state.problem} />}
      {state.address !== null && (
        <p className="outcome" role="status">
          {answered} <a href={state.address}>{state.address}</a>
        </p>
      )}
      <Typed value={{ problem: state.problem, typed: state.values, made: null }}>{children}</Typed>
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
  field: { name, as, required = false, options = [] },
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
    case 'line':
      return <input {...common} />;
    case 'day':
      return <input {...common} type="date" />;
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
  }
}
