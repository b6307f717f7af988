import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { poolConfig, type Connection } from '@rapporteur/db/connection';

/** The first half of the advisory locks that say which pools of workers are alive; the second is a hash of the pool. */
const alive = 7_370_738;

/** How often the jobs of the dead are looked for, and a lost connection is opened again, in milliseconds. */
const interval = 1_000;

/**
 * Says for as long as a pool of workers of this process lives that it does, and hands the jobs of pools that are dead to the
 * living. The queue itself would wait four hours before it took a job for abandoned. PostgreSQL drops the lock with the
 * connection, so a process that is killed is dead at once; a job of one that only lost its connection may be run twice,
 * which every job has to bear anyway. Jobs that the queue holds to be with a living pool, and that none of its workers has,
 * are handed back as well: a connection that is cut takes the answer with it by which a job was given out, or ended.
 */
export class WorkerPresence {
  private client: pg.Client | null = null;
  private readonly pools = new Map<string, Promise<void>>();
  /** Jobs of our pools that no worker had at the last look. */
  private missing = new Set<string>();
  private readonly stopped = new AbortController();
  private readonly watching: Promise<void>;

  constructor(
    private readonly connection: Connection,
    /** The ids of the jobs that workers of this process are running. */
    private readonly running: ReadonlySet<string>,
    private readonly onLost: (error: unknown) => void,
  ) {
    this.watching = this.watch();
  }

  /** Says that a pool is alive, before it takes its first job. Never rejects: it is said again once the database is back. */
  hold(pool: string): Promise<void> {
    // Every worker of a pool asks for the same.
    const held =
      this.pools.get(pool) ??
      this.ask('SELECT pg_advisory_lock($1, hashtext($2))', [alive, pool]).then(
        () => undefined,
        (error: unknown) => this.lose(error),
      );
    this.pools.set(pool, held);
    return held;
  }

  /** Says that a pool has ended: whatever it still seems to hold is for others. Never rejects. */
  async drop(pool: string): Promise<void> {
    if (!this.pools.delete(pool)) return;
    // Said once when it began, and perhaps once more with a new connection.
    const unlock = 'SELECT pg_advisory_unlock($1, hashtext($2)) FROM generate_series(1, 2)';
    await this.ask(unlock, [alive, pool]).catch((error: unknown) => this.lose(error));
  }

  /** Stops watching. The pool has stopped before. */
  async close(): Promise<void> {
    this.stopped.abort();
    await this.watching;
    await this.client?.end().catch(() => undefined);
  }

  private async watch(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      await this.sweep()
        .then(() => this.handBack())
        .catch((error: unknown) => this.lose(error));
      await sleep(interval, undefined, { signal: this.stopped.signal }).catch(() => undefined);
    }
  }

  private async sweep(): Promise<void> {
    await this.ask(
      `WITH dead AS (
         SELECT DISTINCT locked_by AS pool FROM graphile_worker.jobs j WHERE locked_by IS NOT NULL AND NOT EXISTS (
           SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
           WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted
             AND l.classid = $1::int::oid AND l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid))
       SELECT graphile_worker.force_unlock_workers(array_agg(pool)) FROM dead HAVING count(*) > 0`,
      [alive],
    );
  }

  /** Hands back the jobs of our own pools that none of our workers had at two looks in a row. */
  private async handBack(): Promise<void> {
    const pools = [...this.pools.keys()];
    const { rows } = await this.ask(
      'SELECT id::text AS id FROM graphile_worker.jobs WHERE locked_by = ANY ($1::text[])',
      [pools],
    );
    const missing = rows.map(({ id }) => String(id)).filter((id) => !this.running.has(id));
    const lost = missing.filter((id) => this.missing.has(id));
    this.missing = new Set(missing);
    if (lost.length === 0) return;
    await this.ask(
      `WITH lost AS (
         UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL
         WHERE id = ANY ($1::bigint[]) AND locked_by = ANY ($2::text[]) RETURNING job_queue_id)
       UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL
       WHERE id IN (SELECT job_queue_id FROM lost) AND locked_by = ANY ($2::text[])`,
      [lost, pools],
    );
  }

  private turn: Promise<unknown> = Promise.resolve();

  /** One question at a time: the driver is to be asked nothing more before it has answered. */
  private ask(text: string, values: unknown[]): Promise<pg.QueryResult<Record<string, unknown>>> {
    const answer = this.turn.then(async () => (await this.connected()).query(text, values));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private opening: Promise<pg.Client> | null = null;

  private connected(): Promise<pg.Client> {
    if (this.client) return Promise.resolve(this.client);
    this.opening ??= this.open().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async open(): Promise<pg.Client> {
    const {
      max: _max,
      idleTimeoutMillis: _idle,
      ...config
    } = poolConfig(this.connection, { statementTimeout: 10_000 });
    const client = new pg.Client({ ...config, application_name: 'rapporteur-worker-presence', keepAlive: true });
    client.on('error', (error) => this.lose(error));
    client.on('end', () => {
      if (this.client === client) this.client = null;
    });
    await client.connect();
    // A machine that vanishes closes no connection: the server finds out in about twenty seconds instead of two hours.
    await client.query(`SELECT set_config(name, setting, false) FROM (VALUES
      ('tcp_keepalives_idle', '5'), ('tcp_keepalives_interval', '5'), ('tcp_keepalives_count', '3')) AS s (name, setting)`);
    for (const pool of this.pools.keys()) {
      await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [alive, pool]);
    }
    this.client = client;
    return client;
  }

  private lose(error: unknown): void {
    const lost = this.client;
    this.client = null;
    if (lost) void lost.end().catch(() => undefined);
    if (!this.stopped.signal.aborted) this.onLost(error);
  }
}
