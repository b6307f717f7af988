/** What was written, what can be taken back, and what can be written again. Values are never changed in place. */
export interface History<T> {
  readonly now: T;
  readonly past: readonly Step<T>[];
  readonly future: readonly Step<T>[];
}

interface Step<T> {
  value: T;
  /** What the step that left this value was about: typing on in one place is one step. */
  about: string;
  at: number;
}

/** How many steps can be taken back. Steps share what they do not change, so that they cost little. */
const mostSteps = 500;
/** A pause longer than this ends a step of typing, in milliseconds. */
const pause = 1000;

export const begin = <T>(value: T): History<T> => ({ now: value, past: [], future: [] });

/** Writes a value. Steps about one place that follow each other without a pause are taken back together. */
export function write<T>(history: History<T>, value: T, about: string, at: number): History<T> {
  if (value === history.now) return history;
  const last = history.past.at(-1);
  if (last !== undefined && last.about === about && at - last.at < pause && history.future.length === 0) {
    return { now: value, past: [...history.past.slice(0, -1), { ...last, at }], future: [] };
  }
  return { now: value, past: [...history.past, { value: history.now, about, at }].slice(-mostSteps), future: [] };
}

export interface Moved<T> {
  history: History<T>;
  /** What the step was about. */
  about: string;
}

/** Takes the last step back, or null where there is none. */
export function undo<T>({ now, past, future }: History<T>): Moved<T> | null {
  const last = past.at(-1);
  if (last === undefined) return null;
  return {
    history: { now: last.value, past: past.slice(0, -1), future: [...future, { ...last, value: now, at: 0 }] },
    about: last.about,
  };
}

/** Writes the step again that was taken back last, or null where there is none. */
export function redo<T>({ now, past, future }: History<T>): Moved<T> | null {
  const next = future.at(-1);
  if (next === undefined) return null;
  return {
    history: { now: next.value, past: [...past, { ...next, value: now }], future: future.slice(0, -1) },
    about: next.about,
  };
}
