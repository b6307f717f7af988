'use client';

import type { ShapeOf } from '@rapporteur/domain/content/shape';
import { useFault, useField } from '../draft/context';
import type { ControlProps, TextShape } from './control-props';

type TextProps = ControlProps<TextShape>;

/** What every control of a field tells assistive technology. */
export function useControl({ pointer, id, label, describedBy }: Omit<ControlProps, 'shape'>) {
  const fault = useFault(pointer);
  const described = [describedBy, fault !== null && `${id}-fault`].filter(Boolean).join(' ');
  return {
    id,
    'data-field': pointer,
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(fault === null ? {} : { 'aria-invalid': true as const }),
    ...(described === '' ? {} : { 'aria-describedby': described }),
  };
}

/** The text of a field. Where nothing on record is an answer, an empty text says so. */
export function useText({ pointer, shape }: TextProps): [string, (text: string) => void] {
  const [value, set] = useField(pointer);
  return [typeof value === 'string' ? value : '', (text) => set(text === '' && shape.nullable ? null : text)];
}

export function LineField(props: TextProps) {
  const [text, set] = useText(props);
  const address = props.shape.form === 'address';
  return (
    <input
      {...useControl(props)}
      className="input"
      type={address ? 'url' : 'text'}
      autoComplete="off"
      spellCheck={!address}
      value={text}
      onChange={(event) => set(event.target.value)}
    />
  );
}

export function ProseField(props: TextProps) {
  const [text, set] = useText(props);
  return (
    <textarea
      {...useControl(props)}
      className="input input-read"
      rows={2}
      value={text}
      onChange={(event) => set(event.target.value)}
    />
  );
}

/** An instant in UTC, to the minute. */
export function InstantField(props: TextProps) {
  const [text, set] = useText(props);
  return (
    <input
      {...useControl(props)}
      className="input"
      type="datetime-local"
      value={text.slice(0, 16)}
      onChange={(event) => set(event.target.value === '' ? '' : `${event.target.value}:00Z`)}
    />
  );
}

export function YesNoField(props: ControlProps<ShapeOf<'yesNo'>>) {
  const [value, set] = useField(props.pointer);
  return (
    <input
      {...useControl(props)}
      type="checkbox"
      checked={value === true}
      onChange={(event) => set(event.target.checked)}
    />
  );
}
