/** What of `node:net` tells IP addresses apart; given, because the domain runs in a browser as well. */
interface Net {
  BlockList: new () => {
    addSubnet(network: string, prefix: number, family: 'ipv4' | 'ipv6'): void;
    check(address: string, family: 'ipv4' | 'ipv6'): boolean;
  };
  isIP: (this: void, text: string) => number;
}

/** Not reachable for everybody, or not one machine (IANA IPv4 Special-Purpose Address Registry, RFC 6890; RFC 1112). */
const closed4: [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Answers for the machine itself in some clouds, though its block is public.
  ['168.63.129.16', 32],
];

/** Global unicast is 2000::/3 only; of that, what leads elsewhere or nowhere (IANA IPv6 Special-Purpose Address Registry). */
const closed6: [network: string, prefix: number][] = [
  // Teredo (2001::/32) hides an IPv4 address, as 6to4 does; the rest of the block is for protocols.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

/**
 * Tells whether an IP address is one machine that everybody can reach. Loopback, private, shared, link-local, multicast and
 * reserved ones are not, nor the ways to write an IPv4 address as an IPv6 one (mapped, NAT64, 6to4, Teredo).
 */
export function publicAddresses({ BlockList, isIP }: Net): (address: string) => boolean {
  const closed = new BlockList();
  for (const [network, prefix] of closed4) closed.addSubnet(network, prefix, 'ipv4');
  for (const [network, prefix] of closed6) closed.addSubnet(network, prefix, 'ipv6');
  const global6 = new BlockList();
  global6.addSubnet('2000::', 3, 'ipv6');
  return (address) => {
    switch (isIP(address)) {
      case 4:
        return !closed.check(address, 'ipv4');
      case 6:
        // An address with a zone (`%eth0`) is of this machine's own network.
        return !address.includes('%') && global6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
      default:
        return false;
    }
  };
}
