'use client';

import { useEffect, type RefObject } from 'react';

/** The texts of a form by the names of its fields. */
type Typed = Record<string, string>;

/**
 * What is typed into the texts of a form is kept in this browser until it is saved, also when the desk or the network is
 * gone, and stands in the form again on return; `notice` says so then. Storage that is full or forbidden keeps nothing and
 * breaks nothing. Form and notice are changed past React, so that a page without scripts is the same page.
 */
export function useKeptTexts(
  name: string,
  saved: boolean,
  form: RefObject<HTMLFormElement | null>,
  notice: RefObject<HTMLElement | null>,
): { keep: (form: HTMLFormElement) => void; drop: () => void } {
  useEffect(() => {
    const changed = Object.entries(read(name) ?? {}).flatMap(([field, text]) => {
      const input = inputOf(form.current, field);
      // What was typed before the scripts came stays; white space at the ends is not kept by the desk either.
      const differs = input?.value === input?.defaultValue && input?.value.trim() !== text.trim();
      return input && differs ? [{ input, text }] : [];
    });
    // What another window of this person has typed since is not what was saved here.
    if (saved && changed.length === 0) forget(name);
    for (const { input, text } of changed) input.value = text;
    notice.current?.toggleAttribute('hidden', changed.length === 0);
  }, [name, saved, form, notice]);
  return {
    keep: (element) => write(name, textsOf(element)),
    drop: () => {
      forget(name);
      for (const field of Object.keys(form.current ? textsOf(form.current) : {})) {
        const input = inputOf(form.current, field);
        if (input) input.value = input.defaultValue;
      }
      notice.current?.toggleAttribute('hidden', true);
    },
  };
}

function inputOf(form: HTMLFormElement | null, field: string): HTMLTextAreaElement | HTMLInputElement | null {
  const input = form?.elements.namedItem(field);
  return input instanceof HTMLTextAreaElement || input instanceof HTMLInputElement ? input : null;
}

/** What was typed: a text that nobody touched is not held against a newer one. */
function textsOf(form: HTMLFormElement): Typed {
  const names = [...new FormData(form).keys()].filter((name) => name.startsWith('text:'));
  return Object.fromEntries(
    names.flatMap((name) => {
      const input = inputOf(form, name);
      return input === null || input.value === input.defaultValue ? [] : [[name, input.value]];
    }),
  );
}

function read(name: string): Typed | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Typed) : null;
  } catch {
    return null;
  }
}

function write(name: string, texts: Typed): void {
  try {
    localStorage.setItem(name, JSON.stringify(texts));
  } catch {
    // The text is still in the form.
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // It is offered once more: better than lost.
  }
}
