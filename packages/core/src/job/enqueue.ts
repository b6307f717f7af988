import type { Transaction } from '@rapporteur/db/transaction';
import type { JobName } from '@rapporteur/domain/job-views';
import { jobs, type Payload } from './jobs';

export interface When {
  /** Not before this instant, by the clock of the database; at once where it is absent. */
  at?: Date;
  /** A job of the same key that has not begun is replaced. */
  key?: string;
  /** Jobs of one queue run one after the other; by default the one of its name, if that has one. */
  queue?: string;
  /** Where there is such a job, it stays at its instant. */
  keep?: boolean;
  /** Where there is such a job, also one that runs or is parked, none is added. */
  unlessThere?: boolean;
}

/** Adds a job in the transaction that needs it: it is there if the change is, and not if the change is not. */
export async function enqueue<N extends JobName>(
  tx: Transaction,
  name: N,
  payload: Payload<N>,
  { at, key, queue: named, keep = false, unlessThere = false }: When = {},
): Promise<void> {
  const job: (typeof jobs)[JobName] = jobs[name];
  const checked = JSON.stringify(job.payload.parse(payload));
  const queue = named ?? ('queue' in job ? job.queue : null);
  await tx.$executeRaw`
    SELECT FROM graphile_worker.add_job(${name}, ${checked}::json, run_at => ${at?.toISOString() ?? null}::timestamptz,
      max_attempts => ${job.attempts}::int, queue_name => ${queue}::text, job_key => ${key ?? null}::text,
      job_key_mode => ${unlessThere ? 'unsafe_dedupe' : keep ? 'preserve_run_at' : 'replace'}::text)`;
}

/** Takes back a job that has not begun; nothing where there is none of the key. */
export async function dequeue(tx: Transaction, key: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM graphile_worker.remove_job(${key})`;
}
