/** The settings of the desk's server. Throws one clear line for a value that cannot be used. */
export function adminSettings(environment: NodeJS.ProcessEnv = process.env): {
  host: string;
  port: number;
  origin: string;
} {
  const host = environment['HOST'] || '127.0.0.1';
  const given = environment['ADMIN_PORT'] || '3001';
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port < 1 || port > 65_535) {
    throw new Error(`ADMIN_PORT must be a port between 1 and 65535, not "${given}".`);
  }
  const origin = environment['ADMIN_ORIGIN'] || `http://${host}:${port}`;
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:/.test(origin)) {
    throw new Error(`ADMIN_ORIGIN must be an origin such as https://desk.example.org, not "${origin}".`);
  }
  return { host, port, origin };
}

/** Next.js and React choose their builds by this variable when they are first loaded: call before importing them. */
export function chooseProduction(origin: string): void {
  Object.assign(process.env, { NODE_ENV: 'production', ADMIN_ORIGIN: origin });
}
