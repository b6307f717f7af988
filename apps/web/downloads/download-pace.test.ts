import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { LetIn } from '../programs/budgets';
import { DownloadDoor } from './download-door';

const piece = Buffer.alloc(1_048_576, 'a');
const file = { mediaType: 'text/csv', bytes: 4096 * piece.length, sha256: 'ab'.repeat(32), madeAt: new Date(0) };

const letIn: LetIn = { let: 'in', headers: [], count: () => letIn };

it('a reader who trickles is cut off long before the end, and gives the place back', async () => {
  let given = 0;
  let ended = false;
  const errors: unknown[] = [];
  const door = new DownloadDoor(
    {
      shelf: {
        find: () => Promise.resolve(file),
        gone: () => Promise.resolve(null),
        async *read() {
          try {
            for (; given < 4096; given += 1) yield await Promise.resolve(piece);
          } finally {
            ended = true;
          }
        },
      },
      limits: { take: () => letIn },
      clientOf: () => '203.0.113.5',
      onError: (error) => errors.push(error),
    },
    200,
  );
  const server = createServer((incoming, response) => void door.takes(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const outgoing = request({ host: '127.0.0.1', port, path: '/data/7/tables/a.csv', agent: false });
  // Some bytes whenever there are any keep the connection from being idle; a piece takes far too long with them.
  const trickle = (incoming: IncomingMessage) => {
    incoming.on('error', () => undefined).pause();
    const sip = setInterval(() => incoming.read(64), 20);
    incoming.on('close', () => clearInterval(sip));
  };
  outgoing
    .on('response', trickle)
    .on('error', () => undefined)
    .end();
  await expect.poll(() => ended, { timeout: 30_000 }).toBe(true);
  expect(given).toBeLessThan(4096);
  expect(errors).toEqual([]);
  outgoing.destroy();
  server.closeAllConnections();
  server.close();
});
