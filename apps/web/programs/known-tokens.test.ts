import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { KnownTokens, tokenTries } from './known-tokens';
import { ReadLimits } from './read-limits';

const good = 'rapporteur_good';
const bearer = (secret: string) => `Bearer ${secret}`;
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const minute = 60_000;

let now = 0;
let asked: string[];
let counted: Map<string, number>;
let revoked: boolean;
beforeEach(() => {
  [now, asked, counted, revoked] = [1_000_000, [], new Map(), false];
});

/** The database that all instances ask. */
const tokens = {
  find: (hash: string) => {
    asked.push(hash);
    return Promise.resolve(hash === hashOf(good) && !revoked ? 'one' : null);
  },
  countFailed: (network: string) => {
    const times = (counted.get(network) ?? 0) + 1;
    counted.set(network, times);
    return Promise.resolve(times > tokenTries.times ? tokenTries.seconds : null);
  },
};
const known = () => new KnownTokens(tokens, () => now);
const guess = (at: KnownTokens, times: number, network = 'a', name = 'bad') =>
  Promise.all(Array.from({ length: times }, (_, n) => at.tell(network, bearer(`${name}${n}`))));

describe('tokens that do not work', () => {
  it('cost the database so many questions from one network, however many come at once', async () => {
    const told = await guess(known(), 500);
    expect(told.filter((each) => each === 'unknown')).toHaveLength(tokenTries.times);
    expect(told.at(-1)).toEqual({ wait: tokenTries.seconds });
    expect(asked).toHaveLength(tokenTries.times);
  });

  it('are counted for all instances together', async () => {
    const [one, other] = [known(), known()];
    await guess(one, 20, 'a', 'x');
    await guess(other, 11, 'a', 'y');
    expect(counted.get('a')).toBe(31);
    expect(await other.tell('a', bearer('another'))).toEqual({ wait: tokenTries.seconds });
    expect(await other.tell('b', bearer('another'))).toBe('unknown');
  });

  it('keep nobody out whose token has worked here, nor any other network', async () => {
    const at = known();
    expect(await at.tell('a', bearer(good))).toEqual({ id: 'one' });
    await guess(at, 500);
    now += 2000;
    expect(await at.tell('a', bearer(good))).toEqual({ id: 'one' });
    expect(asked.at(-1)).toBe(hashOf(good));
  });

  it('are counted once where a program goes on sending one', async () => {
    const at = known();
    for (let n = 0; n < 200; n += 1) expect(await at.tell('a', bearer('old'))).toBe('unknown');
    expect([asked.length, counted.get('a')]).toEqual([1, 1]);
  });

  it('may be tried again once the time is over', async () => {
    const at = known();
    await guess(at, 100);
    counted.clear();
    now += tokenTries.seconds * 1000 + 1;
    expect(await at.tell('a', bearer('another'))).toBe('unknown');
  });
});

describe('a token that works', () => {
  it('is asked for once by many at once, and found out within a second when it is revoked', async () => {
    const at = known();
    const told = await Promise.all(Array.from({ length: 100 }, () => at.tell('a', bearer(good))));
    expect([new Set(told.map((each) => JSON.stringify(each))).size, asked.length]).toEqual([1, 1]);
    revoked = true;
    now += 1001;
    expect(await at.tell('a', bearer(good))).toBe('unknown');
  });

  it('is not lost while the database is away: nobody is counted for that', async () => {
    const away = new KnownTokens(
      { find: () => Promise.reject(new Error('away')), countFailed: tokens.countFailed },
      () => now,
    );
    for (let n = 0; n < 100; n += 1) expect(await away.tell('a', bearer(`t${n}`))).toBe('unsaid');
    expect(counted.size).toBe(0);
  });

  it('has a budget of its own when that of its network is spent, and a batch costs what its calls do', async () => {
    const limits = new ReadLimits(3, tokens, () => now);
    expect(limits.take('a', 2)).toMatchObject({ let: 'in', headers: expect.arrayContaining(['"address";r=1;t=60']) });
    expect(limits.take('a', 10)).toMatchObject({ let: 'in', headers: expect.arrayContaining(['"address";r=0;t=60']) });
    expect(limits.take('a').let).toBe('wait');
    const mine = await limits.takeWith('a', bearer(good), 10);
    expect(mine).toMatchObject({ let: 'in', headers: expect.arrayContaining(['"token";r=20;t=60']) });
    now += minute;
    expect(limits.take('a').let).toBe('in');
  });
});

it('docs/access.md tells how many may be tried', () => {
  const page = readFileSync(new URL('../../../docs/access.md', import.meta.url), 'utf8');
  const { times, seconds } = tokenTries;
  expect(page).toContain(`| \`reading-token\` | ${times} | ${seconds / 60} minutes |`);
});
