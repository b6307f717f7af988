import { RapporteurError } from '@rapporteur/domain/errors';
import type { FetchOptions } from './fetch-address';
import { request } from './fetch/request';
import { systemNames, targetOf, type Lookup } from './fetch/target';

/** What an address answered: its status, and the beginning of what came with it. */
export interface Posted {
  status: number;
  text: string;
}

const usualTime = 10_000;
/** How much of an answer is read, in bytes. */
const mostRead = 2_048;
const instead = 'Give one that everybody can reach.';

/**
 * Sends a body to an address by POST, under the same guard as pages are fetched: it is looked at as it is connected to, and only
 * https is spoken, unless the address is of an origin that is dangerously allowed. What leads on is not followed: its status is
 * the answer. Throws `invalid_input` for an address that is refused, `unavailable` where nobody answers in time, or its
 * name is not known now.
 */
export async function postToAddress(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { time = usualTime, ports = [], dangerouslyAllowed = [], lookup = systemNames }: FetchOptions = {},
): Promise<Posted> {
  const target = await targetOf(address, { ports, dangerouslyAllowed, lookup: nameOf(lookup), instead });
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
    const chunks: Buffer[] = [];
    let read = 0;
    try {
      for await (const chunk of response) {
        chunks.push(chunk as Buffer);
        read += (chunk as Buffer).length;
        if (read >= mostRead) break;
      }
    } finally {
      response.destroy();
    }
    // As if more came: a letter that is cut off at the end is left out.
    const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, mostRead), { stream: true });
    return { status: response.statusCode ?? 0, text };
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

/** A name that is not known now may be known later: that is no refusal. */
const nameOf =
  (lookup: Lookup): Lookup =>
  (name) =>
    lookup(name).catch((cause: unknown) => {
      throw new RapporteurError('unavailable', `The name ${name} is not known.`, [], { cause });
    });
