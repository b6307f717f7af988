import type { Pool } from 'pg';
import type { AllReads, Reads } from './budgets';

/** Asks the database what all instances have read, by a function of its own: the public's role reads no table of counts. */
export const readsIn =
  (pool: Pick<Pool, 'query'>) =>
  async (reads: readonly Reads[]): Promise<AllReads[]> => {
    const { rows } = await pool.query<AllReads>('SELECT budget, reads, ends FROM public.count_reads($1)', [
      JSON.stringify(reads),
    ]);
    return rows;
  };
