'use client';

import { useTranslations } from 'next-intl';
import { createElement, useEffect, useRef, useState, useSyncExternalStore, type ComponentProps } from 'react';
import { flushSync } from 'react-dom';
import type { PickerProps, ReferenceCombo } from './combo';

// The list that opens below the field, and how it is moved in by keys, is a quarter of the editor's scripts. It comes once
// somebody begins to work on the record: nobody picks before that, and whoever only reads needs none of it.
let loaded: typeof ReferenceCombo | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Loads what picks records, if it is not there yet. Answers whether it is there now; a later call tries again. */
export async function loadPicker(): Promise<boolean> {
  if (loaded !== null) return true;
  try {
    const { ReferenceCombo: combo } = await import('./combo');
    // At once, so that no key goes astray between the field that was there and the one that takes its place.
    flushSync(() => {
      loaded = combo;
      for (const changed of listeners) changed();
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * A record picked by typing the beginnings of its words, in any order and any script. Drafts are found, too. Until the
 * picker is loaded an ordinary field takes what is typed, and hands it on.
 */
export function ReferencePicker(props: PickerProps) {
  const { label, id, describedBy, placeholder, autoFocus = false } = props;
  const t = useTranslations('editor');
  const there = useSyncExternalStore(
    subscribe,
    () => loaded !== null,
    () => false,
  );
  const [typed, setTyped] = useState('');
  const [away, setAway] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [hasCaret, setHasCaret] = useState(autoFocus);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  if (there) return <Loaded {...props} typed={typed} autoFocus={hasCaret} />;
  return (
    <div className="picker">
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-expanded={false}
        aria-autocomplete="list"
        aria-label={label}
        {...(id === undefined ? {} : { id })}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        placeholder={placeholder ?? t('reference.type')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => {
          setHasCaret(true);
          void loadPicker().then((now) => setAway(!now));
        }}
        onBlur={() => setHasCaret(false)}
      />
      {away && (
        <p className="hint" role="status">
          {t('reference.away')}
        </p>
      )}
    </div>
  );
}

const Loaded = (props: ComponentProps<typeof ReferenceCombo>) =>
  loaded === null ? null : createElement(loaded, props);
