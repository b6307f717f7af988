import { PassThrough } from 'node:stream';
import { serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import { expect, it } from 'vitest';
import type { RecordSource } from './source';
import { serveOverStdio } from './stdio';

// What is asked here is answered without the record.
const source: RecordSource = {
  contextAt: () => {
    throw new Error('nothing is read here');
  },
  origin: 'https://record.example.org',
};

it('waits for no answer that cannot be sent', async () => {
  const [to, from] = [new PassThrough(), new PassThrough()];
  const write = from.write.bind(from);
  const clientInfo = { name: 'gone', version: '1' };
  const begin = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
  from.write = ((...given: Parameters<typeof write>) => {
    if (String(given[0]).includes('"id":2')) throw new Error('nobody reads');
    return write(...given);
  }) as typeof write;
  const heard: unknown[] = [];
  const ended = serveOverStdio(source, (error) => heard.push(error), to, from);
  to.write(serializeMessage({ jsonrpc: '2.0', id: 1, method: 'initialize', params: begin }));
  to.end(serializeMessage({ jsonrpc: '2.0', id: 2, method: 'tools/list' }));
  await ended;
  expect(heard).toEqual([expect.objectContaining({ message: expect.stringContaining('nobody reads') })]);
});

it('ends a conversation over streams where a message has no end, and nothing else', async () => {
  const [to, from] = [new PassThrough(), new PassThrough()];
  const heard: unknown[] = [];
  const ended = serveOverStdio(source, (error) => heard.push(error), to, from);
  for (let sent = 0; sent < 20; sent += 1) to.write('x'.repeat(100_000));
  await ended;
  expect(heard).toEqual([expect.objectContaining({ message: expect.stringContaining('exceeded maximum size') })]);
});
