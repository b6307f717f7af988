'use client';

import { useActionState, useId } from 'react';
import { ProblemNotice } from '../../../problem-notice';
import { runCommand, type CommandName } from './actions';

interface Props {
  command: CommandName;
  id: string;
  version: number;
  button: string;
  look?: 'main' | 'bad';
  /** Asks for words, under this label. */
  label?: string;
  required?: boolean;
  /** The revision the command is about. */
  number?: number;
}

/** One command as a form. Without scripts it is an ordinary form; refused, it keeps what was typed and says why. */
export function CommandForm({ command, id, version, button, look, label, required = false, number }: Props) {
  const [state, action, pending] = useActionState(runCommand, { problem: null, words: '' });
  const field = useId();
  return (
    <form action={action} aria-busy={pending}>
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {number !== undefined && <input type="hidden" name="number" value={number} />}
      {state.problem !== null && <ProblemNotice problem={state.problem} />}
      {label !== undefined && (
        <div className="field">
          <label htmlFor={field}>{label}</label>
          <textarea className="input" id={field} name="words" rows={3} required={required} defaultValue={state.words} />
        </div>
      )}
      <button className={look === undefined ? 'button' : `button button--${look}`} type="submit">
        {button}
      </button>
    </form>
  );
}
