import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { RapporteurError } from '@rapporteur/domain/errors';

/** The proxies whose word on where a request came from is taken. */
export type TrustedProxies = BlockList;

/** Reads addresses and networks, such as "10.0.0.0/8, ::1". Throws `invalid_input`, one clear line, for anything else. */
export function readProxies(text: string): TrustedProxies {
  const proxies = new BlockList();
  for (const part of text.split(/[\s,]+/).filter((entry) => entry !== '')) {
    const [address = '', length, ...rest] = part.split('/');
    const version = isIP(address);
    const bits = length === undefined ? null : Number(length);
    const longest = version === 4 ? 32 : 128;
    const isLength = bits === null || (/^\d{1,3}$/.test(length ?? '') && bits <= longest);
    if (version === 0 || rest.length > 0 || !isLength) {
      throw new RapporteurError(
        'invalid_input',
        `TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, not "${part}".`,
      );
    }
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (bits === null) proxies.addAddress(address, family);
    else proxies.addSubnet(address, bits, family);
  }
  return proxies;
}

/**
 * From which address a request came. What `X-Forwarded-For` says counts only as far as trusted proxies wrote it: from its
 * end, up to the first address that is none of them.
 */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  proxies: TrustedProxies,
): string {
  let address = plain(peer ?? '');
  for (const hop of (forwarded ?? '').split(',').toReversed()) {
    if (!isTrusted(address, proxies)) return address;
    const next = plain(hop.trim());
    if (isIP(next) === 0) return address;
    address = next;
  }
  return address;
}

/** From which address a request came that arrived here, by the same rule. */
export const clientOf = (
  { socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  proxies: TrustedProxies,
): string => clientAddress(socket.remoteAddress, [headers['x-forwarded-for'] ?? []].flat().join(','), proxies);

function isTrusted(address: string, proxies: TrustedProxies): boolean {
  const version = isIP(address);
  return version !== 0 && proxies.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

// An IPv4 address on an IPv6 socket is the same address.
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * What tries are counted by: an IPv4 address, or the network of an IPv6 address (its first 64 bits), because whoever has one
 * of its addresses has all of them. Anything else counts as itself.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - groupsIn(rest))).fill('0');
  const first = [...groups, ...gap, ...rest].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${first.join(':')}::/64`;
}

// The last group may be written as an IPv4 address, which stands for two.
const groupsIn = (groups: readonly string[]) => groups.length + (groups.at(-1)?.includes('.') === true ? 1 : 0);
