import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { RapporteurError } from '@rapporteur/domain/errors';
import { parseConnection, type Connection } from '@rapporteur/db/connection';
import { requireDataFolder } from '@rapporteur/db/embedded/place';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../../..', import.meta.url));

export interface Settings {
  host: string;
  webPort: number;
  adminPort: number;
  /** Where the embedded server keeps its data. */
  dataDir: string;
  /** The database to use instead of the embedded one. */
  database: Connection | null;
  /** How the site reads, where it is not derived from the owner's connection. */
  readerUrl: string | null;
  /** Streaming replicas of the database, from which the site reads. */
  replicas: Connection[];
  /** Whether an empty record begins with the demonstration; a record of one's own begins without it. */
  demonstration: boolean;
}

/** Reads the environment. A bad value is an error that names its variable and what it should be. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const webPort = port(environment, 'WEB_PORT', 3000);
  const adminPort = port(environment, 'ADMIN_PORT', 3001);
  if (webPort === adminPort)
    throw new RapporteurError('invalid_input', `WEB_PORT and ADMIN_PORT are both ${webPort}; choose two ports.`);
  const host = environment['HOST'] || '127.0.0.1';
  if (!/^[0-9A-Za-z.:-]+$/.test(host))
    throw new RapporteurError('invalid_input', `HOST must be an address such as 127.0.0.1, not "${host}".`);
  const readerUrl = environment['DATABASE_READER_URL'] || null;
  if (readerUrl) parseConnection(readerUrl, 'DATABASE_READER_URL');
  const address = environment['DATABASE_URL'];
  return {
    host,
    webPort,
    adminPort,
    dataDir: path.resolve(root, environment['RAPPORTEUR_DATA_DIR'] || '.data'),
    database: address ? parseConnection(address) : null,
    readerUrl,
    replicas: (environment['DATABASE_REPLICA_URLS'] || '')
      .split(',')
      .filter((one) => one.trim() !== '')
      .map((one) => parseConnection(one.trim(), 'DATABASE_REPLICA_URLS')),
    demonstration: demonstration(environment),
  };
}

function demonstration(environment: NodeJS.ProcessEnv): boolean {
  const text = environment['RAPPORTEUR_DEMO'] || 'on';
  if (text !== 'on' && text !== 'off')
    throw new RapporteurError('invalid_input', `RAPPORTEUR_DEMO must be "on" or "off", not "${text}".`);
  return text === 'on';
}

function port(environment: NodeJS.ProcessEnv, name: string, usual: number): number {
  const text = environment[name] || String(usual);
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number < 1 || number > 65_535) {
    throw new RapporteurError('invalid_input', `${name} must be a port between 1 and 65535, not "${text}".`);
  }
  return number;
}

/** How long a port may stay taken by what a killed start has left behind, which is ending, in milliseconds. */
const portPatience = 3_000;

/** Refuses a port that another program holds, before anything is started. */
export async function requireFreePort(host: string, number: number, name: string): Promise<void> {
  const begin = Date.now();
  for (;;) {
    const fault = await tryPort(host, number);
    if (!fault) return;
    if (fault.code === 'EADDRINUSE' && Date.now() - begin < portPatience) await sleep(100);
    else throw portError(fault, host, number, name);
  }
}

function tryPort(host: string, number: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(number, host, () => probe.close(() => resolve(null)));
  });
}

function portError(cause: NodeJS.ErrnoException, host: string, number: number, name: string): RapporteurError {
  if (cause.code === 'ENOTFOUND' || cause.code === 'EADDRNOTAVAIL')
    return new RapporteurError('unavailable', `HOST ${host} is not an address of this machine.`, [], { cause });
  const reason = cause.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${cause.code})`;
  const what = `Port ${number} on ${host} ${reason}. Choose another with ${name}=….`;
  return new RapporteurError('unavailable', what, [], { cause });
}

/** The instance's secret, made once and kept in the data folder, readable by its owner only. */
export function instanceSecret(dataDir: string): string {
  const given = process.env['RAPPORTEUR_SECRET'];
  if (given) return given;
  const file = path.join(dataDir, 'secret');
  if (!existsSync(file)) {
    requireDataFolder(dataDir);
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
