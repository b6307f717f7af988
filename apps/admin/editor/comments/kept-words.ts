import { useState } from 'react';

/** Words that are not sent yet, kept in this window's storage so that a reload does not lose them. */
export function useKeptWords(name: string): [words: string, set: (words: string) => void] {
  const key = `rapporteur-words ${name}`;
  const [words, setWords] = useState(() => attempt(() => sessionStorage.getItem(key)) ?? '');
  const set = (next: string) => {
    setWords(next);
    attempt(() => (next === '' ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, next)));
  };
  return [words, set];
}

/** A browser that keeps nothing still holds what is on the screen. */
function attempt<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}
