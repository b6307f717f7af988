import { createHash } from 'node:crypto';
import { networkOf } from '@rapporteur/api/public/client-address';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many seconds a budget is for. */
const period = 60;

/** How many times as much a token may read as an address. */
const more = 10;

/** What a request was let in with, or why it was not. `headers` are names and values in turn. */
export type Admission =
  | { let: 'in'; headers: readonly string[] }
  | { let: 'wait'; seconds: number; headers: readonly string[] }
  | { let: 'unknown token'; headers: readonly string[] };

/** Asks the database whose token has this SHA-256; null where none that works has. */
export type TokenOf = (hash: string) => Promise<string | null>;

/**
 * How many reads programs may make: so many a minute from one address (of IPv6, one network), and ten times as many with one
 * API token, wherever it comes from. Counted in the memory of this process, because a count in the database would cost more
 * than the read; behind a balancer each instance counts for itself.
 */
export class ReadLimits {
  private readonly addresses: RateLimiterMemory;
  private readonly tokens: RateLimiterMemory;
  /** A token that was revoked counts for a second more. */
  private readonly known = new LRUCache<string, { id: string | null }>({ max: 1000, ttl: 1000 });

  constructor(
    private readonly perMinute: number,
    private readonly tokenOf: TokenOf,
  ) {
    this.addresses = new RateLimiterMemory({ points: perMinute, duration: period });
    this.tokens = new RateLimiterMemory({ points: perMinute * more, duration: period });
  }

  /** Counts one read. */
  async take(client: string, authorization: string | undefined): Promise<Admission> {
    const token = authorization === undefined ? undefined : await this.token(authorization);
    if (typeof token === 'string') return count(this.tokens, 'token', token, this.perMinute * more);
    const admission = await count(this.addresses, 'address', networkOf(client), this.perMinute);
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

async function count(limiter: RateLimiterMemory, name: string, key: string, points: number): Promise<Admission> {
  const policy = ['ratelimit-policy', `"${name}";q=${points};w=${period}`];
  const left = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => [
    ...policy,
    'ratelimit',
    `"${name}";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`,
  ];
  try {
    return { let: 'in', headers: left(await limiter.consume(key)) };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { let: 'wait', seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)), headers: left(refusal) };
  }
}
