import { createHash } from 'node:crypto';
import { LimitExceeded } from '@rapporteur/domain/errors';
import { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { poolConfig, type Connection } from './connection';
import { mapDatabaseError } from './errors';

/** How often something may be tried: so many times in so many seconds from the first. */
export interface Limit {
  name: string;
  times: number;
  seconds: number;
}

/** Counts that all instances share, because they are kept in the database. */
export interface Limiter {
  /** Counts one try. Throws `limit_exceeded` once the limit is used up. */
  take: (limit: Limit, key: string) => Promise<void>;
  /** Gives one try back: it was none that the limit is there for. */
  giveBack: (limit: Limit, key: string) => Promise<void>;
  /** Forgets the tries so far. */
  clear: (limit: Limit, key: string) => Promise<void>;
  close: () => Promise<void>;
}

// The column holds 255 characters with the name of the limit, and an address of a person alone may have 254.
const short = (key: string) => (key.length <= 200 ? key : createHash('sha256').update(key).digest('hex'));

/** Opens the counts of a database. They are counted by single statements on a small pool of their own. */
export function openLimiter(connection: Connection): Limiter {
  const pool = new Pool(poolConfig(connection, { max: 2, statementTimeout: 5_000 }));
  // A lost connection is reported to whoever asks next; unheard, the event would end the process.
  pool.on('error', () => undefined);
  const counters = new Map<string, RateLimiterPostgres>();
  const counter = ({ name, times, seconds }: Limit) => {
    const known = counters.get(name);
    if (known !== undefined) return known;
    const made = new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'RateLimit',
      tableCreated: true,
      keyPrefix: name,
      points: times,
      duration: seconds,
    });
    counters.set(name, made);
    return made;
  };
  return {
    take: async (limit, key) => {
      try {
        await counter(limit).consume(short(key));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw mapDatabaseError(refusal);
        const first = refusal.consumedPoints === limit.times + 1;
        throw new LimitExceeded(Math.ceil(refusal.msBeforeNext / 1000), first);
      }
    },
    giveBack: async (limit, key) => {
      await counter(limit).reward(short(key));
    },
    clear: async (limit, key) => {
      await counter(limit).delete(short(key));
    },
    close: () => pool.end(),
  };
}
