import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { recordServer } from './server';
import type { RecordSource } from './source';

/** The longest request, in bytes. */
const longest = 64 * 1024;
/** How many requests are answered at once. */
const mostAtOnce = 16;

const path = '/mcp';

/**
 * A server of streamable HTTP at `/mcp` that keeps no sessions: every request is answered for itself, by any instance. It answers
 * with JSON, and takes no requests of web pages: whatever sends an `Origin` is refused, so that no page can use a reader's
 * machine to ask (DNS rebinding).
 */
export function serveOverHttp(source: RecordSource, onError: (error: unknown) => void): Server {
  let open = 0;
  return createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    if (open >= mostAtOnce) {
      response.setHeader('retry-after', '1');
      return refuse(response, 503, 'Too much is asked at once. Try again in a second.');
    }
    open += 1;
    response.once('close', () => (open -= 1));
    answer(source, onError, request, response).catch((error: unknown) => {
      onError(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'This did not work. Try again.');
    });
  });
}

async function answer(
  source: RecordSource,
  onError: (error: unknown) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url !== path) return refuse(response, 404, `There is nothing here. The record is at ${path}.`);
  if (request.headers.origin !== undefined) return refuse(response, 403, 'Web pages are not answered here.');
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return refuse(response, 405, 'No stream is kept open here: use POST.');
  }
  const text = await bodyOf(request);
  if (text === null) {
    response.setHeader('connection', 'close');
    return refuse(response, 413, `A request has at most ${longest} bytes.`);
  }
  const message = parsed(text);
  if (message === undefined) return refuse(response, 400, 'This is not JSON.', -32_700);
  if (Array.isArray(message)) return refuse(response, 400, 'One message at a time.', -32_600);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = recordServer(source, onError);
  response.once('close', () => void server.close());
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request, response, message);
}

/** The body as text; null where it is longer than it may be. The rest is let go by, so that the refusal can still be read. */
function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= longest) chunks.push(chunk);
      else resolve(null);
    });
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.once('error', reject);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refuse(response: ServerResponse, status: number, message: string, code = -32_000): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' });
  response.end(JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message } }));
}
