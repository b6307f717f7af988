const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a host name means the machine itself. */
export const isLoopback = (hostname: string): boolean => loopback.includes(hostname);

/** The origins that are the desk, or the site, itself. On a loopback address, its other names count too: they are the same machine. */
export function ownOrigins(origin: string): string[] {
  const url = new URL(origin);
  if (!isLoopback(url.hostname)) return [url.origin];
  return loopback.map((name) => `${url.protocol}//${name}${url.port === '' ? '' : `:${url.port}`}`);
}

/**
 * Whether a browser says that a page of the desk, or of the site, itself sent this request: by `Origin`, or, where a browser sends none,
 * by `Sec-Fetch-Site`. A request that says neither may change nothing.
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const sent = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  return sent === null ? site === 'same-origin' : ownOrigins(origin).includes(sent);
}
