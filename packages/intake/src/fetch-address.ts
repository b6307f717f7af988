import type { IncomingMessage } from 'node:http';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Received } from './document';
import { readBody } from './fetch/body';
import { request } from './fetch/request';
import { systemNames, targetOf, type Lookup, type Reach } from './fetch/target';

/** What fetching one address may cost, and where it may lead. */
export interface FetchOptions {
  /** Milliseconds for all hops together; 20 seconds unless said otherwise. */
  time?: number;
  /** Bytes of the page, unpacked; 32 MiB unless said otherwise. */
  size?: number;
  /** Ports that are asked besides 80 and 443. */
  ports?: readonly number[];
  /**
   * Origins that are fetched wherever they lead, such as `http://127.0.0.1:8080`. DANGEROUS: whoever may give addresses reads
   * what this machine can reach there. For tests, and for a network whose own pages are to be recorded; none unless said otherwise.
   */
  dangerouslyAllowed?: readonly string[];
  /** Finds the IP addresses of a name; the system's resolver unless said otherwise. */
  lookup?: Lookup;
  signal?: AbortSignal;
}

const usual = { time: 20_000, size: 32 * 1024 * 1024 };
const mostRedirects = 5;
const instead = 'Upload the file or paste its text.';

/** What a document may be sent as. Pictures, films and fonts are not even downloaded; `application/octet-stream` says nothing. */
const documents =
  /^(?:text\/|message\/rfc822$|application\/(?:pdf|x-pdf|xhtml\+xml|xml|octet-stream|force-download|x-download|zip|msword|vnd[.]openxmlformats-officedocument[.]wordprocessingml[.]document)$)/;

/**
 * The bytes behind an address. Every hop is looked at as it connects: only http and https, only the usual ports, only IP addresses
 * that everybody can reach, and the connection goes to the very IP address that was looked at. Throws `invalid_input` for an
 * address that is refused or holds no document, `limit_exceeded` beyond a bound, `unavailable` where nobody answers.
 */
export async function fetchAddress(address: string, options: FetchOptions = {}): Promise<Received> {
  const { time, size, ports, dangerouslyAllowed, lookup } = {
    ...usual,
    ports: [],
    dangerouslyAllowed: [],
    lookup: systemNames,
    ...options,
  };
  const deadline = AbortSignal.timeout(time);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  try {
    return await inTime(follow(address, { ports, dangerouslyAllowed, lookup, instead }, size, signal), signal);
  } catch (error) {
    if (deadline.aborted && !options.signal?.aborted) {
      throw new RapporteurError(
        'limit_exceeded',
        `The page did not come in ${Math.ceil(time / 1000)} seconds. Try again later, or paste its text.`,
      );
    }
    options.signal?.throwIfAborted();
    if (error instanceof RapporteurError) throw error;
    throw new RapporteurError('unavailable', 'The connection was lost before the page had come whole. Try again.', [], {
      cause: error,
    });
  }
}

async function follow(address: string, reach: Reach, size: number, signal: AbortSignal): Promise<Received> {
  let next: string | URL = address;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const target = await targetOf(next, reach);
    signal.throwIfAborted();
    const response = await request(target, signal);
    const location = redirectOf(response);
    if (location === null) return receive(response, target.url, size);
    response.destroy();
    next = resolveFrom(location, target.url);
  }
  throw new RapporteurError(
    'invalid_input',
    `The address leads on more than ${mostRedirects} times. Copy the address of the page itself from the browser.`,
  );
}

const redirectOf = ({ statusCode = 0, headers }: IncomingMessage): string | null =>
  [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? null) : null;

function resolveFrom(location: string, base: URL): URL {
  try {
    // Servers send other than ASCII as it is; Node.js reads it as Latin 1.
    return new URL(Buffer.from(location, 'latin1').toString('utf8'), base);
  } catch (error) {
    if (error instanceof TypeError)
      throw new RapporteurError(
        'invalid_input',
        'The address leads on to one that is none. Look at the page in a browser.',
      );
    throw error;
  }
}

async function receive(response: IncomingMessage, url: URL, size: number): Promise<Received> {
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    throw new RapporteurError(status >= 500 || status === 429 ? 'unavailable' : 'invalid_input', answered(url, status));
  }
  const mediaType = response.headers['content-type'] ?? null;
  const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== '' && (!documents.test(type) || type === 'text/css' || type === 'text/javascript')) {
    response.destroy();
    throw new RapporteurError(
      'invalid_input',
      `At this address is no document (${type.slice(0, 60)}). What can be read: web pages, plain text, PDF, DOCX, Markdown and e-mail.`,
    );
  }
  const bytes = await readBody(response, size);
  return { bytes, mediaType, fileName: fileNameOf(response, url), address: url.href };
}

function answered(url: URL, status: number): string {
  if (status === 404 || status === 410)
    return `There is no page at this address: ${url.host} answers ${status}. Look whether it is whole.`;
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return `${url.host} does not show this page to everybody (it answers ${status}). Paste its text if you may read it.`;
  }
  return `${url.host} answers ${status} instead of the page. Look at it in a browser; try again later, or paste the text.`;
}

/** The name a server gives the file, or the last part of its path; a hint, never a path. */
function fileNameOf(response: IncomingMessage, url: URL): string | null {
  const given = /filename="?([^";]{1,200})/i.exec(response.headers['content-disposition'] ?? '')?.[1];
  const name = (given ?? url.pathname).split(/[/\\]/).at(-1) ?? '';
  return name === '' ? null : name;
}

/** Looking up a name cannot be called off, but need not be waited for. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
