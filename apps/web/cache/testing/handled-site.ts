import { createHash } from 'node:crypto';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Entry } from '../entry';
import { PageCache } from '../page-cache';
import { Previews } from '../preview';
import { AlertDoor } from '../../alerts/alert-door';
import type { Asking } from '../../alerts/register';
import { Renderer } from '../renderer';
import { SiteHandler } from '../site-handler';
import { ChangeStreams } from '../../programs/change-streams';
import { ReadLimits } from '../../programs/read-limits';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** The inner server, standing in for the framework: it shows everything that reached it. */
export const inside = {
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
  if (incoming.url?.startsWith('/alerts/about')) {
    const of = new URL(incoming.url, 'http://site.example').searchParams.get('of');
    return void response.writeHead(of === '/issues/bees' ? 200 : 404).end(of === '/issues/bees' ? 'iss_1' : '');
  }
  if (incoming.url?.startsWith('/nothing'))
    return void response
      .writeHead(404, { 'content-type': 'text/html' })
      .end('<h1>A whole page</h1><a href="/actors">a</a>');
  const [, answered] = /^\/api\/v1\/answered\/(\d{3})$/.exec(incoming.url ?? '') ?? [];
  if (answered !== undefined)
    return void response.writeHead(Number(answered), { 'content-type': 'application/json' }).end(`{"is":${answered}}`);
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

export const record = {
  version: 1 as number | null,
  withdrawn: 0,
  epoch: 0,
  recordedAt: Date.parse('2024-01-01T00:00:00Z'),
  goesAwayOnCheck: false,
};
const watcher = {
  get version() {
    return record.version;
  },
  get lastKnown() {
    const { recordedAt, withdrawn, epoch } = record;
    return { sequence: 9, recordedAt, withdrawn, hash: null, epoch };
  },
  closes: (instant: Date) => instant.getTime() < record.recordedAt,
  check: () => {
    if (record.goesAwayOnCheck) record.version = null;
    return Promise.resolve();
  },
};

/** How many reads a minute one address may make here. */
export const budget = 40;
/** A token that works. */
export const goodToken = 'rapporteur_good';
const tokens = {
  find: (hash: string) => Promise.resolve(hash === createHash('sha256').update(goodToken).digest('hex') ? 'one' : null),
  countFailed: () => Promise.resolve(null),
};

/** The changes that streams are told, in their order. */
export const changes: { sequence: number }[] = [];
const changesAfter = (after: number) => {
  const rest = changes.filter(({ sequence }) => sequence > after);
  const items = rest.slice(0, 2);
  const newest = Math.max(record.version ?? 0, changes.at(-1)?.sequence ?? 0);
  return Promise.resolve({ items, next: items.at(-1)?.sequence ?? after, more: rest.length > items.length, newest });
};

/** What the register was asked, in its order. */
export const asked: unknown[][] = [];
const registered = {
  ask: (asking: Asking, from: string) => {
    asked.push(['ask', asking, from]);
    return Promise.resolve(asking.email.startsWith('many') ? 1800 : null);
  },
  confirm: (token: string) => {
    asked.push(['confirm', token]);
    return Promise.resolve(!token.startsWith('old'));
  },
  leave: (token: string) => {
    asked.push(['leave', token]);
    return Promise.resolve();
  },
};

let outer: Server;
let port: number;
let renderer: Renderer;

let folder: string;
/** The handler of this test, and what it complained about. */
export const there = { errors: [] as string[] } as { site: SiteHandler; streams: ChangeStreams; errors: string[] };

/** Puts the handler between readers and the inner server, for the tests of a file. */
export function handleSite(): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'site-handler-'));
    const socketPath = join(folder, 'inner.sock');
    await new Promise<void>((resolve) => inner.listen(socketPath, resolve));
    renderer = new Renderer(socketPath, 'site.example', 5000);
    outer = createServer((incoming, response) => there.site.handle(incoming, response));
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

  beforeEach(() => {
    Object.assign(inside, { renders: 0, away: false, broken: false, dressed: false, extra: '', seen: [] });
    Object.assign(record, { version: 1, withdrawn: 0, epoch: 0, goesAwayOnCheck: false });
    asked.length = 0;
    there.errors = [];
    changes.length = 0;
    if (there.streams !== undefined) there.streams.close();
    there.streams = new ChangeStreams(changesAfter, (error) => there.errors.push(String(error)), {
      most: 5,
      mostOfOne: 3,
      heartbeat: 60_000,
    });
    there.site = new SiteHandler({
      cache: new PageCache<Entry>({ maxBytes: 1_000_000, concurrent: 4, waiting: 50 }),
      watcher,
      render: (...asked) => renderer.render(...asked),
      previews: new Previews(
        (token, language) => renderer.preview(token, language),
        () => Promise.resolve(null),
      ),
      alerts: new AlertDoor({
        render: (path, language) => renderer.render(path, language, null, null),
        register: registered,
        origin: 'http://site.example',
        open: true,
      }),
      clientOf: () => '192.0.2.1',
      limits: new ReadLimits(budget, tokens),
      streams: there.streams,
      troublePage: (what, language) =>
        inside.dressed
          ? Buffer.from(`<h1>${[what, ...(language === 'en' ? [] : [language])].join(' ')}</h1>`)
          : undefined,
      origin: 'http://site.example',
      now: () => Date.parse('2024-06-01T00:00:00Z'),
      onError: (error) => there.errors.push(String(error)),
    });
  });
}

/** What the site answers a reader. */
export function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<Answer> {
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

/** What the site answers to bytes that are sent as they are. */
export function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

/** Sends the beginning of a request and goes away; waits until the site has noticed. */
export async function cutOff(text: string): Promise<void> {
  const noticed = new Promise<void>((resolve) => {
    outer.once('request', ({ socket }) => socket.once('close', () => setImmediate(resolve)));
  });
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  outer.once('request', () => socket.destroy());
  await noticed;
}

interface Listener {
  status: number;
  headers: IncomingHttpHeaders;
  /** Waits until what was told so far fits, and gives it. */
  until: (fits: (text: string) => boolean) => Promise<string>;
  leave: () => void;
  ended: Promise<void>;
}

/** An answer that stays open. */
export function listen(path: string, headers: Record<string, string> = {}): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, headers, agent: false }, (incoming) => {
      let told = '';
      let hear = () => undefined as void;
      incoming.setEncoding('utf8').on('data', (text: string) => {
        told += text;
        hear();
      });
      incoming.on('error', () => undefined);
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        until: (fits) =>
          new Promise((found) => {
            hear = () => {
              if (fits(told)) found(told);
            };
            hear();
          }),
        leave: () => outgoing.destroy(),
        ended: new Promise((over) => incoming.on('close', () => over())),
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
