import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChangeStreams, type Changes } from './change-streams';

// How much streams read and keep for readers who have far to go; what a stream tells is tested through the site.

const bounds = { most: 100, mostOfOne: 100, heartbeat: 60_000 };

let streams: ChangeStreams;
let server: Server;
/** How far the record has come; a page holds one change. */
let newest: number;
let reads: number[];
let underway: number;
let mostUnderway: number;
let held: Promise<void>;
let errors: unknown[];

async function read(after: number): Promise<Changes> {
  reads.push(after);
  underway += 1;
  mostUnderway = Math.max(mostUnderway, underway);
  try {
    await held;
  } finally {
    underway -= 1;
  }
  const items = after < newest ? [{ sequence: after + 1 }] : [];
  return { items, next: items.length === 0 ? after : after + 1, more: after + 1 < newest, newest };
}

beforeEach(async () => {
  [newest, reads, underway, mostUnderway, held, errors] = [0, [], 0, 0, Promise.resolve(), []];
  streams = new ChangeStreams(read, (error) => errors.push(error), bounds);
  server = createServer((request, response) => {
    streams.start(request, response, 'one', Number(request.url?.slice(1)), []);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  streams.close();
  server.closeAllConnections();
  server.close();
});

/** Opens a stream after a number; gives what it tells, once that holds a text. */
async function follow(after: number): Promise<(text: string) => Promise<string>> {
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve) => {
    get({ host: '127.0.0.1', port, path: `/${after}`, agent: false }, resolve);
  });
  let told = '';
  answer.on('error', () => undefined);
  answer.setEncoding('utf8').on('data', (text: string) => (told += text));
  return async (text) => {
    await expect.poll(() => told.includes(text)).toBe(true);
    return told;
  };
}

describe('streams with far to go', () => {
  it('keep a bounded part of what they read', async () => {
    newest = 200;
    await (
      await follow(0)
    )('id: 200\n');
    expect(reads).toHaveLength(200);
    // The latest pages serve whoever comes by the same place; the first ones are gone.
    await (
      await follow(190)
    )('id: 200\n');
    expect(reads).toHaveLength(200);
    await (
      await follow(0)
    )('id: 200\n');
    expect(reads.filter((after) => after === 0)).toHaveLength(2);
  });

  it('read some at a time, and all in the end', async () => {
    newest = 20;
    let release = (): void => undefined;
    held = new Promise((resolve) => (release = resolve));
    const followed = await Promise.all(Array.from({ length: 20 }, (_, after) => follow(after)));
    expect([underway, streams.size]).toEqual([4, 20]);
    release();
    await Promise.all(followed.map((until) => until('id: 20\n')));
    expect([mostUnderway, underway]).toEqual([4, 0]);
  });

  it('tell of a failed read once, and go on with the next change', async () => {
    newest = 1;
    let fail: (error: Error) => void = () => undefined;
    held = new Promise((_, reject) => (fail = reject));
    const followed = await Promise.all([follow(0), follow(0), follow(0)]);
    fail(new Error('away'));
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    held = Promise.resolve();
    streams.wake();
    await Promise.all(followed.map((until) => until('id: 1\n')));
    expect(errors.map(String)).toEqual(['Error: away']);
  });
});

describe('streams of a record that was restored from a backup', () => {
  it('tell a reader that has seen more than there is to begin again, and everything', async () => {
    newest = 3;
    const told = await (await follow(8))('id: 3\n');
    expect(told).toContain('id: 0\nevent: reset\ndata: {"newest":3}\n\n');
    expect([...told.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))).toEqual([0, 1, 2, 3]);
  });

  it('tell those that are open when it happens', async () => {
    newest = 5;
    const until = await follow(4);
    await until('id: 5\n');
    newest = 2;
    streams.wake();
    expect(await until('id: 2\n')).toContain('event: reset');
  });
});
