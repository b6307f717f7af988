import { describe, expect, it } from 'vitest';
import { instantMeant, moment } from './instant';

const now = new Date('2024-05-06T10:11:12Z');

describe('a moment', () => {
  it.each([
    ['2024-02-29', '2024-02-29T23:59:59.999Z'],
    ['2024-05-06', now.toISOString()],
    ['2024-05-06T12:00:00+02:00', '2024-05-06T10:00:00.999Z'],
    ['2024-05-06T12:00+02:00', '2024-05-06T10:00:59.999Z'],
    ['2024-05-06T12:00:00.25+02:00', '2024-05-06T10:00:00.250Z'],
    ['2024-05-06T10:11:12Z', now.toISOString()],
    ['2024-05-06T10:11Z', now.toISOString()],
    ['0001-01-01', '0001-01-01T23:59:59.999Z'],
  ])('%s means its end, or now where that is to come', (text, meant) => {
    expect(instantMeant(text, now).toISOString()).toBe(meant);
  });

  it.each([
    ['2024-05-07', 'has not come yet'],
    ['2024-05-06T10:11:13Z', 'has not come yet'],
    ['0000-12-31', 'before the year 1'],
    ['0001-01-01T00:00:00+01:00', 'before the year 1'],
  ])('%s is refused: it %s', (text, reason) => {
    expect(() => instantMeant(text, now)).toThrow(reason);
  });

  it.each(['2024-02-31', '2023-02-29', '2024-05-06T12:00:00', 'yesterday'])('is not %s', (text) => {
    expect(moment.safeParse(text).success).toBe(false);
  });
});
