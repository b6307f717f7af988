import { problemOf, type Problem } from '@rapporteur/api/errors';

export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Runs a procedure; a refusal is an answer, as text for a person. Anything unforeseen is logged and told as a failure. */
export async function attempt<T>(run: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'unavailable') console.error(error);
    return { ok: false, problem };
  }
}
