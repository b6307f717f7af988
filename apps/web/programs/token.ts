import type { Pool } from 'pg';
import type { TokenOf } from './read-limits';

/** Asks the database for a token by a function of its own: the public's role reads no table of tokens. */
export const tokenIn =
  (pool: Pick<Pool, 'query'>): TokenOf =>
  async (hash) => {
    const { rows } = await pool.query<{ id: string | null }>('SELECT token_of($1) AS id', [hash]);
    return rows[0]?.id ?? null;
  };
