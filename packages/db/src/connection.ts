import { createHmac } from 'node:crypto';
import { RapporteurError } from '@rapporteur/domain/errors';

/** Where and as whom to connect. Never handed on as one string: the adapter would take a shadow database for the main one. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl?: boolean;
}

/** Reads `postgresql://user:password@host:port/database[?sslmode=require]`. `name` is the variable an error speaks of. */
export function parseConnection(address: string, name = 'DATABASE_URL'): Connection {
  const fault = (what: string) =>
    new RapporteurError(
      'invalid_input',
      `${name} ${what}; it should look like postgresql://user:password@host:5432/database`,
    );
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw fault('is not an address');
  }
  if (url.protocol !== 'postgresql:' && url.protocol !== 'postgres:')
    throw fault('is not the address of a PostgreSQL server');
  const database = decodeURIComponent(url.pathname.slice(1));
  if (database === '' || url.username === '') throw fault('names no user or no database');
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const sslmode = url.searchParams.get('sslmode');
  return {
    host,
    port: url.port === '' ? 5432 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ...(sslmode !== null && sslmode !== 'disable' ? { ssl: true } : {}),
  };
}

/** The address of a connection, to hand to another process. */
export function formatConnection({ host, port, user, password, database, ssl }: Connection): string {
  const part = encodeURIComponent;
  const place = host.startsWith('/')
    ? `localhost:${port}/${part(database)}?host=${part(host)}`
    : `${host}:${port}/${part(database)}`;
  const mode = ssl ? `${place.includes('?') ? '&' : '?'}sslmode=require` : '';
  return `postgresql://${part(user)}:${part(password)}@${place}${mode}`;
}

export const readerRole = 'rapporteur_reader';

/**
 * The public website's connection: the same database as the reader role. Its password follows from the owner's, so that
 * every instance knows it without being told. It opens nothing but what is public.
 */
export function readerConnection(owner: Connection): Connection {
  return {
    ...owner,
    user: readerRole,
    password: createHmac('sha256', owner.password).update(readerRole).digest('hex'),
  };
}

/** What every pool and client is opened with. adapter-pg stores wrong instants unless the session's time zone is UTC. */
export function poolConfig(
  { ssl, ...connection }: Connection,
  options: {
    max?: number;
    statementTimeout?: number;
    settings?: Readonly<Record<string, string>>;
    lifetime?: number;
  } = {},
) {
  const settings = Object.entries({ TimeZone: 'UTC', ...options.settings });
  return {
    ...connection,
    ...(ssl ? { ssl: { rejectUnauthorized: true } } : {}),
    // A space ends a setting unless it is escaped.
    options: settings.map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`).join(' '),
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // In seconds; 0 is without end.
    maxLifetimeSeconds: options.lifetime ?? 0,
    statement_timeout: options.statementTimeout ?? 60_000,
    idle_in_transaction_session_timeout: 60_000,
  };
}
