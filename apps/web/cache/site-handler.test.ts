import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from './entry';
import { PageCache } from './page-cache';
import { Previews } from './preview';
import { Renderer } from './renderer';
import { SiteHandler } from './site-handler';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** The inner server, standing in for the framework: it shows everything that reached it. */
const inside = {
  renders: 0,
  away: false,
  broken: false,
  dressed: false,
  extra: '',
  held: Promise.resolve(),
  seen: [] as { url: string; headers: IncomingHttpHeaders }[],
};
const inner = createServer((incoming, response) => {
  inside.renders += 1;
  inside.seen.push({ url: incoming.url ?? '', headers: incoming.headers });
  const asOf = String(incoming.headers['x-rapporteur-as-of'] ?? 'now');
  if (inside.broken) return void response.destroy();
  if (inside.away)
    return void response
      .writeHead(500, { 'content-type': 'text/html' })
      .end('Error: connect ECONNREFUSED at /srv/app.js:1');
  if (incoming.url?.startsWith('/actors/held'))
    return void inside.held.then(() => response.writeHead(200, { 'content-type': 'text/plain' }).end('held'));
  if (incoming.url?.startsWith('/actors/shell'))
    return void response
      .writeHead(404, { 'content-type': 'text/html' })
      .end('<!DOCTYPE html><html id="__next_error__"><body></body></html>');
  if (incoming.url?.startsWith('/nothing'))
    return void response
      .writeHead(404, { 'content-type': 'text/html' })
      .end('<h1>A whole page</h1><a href="/actors">a</a>');
  if (incoming.url?.startsWith('/actors/none'))
    return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
  if (incoming.url?.startsWith('/actors/old'))
    return void response.writeHead(308, { location: '/actors/new', 'content-type': 'text/plain' }).end();
  if (incoming.url?.startsWith('/timegate/actors/none') || incoming.url?.startsWith('/feed.gone'))
    return void response.writeHead(404).end();
  if (incoming.url?.startsWith('/timegate'))
    return void response.writeHead(200, { 'content-type': 'text/plain' }).end('20231101000000 20240101000001');
  if (incoming.url === '/actors/signposted')
    return void response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<html><head><link rel="cite-as" href="https://site.example/r/act_1@2"></head><body></body></html>');
  if (incoming.url?.startsWith('/api/trpc/one,other'))
    return void response.writeHead(207, { 'content-type': 'application/json' }).end('[{},{"error":{}}]');
  if (incoming.url?.startsWith('/_next/static/a.css'))
    return void response.writeHead(200, { 'content-type': 'text/css' }).end('a{}'.repeat(500));
  if (incoming.url?.startsWith('/_next/static/'))
    return void response.writeHead(404, { 'content-type': 'text/plain' }).end('no');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    'set-cookie': 'a=b',
    vary: 'rsc',
    'x-powered-by': 'Next.js',
  });
  response.end(
    `<!DOCTYPE html><title>t</title><script src="/x.js"></script><p>${asOf} ${incoming.url} ${inside.extra}</p>` +
      `<a href="/actors/hungary">h</a><a data-live="" href="/actors/hungary">now</a>${'<p>word</p>'.repeat(500)}`,
  );
});

const record = {
  version: 1 as number | null,
  withdrawn: 0,
  recordedAt: Date.parse('2024-01-01T00:00:00Z'),
  goesAwayOnCheck: false,
};
const watcher = {
  get version() {
    return record.version;
  },
  get lastKnown() {
    return { sequence: 9, recordedAt: record.recordedAt, withdrawn: record.withdrawn };
  },
  closes: (instant: Date) => instant.getTime() < record.recordedAt,
  check: () => {
    if (record.goesAwayOnCheck) record.version = null;
    return Promise.resolve();
  },
};

let outer: Server;
let port: number;
let renderer: Renderer;
let errors: string[];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-handler-'));
  const socketPath = join(folder, 'inner.sock');
  await new Promise<void>((resolve) => inner.listen(socketPath, resolve));
  renderer = new Renderer(socketPath, 'site.example', 5000);
  outer = createServer((incoming, response) => site.handle(incoming, response));
  await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
  port = (outer.address() as AddressInfo).port;
});
afterAll(async () => {
  renderer.close();
  outer.closeAllConnections();
  outer.close();
  inner.close();
  await rm(folder, { recursive: true, force: true });
});

let site: SiteHandler;
beforeEach(() => {
  Object.assign(inside, { renders: 0, away: false, broken: false, dressed: false, extra: '', seen: [] });
  Object.assign(record, { version: 1, withdrawn: 0, goesAwayOnCheck: false });
  errors = [];
  site = new SiteHandler({
    cache: new PageCache<Entry>({ maxBytes: 1_000_000, concurrent: 4, waiting: 50 }),
    watcher,
    render: (path, instant, version) => renderer.render(path, instant, version),
    previews: new Previews(
      (token) => renderer.preview(token),
      () => Promise.resolve(null),
    ),
    clientOf: () => '192.0.2.1',
    troublePage: (what) => (inside.dressed ? Buffer.from(`<h1>${what}</h1>`) : undefined),
    now: () => Date.parse('2024-06-01T00:00:00Z'),
    onError: (error) => errors.push(String(error)),
  });
});

function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const raw = Buffer.concat(chunks);
        const encoding = raw.length === 0 ? undefined : incoming.headers['content-encoding'];
        const text = (
          encoding === 'br' ? brotliDecompressSync(raw) : encoding === 'gzip' ? gunzipSync(raw) : raw
        ).toString();
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: raw, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

describe('live pages', () => {
  it('renders once per version, for any number of readers and any unknown parameter', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => ask(`/actors/hungary?draft=${index}`)));
    expect([new Set(answers.map(({ text }) => text)).size, inside.renders]).toEqual([1, 1]);
    record.version = 2;
    inside.extra = 'second';
    expect((await ask('/actors/hungary')).text).toContain('second');
    await ask('/actors/hungary');
    expect(inside.renders).toBe(2);
  });

  it('answers conditional requests per representation', async () => {
    const byEncoding = await Promise.all(
      ['identity', 'gzip', 'gzip, br'].map((encoding) => ask('/actors', { 'accept-encoding': encoding })),
    );
    expect(byEncoding.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
    expect(new Set(byEncoding.map(({ text }) => text)).size).toBe(1);
    expect(new Set(byEncoding.map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers, body } of byEncoding) {
      expect(headers).toMatchObject({
        'cache-control': 'public, no-cache',
        vary: 'accept-encoding',
        'content-length': String(body.length),
      });
    }
    const tag = byEncoding[2]?.headers.etag ?? '';
    const same = await ask('/actors', { 'accept-encoding': 'br', 'if-none-match': `"x", W/${tag}` });
    expect([same.status, same.body.length]).toEqual([304, 0]);
    expect(same.headers).toMatchObject({ etag: tag, 'cache-control': 'public, no-cache', vary: 'accept-encoding' });
    expect((await ask('/actors', { 'accept-encoding': 'gzip', 'if-none-match': tag })).status).toBe(200);
    record.version = 2;
    expect((await ask('/actors', { 'accept-encoding': 'br', 'if-none-match': tag })).status).toBe(304);
    record.version = 3;
    inside.extra = 'changed';
    expect((await ask('/actors', { 'accept-encoding': 'br', 'if-none-match': tag })).status).toBe(200);
  });

  it('answers HEAD as GET without the body', async () => {
    const whole = await ask('/actors');
    const head = await ask('/actors', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control'])
      expect(head.headers[name]).toBe(whole.headers[name]);
  });

  it('sends no script, no cookie, no mark of the framework, and the security headers', async () => {
    const { text, headers } = await ask('/actors');
    expect(text).not.toContain('<script');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    for (const name of ['set-cookie', 'x-powered-by', 'server']) expect(headers[name]).toBeUndefined();
  });

  it('lets nothing of a reader in but the address: hostile headers change neither the page nor the cache', async () => {
    const hostile = {
      rsc: '1',
      'next-router-prefetch': '1',
      'next-router-state-tree': '[]',
      'next-router-segment-prefetch': '/_tree',
      'next-action': 'x',
      'x-middleware-subrequest': 'middleware:middleware:middleware',
      'x-rapporteur-as-of': '2000-01-01T00:00:00.000Z',
      'x-rapporteur-version': '0',
      'x-forwarded-host': 'evil.example',
      'x-matched-path': '/secret',
      host: 'evil.example',
      cookie: '__prerender_bypass=1; role=admin',
      authorization: 'Bearer x',
      accept: 'text/x-component',
      'accept-language': 'hu',
      range: 'bytes=0-5',
      'user-agent': 'Googlebot',
    };
    const marked = await ask('/actors', hostile);
    expect(Object.keys(inside.seen[0]?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'connection',
      'host',
      'user-agent',
      'x-rapporteur-version',
    ]);
    expect(inside.seen[0]?.headers['x-rapporteur-version']).not.toBe('0');
    expect(inside.seen[0]?.headers.host).toBe('site.example');
    const plain = await ask('/actors');
    expect([marked.status, marked.text]).toEqual([200, plain.text]);
    expect(plain.text).toContain('<p>now /actors ');
  });

  it('keeps a 404 for its version only, and never a failure', async () => {
    await ask('/actors/none');
    expect([(await ask('/actors/none')).status, inside.renders]).toEqual([404, 1]);
    record.version = 2;
    await ask('/actors/none');
    expect(inside.renders).toBe(2);
    inside.broken = true;
    const failed = await ask('/actors/new');
    expect([failed.status, failed.headers['cache-control'], errors.length]).toEqual([500, 'no-store', 1]);
    expect(failed.text).not.toMatch(/ECONN|socket|at /);
    inside.broken = false;
    expect((await ask('/actors/new')).status).toBe(200);
  });

  it('does not keep the failure of one call for having come with others', async () => {
    const batch = '/api/trpc/one,other?batch=1';
    const answer = await ask(batch);
    expect(answer).toMatchObject({ status: 207, headers: { 'cache-control': 'no-store' } });
    await ask(batch);
    expect(inside.renders).toBe(2);
  });

  it('asks again for what depends on the clock: a moment that has not come yet comes', async () => {
    await ask('/at?date=2024-06-02');
    await ask('/at?date=2024-06-02');
    expect(inside.renders).toBe(2);
    await ask('/at');
    await ask('/at');
    expect(inside.renders).toBe(3);
  });

  it('shows the whole 404 page where the renderer left an empty one for scripts', async () => {
    expect(await ask('/actors/shell')).toMatchObject({
      status: 404,
      text: '<h1>A whole page</h1><a href="/actors">a</a>',
    });
    const past = await ask('/at/20231130120000/actors/shell');
    expect([past.status, past.text]).toEqual([404, '<h1>A whole page</h1><a href="/at/20231130120000/actors">a</a>']);
  });

  it('shows nothing of what the renderer says about its failures', async () => {
    inside.away = true;
    const failed = await ask('/actors');
    expect([failed.status, errors.length, failed.headers['cache-control']]).toEqual([500, 1, 'no-store']);
    expect(failed.text).not.toMatch(/ECONN|app\.js/);
  });

  it('tells of its troubles in the look of the site, once that is made', async () => {
    inside.dressed = true;
    inside.broken = true;
    const failed = await ask('/actors');
    expect([failed.status, failed.text, failed.headers['cache-control']]).toEqual([500, '<h1>failed</h1>', 'no-store']);
    expect(await ask('/actors/%')).toMatchObject({ status: 400, text: '<h1>unreadable</h1>' });
    expect(await ask('/at/20990101000000/actors')).toMatchObject({ status: 400, text: '<h1>future</h1>' });
    record.version = null;
    expect(await ask('/actors')).toMatchObject({ status: 503, text: '<h1>away</h1>' });
  });

  it('does not pass half a page for a whole one', async () => {
    inside.extra = '<!--$?--><template id="B:0"></template>';
    expect((await ask('/actors')).status).toBe(500);
  });
});

describe('the gate of a page in time', () => {
  const gate = (datetime?: string, method = 'GET') =>
    ask('/timegate/actors/hungary', datetime === undefined ? {} : { 'accept-datetime': datetime }, method);

  it('leads to the state of the instant that is asked for, and says that it depends on that', async () => {
    const { status, headers, body } = await gate('Thu, 30 Nov 2023 12:00:00 GMT');
    expect(status).toBe(302);
    expect(headers).toMatchObject({
      location: '/at/20231130120000/actors/hungary',
      vary: 'accept-datetime',
      'cache-control': 'public, no-cache',
      link: '</actors/hungary>; rel="original", </timemap/actors/hungary>; rel="timemap"; type="application/link-format"',
    });
    expect(headers['memento-datetime']).toBeUndefined();
    expect(body).toHaveLength(0);
    expect((await gate('Thu, 30 Nov 2023 12:00:00 GMT', 'HEAD')).headers).toEqual({
      ...headers,
      date: expect.anything(),
    });
  });

  it('leads to the first before all, and to the last after all and without an instant', async () => {
    expect((await gate('Mon, 01 Jan 1990 00:00:00 GMT')).headers.location).toBe('/at/20231101000000/actors/hungary');
    expect((await gate('Tue, 01 Jan 2030 00:00:00 GMT')).headers.location).toBe('/at/20240101000001/actors/hungary');
    expect((await gate()).headers.location).toBe('/at/20240101000001/actors/hungary');
    expect((await ask('/timegate')).headers.location).toBe('/at/20240101000001');
    expect(inside.renders).toBe(2);
    expect(inside.seen.every(({ headers }) => headers['accept-datetime'] === undefined)).toBe(true);
  });

  it('refuses what is no date, and knows nothing of what never was', async () => {
    const refused = await gate('yesterday');
    expect(refused.status).toBe(400);
    expect(refused.headers.vary).toBe('accept-datetime');
    expect(refused.text).toContain('Accept-Datetime must be a date of HTTP in GMT');
    const none = await ask('/timegate/actors/none', { 'accept-datetime': 'Thu, 30 Nov 2023 12:00:00 GMT' });
    expect([none.status, none.text.includes('A whole page')]).toEqual([404, true]);
    expect((await ask('/at/20231130120000/timegate/actors/hungary')).status).toBe(404);
  });
});

describe('the links of an answer', () => {
  it('are those of a page in time and those of its head, on HEAD too', async () => {
    const link =
      '</timegate/actors/signposted>; rel="timegate", </timemap/actors/signposted>; rel="timemap"; ' +
      'type="application/link-format", <https://site.example/r/act_1@2>; rel="cite-as"';
    expect((await ask('/actors/signposted')).headers.link).toBe(link);
    expect((await ask('/actors/signposted', {}, 'HEAD')).headers.link).toBe(link);
  });

  it('are none where nothing is there, and what is no page and not there is the page that says so', async () => {
    const none = await ask('/actors/none');
    expect([none.status, none.headers.link]).toEqual([404, undefined]);
    expect((await ask('/at/20231130120000/actors/none')).headers['memento-datetime']).toBeUndefined();
    expect((await ask('/feed.gone')).text).toContain('A whole page');
  });
});

describe('the past', () => {
  it('renders as of the instant and keeps the reader there', async () => {
    const { text, headers } = await ask('/at/20231130120000/actors/hungary');
    expect(inside.seen[0]).toMatchObject({
      url: '/actors/hungary',
      headers: { 'x-rapporteur-as-of': '2023-11-30T12:00:00.000Z' },
    });
    expect(text).toContain(
      '<a href="/at/20231130120000/actors/hungary">h</a><a data-live="" href="/actors/hungary">now</a>',
    );
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'memento-datetime': 'Thu, 30 Nov 2023 12:00:00 GMT',
      link:
        '</actors/hungary>; rel="original", </timegate/actors/hungary>; rel="timegate", ' +
        '</timemap/actors/hungary>; rel="timemap"; type="application/link-format"',
    });
    record.version = 2;
    await ask('/at/20231130120000/actors/hungary');
    expect(inside.renders).toBe(1);
    expect((await ask('/actors/hungary')).text).toContain('<p>now ');
  });

  it('treats an instant that a publication may still precede like the present', async () => {
    expect((await ask('/at/20240301000000/actors')).headers['cache-control']).toBe('public, no-cache');
    record.version = 2;
    await ask('/at/20240301000000/actors');
    expect(inside.renders).toBe(2);
  });

  it('does not make a 404 of the past immutable, and keeps redirects in it', async () => {
    expect((await ask('/at/20231130120000/actors/none')).headers['cache-control']).toBe('public, no-cache');
    const moved = await ask('/at/20231130120000/actors/old');
    expect([moved.status, moved.headers.location]).toEqual([308, '/at/20231130120000/actors/new']);
  });

  it('refuses what has not come yet', async () => {
    expect([(await ask('/at/20250101000000/actors')).status, inside.renders]).toEqual([400, 0]);
  });
});

describe('the database away', () => {
  it('shows pages stale and says so, 503 where there is none, and recovers', async () => {
    const before = await ask('/actors', { 'accept-encoding': 'br' });
    await ask('/at/20231130120000/actors');
    record.version = null;
    inside.away = true;
    const stale = await ask('/actors', { 'accept-encoding': 'br', 'if-none-match': before.headers.etag ?? '' });
    expect([stale.status, stale.text]).toEqual([200, before.text]);
    expect(stale.headers).toMatchObject({
      warning: '110 - "Response is Stale"',
      'cache-control': 'no-store',
      'x-rapporteur-stale': '1',
    });
    expect(stale.headers.etag).toBeUndefined();
    expect((await ask('/at/20231130120000/actors')).headers['x-rapporteur-stale']).toBeUndefined();
    const missing = await ask('/issues');
    expect([missing.status, missing.headers['retry-after'], missing.headers['cache-control']]).toEqual([
      503,
      '5',
      'no-store',
    ]);
    const data = await ask('/api/trpc/record.status');
    expect([data.status, data.headers['content-type'], JSON.parse(data.text)]).toMatchObject([
      503,
      'application/problem+json',
      { status: 503 },
    ]);
    expect(missing.text).toMatch(/^<!doctype html>.*<\/html>\n$/s);
    expect([(await ask('/healthz')).status, (await ask('/readyz')).status]).toEqual([200, 503]);
    expect((await ask('/_next/static/a.css')).status).toBe(500);
    inside.away = false;
    record.version = 1;
    expect((await ask('/issues')).status).toBe(200);
    await site.warmUp();
    expect((await ask('/readyz')).status).toBe(200);
  });

  it('is ready once it has made a page, not as soon as it has a version', async () => {
    const ready = async () => (await ask('/readyz')).status;
    record.version = null;
    expect([await site.warmUp(), await ready(), inside.renders]).toEqual([false, 503, 0]);
    record.version = 1;
    expect(await ready()).toBe(503);
    inside.broken = true;
    expect([await site.warmUp(), await ready()]).toEqual([false, 503]);
    inside.broken = false;
    expect([await site.warmUp(), await ready()]).toEqual([true, 200]);
    expect([(await ask('/')).status, inside.renders]).toEqual([200, 2]);
    record.version = null;
    expect(await ready()).toBe(503);
  });

  it('notices by a failing page what the watcher has not noticed yet', async () => {
    await ask('/actors');
    record.version = 2;
    record.goesAwayOnCheck = true;
    inside.away = true;
    const stale = await ask('/actors');
    expect([stale.status, stale.headers['x-rapporteur-stale']]).toEqual([200, '1']);
    expect((await ask('/issues')).status).toBe(503);
    expect(errors).toEqual([]);
  });

  it('does not bring back text that was withdrawn', async () => {
    await ask('/actors');
    Object.assign(record, { version: null, withdrawn: 2 });
    expect((await ask('/actors')).status).toBe(503);
  });
});

describe('requests nobody needs', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    const { status, headers } = await ask('/actors', {}, method);
    expect([status, headers.allow, inside.renders]).toEqual([405, 'GET, HEAD', 0]);
  });

  it('refuses bodies, other forms of target and internal addresses', async () => {
    expect((await ask('/actors', { 'content-length': '1' }, 'GET', 'x')).status).toBe(400);
    expect((await ask('/actors', { 'transfer-encoding': 'chunked' }, 'GET', 'x')).status).toBe(400);
    expect(await raw('GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    );
    expect(await raw('GET //evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    );
    expect((await ask('/_next/image?url=/a.png&w=64&q=75')).status).toBe(404);
    expect((await ask('/actors/')).headers.location).toBe('/actors');
    expect(inside.renders).toBe(0);
  });

  it('refuses more than it can render, at once', async () => {
    let release: () => void = () => undefined;
    inside.held = new Promise((resolve) => (release = resolve));
    const refused: Answer[] = [];
    const asked = Array.from({ length: 80 }, async (_, index) => {
      const answer = await ask(`/actors/held-${index}`);
      if (answer.status === 503) refused.push(answer);
      // All that is beyond rendering and waiting has been refused while nothing has been rendered yet.
      if (refused.length === 80 - 4 - 50) release();
      return answer;
    });
    const answers = await Promise.all(asked);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(54);
    for (const { headers } of refused) expect(headers['retry-after']).toBe('5');
  });

  it('keeps the build’s files for ever, and not the absence of one', async () => {
    expect((await ask('/_next/static/a.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/_next/static/none.css')).headers['cache-control']).toBe('no-store');
    await ask('/_next/static/none.css');
    expect(inside.renders).toBe(3);
  });

  it('is not held up by a header without end', async () => {
    expect(
      (await ask('/actors', { 'if-none-match': '"'.repeat(3000), 'accept-encoding': 'br;'.repeat(2000) })).status,
    ).toBe(200);
  });
});
