'use client';

import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import { setValue, valueAt, type Draft } from './draft';
import type { EditorState, EditorStore } from './store';

export const StoreContext = createContext<EditorStore | null>(null);

export function useStore(): EditorStore {
  const store = use(StoreContext);
  if (store === null) throw new Error('a field stands outside an editor');
  return store;
}

/** A part of what the editor shows. The part must be a value or keep its identity while it does not change. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export const useDraft = <T,>(select: (draft: Draft) => T): T => useEditor(({ history }) => select(history.now));

/** How to name the controls of fields, so that labels find theirs: a dialog over the form has fields of the same pointers. */
export function useIds(): (pointer: string) => string {
  const { name } = useStore();
  return (pointer) => `${name}field${pointer.replaceAll('/', '-')}`;
}

/** The value of a field, and how to change it. */
export function useField(pointer: string): [value: unknown, set: (value: unknown) => void] {
  const store = useStore();
  const value = useDraft((draft) => valueAt(draft, pointer));
  const set = useCallback(
    (next: unknown) => store.edit(pointer, (draft) => setValue(draft, pointer, next)),
    [store, pointer],
  );
  return [value, set];
}

export type Fault = { empty: true } | { empty: false; message: string };

/** What is wrong with a field, once it is time to say so: null before it was left, and while it is right. */
export function useFault(pointer: string): Fault | null {
  const key = useEditor((state) => {
    const { findings, visited, tried, refused } = state;
    const message = refused.get(pointer) ?? ((tried || visited.has(pointer)) && findings.wrong.get(pointer));
    if (typeof message === 'string') return message;
    return tried && findings.empty.includes(pointer) ? true : null;
  });
  if (key === null) return null;
  return key === true ? { empty: true } : { empty: false, message: key };
}
