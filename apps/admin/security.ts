import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressHeader, pathHeader } from '@rapporteur/api/admin/address';
import { clientOf, type TrustedProxies } from '@rapporteur/api/public/client-address';

/** The content security policy of one answer. Scripts run by its nonce only; nothing is loaded from elsewhere. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // Components that bring a rule of their own put it in by the same nonce; attributes hold no style.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Sets what every answer of the desk carries, and hands the nonce inwards: Next.js reads it from the policy in the
 * headers of the request, so any policy that came in is replaced.
 */
export function harden(
  request: IncomingMessage,
  response: ServerResponse,
  { origin, proxies }: { origin: string; proxies: TrustedProxies },
): void {
  request.headers[addressHeader] = clientOf(request, proxies);
  request.headers[pathHeader] = request.method === 'GET' ? (request.url ?? '/') : '/';
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'));
  request.headers['content-security-policy'] = policy;
  delete request.headers['content-security-policy-report-only'];
  delete request.headers['x-middleware-subrequest'];
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  // Not "no-referrer": under that, browsers send `Origin: null` with the desk's own forms.
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  if (origin.startsWith('https://'))
    response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
}

/**
 * Whether a request that may change something was sent by another site. Next.js and the router check again inside. A
 * program that calls a procedure with an API token comes from no site: no page can make a browser send its header.
 */
export function isForeign(request: IncomingMessage, own: readonly string[]): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  if (request.headers.authorization !== undefined && request.url?.startsWith('/api/trpc/')) return false;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  return origin === undefined ? site !== 'same-origin' : !own.includes(origin);
}
