import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopCluster } from '../embedded/launch';
import { holderOf } from '../embedded/processes';

const prefix = 'rapporteur-scratch-';

/** How long a folder may stand without a program that holds it, in milliseconds: a first build comes before the server. */
const patience = 3_600_000;

/** An empty data folder for a test or a measurement, named after its purpose. Whoever makes it removes it. */
export function scratchFolder(purpose: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${purpose}-`));
  // The server runs as another user where this program runs as root.
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes the scratch folders of runs that were killed, and stops the servers that these left running. */
export async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name);
    const there = lstatSync(folder, { throwIfNoEntry: false });
    if (!there?.isDirectory() || there.uid !== process.getuid?.() || Date.now() - there.mtimeMs < patience) continue;
    if (holderOf(path.join(folder, 'postgres.holder')) !== null) continue;
    await stopCluster(path.join(folder, 'postgres'), 'immediate');
    rmSync(folder, { recursive: true, force: true });
  }
}
