import { AnswerCache, type CacheBounds } from './answer-cache';
import type { Call, CallOptions } from './call';
import type { Inputs, Outputs } from './calls';
import { fetchPatiently, retryAfterOf, type Patience } from './patience';
import { errorOf, RequestError } from './request-error';

export { each } from './each';
export { follow } from './follow';
export { RequestError, type InputIssue, type RequestErrorCode } from './request-error';
export type { CacheBounds, Call, CallOptions, Inputs, Outputs, Patience };

export interface ClientOptions extends Patience {
  /** What makes the requests; the platform's own `fetch` unless said otherwise. */
  fetch?: typeof fetch;
  /** An API token of the desk, with which more may be read. Whoever sees the program sees it: none belongs into a page. */
  token?: string;
  /** Bounds of the cache of answers, or `false` for none. In a browser there is none unless asked for: it has its own. */
  cache?: CacheBounds | false;
}

type Calls = {
  readonly [Area in keyof Inputs]: {
    readonly [Name in keyof Inputs[Area]]: Call<
      Inputs[Area][Name],
      Name extends keyof Outputs[Area] ? Outputs[Area][Name] : never
    >;
  };
};

/** The procedures of a record, by area and name: `client.record.get({ kind: 'actor', slug: 'hungary' })`. */
export type Client = Calls & {
  /**
   * The same record as it stood at an instant: a Date, or a text such as "2024-01-15T12:00:00Z" or "2024-01-15". A day is its
   * last second (UTC), because what changed that day belongs to it; today is now. Addresses name whole seconds; a fraction is
   * cut off.
   */
  asOf(instant: Date | string): Client;
};

/**
 * A client of the record that is published at an origin such as "https://record.example.org". It only reads. Calls reject with
 * a {@link RequestError}, or with the reason of their signal.
 */
export function rapporteur(origin: string, options: ClientOptions = {}): Client {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new RequestError('invalid_input', `"${origin}" is not an origin such as https://record.example.org.`);
  const browser = 'document' in globalThis;
  const bounds = options.cache ?? (browser ? false : {});
  return clientAt(url.origin, '', options, bounds === false ? null : new AnswerCache(bounds));
}

function clientAt(origin: string, past: string, options: ClientOptions, cache: AnswerCache | null): Client {
  const callOf = (path: string): Call<unknown, unknown> =>
    Object.assign(
      (input: unknown, { signal }: CallOptions = {}) =>
        ask(
          `${origin}${past}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
          options,
          cache,
          signal,
        ),
      { path },
    );
  const asOf = (instant: Date | string) => clientAt(origin, `/at/${stampOf(instant)}`, options, cache);
  const area = (name: string) => named((call) => callOf(`${name}.${call}`));
  return named((name) => (name === 'asOf' ? asOf : area(name))) as Client;
}

/** An object that has whatever it is asked for; but it is no promise, even where one is looked for. */
function named(member: (name: string) => unknown): object {
  const known = new Map<string, unknown>();
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name === 'symbol' || name === 'then') return undefined;
        if (!known.has(name)) known.set(name, member(name));
        return known.get(name);
      },
    },
  );
}

/** The longest address that a record reads. */
const longest = 4096;

async function ask(
  address: string,
  options: ClientOptions,
  cache: AnswerCache | null,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  if (address.length - new URL(address).origin.length > longest)
    throw new RequestError('invalid_input', 'This input is too long for an address: ask for less at once.');
  const kept = cache?.get(address);
  if (kept?.fixed) return dataOf(kept.text, 200);
  // Where nothing is kept the browser's own cache asks whether its answer still stands; a header of ours would stop it.
  const headers: Record<string, string> = kept === undefined ? {} : { 'if-none-match': kept.tag };
  if (options.token !== undefined) headers['authorization'] = `Bearer ${options.token}`;
  const response = await fetchPatiently(options.fetch ?? fetch, address, headers, options, signal);
  if (response.status === 304 && kept !== undefined) return dataOf(kept.text, 200);
  const text = await bodyOf(response, signal);
  if (!response.ok) throw errorOf(response.status, text, retryAfterOf(response));
  const data = dataOf(text, response.status);
  const tag = response.headers.get('etag');
  if (tag !== null)
    cache?.set(address, { tag, text, fixed: response.headers.get('cache-control')?.includes('immutable') === true });
  return data;
}

async function bodyOf(response: Response, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    throw new RequestError('network', 'The answer broke off.', response.status, [], null, { cause: error });
  }
}

/** What a procedure answered; made anew each time, so that nobody changes what others are given. */
function dataOf(text: string, status: number): unknown {
  try {
    const { result } = JSON.parse(text) as { result: { data: unknown } };
    return result.data;
  } catch (error) {
    throw new RequestError('unreadable', 'This is not the answer of a record. Is the origin right?', status, [], null, {
      cause: error,
    });
  }
}

function stampOf(instant: Date | string): string {
  // A time without its zone would mean another instant on every machine.
  const written = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
  const date = typeof instant !== 'string' ? instant : written.test(instant) && isReal(instant) ? meant(instant) : null;
  const year = date?.getUTCFullYear() ?? Number.NaN;
  if (date === null || !(year >= 1 && year <= 9999))
    throw new RequestError(
      'invalid_input',
      `${JSON.stringify(instant)} is not an instant such as 2024-01-15 or 2024-01-15T12:00:00Z.`,
    );
  return date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
}

/** Whether the day of a text is in the calendar: JavaScript reads 31 February as a day of March. */
function isReal(text: string): boolean {
  const day = text.slice(0, 10);
  const begin = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(begin.getTime()) && begin.toISOString().startsWith(day);
}

/** The instant that a text means: of a day or a minute its last second, and now for one that has begun and not ended. */
function meant(text: string): Date {
  const isDay = text.length === 10;
  const begin = new Date(isDay ? `${text}T00:00:00Z` : text);
  const seconds = isDay ? 86_399 : /T\d\d:\d\d(?!:)/.test(text) ? 59 : 0;
  const [end, now] = [new Date(begin.getTime() + seconds * 1000), new Date()];
  return begin <= now && now < end ? now : end;
}
