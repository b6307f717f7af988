import type { IncomingMessage, ServerResponse } from 'node:http';
import { networkOf } from '@rapporteur/api/public/client-address';
import type { Address } from '../cache/address';
import { isForEveryOrigin, preflight } from '../cache/cross-origin';
import { hasStream } from '../cache/rest-address';
import { securityHeaders } from '../cache/security-headers';
import type { Telling } from '../cache/telling';
import { callsIn } from './calls';
import { questionIn } from './reconciliation';
import type { ChangeStreams } from './change-streams';
import type { Admission, ReadLimits } from './read-limits';

type DataAddress = Extract<Address, { to: 'page' | 'data' }>;

/** What answers to programs are made with. */
export interface ProgramParts {
  limits: Pick<ReadLimits, 'take' | 'takeWith'>;
  streams: Pick<ChangeStreams, 'start'>;
  clientOf: (request: IncomingMessage) => string;
  watcher: { readonly version: number | null };
}

/** What the site does for them as for everybody. */
interface Site {
  telling: Telling;
  /** Answers from the cache, or makes the answer. `more` are headers of this request alone. */
  answer: (
    address: DataAddress,
    request: IncomingMessage,
    response: ServerResponse,
    more: readonly string[],
  ) => Promise<void> | void;
}

const formsHere = 'A form here is application/x-www-form-urlencoded, has at most 256 KB, and no field twice.';

/** Answers programs: counts what they read, lets browsers of other sites in, and holds their streams. */
export class ProgramAnswers {
  private readonly networks = new WeakMap<object, { forwarded: string; network: string }>();

  constructor(
    private readonly parts: ProgramParts,
    private readonly site: Site,
  ) {}

  /** Says to a browser of another site that it may read here. */
  preflight(response: ServerResponse): void {
    response.writeHead(204, [...securityHeaders, ...preflight]);
    response.end();
  }

  /** Answers from the cache without waiting, where there is no token to be asked for. */
  answer(address: DataAddress, request: IncomingMessage, response: ServerResponse): Promise<void> | void {
    const admission = this.take(request, callsIn(address.path));
    return admission instanceof Promise
      ? admission.then((told) => this.admit(told, address, request, response))
      : this.admit(admission, address, request, response);
  }

  private take(request: IncomingMessage, calls: number): Admission | Promise<Admission> {
    const { limits } = this.parts;
    const network = this.networkOf(request);
    const { authorization } = request.headers;
    return authorization === undefined ? limits.take(network, calls) : limits.takeWith(network, authorization, calls);
  }

  private admit(
    admission: Admission,
    address: DataAddress,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | void {
    const { headers } = admission;
    if (admission.let === 'in') {
      if (isStream(address, request)) return this.stream(address, request, response, headers);
      return this.site.answer(address, request, response, headers);
    }
    for (let at = 0; at < headers.length; at += 2) response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
    const { telling } = this.site;
    if (admission.let === 'unknown token')
      return telling.plain(
        response,
        401,
        'The token does not work',
        'It is wrong, revoked or out of date. Reading needs none.',
      );
    response.setHeader('retry-after', String(admission.seconds));
    telling.plain(
      response,
      429,
      'Too many requests',
      `This budget of requests is used up. Ask again in ${admission.seconds} s; what was asked for before costs least with If-None-Match.`,
    );
  }

  /** Answers a form that only asks. It is read once it is let in, and its calls are counted once it is read. */
  async question(address: DataAddress, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const admission = await this.take(request, 1);
    if (admission.let !== 'in') {
      // What was not read of a request would be taken for the next one.
      response.setHeader('connection', 'close');
      return this.admit(admission, address, request, response);
    }
    let asked: DataAddress | null;
    try {
      asked = await questionIn(address, request);
    } catch (error) {
      // Whoever went away in the middle of it waits for no answer.
      if (request.destroyed) return void response.destroy();
      throw error;
    }
    if (!request.complete) response.setHeader('connection', 'close');
    if (asked !== null) return this.admit(admission.count(callsIn(asked.path) - 1), asked, request, response);
    this.site.telling.plain(response, 400, 'The form cannot be read', formsHere);
  }

  /** What a request is counted by. A connection is of one client, unless a proxy says of each request whose it is. */
  private networkOf(request: IncomingMessage): string {
    const forwarded = String(request.headers['x-forwarded-for'] ?? '');
    const known = this.networks.get(request.socket);
    if (known?.forwarded === forwarded) return known.network;
    const network = networkOf(this.parts.clientOf(request));
    this.networks.set(request.socket, { forwarded, network });
    return network;
  }

  private stream(
    address: DataAddress,
    request: IncomingMessage,
    response: ServerResponse,
    headers: readonly string[],
  ): void {
    const { telling } = this.site;
    if (address.instant !== null)
      return telling.plain(response, 400, 'The request is not valid', 'A stream tells what comes: it has no past.');
    const { version } = this.parts.watcher;
    if (version === null) return telling.tell(response, 'away');
    const from = startOf(address.path, request.headers['last-event-id'], version);
    if (from === null)
      return telling.plain(
        response,
        400,
        'The request is not valid',
        'A stream takes one parameter, after, and the header Last-Event-ID: both are sequence numbers.',
      );
    if (!this.parts.streams.start(request, response, this.networkOf(request), from, headers))
      telling.tell(response, 'busy');
  }
}

/** Whether a request is answered here: others are the framework's. */
export const isPreflight = (address: Address, request: IncomingMessage): boolean =>
  request.method === 'OPTIONS' && address.to === 'data' && isForEveryOrigin(address.path);

/** That a stream is what is wanted first, and not one that is wanted last of all (`q=0`). */
const acceptsStream = /^\s*text\/event-stream\s*(?:$|,|;(?!\s*q=0(?:\.0*)?\s*(?:$|,|;)))/i;
const streamed = /^\/api\/v1\/changes\/stream(?:\?|$)/;

/** A feed of changes stays open at its own address, and where an answer that stays open is what is accepted. */
const isStream = (address: DataAddress, { headers }: IncomingMessage): boolean =>
  address.path.startsWith('/api/v1/changes') &&
  (streamed.test(address.path) || (hasStream(address) && acceptsStream.test(headers.accept ?? '')));

/** From where a stream tells: after what its reader has seen last, or from now on. Null for what is no number. */
function startOf(path: string, last: string | string[] | undefined, version: number): number | null {
  const [, query = ''] = path.split('?');
  const given = new URLSearchParams(query);
  // Whoever has seen no event yet may say so by an empty number.
  const after = last || (given.get('after') ?? String(version));
  const known = [...given.keys()].every((name) => name === 'after');
  return known && typeof after === 'string' && /^\d{1,15}$/.test(after) ? Number(after) : null;
}
