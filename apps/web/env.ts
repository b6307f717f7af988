import { readProxies, type TrustedProxies } from '@rapporteur/api/public/client-address';

/** The settings of the public site's server, read from the environment once. */
export interface Settings {
  host: string;
  port: number;
  /** How the site connects to PostgreSQL: as the role that may read published tables only. */
  readerUrl: string;
  /** Whose word on where a request came from is taken. */
  proxies: TrustedProxies;
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
  return { host: environment['HOST'] || '127.0.0.1', port: Number(port), readerUrl, proxies: proxiesIn(environment) };
}

function proxiesIn(environment: NodeJS.ProcessEnv): TrustedProxies {
  try {
    return readProxies(environment['TRUSTED_PROXIES'] ?? '');
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : 'TRUSTED_PROXIES cannot be read.');
  }
}

/** Next.js and React choose their builds by NODE_ENV when they are first loaded: call before importing them. */
export function chooseProduction(): void {
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
}
