import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { JobPage, JobView } from '@rapporteur/domain/job-views';
import { authorize, type Caller } from '../policy';

const longestPage = 100;

interface Row {
  id: string;
  name: string;
  state: JobView['state'];
  runAt: Date;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  createdAt: Date;
}

export interface JobQuery {
  state?: JobView['state'] | undefined;
  /** The `next` of the page before. */
  after?: string | null | undefined;
  limit: number;
}

/** The background jobs, the newest first, with the number in each state: what waits, runs, failed once, or is parked. */
export async function listJobs(db: PrismaClient, caller: Caller, { state, after, limit }: JobQuery): Promise<JobPage> {
  authorize(caller, 'job.read');
  const take = Math.min(Math.max(1, limit), longestPage);
  if (after && !/^[1-9]\d{0,17}$/.test(after)) {
    throw new RapporteurError('invalid_input', 'This is not the cursor of a page.', [
      { path: '/after', message: 'is not a cursor' },
    ]);
  }
  const counts = await db.$queryRaw<{ state: JobView['state']; count: number }[]>`
    SELECT state, count(*)::int AS count FROM (
      SELECT CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'parked'
        WHEN attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state FROM graphile_worker.jobs) j GROUP BY state`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT id::text AS id, id AS number, task_identifier AS name, run_at AS "runAt", attempts::int, max_attempts::int AS "maxAttempts",
        last_error AS "lastError", created_at AS "createdAt",
        CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'parked'
          WHEN attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state
      FROM graphile_worker.jobs) j
    WHERE (${state ?? null}::text IS NULL OR j.state = ${state ?? null}::text)
      AND (${after ?? null}::bigint IS NULL OR j.number < ${after ?? null}::bigint)
    ORDER BY j.number DESC LIMIT ${take + 1}`;
  const countOf = new Map(counts.map((row) => [row.state, row.count]));
  return {
    counts: {
      waiting: countOf.get('waiting') ?? 0,
      running: countOf.get('running') ?? 0,
      retrying: countOf.get('retrying') ?? 0,
      parked: countOf.get('parked') ?? 0,
    },
    items: rows.slice(0, take).map((row) => ({
      id: row.id,
      name: row.name,
      state: row.state,
      runAt: row.runAt.toISOString(),
      attempts: row.attempts,
      maxAttempts: row.maxAttempts,
      // The first line says what happened; what may follow is of no use to whoever decides whether to try again.
      lastError: row.lastError?.split('\n')[0]?.slice(0, 500) ?? null,
      createdAt: row.createdAt.toISOString(),
    })),
    next: rows.length > take ? (rows[take - 1]?.id ?? null) : null,
  };
}

/**
 * Tries a parked job again, for publishers, or gives it up, for administrators. What it was to do stays undone until it
 * succeeds.
 */
export async function decideJob(
  db: PrismaClient,
  caller: Caller,
  { id, decision }: { id: string; decision: 'retry' | 'drop' },
): Promise<{ id: string }> {
  const { userId } = authorize(caller, decision === 'retry' ? 'job.retry' : 'job.manage');
  return transaction(db, async (tx) => {
    // What waits for its time or its next try is the program's: given up, what it was to do would never be done.
    const [parked] = await tx.$queryRaw<{ name: string }[]>`
      SELECT task_identifier AS name FROM graphile_worker.jobs WHERE id = ${id}::bigint AND locked_at IS NULL AND attempts >= max_attempts`;
    if (parked === undefined) throw notParked(id);
    const changed =
      decision === 'retry'
        ? await tx.$queryRaw<{ id: string }[]>`
            SELECT id::text FROM graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at => now(), attempts => 0)`
        : await tx.$queryRaw<
            { id: string }[]
          >`SELECT id::text FROM graphile_worker.complete_jobs(ARRAY[${id}::bigint])`;
    if (changed.length === 0) throw notParked(id);
    await tx.auditEntry.create({ data: { userId, action: `job.${decision}`, detail: { job: id, name: parked.name } } });
    return { id };
  });
}

const notParked = (id: string) =>
  new RapporteurError('not_found', `There is no parked job ${id}: it runs, waits, or is done. Look at the list again.`);
