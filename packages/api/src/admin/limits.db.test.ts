import { createLink } from '@rapporteur/core/person/link';
import type { Limit, Limiter } from '@rapporteur/db/rate-limit';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { LimitExceeded } from '@rapporteur/domain/errors';
import { transaction } from '@rapporteur/db/transaction';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../testing/callers';
import { testDesk } from '../testing/desk';
import { cookieOf, locationOf, sendForm } from '../testing/forms';
import { addressHeader } from './address';
import type { Desk } from './desk';
import { answerForgotten, answerInvitation, answerReset } from './join';
import { limits } from './limits';
import { answerPassword } from './password';
import { answerSecondFactor } from './second-factor';
import { answerLink } from './sign-in';
import { ensureUser } from './users';
import { hashPassword } from '@rapporteur/core/person/password';
import { storeCredential } from '@rapporteur/core/person/credential';

const origin = 'https://desk.example.org';
const email = 'noor@example.org';
const password = 'seven slow ferries';
let database: TestDatabase;
/** Two instances of one desk. */
let desks: [Desk, Desk];

beforeAll(async () => {
  database = await testDatabase();
  desks = [testDesk(database, { origin }), testDesk(database, { origin })];
  const { id } = await ensureUser(database.owner, { name: 'Noor Haddad', email, role: 'editor' });
  const hash = await hashPassword(password);
  await transaction(database.owner, (tx) => storeCredential(tx, id, { kind: 'password', hash }));
});
afterAll(async () => {
  for (const desk of desks) await desk.limiter.close();
  await database.close();
});

type Attempt = (desk: Desk, nth: number) => Promise<Response>;

/** Tries 200 times, at two instances in turn; answers after how many it was refused, and what is wrong with that. */
async function tries(pair: [Desk, Desk], attempt: Attempt, documented: number): Promise<string[]> {
  const faults: string[] = [];
  let refusedAt: number | null = null;
  for (let nth = 1; nth <= 200; nth += 1) {
    const response = await attempt(pair[nth % 2 === 0 ? 0 : 1], nth);
    if (response.status !== 429) {
      if (refusedAt !== null) faults.push(`try ${nth} was let through after ${refusedAt} was refused`);
      continue;
    }
    refusedAt ??= nth;
    const wait = Number(response.headers.get('retry-after'));
    if (!(wait >= 1)) faults.push(`try ${nth} is not told when to come back`);
  }
  if (refusedAt !== documented + 1) faults.push(`refused from try ${refusedAt}, not from ${documented + 1}`);
  return faults;
}

const wrongPassword: Attempt = (desk, nth) =>
  sendForm(desk, answerPassword, { email, password: `a wrong password ${nth}`, next: '/' }, { from: '198.51.100.2' });

describe('trying many', () => {
  const from = (nth: string) => ({ from: nth });
  const kinds: [string, Limit, Attempt][] = [
    ['passwords of one person', limits.passwordHere, wrongPassword],
    [
      'passwords of many people',
      limits.passwordFrom,
      (desk, nth) =>
        sendForm(
          desk,
          answerPassword,
          { email: `nobody-${nth}@example.org`, password: 'x', next: '/' },
          from('198.51.100.3'),
        ),
    ],
    [
      'sign-in links',
      limits.link,
      (desk, nth) => sendForm(desk, answerLink, { token: 'x'.repeat(20 + (nth % 9)) }, from('198.51.100.4')),
    ],
    [
      'invitations',
      limits.link,
      (desk, nth) =>
        sendForm(desk, answerInvitation, { token: `guess-${nth}`, name: 'A', password }, from('198.51.100.5')),
    ],
    [
      'reset links',
      limits.link,
      (desk, nth) => sendForm(desk, answerReset, { token: `guess-${nth}`, password }, from('198.51.100.6')),
    ],
    [
      'reset links from one network of IPv6',
      limits.link,
      (desk, nth) =>
        sendForm(
          desk,
          answerReset,
          { token: `guess-${nth}`, password },
          { from: `2001:db8:0:1:${(nth * 257).toString(16)}::${nth.toString(16)}` },
        ),
    ],
    [
      'reset requests',
      limits.resetFrom,
      (desk, nth) => sendForm(desk, answerForgotten, { email: `n${nth}@example.org` }, from('198.51.100.7')),
    ],
    [
      'second factors',
      limits.code,
      (desk, nth) =>
        sendForm(desk, answerSecondFactor, { code: String(100_000 + nth), next: '/' }, from('198.51.100.8')),
    ],
    [
      'API tokens',
      limits.token,
      async (desk, nth) => {
        const headers = { authorization: `Bearer rapporteur_${nth}`, [addressHeader]: '198.51.100.9' };
        return (await ask(desk, { headers }, { path: 'user.me', type: 'query', input: {} })).response;
      },
    ],
  ];

  it.each(kinds)(
    '%s is refused after the documented count, at all instances together',
    async (_what, limit, attempt) => {
      expect(await tries(desks, attempt, limit.times)).toEqual([]);
    },
  );

  it('is noticed where each instance counts for itself', async () => {
    const alone = (desk: Desk): Desk => ({ ...desk, limiter: countsForItself() });
    const pair: [Desk, Desk] = [alone(desks[0]), alone(desks[1])];
    expect(await tries(pair, wrongPassword, limits.passwordHere.times)).not.toEqual([]);
  });

  it('stands in the audit log once', async () => {
    const entries = await database.owner.auditEntry.findMany({ where: { action: 'limit.reached' } });
    const here = entries.filter(({ detail }) => JSON.stringify(detail).includes(`198.51.100.2 ${email}`));
    expect(here).toHaveLength(1);
  });

  it('keeps out nobody who comes from elsewhere, and one who is in time is not counted', async () => {
    const right = { email, password, next: '/' };
    expect((await sendForm(desks[0], answerPassword, right, { from: '198.51.100.2' })).status).toBe(429);
    for (let nth = 0; nth < limits.passwordHere.times + 2; nth += 1) {
      const response = await sendForm(desks[nth % 2 === 0 ? 0 : 1], answerPassword, right, { from: '203.0.113.9' });
      expect(locationOf(response)).toBe('/');
      expect(cookieOf(response)).toContain('__Host-rapporteur-session=');
    }
  });

  it('does not use up a link that works', async () => {
    const link = await transaction(database.owner, (tx) =>
      createLink(tx, 'invitation', { email: 'late@example.org', role: 'editor', createdById: 'somebody' }),
    );
    const fields = { token: link.secret, name: 'Late Guest', password: 'nine green bicycles' };
    const response = await sendForm(desks[0], answerInvitation, fields, { from: '198.51.100.5' });
    expect(locationOf(response)).toBe('/');
  });
});

/** The defect that the shared counts keep away. */
function countsForItself(): Limiter {
  const counts = new Map<string, number>();
  return {
    take: async (limit, key) => {
      const count = (counts.get(limit.name + key) ?? 0) + 1;
      counts.set(limit.name + key, count);
      if (count > limit.times) throw new LimitExceeded(60);
    },
    giveBack: async () => undefined,
    clear: async () => undefined,
    close: async () => undefined,
  };
}
