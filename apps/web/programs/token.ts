import type { Pool } from 'pg';
import { tokenTries, type Tokens } from './known-tokens';

/** Asks the database for tokens by functions of its own: the public's role reads no table of tokens. */
export const tokensIn = (pool: Pick<Pool, 'query'>): Tokens => ({
  find: async (hash) => {
    const { rows } = await pool.query<{ id: string | null }>('SELECT public.token_of($1) AS id', [hash]);
    return rows[0]?.id ?? null;
  },
  countFailed: async (network) => {
    const { times, seconds } = tokenTries;
    const { rows } = await pool.query<{ wait: number | null }>('SELECT public.count_failed_token($1, $2, $3) AS wait', [
      network,
      times,
      seconds,
    ]);
    return rows[0]?.wait ?? null;
  },
});
