import type { PassThrough } from 'node:stream';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { CallToolResultSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';

/** The client's end of a conversation over streams, as its own transport holds it with a program that it starts. */
export function overStreams(to: PassThrough, from: PassThrough): Transport {
  const buffer = new ReadBuffer();
  const transport: Transport = {
    start: async () => {
      from.on('data', (chunk: Buffer) => {
        buffer.append(chunk);
        for (let message = buffer.readMessage(); message !== null; message = buffer.readMessage())
          transport.onmessage?.(message);
      });
    },
    send: async (message) => void to.write(serializeMessage(message)),
    close: async () => void to.end(),
  };
  return transport;
}

/** The reference client, connected. */
export async function connected(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'reference', version: '1' });
  await client.connect(transport);
  return client;
}

/** What a tool answers. */
export async function call(client: Client, name: string, given: Record<string, unknown>): Promise<CallToolResult> {
  return CallToolResultSchema.parse(await client.callTool({ name, arguments: given }));
}
/** The text of an answer. */
export const textOf = ({ content }: CallToolResult) =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('');
