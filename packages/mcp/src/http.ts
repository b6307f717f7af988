import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { clientOf, networkOf, type TrustedProxies } from '@rapporteur/api/public/client-address';
import { recordServer } from './server';
import type { RecordSource } from './source';

/** The longest request, in bytes. */
const longest = 64 * 1024;
/** How many requests may be arriving at once, and how many of them from one network. */
const mostArriving = 256;
const mostArrivingFromOne = 64;
/** How many requests are answered at once. */
const mostAtOnce = 16;

const path = '/mcp';

export interface Answering {
  /** Told of failures that nobody who asks caused. */
  onError: (error: unknown) => void;
  /** Whose word on where a request came from is taken. */
  proxies: TrustedProxies;
  /** How long a request may take to arrive, in milliseconds. */
  longestArrival?: number;
}

/**
 * A server of streamable HTTP at `/mcp` that keeps no sessions: every request is answered for itself, by any instance. It answers
 * with JSON, and takes no requests of web pages: whatever sends an `Origin` is refused, so that no page can use a reader's
 * machine to ask (DNS rebinding).
 */
export function serveOverHttp(source: RecordSource, { onError, proxies, longestArrival = 5_000 }: Answering): Server {
  const arriving = new Map<string, number>();
  let answered = 0;

  /** Reads the message. What is slow to arrive takes no place of those that are answered. */
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== path) return refuse(response, 404, `There is nothing here. The record is at ${path}.`);
    if (request.headers.origin !== undefined) return refuse(response, 403, 'Web pages are not answered here.');
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      return refuse(response, 405, 'No stream is kept open here: use POST.');
    }
    const network = networkOf(clientOf(request, proxies));
    const own = arriving.get(network) ?? 0;
    const all = [...arriving.values()].reduce((sum, each) => sum + each, 0);
    if (own >= mostArrivingFromOne || all >= mostArriving) return refuseForNow(response);
    arriving.set(network, own + 1);
    const body = await bodyOf(request, longestArrival).finally(() => {
      const left = (arriving.get(network) ?? 1) - 1;
      if (left === 0) arriving.delete(network);
      else arriving.set(network, left);
    });
    if (typeof body !== 'string') {
      response.setHeader('connection', 'close');
      return refuse(response, body.status, body.message);
    }
    const message = parsed(body);
    if (message === undefined) return refuse(response, 400, 'This is not JSON.', -32_700);
    if (Array.isArray(message)) return refuse(response, 400, 'One message at a time.', -32_600);
    if (answered >= mostAtOnce) return refuseForNow(response);
    answered += 1;
    response.once('close', () => (answered -= 1));
    await answer(source, onError, request, response, message);
  }

  return createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    receive(request, response).catch((error: unknown) => {
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
  message: unknown,
): Promise<void> {
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = recordServer(source, onError);
  response.once('close', () => void server.close());
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request, response, message);
}

interface Refusal {
  status: number;
  message: string;
}

/** The body as text, or why it is not taken. The rest is let go by, so that the refusal can still be read. */
function bodyOf(request: IncomingMessage, longestArrival: number): Promise<string | Refusal> {
  return new Promise((resolve) => {
    const late = { status: 408, message: `A request arrives within ${longestArrival / 1000} seconds.` };
    const limit = setTimeout(() => resolve(late), longestArrival);
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= longest) chunks.push(chunk);
      else resolve({ status: 413, message: `A request has at most ${longest} bytes.` });
    });
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    const stop = () => {
      clearTimeout(limit);
      resolve({ status: 400, message: 'This request broke off.' });
    };
    request.once('error', stop);
    request.once('close', stop);
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

function refuseForNow(response: ServerResponse): void {
  response.setHeader('retry-after', '1');
  refuse(response, 503, 'Too much is asked at once. Try again in a second.');
}

function refuse(response: ServerResponse, status: number, message: string, code = -32_000): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' });
  response.end(JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message } }));
}
