import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from './entry';
import { OverloadError, PageCache } from './page-cache';
import { Previews } from './preview';
import { Renderer } from './renderer';
import { SiteHandler, type SiteParts } from './site-handler';

// Cases A08 and A11 of the security catalogue, as far as the server in front is concerned: what the database decides is
// tested where the tokens are (packages/core/src/preview).

const works = 'W'.repeat(43);
const dead = 'D'.repeat(43);
const secret = 'CNRY-DRAFT-1';

/** The inner server, standing in for the framework. */
const inside = {
  seen: [] as string[],
  language: undefined as unknown,
  status: 200,
  held: null as Promise<void> | null,
};
const inner = createServer((incoming, response) => {
  inside.seen.push(`${incoming.method} ${incoming.url}`);
  const token = incoming.headers['x-rapporteur-preview'];
  inside.language = incoming.headers['x-rapporteur-language'];
  const html = { 'content-type': 'text/html; charset=utf-8' };
  if (incoming.url === '/preview' && token === works) {
    void Promise.resolve(inside.held).then(() => {
      response.writeHead(inside.status, { ...html, 'set-cookie': 'a=b', etag: '"x"' });
      response.end(
        `<!DOCTYPE html><title>t</title><script src="/x.js"></script><p>${secret}</p><a href="/actors">All</a>`,
      );
    });
    return;
  }
  if (incoming.url === '/preview') {
    return void response.writeHead(404, html).end('<!DOCTYPE html><html id="__next_error__"><body></body></html>');
  }
  if (incoming.url === '/nothing/is/ever/here') return void response.writeHead(404, html).end('<h1>Nothing here</h1>');
  response.writeHead(200, html).end('<!DOCTYPE html><p>A public page</p>');
});

/** What the count of guesses answers. */
const guesses = { wait: null as number | null, from: [] as string[] };
const record = { version: 1 as number | null };
const watcher = {
  get version() {
    return record.version;
  },
  get lastKnown() {
    return { sequence: 1, recordedAt: 0, withdrawn: 0, hash: null, epoch: 0 };
  },
  closes: () => false,
  check: () => Promise.resolve(),
};

let renderer: Renderer;
let outer: Server;
let listener: RequestListener;
let cache: PageCache<Entry>;
let errors: string[];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preview-'));
  const socketPath = join(folder, 'inner.sock');
  await new Promise<void>((resolve) => inner.listen(socketPath, resolve));
  renderer = new Renderer(socketPath, 'site.example', 5000);
  outer = createServer((incoming, response) => listener(incoming, response));
  await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  renderer.close();
  outer.closeAllConnections();
  outer.close();
  inner.close();
  await rm(folder, { recursive: true, force: true });
});

function handlerWith(changed: Partial<SiteParts> = {}): RequestListener {
  cache = new PageCache<Entry>({ maxBytes: 1e7, concurrent: 4, waiting: 4 });
  return new SiteHandler({
    origin: 'http://site.example',
    cache,
    watcher,
    render: (...asked) => renderer.render(...asked),
    previews: new Previews(
      (token, language) => renderer.preview(token, language),
      (from) => {
        guesses.from.push(from);
        return Promise.resolve(guesses.wait);
      },
    ),
    alerts: { answer: () => Promise.reject(new Error('nobody asks for mail here')) },
    limits: {
      take: () => ({ let: 'wait', seconds: 1, headers: [] }),
      takeWith: () => Promise.reject(new Error('no program reads here')),
    },
    streams: { start: () => false },
    clientOf: () => '192.0.2.1',
    troublePage: () => undefined,
    now: Date.now,
    onError: (error, path) => errors.push(`${path} ${String(error)}`),
    ...changed,
  }).handle;
}
beforeEach(() => {
  Object.assign(inside, { seen: [], status: 200, held: null });
  record.version = 1;
  Object.assign(guesses, { wait: null, from: [] });
  errors = [];
  listener = handlerWith();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { port } = outer.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    })
      .on('error', reject)
      .end();
  });
}

/** Everything that is wrong with how previews are answered, in words. */
async function breaches(): Promise<string[]> {
  const found: string[] = [];
  const say = (wrong: boolean, what: string) => wrong && found.push(what);
  inside.seen = [];
  errors = [];
  const before = cache.bytes;
  const shown = await get(`/preview/${works}`);
  say(shown.status !== 200 || !shown.text.includes(secret), 'a working token shows nothing');
  say(shown.headers['cache-control'] !== 'private, no-store', 'may be kept by others');
  say(!String(shown.headers['x-robots-tag']).includes('noindex'), 'may be found');
  say(shown.headers['referrer-policy'] !== 'no-referrer', 'tells its address');
  say('etag' in shown.headers || 'set-cookie' in shown.headers, 'carries what the renderer said');
  say(shown.text.includes('<script'), 'runs scripts');
  say(cache.bytes !== before, 'is kept in the cache of pages');
  inside.status = 500;
  await get(`/preview/${works}`);
  inside.status = 200;
  say(errors.join().includes(works), 'is told to the log');
  say(inside.seen.join().includes(works), 'is in an address inside');
  const plain = await get('/actors/nobody-of-this-name/x/y/z');
  const unknown = await get('/nothing/is/ever/here');
  say(plain.status !== 200 || unknown.status !== 404, 'the site itself is wrong');
  for (const [what, path] of Object.entries({
    'a dead token': `/preview/${dead}`,
    'no token': '/preview',
    'a token with more behind it': `/preview/${works}/history`,
    'a token in the past': `/at/20231130120000/preview/${works}`,
    'a token that is written wrong': `/preview/${works.slice(1)}`,
  })) {
    const { status, headers, text } = await get(path, { 'x-rapporteur-preview': works });
    const same = JSON.stringify([status, timeless(headers), text]);
    say(same !== JSON.stringify([404, timeless(unknown.headers), unknown.text]), `${what} can be told from nothing`);
  }
  return found;
}

const timeless = ({ date: _date, ...headers }: IncomingHttpHeaders) => headers;

describe('a preview', () => {
  it('is shown to whoever holds its token, kept by nobody, and told to nobody', async () => {
    expect(await breaches()).toEqual([]);
  });

  it('would be noticed to leak', async () => {
    const inAddress = (token: string) => renderer.render(`/preview/${token}`, 'en', null, null);
    listener = handlerWith({ previews: new Previews(inAddress, () => Promise.resolve(null)) });
    expect(await breaches()).toEqual(expect.arrayContaining(['is in an address inside']));

    listener = handlerWith({ onError: (_error, path) => errors.push(path.replace('…', works)) });
    expect(await breaches()).toEqual(['is told to the log']);

    const safe = handlerWith();
    const kept = ['private, no-store', 'public, no-cache'] as const;
    const told = ['no-referrer', 'strict-origin-when-cross-origin'] as const;
    for (const [good, bad] of [kept, told]) {
      listener = (incoming, response) => {
        const write = response.writeHead.bind(response);
        response.writeHead = ((status: number, headers: readonly string[] = []) =>
          write(
            status,
            headers.map((value) => (value === good ? bad : value)),
          )) as typeof response.writeHead;
        safe(incoming, response);
      };
      expect(await breaches()).toHaveLength(1);
    }

    const site = handlerWith();
    listener = (incoming, response) => {
      if (incoming.url === `/preview/${dead}`) response.writeHead(403).end();
      else site(incoming, response);
    };
    expect(await breaches()).toEqual(['a dead token can be told from nothing']);
  });

  it('is framed in the language that its address names, and leads on in it', async () => {
    const shown = await get(`/uk/preview/${works}`, { 'x-rapporteur-language': 'de' });
    expect([shown.status, inside.language]).toEqual([200, 'uk']);
    expect(shown.text).toContain('href="/uk/actors"');
    expect(shown.headers['cache-control']).toBe('private, no-store');
    expect((await get(`/preview/${works}`)).text).toContain('href="/actors"');
    expect(inside.language).toBeUndefined();
    for (const path of [`/uk/preview/${dead}`, `/xx/preview/${works}`, `/uk/de/preview/${works}`]) {
      expect((await get(path)).text, path).not.toContain(secret);
    }
  });

  it('waits for nobody: where too many are made at once, the next is told so', async () => {
    let release = () => {};
    inside.held = new Promise((resolve) => (release = resolve));
    const waiting = Array.from({ length: 4 }, () => get(`/preview/${works}`));
    await expect.poll(() => inside.seen.length).toBe(4);
    expect((await get(`/preview/${works}`)).status).toBe(503);
    expect((await get('/actors')).status).toBe(200);
    release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const previews = new Previews(
      () => new Promise(() => {}),
      () => Promise.resolve(null),
    );
    for (let n = 0; n < 4; n += 1) void previews.page(works, '');
    await expect(previews.page(works, '')).rejects.toThrow(OverloadError);
  });

  it('that is guessed at is counted by where that comes from, and refused with when to come back', async () => {
    expect((await get(`/preview/${dead}`)).status).toBe(404);
    await get(`/preview/${works}`);
    expect(guesses.from).toEqual(['192.0.2.1']);
    guesses.wait = 42;
    const { status, headers } = await get(`/preview/${dead}`);
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([429, '42', 'no-store']);
    // Whoever holds a token that works is not kept out by those who guess.
    expect((await get(`/preview/${works}`)).status).toBe(200);
  });

  it('is not shown while the database is away, because it may have ended since', async () => {
    await get(`/preview/${works}`);
    record.version = null;
    const { status, text } = await get(`/preview/${works}`);
    expect(status).toBe(503);
    expect(text).not.toContain(secret);
  });
});
