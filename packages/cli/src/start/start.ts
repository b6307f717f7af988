import { setTimeout as sleep } from 'node:timers/promises';
import { deskOrigin, mailSettings } from '@rapporteur/core/env';
import { formatConnection, parseConnection, readerConnection, type Connection } from '@rapporteur/db/connection';
import { startEmbedded } from '@rapporteur/db/embedded/server';
import { withConnection } from '@rapporteur/db/migrate';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import { demonstrationEntries } from '../demo/bundles';
import { bringUpToDate } from './bring-up-to-date';
import { startApp, waitUntilAnswering } from './apps';
import { keepRunning } from './keep-running';
import { instanceSecret, readSettings, requireFreePort, type Settings } from './settings';

/** Runs the whole product until Ctrl-C: database, site, desk and worker. Ends the process; exit code 1 where it could not start. */
export async function start(): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  // Backwards: what was started last is stopped first, PostgreSQL at the end.
  const stopAll = () =>
    (stopping ??= stops.toReversed().reduce((before, stop) => before.then(stop), Promise.resolve()));
  const leave = (code: number) =>
    stopAll().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping) console.log('\nStopping …');
      void leave(0);
    });
  }
  // A program that started this one with a channel (the tests do) and is gone cannot stop it any more.
  process.once('disconnect', () => void leave(0));
  if (process.connected === false) return leave(0);
  try {
    await run(readSettings(), stops, (name) => {
      if (stopping) return;
      console.error(`${name} ended by itself; stopping the rest.`);
      void leave(1);
    });
  } catch (error) {
    if (stopping) return;
    console.error(error instanceof RapporteurError ? error.message : error);
    await leave(1);
  }
}

async function run(settings: Settings, stops: (() => Promise<void>)[], onEnd: (name: string) => void): Promise<void> {
  await requireFreePort(settings.host, settings.webPort, 'WEB_PORT');
  await requireFreePort(settings.host, settings.adminPort, 'ADMIN_PORT');
  const origins = {
    web: `http://${shown(settings.host)}:${settings.webPort}`,
    admin: `http://${shown(settings.host)}:${settings.adminPort}`,
  };
  // Behind a proxy people reach the two elsewhere than where they listen.
  const site = process.env['WEB_ORIGIN'] || origins.web;
  const desk = deskOrigin({ ADMIN_ORIGIN: process.env['ADMIN_ORIGIN'] || origins.admin });
  const mail = mailEnvironment();
  const connection = await openDatabase(settings, stops, onEnd);
  const applied = await bringUpToDate(connection);
  if (applied.length > 0) console.log(`Database: ${applied.length} migrations applied`);
  const secret = instanceSecret(settings.dataDir);
  // Nobody should find the record empty who could find the demonstration in it.
  if (settings.demonstration && (await lacksDemonstration(connection))) await withOwner(connection, loadDemonstration);

  const reader = settings.readerUrl ? parseConnection(settings.readerUrl) : readerConnection(connection);
  const shared = { HOST: settings.host, WEB_PORT: String(settings.webPort), ADMIN_PORT: String(settings.adminPort) };
  const webVariables = {
    ...shared,
    WEB_ORIGIN: site,
    // Whom mail comes from is for readers to know; how it is sent is not for the site.
    MAIL_FROM: mail['MAIL_FROM'] ?? '',
    DATABASE_READER_URL: formatConnection(reader),
    // Also on a replica the site is the role that cannot read the desk, whoever its address names.
    DATABASE_REPLICA_URLS: settings.replicas
      .map(({ host, port, database }) => formatConnection({ ...reader, host, port, database }))
      .join(','),
  };
  const owner = { ...mail, ADMIN_ORIGIN: desk, WEB_ORIGIN: site, DATABASE_URL: formatConnection(connection) };
  const deskVariables = { ...shared, ...owner, RAPPORTEUR_SECRET: secret };
  const workerVariables = { ...owner, RAPPORTEUR_SECRET: secret, DATABASE_READER_URL: formatConnection(reader) };
  const [web, admin, worker] = [
    keepRunning(() => startApp('apps/web', webVariables), console.error),
    keepRunning(() => startApp('apps/admin', deskVariables), console.error),
    keepRunning(() => startApp('packages/cli', workerVariables), console.error),
  ];
  stops.push(async () => {
    await Promise.all([web, admin, worker].map((kept) => kept.stop()));
  });
  // The link is made while the programs start: both take a second, and a machine has more than one core.
  const [link] = await Promise.all([
    withOwner(connection, (db) => setUpLink(db, desk)),
    waitUntilAnswering(web.app, origins.web),
    waitUntilAnswering(admin.app, origins.admin),
  ]);
  console.log(
    `\nThe record   ${origins.web}\nThe desk     ${desk}\n${link === null ? '' : `Set up once  ${link}\n`}\nCtrl-C stops everything.`,
  );
}

async function openDatabase(
  settings: Settings,
  stops: (() => Promise<void>)[],
  onEnd: (name: string) => void,
): Promise<Connection> {
  if (settings.database) return settings.database;
  console.log('Starting PostgreSQL …');
  const starting = startEmbedded({ dataDir: settings.dataDir });
  // Noted before it is there: Ctrl-C while it starts must not leave it behind.
  stops.push(() =>
    starting.then(
      async (server) => {
        await untilAlone(server.connection);
        await server.stop();
      },
      () => undefined,
    ),
  );
  const { connection, ended } = await starting;
  void ended.then(() => onEnd('PostgreSQL'));
  return connection;
}

/**
 * Waits until the database has noticed that its clients have gone. A program that has ended leaves its connections to be
 * found closed, and on a busy machine that takes a moment; bounded, because others may use the same server.
 */
async function untilAlone(connection: Connection): Promise<void> {
  const others = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
  await withConnection(connection, async (client) => {
    for (const deadline = Date.now() + 3000; Date.now() < deadline; await sleep(20)) {
      const { rows } = await client.query<{ count: number }>(others);
      if (rows[0]?.count === 0) return;
    }
  }).catch(() => undefined);
}

/** Whether the record may be empty, or a start was cut off while it loaded the demonstration. */
const lacksDemonstration = (connection: Connection): Promise<boolean> =>
  withConnection(connection, async (client) => {
    const { rows } = await client.query<{ few: boolean }>(
      'SELECT coalesce(max("sequence"), 0) < $1 AS few FROM "Publication"',
      [demonstrationEntries],
    );
    return rows[0]?.few ?? true;
  });

// What follows is imported when it is needed: a second start should not wait for it before it starts the programs.

async function withOwner<T>(connection: Connection, work: (db: PrismaClient) => Promise<T>): Promise<T> {
  const { ownerClient } = await import('@rapporteur/db/clients');
  const db = ownerClient(connection, { max: 4 });
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}

/** What the programs that send mail are told, and no other. */
function mailEnvironment(): Record<string, string> {
  const settings = mailSettings();
  return settings === null ? {} : { SMTP_URL: settings.smtp, MAIL_FROM: settings.from };
}

async function loadDemonstration(db: PrismaClient): Promise<void> {
  const { loadDemo } = await import('../demo/load');
  await loadDemo(db, (line) => console.log(line));
}

/** The link that sets the desk up; null once that is done. */
async function setUpLink(db: PrismaClient, origin: string): Promise<string | null> {
  const [{ createSetUpLink }, { linkAddress }] = await Promise.all([
    import('@rapporteur/core/person/set-up'),
    import('@rapporteur/core/person/link-address'),
  ]);
  const link = await createSetUpLink(db);
  return link === null ? null : linkAddress(origin, 'set_up', link.secret);
}

const shown = (host: string) =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
