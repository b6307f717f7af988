import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatStamp, parseStamp } from '@rapporteur/domain/instant';
import { hasBegun, parseAddress } from './address';
import { chooseStamp, readAcceptDatetime, readBounds } from './time-gate';

const bounds = readBounds('20231130081501 20240115103201');
const now = new Date('2024-06-01T00:00:00.500Z');

describe('the instant that is asked for', () => {
  it('is a date of HTTP', () => {
    expect(readAcceptDatetime('Thu, 30 Nov 2023 12:00:00 GMT')).toEqual(new Date('2023-11-30T12:00:00Z'));
  });

  it.each([
    'Fri, 30 Nov 2023 12:00:00 GMT',
    'Thu, 31 Nov 2023 12:00:00 GMT',
    'Thu, 30 Nov 2023 12:00:00 +0100',
    'Thu, 30 Nov 2023 12:00:00',
    'Thursday, 30-Nov-23 12:00:00 GMT',
    '2023-11-30T12:00:00Z',
    '20231130120000',
    'now',
    ' ',
    'Thu, 30 Nov 2023 12:00:00 GMT, Thu, 30 Nov 2023 12:00:00 GMT',
  ])('is not read from %j', (header) => {
    expect(readAcceptDatetime(header)).toBeNull();
  });
});

describe('the state that is chosen', () => {
  it('is the first before all, the last after all and without an instant', () => {
    expect(chooseStamp(bounds, new Date('1990-01-01'), now)).toBe('20231130081501');
    expect(chooseStamp(bounds, new Date('2030-01-01'), now)).toBe('20240115103201');
    expect(chooseStamp(bounds, null, now)).toBe('20240115103201');
  });

  it('holds what was published within its second, from the first moment on', () => {
    const published = fc.date({ min: new Date('2023-01-01'), max: new Date('2024-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(published, fc.nat(2000), (at, later) => {
        const moment = new Date(at.getTime() + later);
        const stamp = chooseStamp(readBounds(`${formatStamp(at)} ${formatStamp(at)}`), null, moment);
        const address = parseAddress(`/at/${stamp}/actors`);
        if (address.to !== 'page' || address.instant === null) throw new Error('no page of the past');
        expect(address.instant.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(hasBegun(address, moment.getTime())).toBe(true);
        expect(hasBegun(address, Math.floor(at.getTime() / 1000) * 1000 - 1)).toBe(false);
      }),
    );
  });

  it('is never one to come', () => {
    expect(chooseStamp(bounds, null, new Date('2024-01-15T10:32:00.950Z'))).toBe('20240115103200');
  });

  it('is the one of the instant itself between them', () => {
    const within = fc.date({ min: bounds.first, max: bounds.last, noInvalidDate: true });
    fc.assert(
      fc.property(within, (wanted) => {
        const second = new Date(Math.floor(wanted.getTime() / 1000) * 1000);
        expect(parseStamp(chooseStamp(bounds, second, now))).toEqual(second);
      }),
    );
  });

  it('needs bounds that can be read', () => {
    expect(() => readBounds('')).toThrow('two stamps');
  });
});
