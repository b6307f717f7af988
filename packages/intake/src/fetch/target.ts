import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { RapporteurError } from '@rapporteur/domain/errors';
import { isPublicAddress } from './public-address';

/** Finds the addresses of a name, all of them. */
export type Lookup = (name: string) => Promise<{ address: string }[]>;

/** What may be reached beyond the rule. */
export interface Reach {
  /** Ports, besides 80 and 443. */
  ports: readonly number[];
  /** Origins (`http://127.0.0.1:8080`) whose address and port are not looked at. */
  dangerouslyAllowed: readonly string[];
  lookup: Lookup;
  /** What a person may do instead where an address leads into a private network: a sentence. */
  instead: string;
}

export const systemNames: Lookup = (name) => systemLookup(name, { all: true, verbatim: true });

/** Where a request goes: an address, and the IP addresses it may be sent to, in order. */
export interface Target {
  url: URL;
  addresses: string[];
}

/**
 * Looks at an address before anything is sent to it, and at every IP address its name has now. A request must go to one of
 * those and not ask for the name again, which may have another answer by then. Throws `invalid_input` for one that is refused.
 */
export async function targetOf(
  address: string | URL,
  { ports, dangerouslyAllowed, lookup, instead }: Reach,
): Promise<Target> {
  const url = parse(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(`Addresses begin with http:// or https://; this one begins with ${url.protocol.slice(0, 20)}.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refused('The address holds a user name or a password. Only pages that everybody can read are fetched.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const allowed = dangerouslyAllowed.includes(url.origin);
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (!allowed && ![80, 443, ...ports].includes(port)) {
    throw refused(`The address names port ${port}. Only the usual ports of the web, 80 and 443, are asked.`);
  }
  const addresses = isIP(host) ? [host] : await resolve(host, lookup);
  // One forbidden answer among others is refused too: nobody publishes such a one for an honest reason.
  if (!allowed && !addresses.every(isPublicAddress)) {
    throw refused(`The address leads into a private or reserved network, where nothing is asked from here. ${instead}`);
  }
  return { url, addresses };
}

function parse(address: string | URL): URL {
  try {
    return new URL(address);
  } catch (error) {
    if (error instanceof TypeError)
      throw refused('This is no address of a page. Copy it from the browser: it begins with https://.');
    throw error;
  }
}

async function resolve(host: string, lookup: Lookup): Promise<string[]> {
  const found = await lookup(host).catch((error: unknown) => {
    if (error instanceof RapporteurError) throw error;
    throw new RapporteurError(
      'invalid_input',
      `The name ${host} is not known. Look whether it is spelled rightly, or try again later.`,
      [],
      { cause: error },
    );
  });
  if (found.length === 0) throw refused(`The name ${host} has no address.`);
  return found.map(({ address }) => address);
}

const refused = (message: string): RapporteurError => new RapporteurError('invalid_input', message);
