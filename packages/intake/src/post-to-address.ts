import { RapporteurError } from '@rapporteur/domain/errors';
import type { FetchOptions } from './fetch-address';
import { request } from './fetch/request';
import { systemNames, targetOf } from './fetch/target';

/** What an address answered: its status, and the beginning of what came with it. */
export interface Posted {
  status: number;
  text: string;
}

const usualTime = 10_000;
/** How much of an answer is read, in bytes. */
const mostRead = 2_048;

/**
 * Sends a body to an address by POST, under the same guard as pages are fetched: it is looked at as it is connected to, and only
 * https is spoken, unless the address is of an origin that is dangerously allowed. What leads on is not followed: its status is
 * the answer. Throws `invalid_input` for an address that is refused, `unavailable` where nobody answers in time.
 */
export async function postToAddress(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { time = usualTime, ports = [], dangerouslyAllowed = [], lookup = systemNames }: FetchOptions = {},
): Promise<Posted> {
  const target = await targetOf(address, { ports, dangerouslyAllowed, lookup });
  if (target.url.protocol !== 'https:' && !dangerouslyAllowed.includes(target.url.origin))
    throw new RapporteurError('invalid_input', 'The address does not begin with https://.');
  const bytes = Buffer.from(body);
  const signal = AbortSignal.timeout(time);
  try {
    const response = await request(target, signal, {
      method: 'POST',
      headers: { 'user-agent': 'Rapporteur/0.1', 'content-length': bytes.length, ...headers },
      body: bytes,
    });
    let text = '';
    try {
      for await (const chunk of response) {
        text += (chunk as Buffer).toString('utf8');
        if (text.length >= mostRead) break;
      }
    } finally {
      response.destroy();
    }
    return { status: response.statusCode ?? 0, text: text.slice(0, mostRead) };
  } catch (error) {
    if (signal.aborted)
      throw new RapporteurError(
        'unavailable',
        `${target.url.host} did not answer in ${Math.ceil(time / 1000)} seconds.`,
      );
    if (error instanceof RapporteurError) throw error;
    throw new RapporteurError('unavailable', `The connection to ${target.url.host} was lost.`, [], { cause: error });
  }
}
