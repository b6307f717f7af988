import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rmdir, unlink } from 'node:fs/promises';
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
    const socket = join(folder, name, socketName);
    // Not by `rm`, which looks at the socket: Node 20 keeps what it saw last in one place, and would then take the next
    // path of a module for a socket, follow no link in it, and not find what the module needs.
    if (await isDead(socket)) {
      await unlink(socket).catch(() => undefined);
      await rmdir(join(folder, name)).catch(() => undefined);
    }
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
