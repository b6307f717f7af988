import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicContextFrom } from '@rapporteur/api/public/context';
import { answerPublicly } from '@rapporteur/api/public/handler';
import { ReadServers } from '@rapporteur/db/read-servers';
import type { TestDatabase } from '@rapporteur/db/testing/database';
import { endOfSecond, parseStamp } from '@rapporteur/domain/instant';

/** The public procedures of a record over HTTP, with tags and past addresses as the site's server in front gives them. */
export async function serveRecord({ server }: TestDatabase): Promise<{ origin: string; close: () => Promise<void> }> {
  const servers = new ReadServers(server);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [, stamp, target = '/'] = /^(?:\/at\/(\d{14}))?(\/.*)$/.exec(request.url ?? '/') ?? [];
    const second = stamp === undefined ? null : parseStamp(stamp);
    const asOf = second && endOfSecond(second);
    const headers: Record<string, string> = asOf === null ? {} : { 'x-rapporteur-as-of': asOf.toISOString() };
    const asked = new Request(new URL(target, 'http://record.test'), { method: request.method ?? 'GET', headers });
    const made = await answerPublicly(asked, (of) => publicContextFrom(servers, of));
    const body = await made.text();
    const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    const unchanged = made.ok && request.headers['if-none-match'] === tag;
    response.writeHead(unchanged ? 304 : made.status, { 'content-type': 'application/json', etag: tag });
    response.end(unchanged ? undefined : body);
  };
  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
