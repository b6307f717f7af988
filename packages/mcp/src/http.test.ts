import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { readProxies } from '@rapporteur/api/public/client-address';
import { serveOverHttp } from './http';
import type { RecordSource } from './source';

// What is asked here is answered without the record.
const source: RecordSource = {
  contextAt: () => {
    throw new Error('nothing is read here');
  },
  origin: 'https://record.example.org',
};
const troubles: unknown[] = [];
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listening({ trusted = '', longestArrival = 5_000 } = {}): Promise<number> {
  const onError = (error: unknown) => troubles.push(error);
  const server = serveOverHttp(source, { onError, proxies: readProxies(trusted), longestArrival });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const statusOf = async (port: number, from = '') => {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    ...(from === '' ? {} : { 'x-forwarded-for': from }),
  };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  return (await fetch(`http://127.0.0.1:${port}/mcp`, { method: 'POST', headers, body })).status;
};

/** Connections on which a request has begun and does not go on. */
async function slow(port: number, many: number, from = '') {
  const forwarded = from === '' ? '' : `X-Forwarded-For: ${from}\r\n`;
  const head = `POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\n${forwarded}Content-Length: 1000\r\n\r\n{`;
  const sockets = Array.from({ length: many }, () => connect(port, '127.0.0.1'));
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.write(head, () => resolve()))));
  return sockets;
}

it('answers others while many requests are slow to arrive, and takes no more of them than it can hold', async () => {
  const port = await listening();
  const sockets = await slow(port, 64);
  await vi.waitFor(async () => expect(await statusOf(port)).toBe(503));
  sockets.pop()?.destroy();
  await vi.waitFor(async () => expect(await statusOf(port)).toBe(200));
  for (const socket of sockets) socket.destroy();
  expect(troubles).toEqual([]);
});

it('does not wait long for a request to arrive', async () => {
  const [socket] = await slow(await listening({ longestArrival: 20 }), 1);
  const told = await new Promise((resolve) => socket?.once('data', (chunk) => resolve(String(chunk))));
  expect(told).toMatch(/^HTTP\/1\.1 408 /);
});

it('counts those who come through a trusted proxy apart, and takes nobody else’s word on who they are', async () => {
  const behind = await listening({ trusted: '127.0.0.1' });
  const sockets = await slow(behind, 64, '203.0.113.5');
  await vi.waitFor(async () => expect(await statusOf(behind, '203.0.113.5')).toBe(503));
  expect(await statusOf(behind, '203.0.113.6')).toBe(200);
  const open = await listening();
  for (let at = 0; at < 64; at += 1) sockets.push(...(await slow(open, 1, `203.0.113.${at}`)));
  await vi.waitFor(async () => expect(await statusOf(open, '203.0.113.99')).toBe(503));
  for (const socket of sockets) socket.destroy();
});
