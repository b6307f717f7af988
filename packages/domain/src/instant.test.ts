import { describe, expect, it } from 'vitest';
import { instantOf, parseMoment, writeMoment } from './instant';

const span = (text: string) => {
  const moment = parseMoment(text);
  return moment && [moment.begin.toISOString(), moment.end.toISOString()];
};

describe('a moment', () => {
  it.each([
    ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z', '0001-01-01T23:59:59.999Z'],
    ['2024-05-06T12:00+02:00', '2024-05-06T10:00:00.000Z', '2024-05-06T10:00:59.999Z'],
    ['2024-05-06T12:00:07Z', '2024-05-06T12:00:07.000Z', '2024-05-06T12:00:07.999Z'],
    ['2024-05-06T12:00:07.25Z', '2024-05-06T12:00:07.250Z', '2024-05-06T12:00:07.250Z'],
  ])('%s lasts as long as what it names', (text, begin, end) => {
    expect(span(text)).toEqual([begin, end]);
  });

  it.each([
    '',
    'yesterday',
    '2024-02-30',
    '2024-1-1',
    '2024-05-06T12:00:00',
    '0000-12-31',
    '9999-12-31T23:59:59-01:00',
  ])('is not “%s”', (text) => expect(parseMoment(text)).toBeNull());

  it('is read at its end, at now while it lasts, and not before it begins', () => {
    const day = parseMoment('2024-05-06');
    const at = (now: string) => day && instantOf(day, new Date(now))?.toISOString();
    expect(at('2024-05-05T23:59:59.999Z')).toBeUndefined();
    expect(at('2024-05-06T10:00:00Z')).toBe('2024-05-06T10:00:00.000Z');
    expect(at('2024-05-07T00:00:00Z')).toBe('2024-05-06T23:59:59.999Z');
  });

  it.each(['2024-02-29', '2024-05-06T12:00:07Z', '2024-05-06T12:00:07.250Z', '2024-05-06T12:00:07.000Z'])(
    'is written as it was read: %s',
    (text) => expect(writeMoment(parseMoment(text)?.end ?? new Date())).toBe(text),
  );
});
