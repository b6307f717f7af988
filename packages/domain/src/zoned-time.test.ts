import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RapporteurError } from './errors';
import { localTime, resolveTime, zonedTime, type ZonedTime } from './zoned-time';

function refused(time: ZonedTime): string[] {
  try {
    resolveTime(time, '/at');
  } catch (error) {
    if (error instanceof RapporteurError) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
}
const instantOf = (time: ZonedTime) => resolveTime(time).instant.toISOString();

describe('a local time in a zone', () => {
  it('is the instant at which the clocks there show it', () => {
    expect(instantOf({ local: '2026-12-01T09:00', zone: 'Europe/Brussels' })).toBe('2026-12-01T08:00:00.000Z');
    expect(instantOf({ local: '2026-07-01T09:00', zone: 'Europe/Brussels' })).toBe('2026-07-01T07:00:00.000Z');
    expect(instantOf({ local: '2026-07-01T09:00:30', zone: 'Asia/Kathmandu' })).toBe('2026-07-01T03:15:30.000Z');
    expect(resolveTime({ local: '2026-07-01T09:00', zone: 'europe/kyiv' })).toMatchObject({
      zone: 'Europe/Kyiv',
      local: '2026-07-01T09:00:00',
    });
  });

  it('is refused where the clocks skip it, even when asked to choose', () => {
    const skipped = { local: '2026-03-29T02:30', zone: 'Europe/Budapest' };
    expect(refused(skipped)).toEqual(['/at/local']);
    expect(refused({ ...skipped, choose: 'later' })).toEqual(['/at/local']);
    expect(refused({ ...skipped, local: '2026-03-29T03:00' })).toEqual([]);
  });

  it('is refused where it comes twice, unless it is said which', () => {
    const twice = { local: '2026-10-25T02:30', zone: 'Europe/Budapest' };
    expect(refused(twice)).toEqual(['/at/choose']);
    expect(instantOf({ ...twice, choose: 'earlier' })).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf({ ...twice, choose: 'later' })).toBe('2026-10-25T01:30:00.000Z');
  });

  it.each([
    ['2026-02-30T09:00', 'Europe/Brussels', '/at/local'],
    ['2026-01-01T24:00', 'Europe/Brussels', '/at/local'],
    ['2026-01-01T09:00', 'Europe/Nowhere', '/at/zone'],
    ['2026-01-01T09:00', '+01:00', '/at/zone'],
    ['2026-01-01T09:00', '../etc/passwd', '/at/zone'],
  ])('refuses %s in %s', (local, zone, path) => {
    expect(refused({ local, zone })).toEqual([path]);
  });

  it('has one spelling', () => {
    for (const local of ['2026-1-1T09:00', '2026-01-01', '2026-01-01T09:00Z', '2026-01-01T09:00+01:00', 'tomorrow'])
      expect(zonedTime.safeParse({ local, zone: 'UTC' }).success).toBe(false);
  });

  it('is found again from every instant of the clock', () => {
    const zones = ['Europe/Brussels', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca'];
    // A repeated hour is one of its two instants; every other local time is exactly the one it came from.
    fc.assert(
      fc.property(
        fc.integer({ min: 1_600_000_000, max: 2_200_000_000 }),
        fc.constantFrom(...zones),
        (seconds, zone) => {
          const instant = new Date(seconds * 1000);
          const { local } = localTime(instant, zone);
          const found = (['earlier', 'later'] as const).map((choose) => instantOf({ local, zone, choose }));
          expect(found).toContain(instant.toISOString());
        },
      ),
    );
  });
});
