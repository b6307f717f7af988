'use client';

import type { ShapeOf } from '@rapporteur/domain/content/shape';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useField, useFault } from '../draft/context';
import type { ControlProps } from '../fields/control-props';
import { ReferenceChip } from './chip';
import { useCreate } from './create-context';
import { ReferencePicker } from './picker';

/** One record that a field names. Taken out, the field waits for another. */
export function ReferenceField({ pointer, shape, id, label, describedBy }: ControlProps<ShapeOf<'reference'>>) {
  const t = useTranslations('editor');
  const [value, set] = useField(pointer);
  const fault = useFault(pointer);
  const create = useCreate();
  const holder = useRef<HTMLDivElement>(null);
  const name = label ?? t('reference.name', { kind: shape.kind });
  if (typeof value === 'string' && value !== '') {
    return (
      <div data-field={pointer} id={id} ref={holder}>
        <ReferenceChip
          id={value}
          full
          onRemove={() => {
            set(shape.nullable ? null : '');
            // The button that had the focus is gone; the field it stood in takes it.
            requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.focus());
          }}
        />
      </div>
    );
  }
  return (
    <div data-field={pointer} data-wrong={fault !== null || undefined}>
      <ReferencePicker
        kinds={[shape.kind]}
        label={name}
        id={id}
        describedBy={describedBy}
        onPick={(reference) => set(reference.id)}
        onCreate={create && ((typed) => create(shape.kind, typed, (made) => set(made)))}
      />
    </div>
  );
}
