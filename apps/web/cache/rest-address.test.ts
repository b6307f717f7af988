import { describe, expect, it } from 'vitest';
import { hasBegun, parseAddress } from './address';

const at = '2024-01-31T12:00:00.000Z';
const restOf = (target: string) => {
  const address = parseAddress(target);
  if (address.to !== 'data') throw new Error(`${target} leads ${address.to}`);
  return { key: address.key, path: address.path, instant: address.instant?.toISOString() ?? null };
};

describe('addresses of the interface for programs', () => {
  it('puts parameters in one order, and drops none', () => {
    const one = restOf('/api/v1/actors?limit=20&after=a%2Cb');
    expect(one).toEqual(restOf('/api/v1/actors?after=a,b&limit=20'));
    expect(one.path).toBe('/api/v1/actors?after=a%2Cb&limit=20');
    expect(restOf('/api/v1/actors?draft=1&a[not]=').path).toBe('/api/v1/actors?a%5Bnot%5D=&draft=1');
  });

  it('reads the past, however its instant is written', () => {
    expect(restOf('/at/20240131120000/api/v1/actors')).toMatchObject({
      path: '/api/v1/actors',
      instant: '2024-01-31T12:00:00.999Z',
    });
    expect(restOf(`/api/v1/actors?asOf=${at}&limit=2`)).toMatchObject({ path: '/api/v1/actors?limit=2', instant: at });
    expect(restOf('/api/v1/actors?asOf=2024-01-31T14:00:00.000+02:00').instant).toBe(at);
    expect(restOf('/api/v1/actors?asOf=2024-01-31T14:00:00+02:00').instant).toBe('2024-01-31T12:00:00.999Z');
    expect(restOf('/api/v1/actors?asOf=2024-01-31').instant).toBe('2024-01-31T23:59:59.999Z');
    expect(restOf('/api/v1/actors?asOf=2024-01-31T12:00:00.250Z').instant).toBe('2024-01-31T12:00:00.250Z');
    expect(restOf(`/api/v1/actors?asOf=${at}`).key).not.toBe(restOf('/api/v1/actors').key);
  });

  it('reads a day that has begun, and none that is to come', () => {
    const begun = (day: string, now: string) => {
      const address = parseAddress(`/api/v1/actors?asOf=${day}`);
      return address.to === 'data' && hasBegun(address, Date.parse(now));
    };
    expect(begun('2024-01-31', '2024-01-31T00:00:00.000Z')).toBe(true);
    expect(begun('2024-01-31', '2024-01-30T23:59:59.999Z')).toBe(false);
  });

  it('takes the moment of the other interfaces in their query as well, and of nothing that has no past', () => {
    const past = '2024-01-31T23:59:59.999Z';
    expect(restOf('/api/trpc/status.get?input=%7B%7D&asOf=2024-01-31&x=1')).toEqual({
      key: '/api/trpc/status.get?asOf=2024-01-31&input=%7B%7D',
      path: '/api/trpc/status.get?input=%7B%7D',
      instant: past,
    });
    expect(restOf('/api/reconcile?asOf=2024-01-31')).toMatchObject({ path: '/api/reconcile', instant: past });
    expect(restOf(`/api/trpc/search.find?input=${'x'.repeat(2000)}&asOf=2024-01-31`).instant).toBe(past);
    for (const target of ['/at/20240131120000/api/trpc/status.get?asOf=2024-01-31', '/api/trpc/status.get?asOf=x'])
      expect(parseAddress(target).to, target).toBe('refused');
    expect(parseAddress('/api/trpc/export.list?input=%7B%7D&asOf=2024-01-31').to).toBe('nowhere');
  });

  it.each([
    '/api/v1/actors?limit=1&limit=2',
    '/api/v1/actors?q=%00',
    '/api/v1/actors?q=%ED%A0%80',
    `/api/v1/actors?q=${'x'.repeat(1025)}`,
    '/api/v1/actors?=x',
    '/api/v1/actors?asOf=',
    '/api/v1/actors?asOf=2024-02-30T00:00:00Z',
    '/api/v1/actors?asOf=2024-02-30',
    '/api/v1/actors?asOf=2024-01-31T12:00:00',
    '/api/v1/actors?asOf=0000-01-01T00:00:00Z',
    '/api/v1/actors?asOf=yesterday',
    '/at/20240131120000/api/v1/actors?asOf=2024-01-31T12:00:00Z',
  ])('refuses %s', (target) => {
    expect(parseAddress(target).to).toBe('refused');
  });

  it('is told to people on a page of the site, whose own address is not open', () => {
    expect(parseAddress('/api/v1/docs?x=1')).toMatchObject({ to: 'page', key: '/api/v1/docs', path: '/reference' });
    for (const target of ['/reference', '/uk/api/v1/docs', '/at/20240131120000/api/v1/docs'])
      expect(parseAddress(target).to, target).toBe('nowhere');
  });

  it('keeps addresses beside it apart', () => {
    expect(restOf('/api/v1').path).toBe('/api/v1');
    expect(restOf('/api/v10/actors?x=1').path).toBe('/api/v10/actors');
  });
});
