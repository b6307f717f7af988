import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../i18n/text';
import { ago, shortDay, snoozeDays } from './when';

const t = text('queue');
const now = new Date('2024-01-15T10:32:00Z');

describe('how long ago something was', () => {
  it.each([
    ['2024-01-15T10:31:30Z', 'Just now'],
    ['2024-01-15T09:52:00Z', '40 min ago'],
    ['2024-01-15T08:32:00Z', '2 h ago'],
    ['2024-01-14T23:59:00Z', 'Yesterday'],
    ['2024-01-14T00:00:00Z', 'Yesterday'],
    ['2024-01-12T10:00:00Z', '3 days ago'],
    ['2024-01-08T23:59:59Z', '8 Jan'],
    ['2023-12-31T00:00:00Z', '31 Dec 2023'],
    // A clock that runs ahead of the server's.
    ['2024-01-15T10:33:00Z', 'Just now'],
  ])('%s is %s', (instant, words) => {
    expect(ago(t, instant, now)).toBe(words);
  });

  it('names the year only where it is another', () => {
    expect(shortDay('2024-02-01', '2024-01-15')).toBe('1 Feb');
    expect(shortDay('2025-02-01', '2024-01-15')).toBe('1 Feb 2025');
  });
});

it('offers days to sleep until that lie ahead, the Monday a Monday', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const days = snoozeDays(date);
      expect(days.every(({ day }) => day > date.toISOString().slice(0, 10))).toBe(true);
      expect(new Date(`${days[1]?.day}T00:00:00Z`).getUTCDay()).toBe(1);
    }),
  );
});
