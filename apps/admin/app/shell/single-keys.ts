'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** Where a browser keeps that its owner wants no single keys. */
const setting = 'rapporteur-single-keys';

/** Whether single keys do anything in this browser, and a way to switch them off and on again. */
export function useSingleKeySetting(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, areOn, () => true);
  return [on, setOn];
}

function areOn(): boolean {
  try {
    return localStorage.getItem(setting) !== 'off';
  } catch {
    return true; // A browser that keeps nothing keeps no wish either.
  }
}

function setOn(on: boolean): void {
  try {
    if (on) localStorage.removeItem(setting);
    else localStorage.setItem(setting, 'off');
  } catch {
    // As above: the wish cannot be kept.
  }
  document.documentElement.dataset['singleKeys'] = on ? 'on' : 'off';
  for (const changed of listeners) changed();
}

const listeners = new Set<() => void>();
function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    removeEventListener('storage', changed);
  };
}

export type KeyActions = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Does what a single key stands for, by the key's name in lower case: `j`, `?`, ` `. Keys do nothing while somebody types,
 * while a dialog is open, beside Ctrl, Alt or Meta, and where they are switched off.
 */
export function useSingleKeys(actions: KeyActions): void {
  const [on] = useSingleKeySetting();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = actions[event.key.toLowerCase()];
    if (action === undefined || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isDialogOpen()) return;
    action(event);
  });
  useEffect(() => {
    document.documentElement.dataset['singleKeys'] = on ? 'on' : 'off';
    if (!on) return;
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [on]);
}

const textless = new Set(['checkbox', 'radio', 'button', 'submit', 'reset']);

/** Whether letters typed here are text. A text to be read has a caret, but nothing can be typed into it. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof Element && target.getAttribute('aria-readonly') === 'true') return false;
  // In a list of choices letters look for one.
  if (target instanceof Element && target.closest('[role="listbox"]') !== null) return true;
  if (target instanceof HTMLInputElement) return !textless.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

const isDialogOpen = () => document.querySelector('dialog[open], [role="dialog"], [role="alertdialog"]') !== null;
