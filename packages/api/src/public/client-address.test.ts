import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf, readProxies } from './client-address';

const proxies = readProxies('10.0.0.0/8, ::1');

describe('the address of a client', () => {
  it.each([
    // What a client wrote is never taken from a client itself.
    ['198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['::ffff:198.51.100.7', '203.0.113.9', '198.51.100.7'],
    // A trusted proxy says who came; what was in the header before it is the client's own tale.
    ['10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['10.1.2.3', '192.0.2.1, 203.0.113.9', '203.0.113.9'],
    ['::1', '192.0.2.1, 203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['10.1.2.3', undefined, '10.1.2.3'],
    ['10.1.2.3', 'not an address', '10.1.2.3'],
    ['10.1.2.3', '203.0.113.9, unknown', '10.1.2.3'],
  ])('of peer %s that forwards "%s" is %s', (peer, forwarded, expected) => {
    expect(clientAddress(peer, forwarded, proxies)).toBe(expected);
  });

  it('is the peer where no proxy is trusted', () => {
    expect(clientAddress('127.0.0.1', '203.0.113.9', readProxies(''))).toBe('127.0.0.1');
  });

  it.each(['proxy', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/x', '::/129'])('is not read from "%s"', (text) => {
    expect(() => readProxies(text)).toThrow('TRUSTED_PROXIES');
  });
});

describe('what tries are counted by', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:db8:0:1::ffff', '2001:db8:0:1::/64'],
    ['2001:DB8::1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, expected) => {
    expect(networkOf(address)).toBe(expected);
  });
});
