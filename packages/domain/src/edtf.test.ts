import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounds, edtfSchema, formatEdtf, parseEdtf } from './edtf';
import { RapporteurError } from './errors';

const two = (number: number) => String(number).padStart(2, '0');
// The package reads the years 0 to 99 through Date.UTC, which takes some of them for 1900 to 1999.
const year = fc.integer({ min: 100, max: 9999 }).map((number) => String(number).padStart(4, '0'));
const month = fc.integer({ min: 1, max: 12 }).map(two);
const day = fc.date({
  min: new Date('0100-01-01T00:00:00Z'),
  max: new Date('9999-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const shape = fc.oneof(
  year,
  year.map((text) => `${text.slice(0, 3)}X`),
  year.map((text) => `${text.slice(0, 2)}XX`),
  fc.tuple(year, month).map((parts) => parts.join('-')),
  year.map((text) => `${text}-XX`),
  year.map((text) => `${text}-XX-XX`),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}-XX`),
  day.map((date) => date.toISOString().slice(0, 10)),
  fc.integer({ min: 1, max: 9999 }).map((number) => `-${String(number).padStart(4, '0')}`),
  fc.integer({ min: 10_000, max: 200_000 }).map((number) => `Y${number}`),
  fc.integer({ min: 10_000, max: 200_000 }).map((number) => `Y-${number}`),
);
// The package does not read a doubt beside unspecified digits; ours is tested without it.
const single = fc
  .tuple(shape, fc.constantFrom('', '?', '~', '%'))
  .map(([text, mark]) => (/[XY]/.test(text) ? text : text + mark));

/** The bounds as the npm package edtf reads them. */
function oracle(text: string): { lower: string | null; upper: string | null } {
  const { min, max } = edtf(text) as { min: number | null; max: number | null };
  const iso = (at: number | null) =>
    at === null || !Number.isFinite(at) ? null : (new Date(at).toISOString().split('T')[0] ?? null);
  return { lower: iso(min), upper: iso(max) };
}

const faultOf = (text: string): string => {
  const result = edtfSchema.safeParse(text);
  return result.success ? '' : (result.error.issues[0]?.message ?? '');
};

describe('bounds', () => {
  it('are those of the npm package edtf, for every date', () => {
    fc.assert(
      fc.property(single, (text) => {
        expect(bounds(text)).toEqual(oracle(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('are those of the npm package edtf, for every interval that does not end before it starts', () => {
    const end = fc.oneof(single, fc.constantFrom('..', ''));
    fc.assert(
      fc.property(end, end, (from, to) => {
        const text = `${from}/${to}`;
        try {
          parseEdtf(text);
        } catch {
          return;
        }
        const { lower, upper } = bounds(text);
        if (from !== '..' && from !== '') expect(lower).toBe(bounds(from).lower);
        else expect(lower).toBeNull();
        if (to !== '..' && to !== '') expect(upper).toBe(bounds(to).upper);
        else expect(upper).toBeNull();
        // The package refuses intervals whose two ends begin on the same day, and reads fewer forms inside intervals.
        const apart = lower === null || to === '..' || to === '' || lower !== bounds(to).lower;
        if (!/[XY]|^-|\/-/.test(text) && apart) expect({ lower, upper }).toEqual(oracle(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02-XX', '2000-02-01', '2000-02-29'],
    ['2023-21', '2023-03-01', '2023-05-31'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['2023-11-29/..', '2023-11-29', null],
    ['/2023-11-29', null, '2023-11-29'],
    ['2023-11/', '2023-11-01', null],
    ['-0043-03-15', '-000043-03-15', '-000043-03-15'],
    ['0000-02-XX', '0000-02-01', '0000-02-29'],
    ['0002', '0002-01-01', '0002-12-31'],
    ['-004X', '-000049-01-01', '-000040-12-31'],
  ])('of %s are %s and %s', (text, lower, upper) => expect(bounds(text)).toEqual({ lower, upper }));
});

describe('parseEdtf', () => {
  it.each([
    ['2023-02-30', 'February 2023 has no day 30'],
    ['2023-02-29', 'February 2023 has no day 29'],
    ['1900-02-29', 'February 1900 has no day 29'],
    ['2023-11-00', 'November 2023 has no day 0'],
    ['2023-13', 'there is no month 13'],
    ['2023-00-01', 'there is no month 00'],
    ['2023-25', 'there is no month 25'],
    ['2023-21-03', 'names a day of a season'],
    ['2023-XX-15', 'names a day without its month'],
    ['201X-05', 'only a part is known'],
    ['2023-1X', 'is not a date'],
    ['2023/2022', 'ends before it starts'],
    ['2023/2024/2025', 'takes two dates'],
    ['../..', 'needs a date'],
    ['/', 'needs a date'],
    ['', 'must not be empty'],
    ['  ', 'must not be empty'],
    ['2023-11-29T12:00:00Z', 'time of day'],
    ['29 November 2023', 'is not a date such as'],
    ['2023-1-5', 'is not a date such as'],
    ['2023 ', 'is not a date such as'],
    ['2023\n', 'is not a date such as'],
    ['-0000', 'no year -0000'],
    ['Y2023', 'five digits or more'],
    ['Y999999', 'farther than the year'],
    ['Y99999999999999999999', 'farther than the year'],
    ['２０２３', 'is not a date such as'],
  ])('refuses %j and names the fault', (text, message) => {
    expect(() => parseEdtf(text)).toThrow(RapporteurError);
    expect(faultOf(text)).toContain(message);
  });

  it('answers any text with a date or a typed refusal', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789X-/.?~%Y'), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        try {
          expect(formatEdtf(text).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(RapporteurError);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps content to years that every reader can hold', () => {
    expect(faultOf('-0043')).toBe('lies outside the years 1 to 9999');
    expect(faultOf('0000')).toBe('lies outside the years 1 to 9999');
    expect(faultOf('9999-24')).toBe('lies outside the years 1 to 9999');
    expect(faultOf('0001/9999')).toBe('');
    expect(faultOf('2'.repeat(1000))).toBe('is longer than a date can be');
  });
});

describe('formatEdtf', () => {
  it.each([
    ['2023-11-29', '29 November 2023', '29 Nov 2023'],
    ['2023-11', 'November 2023', 'Nov 2023'],
    ['2023-03~', 'about March 2023', 'about Mar 2023'],
    ['2023?', 'possibly 2023', 'possibly 2023'],
    ['2023-XX', '2023, month not on record', '2023, month not on record'],
    ['2023-11-XX', 'November 2023, day not on record', 'Nov 2023, day not on record'],
    ['201X', '2010s, year not on record', '2010s, year not on record'],
    ['/2023-11-29', 'before 29 November 2023, day not on record', 'by 29 Nov 2023'],
    ['../2023-11-29', 'until 29 November 2023', 'until 29 Nov 2023'],
    ['2014-09-23/..', 'from 23 September 2014 onwards', 'from 23 Sep 2014 onwards'],
    ['2014/', 'from 2014, end not on record', 'from 2014, end not on record'],
    ['2023/2025', '2023–2025', '2023–2025'],
    ['2023-11-28/2023-11-29', '28–29 November 2023', '28–29 Nov 2023'],
    ['2023-05-03/2023-06-09', '3 May – 9 June 2023', '3 May – 9 Jun 2023'],
    ['2023-05/2023-06', 'May–June 2023', 'May–Jun 2023'],
    ['2023-11/2024-01', 'November 2023 – January 2024', 'Nov 2023 – Jan 2024'],
    ['2023/2024-06~', '2023 – about June 2024', '2023 – about Jun 2024'],
    ['2023-22', 'summer 2023', 'summer 2023'],
    ['-0043', '44 BC', '44 BC'],
  ])('writes %s', (text, long, short) => {
    expect(formatEdtf(text)).toBe(long);
    expect(formatEdtf(text, { style: 'short' })).toBe(short);
  });
});
