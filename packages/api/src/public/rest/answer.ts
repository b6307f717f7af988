import { RapporteurError } from '@rapporteur/domain/errors';
import { writeMoment } from '@rapporteur/domain/instant';
import type { RecordLink } from '@rapporteur/domain/views';
import { createPublicContext, type PublicContext } from '../context';
import { publicCaller } from '../router';
import { openApiDocument } from './document';
import type { Endpoint, Reply } from './endpoint';
import { endpointAt } from './endpoints';
import { fieldsIn, select } from './fields';
import { readParameters } from './parameters';
import { refusalOf, type Refusal } from './problem';
import { readQuery } from './query';

/** Where the interface begins. */
export const root = '/api/v1';

/** What is asked of the interface: a path below the root with its query, of the record as it stands or as it stood. */
export interface RestRequest {
  /** Such as `/api/v1/actors?limit=20`, percent-encoded. */
  target: string;
  instant: Date | null;
  /** The publication that the answer must know of at least; null for the newest. */
  version: number | null;
  /** What addresses in answers begin with. */
  origin: string;
}

export interface RestAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

const json = 'application/json; charset=utf-8';

/**
 * Answers a GET of the interface. Whatever its sender can mend is a problem document (RFC 9457); rejects for a fault of the
 * program and for a database that is away.
 */
export async function answerRest(
  asked: RestRequest,
  contextOf: (asked: { asOf: string | null; version: number | null }) => PublicContext = createPublicContext,
): Promise<RestAnswer> {
  const [path, query] = split(asked.target);
  const below = path.slice(root.length) || '/';
  try {
    const document = documentAt(below, query, asked);
    if (document !== null) return document;
    const found = endpointAt(below);
    if (found === null)
      throw new RapporteurError(
        'not_found',
        `There is nothing at this address. ${asked.origin}${root} names what there is.`,
      );
    const { endpoint } = found;
    if (endpoint.ofThePresent && asked.instant !== null) throw noPast();
    const given = readQuery(query);
    const fields = fieldsIn(endpoint, given);
    const parameters = readParameters(endpoint.parameters, found.parameters);
    const wanted = readParameters(endpoint.query, given);
    const context = contextOf({ asOf: asked.instant?.toISOString() ?? null, version: asked.version });
    const reply = await endpoint.read({
      record: publicCaller(context),
      path: parameters,
      query: wanted,
      addressOf: (to, more = {}) => addressOf(asked, to, new URLSearchParams(more)),
    });
    if ('mergedInto' in reply) return moved(sameOf(reply.mergedInto, asked, endpoint, query));
    const headers = { 'content-type': json, ...links(asked, below, query, reply), ...pastMark(asked.instant) };
    return { status: 200, headers, body: Buffer.from(JSON.stringify(select(endpoint, reply.answer, fields))) };
  } catch (error) {
    return refuse(refusalOf(error, asked.origin, path));
  }
}

function documentAt(below: string, query: string, { origin, instant }: RestRequest): RestAnswer | null {
  if (below !== '/openapi.json') return null;
  if (instant !== null) throw noPast();
  readParameters({}, readQuery(query));
  return { status: 200, headers: { 'content-type': json }, body: openApiDocument(origin) };
}

const noPast = () => new RapporteurError('not_found', 'This has no past states: ask without `asOf`.');

const split = (target: string): [string, string] => {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
};

/** An address of this interface at the instant of the request. */
function addressOf({ origin, instant }: RestRequest, to: string, query: URLSearchParams): string {
  if (instant !== null) query.set('asOf', writeMoment(instant));
  const text = query.toString();
  return `${origin}${root}${to === '/' ? '' : to}${text === '' ? '' : `?${text}`}`;
}

/** The address at which the same is asked of the record that another was merged into; its pages begin anew. */
function sameOf(into: RecordLink, asked: RestRequest, { path }: Endpoint, query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.delete('after');
  return addressOf(asked, path.replace('{key}', into.slug), parameters);
}

/** Links as RFC 8288 writes them: the first and the next page, and what else is known of the answer. */
function links(asked: RestRequest, below: string, query: string, reply: Exclude<Reply, { mergedInto: RecordLink }>) {
  const made: string[] = [];
  const add = (target: string, rel: string) => made.push(`<${target}>; rel="${rel}"`);
  if (reply.next !== undefined) {
    const page = (next: Readonly<Record<string, string>>) => {
      const parameters = new URLSearchParams(query);
      for (const name of ['after', 'before']) parameters.delete(name);
      for (const [name, value] of Object.entries(next)) parameters.set(name, value);
      return addressOf(asked, below, parameters);
    };
    add(page({}), 'first');
    if (reply.next !== null) add(page(reply.next), 'next');
  }
  for (const [rel, target] of Object.entries(reply.links ?? {})) add(asked.origin + target, rel);
  add(`${asked.origin}${root}/openapi.json`, 'service-desc');
  return { link: made.join(', ') };
}

/** Says of what time an answer is (RFC 7089): of now where the moment that was asked for has not ended. */
const pastMark = (instant: Date | null, now = new Date()): Record<string, string> =>
  instant === null ? {} : { 'memento-datetime': (instant > now ? now : instant).toUTCString() };

const moved = (location: string): RestAnswer => ({
  status: 308,
  headers: { 'content-type': json, location },
  body: Buffer.from(JSON.stringify({ location })),
});

const refuse = ({ status, document }: Refusal): RestAnswer => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: Buffer.from(JSON.stringify(document)),
});
