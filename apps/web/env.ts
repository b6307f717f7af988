import { isOrigin, notAnOrigin } from '@rapporteur/domain/origin';
import { licenceAddress } from '@rapporteur/api/public/licence';
import { readProxies, type TrustedProxies } from '@rapporteur/api/public/client-address';

/** The settings of the public site's server, read from the environment once. */
export interface Settings {
  host: string;
  port: number;
  /** How the site connects to PostgreSQL: as the role that may read published tables only. */
  readerUrl: string;
  /** How people reach the site: what addresses that leave it begin with, in feeds and citations. */
  origin: string;
  /** Whose word on where a request came from is taken. */
  proxies: TrustedProxies;
  /** Whom mail to readers comes from; null where this installation sends none. */
  mailFrom: string | null;
  /** How many reads a minute programs at one address may make. */
  readsPerMinute: number;
}

/** Raised for a setting that is missing or wrong; its message is one line for the person who starts the server. */
export class SettingsError extends Error {}

/** Reads and validates the settings. Throws a {@link SettingsError} that names the variable. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const port = environment['WEB_PORT'] ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new SettingsError(`WEB_PORT must be a port between 1 and 65535, not “${port}”.`);
  }
  const readerUrl = environment['DATABASE_READER_URL'] ?? '';
  if (!/^postgres(ql)?:\/\//.test(readerUrl)) {
    throw new SettingsError(
      'DATABASE_READER_URL must be the postgresql:// address by which the site reads the record.',
    );
  }
  checkLicence(environment);
  const host = environment['HOST'] || '127.0.0.1';
  const origin = originIn(environment, `http://${host.includes(':') ? `[${host}]` : host}:${port}`);
  return {
    host,
    port: Number(port),
    readerUrl,
    origin,
    proxies: proxiesIn(environment),
    mailFrom: environment['MAIL_FROM'] || null,
    readsPerMinute: readsIn(environment),
  };
}

/** Checked when the site starts, because every page of a record names it. */
function checkLicence(environment: NodeJS.ProcessEnv): void {
  try {
    licenceAddress(environment);
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : 'DATA_LICENCE cannot be read.');
  }
}

function originIn(environment: NodeJS.ProcessEnv, usual: string): string {
  const origin = environment['WEB_ORIGIN'] || usual;
  if (!isOrigin(origin))
    throw new SettingsError(`WEB_ORIGIN ${notAnOrigin('https://record.example.org')}, not “${origin}”.`);
  return origin;
}

/** A hundred a second, where nothing else is said. */
function readsIn(environment: NodeJS.ProcessEnv): number {
  const given = environment['API_READS_PER_MINUTE'] || '6000';
  if (!/^\d{1,9}$/.test(given) || Number(given) < 1)
    throw new SettingsError(`API_READS_PER_MINUTE must be a number of reads, at least 1, not “${given}”.`);
  return Number(given);
}

/** How people reach the site, for what is rendered; the server has read it from the settings. */
export const siteOrigin = (): string => process.env['WEB_ORIGIN'] ?? '';

/** Whom mail to readers comes from, for what is rendered; null where none is sent. Its server and password the site never learns. */
export const mailSender = (): string | null => process.env['MAIL_FROM'] || null;

function proxiesIn(environment: NodeJS.ProcessEnv): TrustedProxies {
  try {
    return readProxies(environment['TRUSTED_PROXIES'] ?? '');
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : 'TRUSTED_PROXIES cannot be read.');
  }
}

/** Next.js and React choose their builds by NODE_ENV when they are first loaded: call before importing them. */
export function chooseProduction({ origin }: Settings): void {
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', WEB_ORIGIN: origin });
}
