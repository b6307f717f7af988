import { LimitExceeded, RapporteurError } from '@rapporteur/domain/errors';
import { problemOf } from '../errors';
import type { Desk } from './desk';
import { foreign, readText } from './form-door';
import { isSameOrigin } from '../public/origin';

/** The most that a browser sends about a passkey, in bytes. */
const longestBody = 64 * 1024;

const status = { unauthenticated: 401, invalid_input: 400, state_conflict: 409, limit_exceeded: 429 } as const;

interface Answer {
  body: unknown;
  cookies?: readonly string[];
}

/** Answers a script of the desk's own pages that has no session: JSON in, JSON out, never cached. */
export async function jsonDoor(
  desk: Desk,
  request: Request,
  work: (body: unknown) => Promise<Answer>,
): Promise<Response> {
  if (!isSameOrigin(request.headers, desk.origin)) return foreign();
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return reply(400, notJson());
  const text = await readText(request, longestBody);
  try {
    const { body, cookies = [] } = await work(parse(text));
    return reply(200, body, cookies);
  } catch (error) {
    if (!(error instanceof RapporteurError)) throw error;
    const code = error.code in status ? status[error.code as keyof typeof status] : 500;
    const response = reply(code, problemOf(error));
    if (error instanceof LimitExceeded) response.headers.set('retry-after', String(error.retryAfter));
    return response;
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw new RapporteurError('invalid_input', 'This is not JSON, or too much of it.');
  }
}

const notJson = () => problemOf(new RapporteurError('invalid_input', 'Send JSON.'));

function reply(code: number, body: unknown, cookies: readonly string[] = []): Response {
  const response = Response.json(body, { status: code, headers: { 'cache-control': 'private, no-store' } });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}
