import { LimitExceeded, RapporteurError } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import type { z } from 'zod';
import type { Desk } from './desk';
import { writeFlash } from './flash';
import { isSameOrigin } from '../public/origin';

/** The most that one of these forms holds, in bytes: a few short fields. */
const longestForm = 32 * 1024;

export type Fields = Readonly<Record<string, string>>;

interface FormDoor {
  /** The page that shows the form again, with its query. */
  back: (fields: Fields) => string;
  /** The fields that the page fills in again. Never a password or a code. */
  keeps: readonly string[];
}

/**
 * Answers a form that somebody without a session may send. Only a page of the desk itself may send it; refused, it is shown
 * again with the reason and what was typed; tried too often, the answer says when to come back.
 */
export async function formDoor(
  desk: Desk,
  request: Request,
  { back, keeps }: FormDoor,
  work: (fields: Fields) => Promise<Response>,
): Promise<Response> {
  if (!isSameOrigin(request.headers, desk.origin)) return foreign();
  const fields = await readFields(request);
  if (fields === null) return new Response('This is not a form of the desk.\n', { status: 400 });
  try {
    return await work(fields);
  } catch (error) {
    if (error instanceof LimitExceeded) return tooMany(error, back(fields), keep(desk, error, fields, keeps));
    if (error instanceof RapporteurError) return go(withProblem(back(fields)), [keep(desk, error, fields, keeps)]);
    throw error;
  }
}

/** What a form sent, by a schema. Throws `invalid_input` that names the field. */
export function read<T extends z.ZodType>(schema: T, fields: unknown): z.infer<T> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw fromZod(parsed.error, `Check the form: ${String(issue?.path[0] ?? 'it')} ${issue?.message ?? 'is not valid'}.`);
}

function keep(desk: Desk, error: RapporteurError, fields: Fields, keeps: readonly string[]): string {
  const typed = Object.fromEntries(keeps.map((name) => [name, (fields[name] ?? '').slice(0, 300)]));
  const field = error.issues[0]?.path.slice(1) ?? null;
  return writeFlash(desk.origin, { message: error.message.slice(0, 1000), field, typed });
}

/** The fields of an urlencoded form; null for any other body, and for one that is too long. */
async function readFields(request: Request): Promise<Fields | null> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')) return null;
  const text = await readText(request, longestForm);
  return text === null ? null : Object.fromEntries(new URLSearchParams(text));
}

/** The text of a body, read no further than it may be long; null where it is longer. */
export async function readText(request: Request, longest: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > longest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Sends a browser on, with cookies. */
export function go(location: string, cookies: readonly string[] = []): Response {
  const response = new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

/** Browsers go back to the page, which says why; programs read the status and when to come back. */
function tooMany(error: LimitExceeded, back: string, cookie: string): Response {
  return new Response(`${error.message}\n`, {
    status: 429,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
      'retry-after': String(error.retryAfter),
      refresh: `0; url=${withProblem(back)}`,
      'set-cookie': cookie,
    },
  });
}

const withProblem = (location: string) => `${location}${location.includes('?') ? '&' : '?'}problem=1`;

export const foreign = () => new Response('This request did not come from a page of the desk.\n', { status: 403 });
