import { RequestError } from './request-error';

export interface Patience {
  /** How often a request is made again after none or a passing refusal came; 3 unless said otherwise. */
  retries?: number;
  /** The longest wait between two tries, in milliseconds; 30 seconds unless said otherwise. */
  longestWait?: number;
  /** How long one try may take, in milliseconds; 30 seconds unless said otherwise. */
  timeout?: number;
}

const passing = new Set([429, 502, 503, 504]);

/** The first wait, in milliseconds; each further one may be twice as long. */
const firstWait = 250;

/**
 * Fetches, and tries again where no answer came or one that passes (429, 502, 503, 504). It waits as long as `Retry-After` says
 * (RFC 9110 §10.2.3), and otherwise by chance within a time that doubles, so that many clients do not come back at once.
 * A wait longer than the longest ends it. Throws {@link RequestError} `network`, or the reason of the signal.
 */
export async function fetchPatiently(
  fetcher: typeof fetch,
  address: string,
  headers: Record<string, string>,
  { retries = 3, longestWait = 30_000, timeout = 30_000 }: Patience,
  signal: AbortSignal | undefined,
): Promise<Response> {
  for (let tried = 0; ; tried += 1) {
    const outcome = await tryOnce(fetcher, address, headers, timeout, signal);
    const failed = outcome instanceof RequestError;
    if (!failed && !passing.has(outcome.status)) return outcome;
    const asked = failed ? null : retryAfterOf(outcome);
    const wait = asked === null ? Math.random() * Math.min(longestWait, firstWait * 2 ** tried) : asked * 1000;
    if (tried >= retries || wait > longestWait) {
      if (failed) throw outcome;
      return outcome;
    }
    if (!failed) await outcome.body?.cancel();
    await pause(wait, signal);
  }
}

async function tryOnce(
  fetcher: typeof fetch,
  address: string,
  headers: Record<string, string>,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Response | RequestError> {
  signal?.throwIfAborted();
  const limit = AbortSignal.timeout(timeout);
  try {
    return await fetcher(address, { headers, signal: signal ? AbortSignal.any([signal, limit]) : limit });
  } catch (error) {
    // Whoever broke it off knows why; everything else that fetch rejects with means that no answer came.
    signal?.throwIfAborted();
    const reason = limit.aborted ? `in ${timeout / 1000} seconds` : 'at all';
    return new RequestError('network', `No answer came ${reason} from ${new URL(address).origin}.`, null, [], null, {
      cause: error,
    });
  }
}

/** In how many seconds to come back: a number, or a date of HTTP. Null where neither is said. */
export function retryAfterOf({ headers }: Response): number | null {
  const told = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(told)) return Number(told);
  const date = Date.parse(told);
  return Number.isNaN(date) ? null : Math.max(0, (date - Date.now()) / 1000);
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
