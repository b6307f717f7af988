import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { RapporteurError } from '@rapporteur/domain/errors';
import { binariesFor, reachable, serverUser, stagingFolder, type ServerUser } from './binaries';

/** Where the embedded server of a data folder lives, and as whom. */
export interface Place {
  /** The folder of the cluster's data. */
  data: string;
  binaries: string;
  user: ServerUser | null;
  passwordFile: string;
  /** Names the process that has started the server. */
  holderFile: string;
  log: string;
}

/** Chooses the place of a data folder's server. Refuses with `unavailable` a folder that cannot be made or written to. */
export function choosePlace(dataDir: string): Place {
  requireDataFolder(dataDir);
  const inside = path.join(dataDir, 'postgres');
  const staged = path.join(stagingFolder, `data-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
  let user = serverUser(inside);
  let data = inside;
  // Beneath a folder that only root may enter, the server could not reach its data: it is kept where it can.
  if (!reachable(dataDir, user)) {
    user = serverUser(staged);
    data = staged;
  }
  const file = (name: string) => path.join(dataDir, name);
  const files = {
    passwordFile: file('postgres.password'),
    holderFile: file('postgres.holder'),
    log: file('postgresql.log'),
  };
  return { data, user, binaries: binariesFor(user), ...files };
}

/** Makes a data folder where there is none. Refuses with `unavailable` one that cannot be made or written to. */
export function requireDataFolder(dataDir: string): void {
  try {
    makeFolders(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new RapporteurError(
      'unavailable',
      `The data folder ${dataDir} cannot be made or written to (${code}). Set RAPPORTEUR_DATA_DIR to another folder.`,
      [],
      { cause: error },
    );
  }
}

/** Makes a folder and those above it, one by one: Node's own way never ends where a file system refuses with ENOENT, as /proc does. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(path.dirname(folder));
  mkdirSync(folder);
}
