import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Target } from './target';

/** How long one of several addresses may take to accept a connection, in milliseconds. */
const connectTime = 5_000;

const headers = {
  'user-agent': 'Rapporteur/0.1 (records sources at the request of an editor)',
  accept: 'text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
};

/** What is sent: by default, that a page is wanted. */
export interface Sent {
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string | number>>;
  body?: Buffer;
}
const asked: Sent = { method: 'GET', headers };

/** Sends a request to the first of the target's IP addresses that takes it, and answers once the head of the response is there. */
export async function request(target: Target, signal: AbortSignal, sent: Sent = asked): Promise<IncomingMessage> {
  let failure: unknown = null;
  for (const address of target.addresses) {
    try {
      return await requestFrom(target.url, address, signal, sent);
    } catch (error) {
      signal.throwIfAborted();
      failure = error;
      // Only where no connection came about can another address do better.
      if (
        !/^(?:ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ETIMEDOUT)$/.test(
          (error as NodeJS.ErrnoException).code ?? '',
        )
      )
        break;
    }
  }
  throw unreachable(target.url, failure);
}

/** The connection is made to the very IP address that was checked: no name is looked up, and no connection is kept for later. */
function requestFrom(
  url: URL,
  address: string,
  signal: AbortSignal,
  { method, headers, body }: Sent,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const name = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const sent = (secure ? https : http).request({
      method,
      host: address,
      port: Number(url.port) || (secure ? 443 : 80),
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      agent: false,
      signal,
      maxHeaderSize: 64 * 1024,
      insecureHTTPParser: false,
      // The certificate has to be for the name, not for the IP address.
      ...(secure ? { servername: isIP(name) ? '' : name, rejectUnauthorized: true } : {}),
    });
    const slow = setTimeout(
      () => sent.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })),
      connectTime,
    );
    sent.once('socket', (socket) => socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(slow)));
    sent
      .once('response', resolve)
      .once('error', reject)
      .once('close', () => clearTimeout(slow));
    sent.end(body);
  });
}

function unreachable(url: URL, cause: unknown): RapporteurError {
  const { code = '' } = cause as NodeJS.ErrnoException;
  const certificate = /CERT|SIGNED|ALTNAME|UNABLE_TO|DEPTH_ZERO/.test(code);
  const message = certificate
    ? `The certificate of ${url.host} is not valid, so nobody can say whose page it is. Upload the file or paste its text.`
    : `${url.host} does not answer. Look at it in a browser; try again later, or paste the text.`;
  return new RapporteurError('unavailable', message, [], { cause });
}
