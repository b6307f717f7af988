import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchAddress } from './fetch-address';
import { request } from './fetch/request';
import { refusal } from './testing/refusal';

/** Counts who connects, on every address of this machine, and answers everybody. */
let listener: http.Server;
let connections = 0;
let port = 0;

/** A server that may be fetched from; each test says what it answers. */
let server: http.Server;
let origin = '';
let answer: http.RequestListener = (_, response) => response.end();

const listen = (one: net.Server, host: string) =>
  new Promise<number>((resolve) => one.listen(0, host, () => resolve((one.address() as AddressInfo).port)));

beforeAll(async () => {
  listener = http.createServer((_, response) => response.setHeader('content-type', 'text/plain').end('inner secret'));
  listener.on('connection', () => (connections += 1));
  port = await listen(listener, '::');
  server = http.createServer((incoming, response) => answer(incoming, response));
  origin = `http://127.0.0.1:${await listen(server, '127.0.0.1')}`;
});
afterEach(() => {
  connections = 0;
});
afterAll(() => {
  for (const one of [listener, server]) {
    one.close();
    one.closeAllConnections();
  }
});

const from = (path: string, options = {}) =>
  fetchAddress(`${origin}${path}`, { dangerouslyAllowed: [origin], ...options });
/** This machine and its neighbours in every spelling, at the port of the listener. */
const spellings = (): string[] =>
  `127.0.0.1 127.0.0.2 127.1 127.0.1 2130706433 0x7f000001 0x7f.0.0.1 0x7f.1 017700000001 0177.0.0.1 0177.1 0 0.0.0.0 0x0 00
  localhost LOCALHOST localhost. localhost%2e foo.localhost 127.0.0.1. %31%32%37.0.0.1 [::] [::1] [0:0:0:0:0:0:0:1]
  [0000::0001] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:0001] [::127.0.0.1] [::ffff:0:127.0.0.1]
  ①②⑦.⓪.⓪.① 127。0。0。1 １２７.0.0.1 ⓛocalhost [64:ff9b::7f00:1] [64:ff9b::127.0.0.1] [2002:7f00:1::] [2001:0:7f00:1::]
  [fe80::1] [fec0::1] 169.254.169.254 [fd00:ec2::254] 2852039166 0xa9fea9fe 10.0.0.1 192.168.1.1 172.16.0.1 100.64.0.1
  224.0.0.1 255.255.255.255`
    .split(/\s+/)
    .map((host) => `http://${host}:${port}/`);

/** The addresses by which a function reaches the listener or anything at all, within a moment. */
async function faults(fetcher: (address: string) => Promise<unknown>): Promise<string[]> {
  const reached: string[] = [];
  for (const address of spellings()) {
    const before = connections;
    const answered = await fetcher(address).then(
      () => true,
      () => false,
    );
    if (answered || connections > before) reached.push(address);
  }
  return reached;
}

describe('an address of this machine or its network (F01)', () => {
  it('is refused before anything is connected to, however it is spelled', async () => {
    const begun = performance.now();
    expect(await faults((address) => fetchAddress(address, { ports: [port] }))).toEqual([]);
    expect(connections).toBe(0);
    // Nothing waited for a connection that did not come.
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  it('is noticed where only the text of the address is looked at', async () => {
    const naive = async (address: string) => {
      if (/\/\/(?:localhost|127[.]0[.]0[.]1|10[.]|192[.]168[.]|169[.]254|172[.]16|\[::1\])/.test(address))
        throw new Error('refused');
      return fetch(address, { signal: AbortSignal.timeout(300) });
    };
    const reached = await faults(naive);
    expect(reached.length).toBeGreaterThan(10);
    expect(reached.some((address) => address.includes('2130706433'))).toBe(true);
  });

  it('is refused behind a name, and where only one of several answers leads there', async () => {
    const lookup = async () => [{ address: '9.9.9.9' }, { address: '127.0.0.1' }];
    const { code, message } = await refusal(fetchAddress(`http://name.example:${port}/`, { ports: [port], lookup }));
    expect(code).toBe('invalid_input');
    expect(message).toContain('private or reserved network');
    expect(message).toContain('paste its text');
    expect(connections).toBe(0);
  });

  it('is refused where a page leads to it, on every hop', async () => {
    for (const location of [
      ...spellings(),
      `//127.0.0.1:${port}/`,
      'file:///etc/hostname',
      `ftp://127.0.0.1:${port}/`,
    ]) {
      // As it goes over the wire: the bytes of UTF-8, one by one.
      const wire = Buffer.from(location).toString('latin1');
      answer = ({ url }, response) => response.writeHead(302, { location: url === '/first' ? '/second' : wire }).end();
      expect((await refusal(from('/first', { ports: [port] }))).code).toBe('invalid_input');
    }
    expect(connections).toBe(0);
  });

  it('gives a name no second answer: the connection goes to the IP address that was looked at', async () => {
    // No resolver knows this name; whoever asked one could not connect.
    const url = new URL(`http://rebound.invalid:${port}/page`);
    const response = await request({ url, addresses: ['127.0.0.1'] }, AbortSignal.timeout(5_000));
    response.destroy();
    expect(connections).toBe(1);
    const asked: string[] = [];
    const lookup = async (name: string) => {
      asked.push(name);
      // Honest the first time only.
      return [{ address: asked.length === 1 ? '127.0.0.1' : '10.0.0.1' }];
    };
    const allowed = `http://rebound.invalid:${port}`;
    expect(
      Buffer.from((await fetchAddress(`${allowed}/`, { dangerouslyAllowed: [allowed], lookup })).bytes).toString(),
    ).toBe('inner secret');
    expect(asked).toEqual(['rebound.invalid']);
  });
});

describe('an address', () => {
  it.each([
    'ftp://example.org/',
    'file:///etc/hostname',
    'data:text/plain,x',
    'javascript:alert(1)',
    'gopher://127.0.0.1/',
    'blob:http://a/b',
  ])('of another kind is refused: %s', async (address) => {
    expect((await refusal(fetchAddress(address))).message).toContain('http');
  });

  it.each([
    '',
    'no address',
    'http://',
    '//example.org',
    'http://exa mple.org',
    'http://[::1',
    'http://1.2.3.4.5.6.999',
  ])('that is none is refused in words: %j', async (address) => {
    expect((await refusal(fetchAddress(address))).code).toBe('invalid_input');
  });

  it('with a user name, or at an odd port, is refused', async () => {
    expect((await refusal(fetchAddress('http://somebody:secret@9.9.9.9/'))).message).toContain('password');
    expect((await refusal(fetchAddress('http://9.9.9.9:22/'))).message).toContain('port 22');
    expect((await refusal(fetchAddress('https://9.9.9.9:8443/'))).message).toContain('port 8443');
  });

  it('of nobody says so', async () => {
    const lookup = () => Promise.reject(new Error('ENOTFOUND'));
    expect((await refusal(fetchAddress('https://nobody.example/', { lookup }))).message).toContain(
      'nobody.example is not known',
    );
    const closed = net.createServer();
    const free = await listen(closed, '127.0.0.1');
    await new Promise((resolve) => closed.close(resolve));
    const gone = `http://127.0.0.1:${free}`;
    expect((await refusal(fetchAddress(gone, { dangerouslyAllowed: [gone] }))).code).toBe('unavailable');
  });
});

describe('a page', () => {
  it('comes with its type, its name and the address it was found at', async () => {
    answer = ({ url, headers }, response) => {
      if (url === '/old') response.writeHead(301, { location: '/n%C3%A9w/page.html?x=1' }).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(`hello ${headers['user-agent']} ${headers['cookie']}`);
    };
    const { bytes, ...about } = await from('/old');
    expect(Buffer.from(bytes).toString()).toMatch(/^hello Rapporteur\S* .* undefined$/);
    expect(about).toEqual({
      mediaType: 'text/html; charset=utf-8',
      fileName: 'page.html',
      address: `${origin}/n%C3%A9w/page.html?x=1`,
    });
  });

  it('is unpacked', async () => {
    for (const [name, pack] of [
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['br', brotliCompressSync],
    ] as const) {
      answer = (_, response) =>
        response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': name }).end(pack('words'));
      expect(Buffer.from((await from('/')).bytes).toString()).toBe('words');
    }
  });

  it.each([
    ['a packed one', () => ({ head: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(200 * 1024 * 1024)) })],
    ['one that says its length', () => ({ head: { 'content-length': '999999999' }, body: Buffer.from('x') })],
    ['one that never ends', () => ({ head: {}, body: null })],
  ])('that is too long is left: %s', async (_, make) => {
    const { head, body } = make();
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', ...head });
      if (body) response.end(body);
      else {
        const block = Buffer.alloc(64 * 1024, 'a');
        const more = () =>
          void (response.destroyed || (response.write(block) ? setImmediate(more) : response.once('drain', more)));
        more();
      }
    };
    const before = process.memoryUsage().rss;
    const { code, message } = await refusal(from('/', { size: 4 * 1024 * 1024 }));
    expect(code).toBe('limit_exceeded');
    expect(message).toContain('longer than 4 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('that is late is not waited for', async () => {
    answer = (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).write('a');
    const begun = performance.now();
    expect((await refusal(from('/', { time: 500 }))).message).toContain('did not come in 1 seconds');
    answer = () => undefined;
    expect((await refusal(from('/', { time: 500 }))).code).toBe('limit_exceeded');
    const never = { time: 300, lookup: () => new Promise<never>(() => undefined) };
    expect((await refusal(fetchAddress('http://slow.example/', never))).code).toBe('limit_exceeded');
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('that is cut off is not taken for whole', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 50);
    };
    expect((await refusal(from('/'))).code).toBe('unavailable');
    answer = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' })
        .end(gzipSync('words').subarray(0, 12));
    expect((await refusal(from('/'))).code).toBe('unavailable');
  });

  it('that leads on for ever is left', async () => {
    let asked = 0;
    answer = (_, response) => response.writeHead(302, { location: `/${(asked += 1)}` }).end();
    expect((await refusal(from('/'))).message).toContain('more than 5 times');
    expect(asked).toBe(6);
  });

  it.each([
    'image/png',
    'image/svg+xml',
    'video/mp4',
    'application/json',
    'application/javascript',
    'text/css',
    'font/woff2',
  ])('that is no document is not downloaded: %s', async (type) => {
    answer = (_, response) => response.writeHead(200, { 'content-type': type }).end('x');
    expect((await refusal(from('/'))).message).toContain('no document');
  });

  it.each([
    [404, 'invalid_input'],
    [403, 'invalid_input'],
    [429, 'unavailable'],
    [503, 'unavailable'],
    [204, 'invalid_input'],
  ])('that is answered with %i is told of', async (status, code) => {
    answer = (_, response) => response.writeHead(status).end();
    const found = await refusal(from('/'));
    expect(found.code).toBe(code);
    expect(found.message).toContain(String(status));
  });
});
