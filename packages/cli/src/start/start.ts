import { createSignInLink, ensureUser } from '@rapporteur/api/admin/users';
import { ownerClient } from '@rapporteur/db/clients';
import { formatConnection, readerConnection, type Connection } from '@rapporteur/db/connection';
import { startEmbedded } from '@rapporteur/db/embedded/server';
import { migrate } from '@rapporteur/db/migrate';
import { RapporteurError } from '@rapporteur/domain/errors';
import { loadDemo } from '../demo/load';
import { startApp, stopApp, waitUntilAnswering } from './apps';
import { instanceSecret, readSettings, requireFreePort, type Settings } from './settings';

const firstAdministrator = {
  name: 'Administrator',
  email: 'administrator@rapporteur.invalid',
  role: 'administrator',
} as const;

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
  const connection = await openDatabase(settings, stops, onEnd);
  const applied = await migrate(connection);
  if (applied.length > 0) console.log(`Database: ${applied.length} migrations applied`);
  const origins = {
    web: `http://${shown(settings.host)}:${settings.webPort}`,
    admin: `http://${shown(settings.host)}:${settings.adminPort}`,
  };
  const secret = instanceSecret(settings.dataDir);
  process.env['DATABASE_URL'] = formatConnection(connection);
  process.env['ADMIN_ORIGIN'] = origins.admin;
  process.env['RAPPORTEUR_SECRET'] = secret;
  const link = await prepareRecord(connection, origins.admin);

  const shared = { HOST: settings.host, WEB_PORT: String(settings.webPort), ADMIN_PORT: String(settings.adminPort) };
  const web = startApp('apps/web', {
    ...shared,
    DATABASE_READER_URL: settings.readerUrl ?? formatConnection(readerConnection(connection)),
  });
  const admin = startApp('apps/admin', {
    ...shared,
    ADMIN_ORIGIN: origins.admin,
    WEB_ORIGIN: origins.web,
    DATABASE_URL: formatConnection(connection),
    RAPPORTEUR_SECRET: secret,
  });
  const worker = startApp('packages/cli', { DATABASE_URL: formatConnection(connection) });
  const apps = [web, admin, worker];
  stops.push(async () => {
    await Promise.all(apps.map(stopApp));
  });
  for (const app of apps) app.process.once('exit', () => onEnd(app.name));
  await Promise.all([waitUntilAnswering(web, origins.web), waitUntilAnswering(admin, origins.admin)]);
  console.log(
    `\nThe record   ${origins.web}\nThe desk     ${origins.admin}\nSign in once ${link}\n\nCtrl-C stops everything.`,
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

/** Loads the demonstration into an empty record, and makes the link by which the administrator signs in. */
async function prepareRecord(connection: Connection, origin: string): Promise<string> {
  const db = ownerClient(connection, { max: 4 });
  try {
    await loadDemo(db, (line) => console.log(line));
    await ensureUser(db, firstAdministrator);
    return await createSignInLink(db, { email: firstAdministrator.email, baseUrl: origin });
  } finally {
    await db.$disconnect();
  }
}

const shown = (host: string) =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
