import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'rapporteur-web-';
const socketName = 'inner.sock';

/**
 * The path of the inner server's socket, in a folder of our own that nobody else may enter: whoever could speak to the
 * inner server could choose its headers. The folder goes with this process, however it ends; those of processes that were
 * killed are removed here.
 */
export async function socketPath(folder = tmpdir()): Promise<string> {
  await removeAbandoned(folder);
  const own = await mkdtemp(join(folder, prefix));
  process.on('exit', () => rmSync(own, { recursive: true, force: true }));
  return join(own, socketName);
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => each.startsWith(prefix))) {
    // One of another user's is theirs to remove.
    if (await isDead(join(folder, name, socketName)))
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Whether there is a socket that nobody listens on. */
function isDead(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
  });
}
