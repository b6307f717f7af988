import { LRUCache } from 'lru-cache';
import { KnownTokens, tokenTries, type Tokens } from './known-tokens';

/** How many milliseconds a budget is for. */
const period = 60_000;

/** How many times as much a token may read as an address. */
const more = 10;

/** How many addresses are counted at once: beyond, whoever has read nothing for the longest begins anew. */
const mostCounted = 50_000;

/**
 * What a request was let in with, or why it was not. `headers` are names and values in turn. `count` counts more calls of a
 * request that was let in: it stays in, and says what is left then.
 */
export type Admission =
  | { let: 'in'; headers: readonly string[]; count: (more: number) => Admission }
  | { let: 'wait'; seconds: number; headers: readonly string[] }
  | { let: 'unknown token'; headers: readonly string[] };

/**
 * How many reads programs may make: so many a minute from one network, and ten times as many with one API token, wherever it
 * comes from. Counted in the memory of this process and without waiting, because a count in the database, or a promise, would
 * cost more than an answer from the cache; behind a balancer each instance counts for itself.
 */
export class ReadLimits {
  private readonly networks: Budgets;
  private readonly tokens: Budgets;
  private readonly known: KnownTokens;

  constructor(perMinute: number, tokens: Tokens, now: () => number = Date.now) {
    this.known = new KnownTokens(tokens, now);
    this.networks = new Budgets('address', perMinute, now);
    this.tokens = new Budgets('token', perMinute * more, now);
  }

  /** Counts a read from a network, of so many calls: one is let in while anything is left. */
  take(network: string, calls = 1): Admission {
    return this.networks.take(network, calls);
  }

  /** Counts a read of a request that has an `Authorization`. */
  async takeWith(network: string, authorization: string, calls = 1): Promise<Admission> {
    const token = await this.known.tell(network, authorization);
    if (typeof token === 'object' && 'id' in token) return this.tokens.take(token.id, calls);
    if (typeof token === 'object') return refused(token.wait);
    const admission = this.networks.take(network, calls);
    return token === 'unknown' && admission.let === 'in'
      ? { let: 'unknown token', headers: [...admission.headers, 'www-authenticate', 'Bearer error="invalid_token"'] }
      : admission;
  }
}

/** What whoever tried too many tokens is told: without one they may read. */
function refused(seconds: number): Admission {
  const { times, seconds: within } = tokenTries;
  const policy = `"failed tokens";q=${times};w=${within}`;
  const headers = ['ratelimit-policy', policy, 'ratelimit', `"failed tokens";r=0;t=${seconds}`];
  return { let: 'wait', seconds, headers };
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

  take(key: string, calls: number): Admission {
    const now = this.now();
    let budget = this.spent.get(key);
    if (budget === undefined || budget.ends <= now) {
      budget = { left: this.each, ends: now + period };
      this.spent.set(key, budget);
    }
    const seconds = Math.ceil((budget.ends - now) / 1000);
    return budget.left > 0
      ? this.letIn(budget, calls, seconds)
      : { let: 'wait', seconds, headers: this.say(0, seconds) };
  }

  private letIn(budget: { left: number }, calls: number, seconds: number): Admission {
    budget.left = Math.max(0, budget.left - calls);
    return {
      let: 'in',
      headers: this.say(budget.left, seconds),
      count: (more) => this.letIn(budget, more, seconds),
    };
  }

  private say(left: number, seconds: number): readonly string[] {
    return ['ratelimit-policy', this.policy, 'ratelimit', `"${this.name}";r=${left};t=${seconds}`];
  }
}
