import { networkOf } from '@rapporteur/api/public/client-address';
import type { Pool } from 'pg';

/** How many preview tokens that do not work one network may try, at all instances together, and in how many seconds. */
export const previewGuesses = { times: 30, seconds: 15 * 60 };

/** The one statement by which the public's role counts: it adds to a count and learns nothing but how long to wait. */
const count = 'SELECT public.count_preview_guess($1, $2, $3) AS wait';

/** Counts a token that did not work; answers in how many seconds that may be tried again, null while it still may. */
export function guessCounter(pool: Pick<Pool, 'query'>): (address: string) => Promise<number | null> {
  return async (address) => {
    const { times, seconds } = previewGuesses;
    const { rows } = await pool.query<{ wait: number | null }>(count, [networkOf(address), times, seconds]);
    return rows[0]?.wait ?? null;
  };
}
