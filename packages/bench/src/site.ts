import { fileURLToPath } from 'node:url';
import { formatConnection, readerConnection, type Connection } from '@rapporteur/db/connection';
import { freePort } from '@rapporteur/db/embedded/server';
import { timed } from './load';
import { startServer, type RunningServer } from './process';

const folder = fileURLToPath(new URL('../../../apps/web/', import.meta.url));
const compiled = fileURLToPath(new URL('../../../node_modules/.rapporteur/web.mjs', import.meta.url));

/** Starts the built public site. */
export async function startSite(connection: Connection): Promise<RunningServer> {
  const port = await freePort();
  return startServer(port, [compiled], {
    cwd: folder,
    path: '/readyz',
    variables: settings(connection, port),
  });
}

/** Starts the same build under the framework's own server, with nothing in front. */
export async function startFrameworkAlone(connection: Connection): Promise<RunningServer> {
  const port = await freePort();
  const parameters = ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)];
  return startServer(port, parameters, { cwd: folder, path: '/', variables: settings(connection, port) });
}

/** A bare `node:http` server that answers every request with the given bytes. */
export async function startBare(address: string): Promise<RunningServer> {
  const port = await freePort();
  const program = fileURLToPath(new URL('bare-server.mjs', import.meta.url));
  return startServer(port, [program, address, String(port)], { cwd: folder, path: '/', variables: {} });
}

function settings(connection: Connection, port: number): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    WEB_PORT: String(port),
    DATABASE_READER_URL: formatConnection(readerConnection(connection)),
    // What is measured is how much can be read, not how much may be.
    API_READS_PER_MINUTE: '900000000',
  };
}

/** Waits until an instance of the site knows a publication: from then on it answers nothing that is older. */
export async function untilVersion(port: number, version: number): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    if ((await ask<{ version: number }>(port, 'status.get', {})).version >= version) return;
  }
  throw new Error(`the site did not come to know publication ${version} in half a minute`);
}

/** The addresses of the first pages of the list of statements. */
export async function listPages(port: number, count: number): Promise<string[]> {
  const pages = ['/statements'];
  for (let after: string | null = null; pages.length < count;) {
    const page: { next: string | null } = await ask(port, 'record.list', { kind: 'statement', after, limit: 50 });
    after = page.next;
    if (after === null) throw new Error('the list of statements is too short');
    pages.push(`/statements?after=${encodeURIComponent(after)}`);
  }
  return pages;
}

async function ask<T>(port: number, procedure: string, input: object): Promise<T> {
  const path = `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const { status, body } = await timed(port, path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body.toString().slice(0, 500)}`);
  return (JSON.parse(body.toString()) as { result: { data: T } }).result.data;
}
