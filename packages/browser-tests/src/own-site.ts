import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { formatConnection, readerConnection, type Connection } from '@rapporteur/db/connection';
import { freePort } from '@rapporteur/db/embedded/server';

/** A site of a test's own, over the product's database, which the test can take away from it. */
export interface OwnSite {
  origin: string;
  /** Cuts the way to the database, or opens it again. */
  cut: (away: boolean) => void;
  stop: () => Promise<void>;
}

const folder = fileURLToPath(new URL('../../../apps/web/', import.meta.url));
/** The program that the start of the product has compiled. */
const compiled = fileURLToPath(new URL('../../../node_modules/.rapporteur/web.mjs', import.meta.url));
const endWithLauncher = new URL('../../cli/bin/end-with-launcher.mjs', import.meta.url).href;

/** Starts it, with settings of its own. */
export async function startOwnSite(connection: Connection, settings: Record<string, string> = {}): Promise<OwnSite> {
  const way = await openWay(connection.port);
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', endWithLauncher, compiled], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      WEB_PORT: String(port),
      DATABASE_READER_URL: formatConnection(readerConnection({ ...connection, port: way.port })),
      ...settings,
    },
    // The channel ends it with whoever has started it, however that one ends.
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  await said(child, ['the site is open', 'the record is at hand']);
  return {
    origin: `http://127.0.0.1:${port}`,
    cut: way.cut,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      way.close();
    },
  };
}

/** Waits until the log of a program has held each of these words. */
function said(child: ChildProcess, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
      if (words.every((word) => log.includes(word))) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The site ended with code ${code}. It said:\n${log}`)));
  });
}

/** A port that leads to another one, as long as it is not cut. */
async function openWay(to: number) {
  const sockets = new Set<Socket>();
  let away = false;
  const server = createServer((near) => {
    if (away) return void near.destroy();
    const far = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (now: boolean) => {
    away = now;
    if (away) for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    close: () => {
      cut(true);
      server.close();
    },
  };
}
