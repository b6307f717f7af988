'use client';

import { shapeOf } from '@rapporteur/domain/content/shape';
import type { FocusEvent } from 'react';
import { useStore } from './draft/context';
import { FieldRow } from './fields/row';
import { fieldOf } from './fields/place';
import { helper, wideEditor } from './kinds/registry';
import { loadPicker } from './reference/picker';

/** Every field of the record in the order of its schema. Which field has the caret is noticed here, once for all of them. */
export function RecordForm() {
  const store = useStore();
  const enter = (event: FocusEvent) => {
    void loadPicker();
    const field = fieldOf(event.target);
    if (field !== null) store.focus(field);
  };
  const leave = (event: FocusEvent) => {
    const field = fieldOf(event.target);
    if (field !== null && fieldOf(event.relatedTarget) !== field) store.leave(field);
  };
  return (
    <form
      noValidate
      onFocus={enter}
      onBlur={leave}
      // Enter in a line of text is no command: saving has its own key.
      onSubmit={(event) => event.preventDefault()}
    >
      {Object.entries(shapeOf(store.kind).fields).map(([name, shape]) => (
        <FieldRow key={name} pointer={`/${name}`} shape={shape} beside={helper(store.kind, `/${name}`)}>
          {wideEditor(store.kind, `/${name}`, shape) ?? undefined}
        </FieldRow>
      ))}
    </form>
  );
}
