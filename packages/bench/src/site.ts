import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatConnection, readerConnection, type Connection } from '@rapporteur/db/connection';
import { freePort, startServer, type RunningServer } from './process';

const folder = fileURLToPath(new URL('../../../apps/web/', import.meta.url));

/** Starts the built public site. */
export async function startSite(connection: Connection): Promise<RunningServer> {
  const port = await freePort();
  return startServer(port, ['--import', 'tsx', 'server.ts'], {
    cwd: built(),
    path: '/readyz',
    variables: settings(connection, port),
  });
}

/** Starts the same build under the framework's own server, with nothing in front. */
export async function startFrameworkAlone(connection: Connection): Promise<RunningServer> {
  const port = await freePort();
  const parameters = ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)];
  return startServer(port, parameters, { cwd: built(), path: '/', variables: settings(connection, port) });
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
  };
}

function built(): string {
  if (!existsSync(`${folder}.next/BUILD_ID`)) throw new Error('The site is not built: run `pnpm build` first.');
  return folder;
}
