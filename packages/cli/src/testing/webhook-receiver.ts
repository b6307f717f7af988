import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Told {
  headers: Record<string, string>;
  body: string;
}

/** A receiver of webhooks on this machine. */
export interface Receiver {
  address: string;
  /** What it was told, in its order. */
  told: Told[];
  /** What it answers next, the first first; then 204. */
  answers: number[];
  /** Those that wait at /hang/ for an answer that does not come. */
  hanging: Set<ServerResponse>;
  close: () => void;
}

export async function openReceiver(): Promise<Receiver> {
  const [told, answers, hanging]: [Told[], number[], Set<ServerResponse>] = [[], [], new Set()];
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/hang/')) {
      hanging.add(response);
      return void response.once('close', () => hanging.delete(response));
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      told.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, told, answers, hanging, close: () => void server.close() };
}
