import { describe, expect, it } from 'vitest';
import { ask, budget, cutOff, handleSite, inside, raw, record, there } from '../cache/testing/handled-site';

// What the server in front does with questions of the reconciliation service; what is answered is tested where it is made.

handleSite();

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (body: string, path = '/api/reconcile', headers: Record<string, string> = form) =>
  ask(path, headers, 'POST', body);
const batch = new URLSearchParams({ queries: '{"q0":{"query":"Talland & sons"}}' }).toString();

describe('a form that only asks', () => {
  it('is answered like the address that asks the same, and kept until the record changes', async () => {
    expect((await post(batch)).status).toBe(200);
    expect((await post(batch)).status).toBe(200);
    expect(inside.seen.map(({ url }) => url)).toEqual([`/api/reconcile?${batch}`]);
    await post(batch.replace('Talland', 'Ostland'));
    record.version = 2;
    await post(batch);
    expect(inside.renders).toBe(3);
  });

  it('may be longer than any address, within bounds', async () => {
    const long = `queries=${'x'.repeat(8_000)}`;
    expect((await post(long)).status).toBe(200);
    expect(inside.seen[0]?.url).toHaveLength('/api/reconcile?'.length + long.length);
  });

  it.each([
    ['too long', `queries=${'x'.repeat(300_000)}`, form],
    ['of another type', batch, { 'content-type': 'application/json' }],
    ['with a field twice', `${batch}&${batch}`, form],
  ])('is refused where it is %s', async (_, body, headers) => {
    const { status, headers: told, text } = await post(body, '/api/reconcile', headers);
    expect([status, told['content-type']]).toEqual([400, 'application/problem+json']);
    expect(text).toContain('256 KB');
    expect([inside.renders, there.errors]).toEqual([0, []]);
  });

  it('is not read once the budget is spent, and costs what its queries do', async () => {
    const queries = (count: number) =>
      `queries=${JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`q${n}`, { query: 'a' }])))}`;
    const first = await post(queries(10));
    expect(first.headers.ratelimit).toContain(`;r=${budget - 10};`);
    expect((await post(queries(budget))).headers.ratelimit).toContain(';r=0;');
    // The body never comes: whoever waits for it answers nothing.
    const refused = await raw(
      'POST /api/reconcile HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\n',
    );
    expect(refused).toMatch(/^HTTP\/1\.1 429 /);
  });

  it('is no failure of the site where its sender goes away in the middle of it', async () => {
    await cutOff(
      'POST /api/reconcile HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nqueries=',
    );
    expect([inside.renders, there.errors]).toEqual([0, []]);
  });

  it('is taken at that address alone', async () => {
    for (const path of ['/api/reconcile/suggest/entity', '/api/trpc/status.get', '/api/v1/actors', '/actors'])
      expect((await post(batch, path)).status).toBe(405);
    expect((await ask('/api/reconcile', form, 'PUT', batch)).status).toBe(405);
  });

  it('can be asked of the past', async () => {
    await post(batch, '/at/20231130120000/api/reconcile');
    expect(inside.seen[0]?.headers['x-rapporteur-as-of']).toBe('2023-11-30T12:00:00.999Z');
  });
});

describe('answers to programs that match names', () => {
  it('are open to every origin, without credentials', async () => {
    for (const { headers } of [
      await post(batch),
      await ask('/api/reconcile'),
      await ask('/api/reconcile', {}, 'OPTIONS'),
    ]) {
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  it('may be framed where they are previews, which can run and load nothing; nothing else may', async () => {
    const { headers } = await ask('/api/reconcile/preview/act_1');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none';.*frame-ancestors \*; sandbox allow-popups/,
    );
    expect(headers['x-frame-options']).toBeUndefined();
    for (const path of ['/api/reconcile', '/actors/hungary', '/api/reconcile/previews/act_1'])
      expect((await ask(path)).headers['x-frame-options']).toBe('DENY');
  });

  it('know their own parameters only', async () => {
    await ask('/api/reconcile?callback=alert&queries=%7B%7D');
    await ask('/api/reconcile/suggest/entity?prefix=t&callback=alert');
    expect(inside.seen.map(({ url }) => url)).toEqual([
      '/api/reconcile?queries=%7B%7D',
      '/api/reconcile/suggest/entity?prefix=t',
    ]);
  });
});
