import type { Flash } from '@rapporteur/api/admin/flash';
import type { InputHTMLAttributes } from 'react';
import { Icon } from '../shell/desk-icon';

interface Props extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'type' | 'inputMode' | 'autoFocus'
> {
  name: string;
  label: string;
  hint?: string;
  flash: Flash | null;
}

/** A field of a form outside the desk: refused, it has what was typed, and says what is wrong with it. */
export function Field({ name, label, hint, flash, ...input }: Props) {
  const wrong = flash?.field === name;
  const described = [hint === undefined ? '' : `${name}-hint`, wrong ? `${name}-error` : ''].filter((id) => id !== '');
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        className="input"
        id={name}
        name={name}
        required
        maxLength={254}
        defaultValue={flash?.typed[name]}
        aria-invalid={wrong || undefined}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        {...input}
      />
      {hint !== undefined && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="field-error" id={`${name}-error`}>
          <Icon name="i-warn" />
          <span>{flash.message}</span>
        </p>
      )}
    </div>
  );
}

/** What was refused, where it is about no field in particular. */
export function Refusal({ flash, names }: { flash: Flash | null; names: readonly string[] }) {
  if (flash === null || (flash.field !== null && names.includes(flash.field))) return null;
  return (
    <p className="problem" role="alert">
      {flash.message}
    </p>
  );
}
