/** The names of the desk's cookies. On https they carry `__Host-`, by which browsers keep them from other hosts and paths. */
export function cookieNames(origin: string) {
  const prefix = origin.startsWith('https://') ? '__Host-' : '';
  return {
    session: `${prefix}rapporteur-session`,
    challenge: `${prefix}rapporteur-second-factor`,
    flash: `${prefix}rapporteur-form`,
  } as const;
}

/** The `set-cookie` value of a cookie that scripts cannot read and other sites do not send along with a change. */
export function setCookie(origin: string, name: string, value: string, seconds: number): string {
  const secure = origin.startsWith('https://') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The cookies of a request by name. */
export function readCookies(headers: Headers): Map<string, string> {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, Math.max(0, at)).trim(), pair.slice(at + 1).trim()] as const;
  });
  return new Map(pairs.filter(([name]) => name !== ''));
}

/** The same headers without one cookie. */
export function withoutCookie(headers: Headers, name: string): Headers {
  const rest = new Headers(headers);
  const cookies = readCookies(headers);
  cookies.delete(name);
  rest.set('cookie', [...cookies].map(([key, value]) => `${key}=${value}`).join('; '));
  return rest;
}

/** What a `set-cookie` value of ours says, for a framework that writes it itself. */
export function readSetCookie(text: string): { name: string; value: string; maxAge: number | null; secure: boolean } {
  const [pair = '', ...attributes] = text.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const maxAge = attributes.find((attribute) => /^max-age=/i.test(attribute))?.split('=')[1];
  return {
    name: pair.slice(0, at),
    value: decodeURIComponent(pair.slice(at + 1)),
    maxAge: maxAge === undefined ? null : Number(maxAge),
    secure: attributes.some((attribute) => /^secure$/i.test(attribute)),
  };
}
