import { Budgets, type AllReads, type LetIn, type Reads } from './budgets';
import { KnownTokens, tokenTries, type Tokens } from './known-tokens';

/** How many times as much a token may read as an address. */
const more = 10;

/** What a request was let in with, or why it was not. `headers` are names and values in turn. */
export type Admission =
  | LetIn
  | { let: 'wait'; seconds: number; headers: readonly string[] }
  | { let: 'unknown token'; headers: readonly string[] };

/**
 * How many reads programs may make: so many a minute from one network, and ten times as many with one API token, wherever it
 * comes from. Counted in the memory of this process and without waiting, because a count in the database, or a promise, would
 * cost more than an answer from the cache. Several instances tell each other of whoever reads much: see {@link share}.
 */
export class ReadLimits {
  private readonly networks: Budgets;
  private readonly tokens: Budgets;
  private readonly known: KnownTokens;
  private sharing = false;

  constructor(perMinute: number, tokens: Tokens, now: () => number = Date.now) {
    this.known = new KnownTokens(tokens, now);
    this.networks = new Budgets('address', perMinute, now);
    this.tokens = new Budgets('token', perMinute * more, now);
  }

  /** Counts a read from a network, of so many calls: one is let in while anything is left. */
  take(network: string, calls = 1): Admission {
    return this.networks.take(network, calls);
  }

  /**
   * Says what was read under budgets of which much is used, and takes up what all instances together have read: a limit is
   * then one for all of them, but for what comes between two exchanges and a twentieth of it for each instance. Rejects with
   * `ask`, and then each counts for itself. While one exchange is under way there is no other: an answer that comes late would
   * take back what a later one has said.
   */
  async share(ask: (reads: readonly Reads[]) => Promise<readonly AllReads[]>): Promise<void> {
    if (this.sharing) return;
    const reads = [...this.networks.unsaid(), ...this.tokens.unsaid()];
    if (reads.length === 0) return;
    this.sharing = true;
    let all: readonly AllReads[] = [];
    try {
      all = await ask(reads);
    } finally {
      this.networks.settle(all);
      this.tokens.settle(all);
      this.sharing = false;
    }
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
