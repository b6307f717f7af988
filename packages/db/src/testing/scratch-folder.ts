import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopCluster } from '../embedded/launch';
import { holderOf } from '../embedded/processes';

const prefix = 'rapporteur-scratch-';

/** How long a folder may stand without a program that holds it, in milliseconds: a first build comes before the server. */
const patience = 3_600_000;

/** The file system that Linux keeps in memory, and how much room it must have, in bytes: in a container it may be tiny. */
const memory = '/dev/shm';
const room = 4 * 1024 ** 3;

/**
 * An empty data folder for a test or a measurement, named after its purpose. Whoever makes it removes it. In memory, where
 * there is plenty of it, a database is made in a tenth of the time, and a busy disk holds no test up; what is measured lies
 * on the disk, as it does in use.
 */
export function scratchFolder(purpose: string, where: 'memory' | 'disk' = 'memory'): string {
  const folder = mkdtempSync(path.join(where === 'memory' && isRoomy() ? memory : tmpdir(), `${prefix}${purpose}-`));
  // The server runs as another user where this program runs as root.
  chmodSync(folder, 0o711);
  return folder;
}

function isRoomy(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= room;
}

/** Removes the scratch folders of runs that were killed, and stops the servers that these left running. */
export async function removeAbandoned(): Promise<void> {
  const places = [tmpdir(), memory].filter((place) => existsSync(place));
  const all = places.flatMap((place) => readdirSync(place).map((name) => path.join(place, name)));
  for (const folder of all.filter((each) => path.basename(each).startsWith(prefix))) {
    const there = lstatSync(folder, { throwIfNoEntry: false });
    if (!there?.isDirectory() || there.uid !== process.getuid?.() || Date.now() - there.mtimeMs < patience) continue;
    if (holderOf(path.join(folder, 'postgres.holder')) !== null) continue;
    await stopCluster(path.join(folder, 'postgres'), 'immediate');
    rmSync(folder, { recursive: true, force: true });
  }
}
