import { deskOrigin, mailSettings } from '@rapporteur/core/env';
import { linkAddress } from '@rapporteur/core/person/link-address';
import { createSetUpLink } from '@rapporteur/core/person/set-up';
import { ownerClient } from '@rapporteur/db/clients';
import { formatConnection, parseConnection, readerConnection, type Connection } from '@rapporteur/db/connection';
import { startEmbedded } from '@rapporteur/db/embedded/server';
import { migrate } from '@rapporteur/db/migrate';
import { RapporteurError } from '@rapporteur/domain/errors';
import { loadDemo } from '../demo/load';
import { startApp, stopApp, waitUntilAnswering } from './apps';
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
  // Behind a proxy people reach the desk elsewhere than where it listens.
  const desk = deskOrigin({ ADMIN_ORIGIN: process.env['ADMIN_ORIGIN'] || origins.admin });
  const mail = mailEnvironment();
  const connection = await openDatabase(settings, stops, onEnd);
  const applied = await migrate(connection);
  if (applied.length > 0) console.log(`Database: ${applied.length} migrations applied`);
  const secret = instanceSecret(settings.dataDir);
  const link = await prepareRecord(connection, desk, settings.demonstration);

  const reader = settings.readerUrl ? parseConnection(settings.readerUrl) : readerConnection(connection);
  const shared = { HOST: settings.host, WEB_PORT: String(settings.webPort), ADMIN_PORT: String(settings.adminPort) };
  const web = startApp('apps/web', {
    ...shared,
    DATABASE_READER_URL: formatConnection(reader),
    // Also on a replica the site is the role that cannot read the desk, whoever its address names.
    DATABASE_REPLICA_URLS: settings.replicas
      .map(({ host, port, database }) => formatConnection({ ...reader, host, port, database }))
      .join(','),
  });
  const admin = startApp('apps/admin', {
    ...shared,
    ...mail,
    ADMIN_ORIGIN: desk,
    WEB_ORIGIN: origins.web,
    DATABASE_URL: formatConnection(connection),
    RAPPORTEUR_SECRET: secret,
  });
  const worker = startApp('packages/cli', { ...mail, ADMIN_ORIGIN: desk, DATABASE_URL: formatConnection(connection) });
  const apps = [web, admin, worker];
  stops.push(async () => {
    await Promise.all(apps.map(stopApp));
  });
  for (const app of apps) app.process.once('exit', () => onEnd(app.name));
  await Promise.all([waitUntilAnswering(web, origins.web), waitUntilAnswering(admin, origins.admin)]);
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
      (server) => server.stop(),
      () => undefined,
    ),
  );
  const { connection, ended } = await starting;
  void ended.then(() => onEnd('PostgreSQL'));
  return connection;
}

/** Loads the demonstration into an empty record where it is wanted. Answers the link that sets the desk up, until that is done. */
async function prepareRecord(connection: Connection, origin: string, demonstration: boolean): Promise<string | null> {
  const db = ownerClient(connection, { max: 4 });
  try {
    if (demonstration) await loadDemo(db, (line) => console.log(line));
    const link = await createSetUpLink(db);
    return link === null ? null : linkAddress(origin, 'set_up', link.secret);
  } finally {
    await db.$disconnect();
  }
}

/** What the programs that send mail are told, and no other. */
function mailEnvironment(): Record<string, string> {
  const settings = mailSettings();
  return settings === null ? {} : { SMTP_URL: settings.smtp, MAIL_FROM: settings.from };
}

const shown = (host: string) =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
