import { createServer, type ServerResponse } from 'node:http';
import { ownOrigins } from '@rapporteur/api/public/origin';
import { adminSettings, chooseProduction } from './env';
import { harden, isForeign } from './security';

// The desk's own server: fixed headers in front of Next.js, and a stop that lets answers under way finish.
try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function start(): Promise<void> {
  const { host, port, origin, proxies } = adminSettings();
  chooseProduction(origin);
  const own = ownOrigins(origin);
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: import.meta.dirname, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();

  const server = createServer((request, response) => {
    harden(request, response, { origin, proxies });
    if (isForeign(request, own)) {
      response.writeHead(403, {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.end('This request did not come from a page of the desk.\n');
      return;
    }
    if (!request.url?.startsWith('/_next/static/')) keepPrivate(response);
    void handle(request, response);
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;

  server.once('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE' ? `Port ${port} on ${host} is in use; set ADMIN_PORT to another.` : error.message,
    );
    process.exit(1);
  });
  server.listen(port, host, () => console.log(`Desk ready at ${origin}`));

  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // A reader who keeps a connection open cannot keep the server from ending.
    setTimeout(() => process.exit(0), 10_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Personal answers are never stored, whatever Next.js would say about the page. */
function keepPrivate(response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  set('Cache-Control', 'private, no-store');
  response.setHeader = (name, value) =>
    name.toLowerCase() === 'cache-control' ? response : set(name, value as string);
}
