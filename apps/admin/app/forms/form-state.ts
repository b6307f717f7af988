import type { Problem } from '@rapporteur/api/errors';

/** What a form shows after it was sent: why it was refused, with what was typed, or what came of it. */
export interface FormState<Made = null> {
  problem: Problem | null;
  typed: Readonly<Record<string, string>>;
  made: Made | null;
}

export const untouched = { problem: null, typed: {}, made: null };

/** The text of a field; empty where the form has none. */
export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A refused form as it is shown again: with what was typed, but for passwords and codes. */
export function refused(problem: Problem, form: FormData, keeps: readonly string[]): FormState<never> {
  return { problem, typed: Object.fromEntries(keeps.map((name) => [name, field(form, name)])), made: null };
}
