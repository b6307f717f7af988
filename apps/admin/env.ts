import { isOrigin, notAnOrigin } from '@rapporteur/domain/origin';
import { readProxies, type TrustedProxies } from '@rapporteur/api/public/client-address';

/** The settings of the desk's server. Throws one clear line for a value that cannot be used. */
export function adminSettings(environment: NodeJS.ProcessEnv = process.env): {
  host: string;
  port: number;
  origin: string;
  proxies: TrustedProxies;
} {
  const host = environment['HOST'] || '127.0.0.1';
  const given = environment['ADMIN_PORT'] || '3001';
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port < 1 || port > 65_535) {
    throw new Error(`ADMIN_PORT must be a port between 1 and 65535, not "${given}".`);
  }
  const origin = environment['ADMIN_ORIGIN'] || `http://${host}:${port}`;
  if (!isOrigin(origin)) throw new Error(`ADMIN_ORIGIN ${notAnOrigin('https://desk.example.org')}, not "${origin}".`);
  const site = environment['WEB_ORIGIN'];
  if (site && !isOrigin(site))
    throw new Error(`WEB_ORIGIN ${notAnOrigin('https://record.example.org')}, not "${site}".`);
  return { host, port, origin, proxies: readProxies(environment['TRUSTED_PROXIES'] ?? '') };
}

/**
 * Where the public site shows a path: on WEB_ORIGIN, an origin such as https://record.example.org. The path alone where
 * the desk was not told.
 */
export function siteAddress(path: string, site = process.env['WEB_ORIGIN'] || null): string {
  return site === null ? path : new URL(path, site).href;
}

/** Next.js and React choose their builds by this variable when they are first loaded: call before importing them. */
export function chooseProduction(origin: string): void {
  Object.assign(process.env, { NODE_ENV: 'production', ADMIN_ORIGIN: origin });
}
