import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentFrom, problemIn } from './moment';

const now = new Date('2024-06-15T10:20:30.400Z');
const stampOf = (date: string, time: string) => momentFrom(date, time, now).instant?.toISOString() ?? null;

describe('the moment a reader means', () => {
  it('ends with what it names: the day, the minute or the second', () => {
    expect(stampOf('2023-11-30', '')).toBe('2023-11-30T23:59:59.999Z');
    expect(stampOf('2023-11-30', '12:00')).toBe('2023-11-30T12:00:59.999Z');
    expect(stampOf('2023-11-30', '12:00:07')).toBe('2023-11-30T12:00:07.999Z');
  });

  it('is now where it has begun and not ended', () => {
    expect(stampOf('2024-06-15', '')).toBe(now.toISOString());
    expect(stampOf('2024-06-15', '10:20')).toBe(now.toISOString());
    expect(stampOf('2024-06-15', '10:21')).toBeNull();
    expect(stampOf('2024-06-16', '')).toBeNull();
  });

  it('is never one that does not exist, and the refusal says why', () => {
    for (const date of ['', '30.11.2023', '2023-02-30', '2023-13-01', '23-1-1', '0000-05-05', '2023-11-30T10:00'])
      expect(problemIn(momentFrom(date, '', now)), date).toMatch(/2023-11-30|There is no/);
    for (const time of ['25:00', '12:60', '12', 'noon', '12:00:61'])
      expect(problemIn(momentFrom('2023-11-30', time, now)), time).toMatch(/12:00|There is no/);
  });

  it('is never later than now, and never earlier than what was named', () => {
    const dates = fc.date({ min: new Date('1000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.constantFrom(0, 16, 19), (wanted, length) => {
        const iso = wanted.toISOString();
        const { instant } = momentFrom(iso.slice(0, 10), length === 0 ? '' : iso.slice(11, length), now);
        if (instant === null) return wanted > now;
        return instant <= now && instant.getTime() >= Math.min(now.getTime(), wanted.getTime());
      }),
    );
  });
});
