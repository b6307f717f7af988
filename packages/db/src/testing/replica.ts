import { execFileSync } from 'node:child_process';
import { chownSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from '../connection';
import { choosePlace } from '../embedded/place';
import { startEmbedded, type EmbeddedServer } from '../embedded/server';

const settings = { fsync: 'off' };

/** A primary and a streaming replica of it, both real servers. The two folders are empty, and others may enter them. */
export async function startReplicated(from: string, to: string): Promise<[EmbeddedServer, EmbeddedServer]> {
  // A copy of a stopped server's data is the one base backup that needs no further program.
  await (await startEmbedded({ dataDir: from, settings })).stop();
  const [here, there] = [choosePlace(from), choosePlace(to)];
  execFileSync('cp', ['-a', here.data, there.data]);
  execFileSync('cp', ['-a', here.passwordFile, there.passwordFile]);
  const signal = path.join(there.data, 'standby.signal');
  writeFileSync(signal, '');
  if (there.user) chownSync(signal, there.user.uid, there.user.gid);
  const primary = await startEmbedded({ dataDir: from, settings });
  const follows = { ...settings, primary_conninfo: conninfo(primary.connection), wal_retrieve_retry_interval: '100ms' };
  return [primary, await startEmbedded({ dataDir: to, settings: follows })];
}

const conninfo = ({ host, port, user, password }: Connection) =>
  `host=${host} port=${port} user=${user} password=${password}`;
