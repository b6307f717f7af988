import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { postToAddress } from './post-to-address';
import { refusal } from './testing/refusal';

let server: http.Server;
let origin = '';
let answer: http.RequestListener = (_, response) => response.end();

beforeAll(async () => {
  server = http.createServer((incoming, response) => answer(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const posted = () => postToAddress(origin, {}, '{}', { dangerouslyAllowed: [origin] });

it('reads an answer whole whose letters come in pieces', async () => {
  const text = 'déjà vu: 安理会';
  answer = (_, response) => {
    response.socket?.setNoDelay(true);
    const [...bytes] = Buffer.from(text);
    const next = (): void => {
      const byte = bytes.shift();
      if (byte === undefined) response.end();
      else response.write(Buffer.from([byte]), () => setImmediate(next));
    };
    next();
  };
  expect(await posted()).toEqual({ status: 200, text });
});

it('leaves out the letter at which it stops to read', async () => {
  answer = (_, response) => response.end(`${'a'.repeat(2_047)}é${'b'.repeat(10_000)}`);
  expect((await posted()).text).toBe('a'.repeat(2_047));
});

it('tells what is refused from what may be reached later', async () => {
  const unknown = () => Promise.reject(new Error('EAI_AGAIN'));
  const post = (address: string) => refusal(postToAddress(address, {}, '{}', { lookup: unknown }));
  expect((await post('https://receiver.example/')).code).toBe('unavailable');
  const inside = await post('https://127.0.0.1/');
  expect(inside.code).toBe('invalid_input');
  expect(inside.message).toContain('private or reserved network');
  // The words are for who gives an address to be told, not for who brings in a page.
  expect(inside.message).not.toMatch(/paste|upload|read/i);
  expect((await post('https://receiver.example:8443/')).code).toBe('invalid_input');
});
