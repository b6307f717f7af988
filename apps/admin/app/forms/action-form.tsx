'use client';

import { createContext, useActionState, useContext, useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { ProblemNotice } from '../problem-notice';
import { untouched, type FormState } from './form-state';
import { unless } from './once';

type Action<Made> = (before: FormState<Made>, form: FormData) => Promise<FormState<Made>>;

/** What was typed into a form that was refused, for the fields in it. */
export const Typed = createContext<FormState<unknown>>(untouched);

interface Props<Made> {
  action: Action<Made>;
  button: string;
  look?: 'main' | 'bad' | 'link';
  /** What a screen reader says for the button, where several on a page read the same. */
  label?: string;
  /** Fields that nobody sees. */
  hidden?: Readonly<Record<string, string>>;
  className?: string;
  children?: ReactNode;
  /** What is shown in place of the form once something came of it. */
  show?: (made: Made) => ReactNode;
}

/** A form that runs an action. Without scripts it is an ordinary form; refused, it keeps what was typed and says why. */
export function ActionForm<Made = null>(props: Props<Made>) {
  const { action, button, look, label, hidden = {}, className, children, show } = props;
  const [state, run, pending] = useActionState<FormState<Made>, FormData>(action, untouched);
  if (state.made !== null && show !== undefined) return show(state.made);
  return (
    <form action={run} onSubmit={unless(pending)} aria-busy={pending} className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem !== null && <ProblemNotice problem={state.problem} />}
      <Typed value={state}>{children}</Typed>
      <button className={classOf(look)} type="submit" aria-label={label}>
        {button}
      </button>
    </form>
  );
}

const classOf = (look: Props<never>['look']) =>
  look === 'link' ? 'link-button' : look === undefined ? 'button' : `button button--${look}`;

interface FieldProps extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'pattern' | 'maxLength' | 'min' | 'max' | 'required'
> {
  name: string;
  label: string;
  value?: string;
  hint?: string;
  /** What may be typed, offered while typing. */
  offers?: readonly string[];
}

/** A field of an `ActionForm`. */
export function ActionField({ name, label, value = '', hint, offers, ...input }: FieldProps) {
  const id = useId();
  const { typed, problem } = useContext(Typed);
  const wrong = problem?.issues.some(({ path }) => path === `/${name}`) ?? false;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        className="input"
        id={id}
        name={name}
        required
        maxLength={200}
        defaultValue={typed[name] ?? value}
        aria-invalid={wrong || undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        list={offers && `${id}-offers`}
        {...input}
      />
      {offers && (
        <datalist id={`${id}-offers`}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
}

/** A choice of an `ActionForm`. */
export function ActionChoice({ name, label, value, options }: ChoiceProps) {
  const id = useId();
  const { typed } = useContext(Typed);
  const chosen = typed[name] ?? value;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="select" id={id} name={name} key={chosen} defaultValue={chosen}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
