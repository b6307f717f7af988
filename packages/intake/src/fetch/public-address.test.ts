import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address';

const open = [
  '1.1.1.1',
  '9.9.9.9',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.0.1',
  '172.32.0.1',
  '192.0.1.1',
  '2606:4700::1111',
  '2a00:1450::1',
];

/** Addresses by what is wrong with them, each range by its first, its last, or one in between. */
const shut: Record<string, string[]> = {
  'this machine': ['0.0.0.0', '0.1.2.3', '127.0.0.1', '127.255.255.255', '::', '::1'],
  private: [
    '10.0.0.0',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    'fc00::1',
    'fdff::1',
    'fd00:ec2::254',
  ],
  shared: ['100.64.0.0', '100.100.100.200', '100.127.255.255'],
  'link-local and metadata': [
    '169.254.0.1',
    '169.254.169.254',
    '168.63.129.16',
    'fe80::1',
    'febf::1',
    'fe80::1%eth0',
    'fec0::1',
  ],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  reserved: [
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.9',
    '240.0.0.1',
    '255.255.255.255',
    '100::1',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    '4000::1',
  ],
  mapped: ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:a00:1', '::ffff:1.1.1.1', '::ffff:0:127.0.0.1', '::127.0.0.1'],
  NAT64: ['64:ff9b::7f00:1', '64:ff9b::1.1.1.1', '64:ff9b:1::a00:1'],
  '6to4': ['2002:7f00:1::', '2002:a00:1::1', '2002:c0a8:101::1'],
  Teredo: ['2001:0:4136:e378:8000:63bf:80ff:fffe', '2001::1', '2001:20::1'],
  'no address': ['', 'localhost', '127.1', '0x7f.1', '2130706433', '1.1.1.1 ', '[::1]'],
};

/** The addresses that a judge takes for public though they are not. */
const faults = (judge: (address: string) => boolean) => Object.values(shut).flat().filter(judge);

describe('an address that everybody can reach', () => {
  it.each(open)('is %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it('is none of those that lead to this machine, to its neighbours or nowhere', () => {
    expect(faults(isPublicAddress)).toEqual([]);
  });

  it('is noticed where it is one of them', () => {
    const naive = (address: string) =>
      !/^(?:127|10|192[.]168|169[.]254|172[.](?:1[6-9]|2\d|3[01]))[.]|^::1$|^f[cd]/.test(address);
    expect(faults(naive)).toEqual(
      expect.arrayContaining([
        '0.0.0.0',
        '100.64.0.0',
        '::',
        '::ffff:7f00:1',
        '64:ff9b::7f00:1',
        '2002:7f00:1::',
        '2001::1',
        'fe80::1',
      ]),
    );
  });
});
