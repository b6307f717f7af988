import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** How many API tokens that do not work one network may try, at all instances together, and in how many seconds. */
export const tokenTries = { times: 30, seconds: 15 * 60 };

/** How long, in milliseconds, what the database said of a token counts: one that was revoked works for as much longer. */
const [works, fails] = [1000, 60_000];

/** How many tokens that never worked here are looked up at once: beyond, nobody can say. */
const mostAtOnce = 64;

/** What the database is asked about tokens. */
export interface Tokens {
  /** Whose token has this SHA-256; null where none that works has. */
  find: (hash: string) => Promise<string | null>;
  /** Counts one that did not work; in how many seconds this network may try another, null while it still may. */
  countFailed: (network: string) => Promise<number | null>;
}

/** What is known of a token: whose it is, that it does not work, in how many seconds it may be tried, or that nobody can say. */
type Told = { id: string } | { wait: number } | 'unknown' | 'unsaid';

/**
 * Which API tokens work. A network that tried too many that do not is refused before the database is asked: a flood of them
 * costs no more than that many questions. A token that has worked here is asked for all the same, so that no neighbour in
 * the same network keeps its owner out.
 */
export class KnownTokens {
  private readonly worked = new LRUCache<string, { id: string; until: number }>({ max: 10_000 });
  // Apart, so that no flood of what does not work drives out what does.
  private readonly failed = new LRUCache<string, number>({ max: 10_000 });
  private readonly tries = new LRUCache<string, { left: number; ends: number }>({ max: 50_000 });
  private readonly underway = new Map<string, Promise<Told>>();

  constructor(
    private readonly tokens: Tokens,
    private readonly now: () => number,
  ) {}

  /** What is known of the token in an `Authorization`. Never rejects. */
  async tell(network: string, authorization: string): Promise<Told> {
    const [, secret] = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(authorization) ?? [];
    if (secret === undefined) return 'unknown';
    const hash = createHash('sha256').update(secret).digest('hex');
    const before = this.worked.get(hash);
    if (before !== undefined && before.until > this.now()) return { id: before.id };
    if ((this.failed.get(hash) ?? 0) > this.now()) return 'unknown';
    const underway = this.underway.get(hash);
    if (underway !== undefined) return underway;
    if (before === undefined) {
      const wait = this.waitOf(network);
      if (wait > 0) return { wait };
      if (this.underway.size >= mostAtOnce) return 'unsaid';
    }
    const asked = this.ask(network, hash).finally(() => this.underway.delete(hash));
    this.underway.set(hash, asked);
    return asked;
  }

  private async ask(network: string, hash: string): Promise<Told> {
    // Counted before the answer: many at once are many tries.
    const tries = this.triesOf(network);
    tries.left -= 1;
    try {
      const id = await this.tokens.find(hash);
      if (id !== null) {
        tries.left += 1;
        this.worked.set(hash, { id, until: this.now() + works });
        return { id };
      }
    } catch {
      // The database is away: what is in the cache is read all the same, on the account of the address.
      tries.left += 1;
      return 'unsaid';
    }
    this.worked.delete(hash);
    this.failed.set(hash, this.now() + fails);
    const wait = await this.tokens.countFailed(network).catch(() => null);
    if (wait !== null) this.tries.set(network, { left: 0, ends: this.now() + wait * 1000 });
    return 'unknown';
  }

  private triesOf(network: string): { left: number; ends: number } {
    const known = this.tries.get(network);
    if (known !== undefined && known.ends > this.now()) return known;
    const anew = { left: tokenTries.times, ends: this.now() + tokenTries.seconds * 1000 };
    this.tries.set(network, anew);
    return anew;
  }

  private waitOf(network: string): number {
    const { left, ends } = this.triesOf(network);
    return left > 0 ? 0 : Math.ceil((ends - this.now()) / 1000);
  }
}
