import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { recordServer } from './server';
import type { RecordSource } from './source';

/** The longest message that is read, in bytes. A question is far shorter. */
const longest = 1024 * 1024;

/** Answers over standard input and output until the input ends. A message that is too long ends it too. */
export async function serveOverStdio(
  source: RecordSource,
  onError: (error: unknown) => void,
  input: Readable = process.stdin,
  output: Writable = process.stdout,
): Promise<void> {
  const transport = new StdioServerTransport(input, output, { maxBufferSize: longest });
  const server = recordServer(source, onError);
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    input.once('end', () => void server.close());
  });
  server.server.onerror = onError;
  await server.connect(transport);
  await ended;
}
