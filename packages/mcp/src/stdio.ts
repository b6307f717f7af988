import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CancelledNotificationSchema, type RequestId } from '@modelcontextprotocol/sdk/types.js';
import { recordServer } from './server';
import type { RecordSource } from './source';

/** The longest message that is read, in bytes. A question is far shorter. */
const longest = 1024 * 1024;

/** Answers over standard input and output until the input ends and all that was asked is answered. A message that is too long ends it too. */
export async function serveOverStdio(
  source: RecordSource,
  onError: (error: unknown) => void,
  input: Readable = process.stdin,
  output: Writable = process.stdout,
): Promise<void> {
  const transport = new StdioServerTransport(input, output, { maxBufferSize: longest });
  const server = recordServer(source, onError);
  const ended = new Promise<void>((resolve) => (server.server.onclose = resolve));
  server.server.onerror = onError;
  const answered = untilAnswered(transport);
  await server.connect(transport);
  input.once('end', () => void answered().then(() => server.close()));
  await ended;
}

/** Watches what is asked and answered; gives a way to wait until nothing that was asked is without its answer. */
function untilAnswered(transport: StdioServerTransport): () => Promise<void> {
  const open = new Set<RequestId>();
  let quiet = (): void => undefined;
  // The server sets a handler of its own, which calls this one first.
  transport.onmessage = (message) => {
    if ('method' in message && 'id' in message) open.add(message.id);
    // Nobody waits for an answer that was called off.
    const calledOff = CancelledNotificationSchema.safeParse(message).data?.params.requestId;
    if (calledOff !== undefined) open.delete(calledOff);
  };
  const send = transport.send.bind(transport);
  transport.send = async (message) => {
    try {
      await send(message);
    } finally {
      // What cannot be sent is not waited for either.
      if ('id' in message && message.id !== undefined && !('method' in message)) open.delete(message.id);
      if (open.size === 0) quiet();
    }
  };
  return () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => (quiet = resolve)));
}
