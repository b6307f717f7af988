import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { readProxies, type TrustedProxies } from '@rapporteur/api/public/client-address';
import type { ReadServers as Servers } from '@rapporteur/db/read-servers';
import { siteOrigin } from '@rapporteur/core/env';
import { parseConnection, readerConnection, type Connection } from '@rapporteur/db/connection';
import { RapporteurError } from '@rapporteur/domain/errors';
import { Command } from 'commander';
import { exitCodes } from '../help/exit-codes';
import { withDatabase } from '../start/database';
import { readSettings, requireFreePort, type Settings } from '../start/settings';

/** Answers assistants. It reads as the public's role, whoever runs it. */
export const mcpCommand = (): Command =>
  new Command('mcp')
    .description('answer assistants by the Model Context Protocol, over standard input and output')
    .option('--http <port>', 'answer over HTTP instead, at /mcp on HOST and this port, until Ctrl-C')
    .action(async ({ http }: { http?: string }) => {
      const settings = readSettings();
      const port = http === undefined ? null : portOf(http);
      const usual = `http://${settings.host}:${settings.webPort}`;
      const origin = process.env['WEB_ORIGIN'] ? siteOrigin() : usual;
      const listening: Listening | null =
        port === null
          ? null
          : { host: settings.host, port, proxies: readProxies(process.env['TRUSTED_PROXIES'] ?? '') };
      if (port !== null) await requireFreePort(settings.host, port, '--http');
      await withReader(settings, (reader) => answerAssistants(reader, origin, listening));
    });

/** Where to answer over HTTP, and which proxies stand in front. */
interface Listening {
  host: string;
  port: number;
  proxies: TrustedProxies;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535)
    throw new RapporteurError('invalid_input', `--http must be a port between 1 and 65535, not "${text}".`);
  return port;
}

/** Runs work with the connection that reads what is public; the owner's is not needed where the reader's is given. */
const withReader = (settings: Settings, work: (reader: Connection) => Promise<void>): Promise<void> =>
  settings.readerUrl
    ? work(parseConnection(settings.readerUrl))
    : withDatabase((owner) => work(readerConnection(owner)));

async function answerAssistants(reader: Connection, origin: string, listening: Listening | null): Promise<void> {
  // Loaded when it is asked for: no other command needs it.
  const [{ readServer, ReadServers }, { publicContextFrom }] = await Promise.all([
    import('@rapporteur/db/read-servers'),
    import('@rapporteur/api/public/context'),
  ]);
  const { close, ...server } = readServer(reader, { max: 8 });
  const servers = new ReadServers(server);
  const source = {
    contextAt: (asOf: string | null) => publicContextFrom(servers, { asOf, version: null }),
    origin,
  };
  // Standard output belongs to the protocol.
  const onError = (error: unknown) => console.error(error instanceof Error ? error.message : error);
  try {
    await requirePrepared(servers);
    if (listening === null) {
      const { serveOverStdio } = await import('@rapporteur/mcp/stdio');
      await serveOverStdio(source, onError);
    } else {
      const { serveOverHttp } = await import('@rapporteur/mcp/http');
      await serveUntilAsked(serveOverHttp(source, { onError, proxies: listening.proxies }), listening);
    }
  } finally {
    await close();
  }
}

/** Says it at once where nothing can be read, and not to every assistant that asks. */
async function requirePrepared(servers: Servers): Promise<void> {
  try {
    await servers.live(null, (published) => published.entry.findFirst({ select: { id: true } }));
  } catch (cause) {
    throw new RapporteurError(
      'unavailable',
      'The public role cannot read this database. Run "rapporteur migrate" first; where roles are made by hand, give DATABASE_READER_URL.',
      [],
      { cause },
    );
  }
}

async function serveUntilAsked(http: Server, { host, port }: Listening): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, resolve);
  });
  const { address, port: taken } = http.address() as AddressInfo;
  console.log(`Assistants are answered at http://${address.includes(':') ? `[${address}]` : address}:${taken}/mcp`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  process.exitCode = exitCodes.done;
  http.close();
  http.closeAllConnections();
}
