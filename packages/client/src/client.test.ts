import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { each, follow, rapporteur, RequestError, type ClientOptions } from './client';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A record that answers as a test says; it keeps what it was asked. */
async function recordThat(answer: RequestListener, options: ClientOptions = {}) {
  const asked: { url: string; tag: string | undefined; token: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const { 'if-none-match': tag, authorization: token } = request.headers;
    asked.push({ url: request.url ?? '', tag, token });
    answer(request, response);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, server, client: rapporteur(origin, { longestWait: 1000, ...options }) };
}

const data = (value: unknown) => JSON.stringify({ result: { data: value } });
const failed = (status: number, headers: Record<string, string> = {}): RequestListener => {
  return (_, response) => response.writeHead(status, headers).end('{"title":"Too many","detail":"Wait a little."}');
};
/** Answers in turn, the last for ever. */
const inTurn = (...answers: RequestListener[]): RequestListener => {
  let at = 0;
  return (...exchange) => answers[Math.min(at++, answers.length - 1)]?.(...exchange);
};
const well: RequestListener = (_, response) => response.end(data({ version: 7 }));
const status = (client: ReturnType<typeof rapporteur>) => client.status.get({});

describe('a client of a record', () => {
  it.each([
    ['429 with seconds to wait', failed(429, { 'retry-after': '0' })],
    ['503 with a date to wait for', failed(503, { 'retry-after': new Date(0).toUTCString() })],
    ['502 without either', failed(502)],
    ['a connection that breaks', (request) => request.socket.destroy()],
  ] satisfies [string, RequestListener][])('tries again after %s', async (_, answer) => {
    const { client, asked } = await recordThat(inTurn(answer, answer, well));
    expect(await status(client)).toEqual({ version: 7 });
    expect(asked).toHaveLength(3);
  });

  it('waits as long as it is told', async () => {
    const { client } = await recordThat(inTurn(failed(429, { 'retry-after': '1' }), well));
    const begin = performance.now();
    await status(client);
    expect(performance.now() - begin).toBeGreaterThan(990);
  });

  it('gives up where the wait is too long, and says how long', async () => {
    const { client, asked } = await recordThat(failed(429, { 'retry-after': '3600' }));
    await expect(status(client)).rejects.toMatchObject({
      code: 'limit_exceeded',
      status: 429,
      retryAfter: 3600,
      message: 'Wait a little.',
    });
    expect(asked).toHaveLength(1);
  });

  it('gives up after as many tries as it may make', async () => {
    const { client, asked } = await recordThat((request) => request.socket.destroy(), { retries: 1 });
    await expect(status(client)).rejects.toMatchObject({ name: 'RequestError', code: 'network', status: null });
    expect(asked).toHaveLength(2);
  });

  it('does not wait for ever for one answer', async () => {
    const { client } = await recordThat(() => undefined, { retries: 0, timeout: 50 });
    await expect(status(client)).rejects.toMatchObject({
      code: 'network',
      message: expect.stringContaining('in 0.05 seconds'),
    });
  });

  it.each([
    [400, 'invalid_input'],
    [404, 'not_found'],
    [410, 'gone'],
    [500, 'unreadable'],
  ])('does not repeat a request that was answered %i', async (code, named) => {
    const { client, asked } = await recordThat(failed(code));
    await expect(status(client)).rejects.toMatchObject({ code: named, status: code });
    expect(asked).toHaveLength(1);
  });

  it.each(['<html>', '', 'null', '[]'])('takes %j for no answer of a record', async (text) => {
    const { client } = await recordThat((_, response) => response.end(text));
    await expect(status(client)).rejects.toMatchObject({ code: 'unreadable', status: 200 });
  });

  it('asks again by the tag of what it holds, and hands out an answer of its own each time', async () => {
    const { client, asked } = await recordThat((request, response) =>
      request.headers['if-none-match'] === '"one"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"one"' }).end(data({ counts: [1] })),
    );
    const first = (await status(client)) as unknown as { counts: number[] };
    first.counts.push(2);
    expect(await status(client)).toEqual({ counts: [1] });
    expect(asked.map(({ tag }) => tag)).toEqual([undefined, '"one"']);
  });

  it('does not ask again for what never changes', async () => {
    const fixed = { etag: '"one"', 'cache-control': 'public, max-age=31536000, immutable' };
    const { client, asked } = await recordThat((_, response) => response.writeHead(200, fixed).end(data(1)));
    const past = client.asOf('2020-01-01');
    expect([await status(past), await status(past)]).toEqual([1, 1]);
    expect(asked.map(({ url }) => url)).toEqual(['/at/20200101235959/api/trpc/status.get?input=%7B%7D']);
  });

  it.each([
    ['a day as its end', '2024-02-29', '20240229235959'],
    ['today as now', '2024-05-06', '20240506101112'],
    ['a minute as its end', '2024-05-06T11:05+02:00', '20240506090559'],
    ['an instant as itself', '2024-05-06T12:00:00.9+02:00', '20240506100000'],
  ])('takes %s', async (_, instant, stamp) => {
    vi.useFakeTimers({ now: new Date('2024-05-06T10:11:12.500Z'), toFake: ['Date'] });
    const { client, asked } = await recordThat(well);
    const past = client.asOf(instant);
    vi.useRealTimers();
    await status(past);
    expect(asked[0]?.url).toMatch(`/at/${stamp}/`);
  });

  it('sends the token that it was given, and no other', async () => {
    const { client, asked } = await recordThat(well, { token: 'sample-token' });
    await status(client);
    const without = await recordThat(well);
    await status(without.client);
    expect([asked[0]?.token, without.asked[0]?.token]).toEqual(['Bearer sample-token', undefined]);
    const wrong = await recordThat(failed(401), { token: 'wrong' });
    await expect(status(wrong.client)).rejects.toMatchObject({ code: 'invalid_input', status: 401 });
  });

  it('keeps no more than it may', async () => {
    const tagged: RequestListener = (_, response) => response.writeHead(200, { etag: '"one"' }).end(data('answer'));
    const { client, asked } = await recordThat(tagged, { cache: { answers: 2 } });
    const call = (slug: string) => client.record.get({ kind: 'actor', slug });
    for (const slug of ['a', 'b', 'a', 'c', 'a', 'b']) await call(slug);
    expect(asked.map(({ tag }) => tag !== undefined)).toEqual([false, false, true, false, true, false]);
    const small = await recordThat(tagged, { cache: { characters: 5 } });
    await status(small.client);
    await status(small.client);
    expect(small.asked.map(({ tag }) => tag)).toEqual([undefined, undefined]);
    const none = await recordThat(tagged, { cache: false });
    await status(none.client);
    await status(none.client);
    expect(none.asked.map(({ tag }) => tag)).toEqual([undefined, undefined]);
  });

  it.each([
    ['an answer', () => undefined],
    ['its turn to try again', failed(503, { 'retry-after': '1' })],
  ] satisfies [string, RequestListener][])(
    'is broken off while it waits for %s, with the reason given',
    async (_, answer) => {
      const stop = new AbortController();
      let hear = (): void => undefined;
      const heard = new Promise<void>((resolve) => (hear = resolve));
      const { client, asked } = await recordThat((...exchange) => {
        answer(...exchange);
        hear();
      });
      const call = client.status.get({}, { signal: stop.signal });
      await heard;
      stop.abort(new Error('enough'));
      await expect(call).rejects.toThrow('enough');
      await expect(client.status.get({}, { signal: stop.signal })).rejects.toThrow('enough');
      expect(asked).toHaveLength(1);
    },
  );

  it('goes through a list by its cursor, and through the log backwards', async () => {
    const { client, asked } = await recordThat((request, response) => {
      const { after, before } = JSON.parse(
        new URL(request.url ?? '', 'http://record.test').searchParams.get('input') ?? '',
      );
      response.end(
        data({ items: [after ?? before ?? 'first'], next: (after ?? before ?? null) === null ? '2' : null }),
      );
    });
    const items: unknown[] = [];
    for await (const item of each(client.record.list, { kind: 'actor' })) items.push(item);
    for await (const item of each(client.publication.list, {})) items.push(item);
    expect(items).toEqual(['first', '2', 'first', '2']);
    expect(asked.map(({ url }) => decodeURIComponent(url))).toEqual([
      '/api/trpc/record.list?input={"kind":"actor","after":null}',
      '/api/trpc/record.list?input={"kind":"actor","after":"2"}',
      '/api/trpc/publication.list?input={"before":null}',
      '/api/trpc/publication.list?input={"before":"2"}',
    ]);
  });

  it('follows what changed until there is nothing more', async () => {
    const { client, asked } = await recordThat((request, response) => {
      const input = new URL(request.url ?? '', 'http://record.test').searchParams.get('input') ?? '';
      const { after } = JSON.parse(input) as { after: number };
      response.end(data({ items: [{ sequence: after + 1 }], next: after + 1, more: after < 6, newest: 7 }));
    });
    const { changes } = client.publication;
    const seen: number[] = [];
    for await (const { sequence } of follow(changes, { after: 4, limit: 1 })) seen.push(sequence);
    expect(seen).toEqual([5, 6, 7]);
    expect(asked).toHaveLength(3);
    // A copy that has more than the record would miss everything until the record has caught up.
    await expect(follow(changes, { after: 8 }).next()).rejects.toMatchObject({ code: 'gone' });
    // @ts-expect-error What has no end is no list.
    each(changes, {});
  });

  it('stops asking for pages when nobody wants more', async () => {
    const { client, asked } = await recordThat((_, response) => response.end(data({ items: [1, 2], next: 'more' })));
    for await (const _ of each(client.record.list, { kind: 'actor' })) break;
    expect(asked).toHaveLength(1);
  });

  it('says that a list is of nothing public', async () => {
    const { client } = await recordThat((_, response) => response.end(data(null)));
    const listed = each(client.related.mentions, { kind: 'actor', slug: 'never' }).next();
    await expect(listed).rejects.toMatchObject({ code: 'not_found' });
  });

  it('asks nothing where the question cannot be asked', async () => {
    const { client, asked } = await recordThat(well);
    await expect(client.translation.names({ language: 'uk', ids: Array(500).fill('a'.repeat(26)) })).rejects.toThrow(
      'too long',
    );
    for (const instant of [
      'yesterday',
      '2024-01-15T12:00',
      '2024-13-01',
      '2024-02-31',
      '2023-02-29T00:00:00Z',
      new Date(Number.NaN),
    ])
      expect(() => client.asOf(instant)).toThrow(RequestError);
    expect(() => rapporteur('record.example.org')).toThrow('is not an origin');
    expect(asked).toEqual([]);
  });

  it('is no promise', async () => {
    const { client } = await recordThat(well);
    expect(await Promise.resolve(client)).toBe(client);
    expect(await Promise.resolve(client.record)).toBe(client.record);
  });
});
