import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { z } from 'zod';
import { createPublicContext, type Asked, type PublicContext } from './context';
import { publicRouter } from './router';

const instant = z.iso.datetime({ offset: true });
const endpoint = '/api/trpc';
const sequence = z.coerce.number().int().nonnegative();
const longestBatch = 10;

/**
 * Answers the public procedures over HTTP at `/api/trpc`: GET only, at most ten calls in a batch.
 * The headers `x-rapporteur-as-of` (an ISO instant) and `x-rapporteur-version` (a publication's number) come from the web
 * server, which hands on none of its own clients'.
 */
export const handlePublicRequest = (request: Request): Promise<Response> =>
  answerPublicly(request, createPublicContext);

/** The same, reading where a context says. */
export async function answerPublicly(request: Request, contextOf: (asked: Asked) => PublicContext): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(405, 'invalid_input', 'The public record is only read: use GET.', {
      allow: 'GET, HEAD',
    });
  }
  const called = new URL(request.url).pathname.slice(endpoint.length + 1).split(',');
  if (called.length > longestBatch) {
    return refuse(400, 'limit_exceeded', `A batch holds at most ${longestBatch} calls.`);
  }
  const header = request.headers.get('x-rapporteur-as-of');
  const asOf = header === null ? null : instant.safeParse(header);
  if (asOf !== null && !asOf.success) return refuse(400, 'invalid_input', 'This is not an instant.');
  const version = sequence.safeParse(request.headers.get('x-rapporteur-version') ?? undefined);
  return fetchRequestHandler({
    endpoint,
    req: request,
    router: publicRouter,
    createContext: () => contextOf({ asOf: asOf?.data ?? null, version: version.data ?? null }),
  });
}

/** What the web server asks of the public procedures: a target below `/api/trpc`, as the record stands or as it stood. */
interface ProceduresAsked {
  target: string;
  instant: Date | null;
  /** The publication that the answer must know of at least; null for the newest. */
  version: number | null;
}

/** Answers the public procedures within the web server, without a request of its own. */
export async function answerProcedures({ target, instant, version }: ProceduresAsked) {
  const headers = new Headers();
  if (instant !== null) headers.set('x-rapporteur-as-of', instant.toISOString());
  if (version !== null) headers.set('x-rapporteur-version', String(version));
  const response = await handlePublicRequest(new Request(new URL(target, 'http://site.invalid'), { headers }));
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function refuse(status: number, code: string, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: { message, data: { httpStatus: status, code, issues: [] } } }, { status, headers });
}
