import { describe, expect, it } from 'vitest';
import {
  ask,
  budget,
  changes,
  goodToken,
  handleSite,
  inside,
  listen,
  record,
  there,
} from '../cache/testing/handled-site';

handleSite();

const actors = '/api/v1/actors';
const all = { origin: 'https://elsewhere.example' };

describe('what programs are answered', () => {
  it('says how many reads are left, also with 304, and keeps that out of the cache', async () => {
    const first = await ask(actors);
    expect(first.headers['ratelimit-policy']).toBe(`"address";q=${budget};w=60`);
    expect(first.headers.ratelimit).toMatch(new RegExp(`^"address";r=${budget - 1};t=(?:60|59)$`));
    const again = await ask(actors, { 'if-none-match': first.headers.etag ?? '' });
    expect([again.status, String(again.headers.ratelimit).split(';')[1]]).toEqual([304, `r=${budget - 2}`]);
    expect(inside.renders).toBe(1);
  });

  it('refuses more than the budget with 429 and when to come again, as a problem document', async () => {
    for (let n = 0; n < budget; n += 1) expect((await ask(`${actors}?limit=${n}`)).status).toBe(200);
    const refused = await ask(actors);
    expect([refused.status, refused.headers['content-type']]).toEqual([429, 'application/problem+json']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers.ratelimit).toMatch(/;r=0;/);
    expect(JSON.parse(refused.text)).toMatchObject({ status: 429, instance: actors });
    // Pages are for people: nobody counts how many they read. A token has a budget of its own.
    expect((await ask('/actors')).status).toBe(200);
    const mine = await ask(actors, { authorization: `Bearer ${goodToken}` });
    expect([mine.status, mine.headers['ratelimit-policy']]).toEqual([200, `"token";q=${budget * 10};w=60`]);
  });

  it('counts the calls of a batch', async () => {
    const left = async (path: string) => String((await ask(path)).headers.ratelimit).split(';')[1];
    expect(await left('/api/trpc/one,two,three?batch=1')).toBe(`r=${budget - 3}`);
    expect(await left('/api/reconcile?queries=%7B%22a%22%3A%7B%7D%2C%22b%22%3A%7B%7D%7D')).toBe(`r=${budget - 5}`);
  });

  it('says how many reads are left while the database is away too', async () => {
    await ask(actors);
    record.version = null;
    const [stale, none] = [await ask(actors), await ask(`${actors}?limit=1`)];
    expect([stale.status, none.status]).toEqual([200, 503]);
    for (const { headers } of [stale, none]) expect(headers.ratelimit).toMatch(/^"address";r=\d+;t=\d+$/);
  });

  it('says that a token does not work, and answers all the same to whoever sends none', async () => {
    for (const authorization of ['Bearer rapporteur_bad', 'Basic dTpw', 'Bearer', `Bearer ${'x'.repeat(500)}`]) {
      const { status, headers, text } = await ask(actors, { authorization });
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"']);
      expect(text).not.toContain('rapporteur_bad');
    }
    expect((await ask(actors)).status).toBe(200);
  });

  it('lets every site read, and none write or send credentials', async () => {
    const asked = await ask(actors, { ...all, 'access-control-request-method': 'GET' }, 'OPTIONS');
    expect(asked.status).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
    });
    for (const target of [actors, '/api/v1/actors?limit=1&limit=2']) {
      const { headers } = await ask(target, all);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect((await ask(actors, all, method)).status).toBe(405);
    expect((await ask('/actors', all)).headers['access-control-allow-origin']).toBeUndefined();
    expect((await ask('/actors', all, 'OPTIONS')).status).toBe(405);
    const allowed = async (target: string) => (await ask(target, {}, 'PUT')).headers.allow;
    expect(await allowed(actors)).toBe('GET, HEAD, OPTIONS');
    expect(await allowed('/api/reconcile')).toBe('GET, HEAD, OPTIONS, POST');
    expect(await allowed('/actors')).toBe('GET, HEAD');
  });

  it('lets every site read the procedures, and see that it has an answer already', async () => {
    const call = '/api/trpc/status.get?input=%7B%7D';
    expect((await ask(call, { ...all, 'access-control-request-headers': 'if-none-match' }, 'OPTIONS')).status).toBe(
      204,
    );
    for (const target of [call, '/api/v1/changes', '/at/20231130120000/api/trpc/status.get']) {
      const first = await ask(target, all);
      const again = await ask(target, { ...all, 'if-none-match': first.headers.etag ?? '' });
      expect([first.status, again.status]).toEqual([200, 304]);
      expect(first.headers['access-control-allow-origin']).toBe('*');
      for (const name of ['access-control-allow-origin', 'access-control-expose-headers', 'vary'])
        expect([name, again.headers[name]]).toEqual([name, first.headers[name]]);
    }
  });

  it('says in one way what is wrong, and of which parameter', async () => {
    const of = (code: string) => `http://site.example/api/v1/docs#problem-${code}`;
    const told = async (target: string, headers = {}) => JSON.parse((await ask(target, headers)).text) as unknown;
    for (const [query, pointer] of [
      ['asOf=yesterday', '/asOf'],
      ['limit=1&limit=2', '/limit'],
      ['q=%00', '/q'],
    ])
      expect(await told(`${actors}?${query}`)).toMatchObject({
        type: of('invalid-input'),
        status: 400,
        instance: actors,
        errors: [{ pointer }],
      });
    expect(await told(actors, { authorization: 'Bearer no' })).toMatchObject({ type: of('unauthenticated') });
    expect(await told('/api/nothing')).toMatchObject({ type: of('not-found'), status: 404 });
    expect(JSON.parse((await ask(actors, {}, 'DELETE')).text)).toMatchObject({
      type: of('method-not-allowed'),
      title: 'This is only read',
      status: 405,
    });
    expect(await told('/api/v1/answered/500')).toMatchObject({ type: of('failed'), status: 500 });
    record.version = null;
    expect(await told(actors)).toMatchObject({ type: of('unavailable'), title: 'The record cannot be read just now' });
  });

  it('leads to the one address of an answer without calling that a problem', async () => {
    const { status, headers, text } = await ask(`${actors}/?limit=1`);
    const location = `${actors}?limit=1`;
    expect([status, headers.location, headers['content-type']]).toEqual([
      308,
      location,
      'application/json; charset=utf-8',
    ]);
    expect(JSON.parse(text)).toEqual({ location });
    expect((await ask('/actors/')).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('gives 308, 404 and 410 with their tags, and keeps them', async () => {
    for (const status of [308, 404, 410]) {
      const target = `/api/v1/answered/${status}`;
      const [first, again] = [await ask(target), await ask(target)];
      expect([first.status, again.status, again.headers.etag]).toEqual([status, status, first.headers.etag]);
      expect(first.headers.etag).toMatch(/^"/);
    }
    expect(inside.renders).toBe(3);
  });

  it('answers HEAD as GET, compressed once', async () => {
    const whole = await ask(actors, { 'accept-encoding': 'br' });
    const head = await ask(actors, { 'accept-encoding': 'br' }, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const name of ['etag', 'content-length', 'content-encoding', 'vary'])
      expect(head.headers[name]).toBe(whole.headers[name]);
    expect(whole.headers.vary).toBe('accept-encoding');
    expect((await ask('/api/v1/changes')).headers.vary).toBe('accept, accept-encoding');
  });
});

describe('an answer that is asked for by its tag alone', () => {
  it('comes where it is that one, and is refused where it is another', async () => {
    const tag = (await ask(actors)).headers.etag ?? '';
    for (const named of [tag, `"other", ${tag}`, '*'])
      expect((await ask(actors, { 'if-match': named })).status, named).toBe(200);
    for (const named of ['"other"', `W/${tag}`, '']) {
      const { status, headers, text } = await ask(actors, { 'if-match': named });
      expect([status, headers['content-type'], headers['ratelimit']], named).toEqual([
        412,
        'application/problem+json',
        expect.stringContaining('"address"'),
      ]);
      expect(JSON.parse(text)).toMatchObject({ status: 412 });
    }
  });
});

describe('streams of changes', () => {
  const numbered = (...sequences: number[]) => changes.push(...sequences.map((sequence) => ({ sequence })));

  it('tell every change once, in order, from where their reader was', async () => {
    numbered(1, 2, 3, 4, 5);
    const stream = await listen('/api/v1/changes/stream', { 'last-event-id': '2' });
    expect([stream.status, stream.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await stream.until((text) => text.includes('id: 5'));
    numbered(6);
    there.streams.wake();
    const text = await stream.until((told) => told.includes('id: 6'));
    expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))).toEqual([3, 4, 5, 6]);
    expect([...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as unknown)[0]).toEqual({
      sequence: 3,
    });
    stream.leave();
  });

  it('begin with what comes, or after a number, and open at the feed of changes too', async () => {
    record.version = 2;
    numbered(1, 2);
    const now = await listen('/api/v1/changes', { accept: 'text/event-stream' });
    const since = await listen('/api/v1/changes/stream?after=1');
    await since.until((text) => text.includes('id: 2'));
    numbered(3);
    there.streams.wake();
    expect(await now.until((text) => text.includes('id: 3'))).not.toContain('id: 2');
    now.leave();
    since.leave();
  });

  it('open at the feed of changes only where a stream is what is wanted, and begin anew for an empty number', async () => {
    record.version = 2;
    numbered(1, 2);
    for (const accept of ['text/event-stream;q=0', 'text/event-stream-x', 'application/json, text/event-stream'])
      expect((await ask('/api/v1/changes', { accept })).headers['content-type'], accept).not.toContain('event-stream');
    for (const accept of ['Text/Event-Stream', 'text/event-stream;q=0.5', 'text/event-stream ; charset=utf-8, */*']) {
      const stream = await listen('/api/v1/changes?after=1', { accept, 'last-event-id': '' });
      expect(await stream.until((text) => text.includes('id: 2')), accept).not.toContain('id: 1');
      stream.leave();
    }
  });

  it('are bounded for one address, free a place when they end, and all end with the server', async () => {
    const three = await Promise.all([1, 2, 3].map(() => listen('/api/v1/changes/stream')));
    const refused = await ask('/api/v1/changes/stream');
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    three[0]?.leave();
    await expect.poll(() => there.streams.size).toBe(2);
    const fourth = await listen('/api/v1/changes/stream');
    there.streams.close();
    await Promise.all([fourth, ...three.slice(1)].map((stream) => stream.ended));
    expect((await ask('/api/v1/changes/stream')).status).toBe(503);
  });

  it('refuse a place that is no number, and a past', async () => {
    for (const target of ['?after=x', '?after=-1', '?draft=1', '?after=1&asOf=2023-01-01T00:00:00Z'])
      expect((await ask(`/api/v1/changes/stream${target}`)).status).toBe(400);
    expect((await ask('/api/v1/changes/stream', { 'last-event-id': "1' OR 1=1" })).status).toBe(400);
    expect((await ask('/at/20230101000000/api/v1/changes/stream')).status).toBe(400);
    expect(there.streams.size).toBe(0);
  });
});
