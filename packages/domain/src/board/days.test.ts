import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber as iso, firstDay, happened, lasted } from './days';

describe('days as numbers', () => {
  it('come back as the day that they were, in every year', () => {
    const days = ['0001-01-01', '0050-02-28', '9999-12-31', '-000001-12-31', '+010000-01-01'];
    expect(days.map((day) => iso(dayNumber(day)))).toEqual(days);
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: dayNumber('9999-12-31') }), (day) => {
        expect(dayNumber(iso(day))).toBe(day);
      }),
    );
  });
});

describe('dates of turns and periods', () => {
  it.each([
    ['2014-03-01', '2014-03-01', '2014-03-01'],
    ['2014', '2014-01-01', '2014-12-31'],
    ['2014-03~', '2014-03-01', '2014-03-31'],
    // Begun and still going on: it was held from the beginning.
    ['2014/..', '2014-01-01', '2014-12-31'],
    ['2014/', '2014-01-01', null],
    ['/2014', null, '2014-12-31'],
  ])('a turn of %s was not taken before %s, and by %s', (date, earliest, latest) => {
    const found = happened(date);
    expect([found.earliest, found.latest].map((day) => (Number.isFinite(day) ? iso(day) : null))).toEqual([
      earliest,
      latest,
    ]);
  });

  it.each([
    ['2004-03-29/..', '2004-03-29', null, '2004-03-29', null],
    ['2004/2020-01-31', '2004-01-01', '2020-02-01', '2004-12-31', '2020-02-01'],
    ['2004/2005', '2004-01-01', '2006-01-01', '2004-12-31', '2005-01-02'],
    ['2004-03-29/', '2004-03-29', null, '2004-03-29', '2004-03-30'],
    ['/2020-01-31', null, '2020-02-01', '2020-01-31', '2020-02-01'],
    ['1999', '1999-01-01', '2000-01-01', '1999-01-01', '2000-01-01'],
  ])('a membership of %s', (period, perhapsFrom, perhapsTo, sureFrom, sureTo) => {
    const { perhaps, sure } = lasted(period);
    const days = [perhaps.from, perhaps.to, sure?.from, sure?.to];
    expect(days.map((day) => (day !== undefined && Number.isFinite(day) ? iso(day) : null))).toEqual([
      perhapsFrom,
      perhapsTo,
      sureFrom,
      sureTo,
    ]);
  });
});
