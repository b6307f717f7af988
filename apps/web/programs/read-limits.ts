import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** How many milliseconds a budget is for. */
const period = 60_000;

/** How many times as much a token may read as an address. */
const more = 10;

/** How many addresses are counted at once: beyond, whoever has read nothing for the longest begins anew. */
const mostCounted = 50_000;

/** What a request was let in with, or why it was not. `headers` are names and values in turn. */
export type Admission =
  | { let: 'in'; headers: readonly string[] }
  | { let: 'wait'; seconds: number; headers: readonly string[] }
  | { let: 'unknown token'; headers: readonly string[] };

/** Asks the database whose token has this SHA-256; null where none that works has. */
export type TokenOf = (hash: string) => Promise<string | null>;

/**
 * How many reads programs may make: so many a minute from one network, and ten times as many with one API token, wherever it
 * comes from. Counted in the memory of this process and without waiting, because a count in the database, or a promise, would
 * cost more than an answer from the cache; behind a balancer each instance counts for itself.
 */
export class ReadLimits {
  private readonly networks: Budgets;
  private readonly tokens: Budgets;
  /** A token that was revoked counts for a second more. */
  private readonly known = new LRUCache<string, { id: string | null }>({ max: 1000, ttl: 1000 });

  constructor(
    perMinute: number,
    private readonly tokenOf: TokenOf,
    now: () => number = Date.now,
  ) {
    this.networks = new Budgets('address', perMinute, now);
    this.tokens = new Budgets('token', perMinute * more, now);
  }

  /** Counts one read from a network. */
  take(network: string): Admission {
    return this.networks.take(network);
  }

  /** Counts one read of a request that has an `Authorization`. */
  async takeWith(network: string, authorization: string): Promise<Admission> {
    const token = await this.token(authorization);
    if (typeof token === 'string') return this.tokens.take(token);
    const admission = this.networks.take(network);
    return token === null && admission.let === 'in'
      ? { let: 'unknown token', headers: [...admission.headers, 'www-authenticate', 'Bearer error="invalid_token"'] }
      : admission;
  }

  /** The id of the token; null where it does not work, undefined where nobody can say. */
  private async token(authorization: string): Promise<string | null | undefined> {
    const [, secret] = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(authorization) ?? [];
    if (secret === undefined) return null;
    const hash = createHash('sha256').update(secret).digest('hex');
    const known = this.known.get(hash);
    if (known !== undefined) return known.id;
    try {
      const id = await this.tokenOf(hash);
      this.known.set(hash, { id });
      return id;
    } catch {
      // The database is away: what is in the cache is read all the same, on the account of the address.
      return undefined;
    }
  }
}

/** Budgets of one sort, each from its first read on for a period. */
class Budgets {
  private readonly spent = new LRUCache<string, { left: number; ends: number }>({ max: mostCounted });
  private readonly policy: string;

  constructor(
    private readonly name: string,
    private readonly each: number,
    private readonly now: () => number,
  ) {
    this.policy = `"${name}";q=${each};w=${period / 1000}`;
  }

  take(key: string): Admission {
    const now = this.now();
    let budget = this.spent.get(key);
    if (budget === undefined || budget.ends <= now) {
      budget = { left: this.each, ends: now + period };
      this.spent.set(key, budget);
    }
    const isLeft = budget.left > 0;
    if (isLeft) budget.left -= 1;
    const seconds = Math.ceil((budget.ends - now) / 1000);
    const rest = `"${this.name}";r=${budget.left};t=${seconds}`;
    const headers = ['ratelimit-policy', this.policy, 'ratelimit', rest];
    return isLeft ? { let: 'in', headers } : { let: 'wait', seconds, headers };
  }
}
