import { bounds, parseEdtf, type Edtf, type PlainDateString } from '../edtf';

/** A day of the calendar as a number that can be reckoned with: days since 1 January 1970. */
export type DayNumber = number;

const length = 86_400_000;

export const dayNumber = (day: PlainDateString): DayNumber => Date.parse(day) / length;
export const dayOfNumber = (day: DayNumber): PlainDateString =>
  new Date(day * length).toISOString().split('T')[0] ?? '';
/** 1 January of the year 1: no date of the record is earlier. */
export const firstDay: DayNumber = dayNumber('0001-01-01');
/** 31 December of the year 9999: what comes later has no year of four digits. */
export const lastDay: DayNumber = dayNumber('9999-12-31');

/** A time from one day up to another, which no longer belongs to it. */
export interface Span {
  from: DayNumber;
  to: DayNumber;
}

/**
 * Between which days something happened: not before the first, and done at the end of the last. Infinite where the record
 * does not say. A date without an end (`2014/..`) is when it began, one without a beginning (`../2014`) when it was over.
 */
export function happened(date: string): { earliest: DayNumber; latest: DayNumber } {
  const edtf = parseEdtf(date);
  const { lower, upper } = bounds(edtf);
  const begun = edtf.type === 'interval' && edtf.end === 'open' && typeof edtf.start === 'object';
  return {
    earliest: lower === null ? -Infinity : dayNumber(lower),
    latest: begun ? lastOf(edtf.start) : upper === null ? Infinity : dayNumber(upper),
  };
}

/** A period as the record knows it: `sure` lies within `perhaps`, and is null where not even one day is certain. */
export interface Known {
  perhaps: Span;
  sure: Span | null;
}

/**
 * When something lasted. A single date is all of it, so `2024` is the whole year. An interval from `2004` began on some day of
 * that year; where its end is not on record, nobody knows whether it lasts.
 */
export function lasted(period: string): Known {
  const edtf = parseEdtf(period);
  const { lower, upper } = bounds(edtf);
  const perhaps = {
    from: lower === null ? -Infinity : dayNumber(lower),
    to: upper === null ? Infinity : dayNumber(upper) + 1,
  };
  if (edtf.type === 'date') return { perhaps, sure: perhaps };
  const { start, end } = edtf;
  // Of a period with an end that is not on record no more is sure than its one known day, and none if that is unclear too.
  const from = start === 'open' ? -Infinity : start === 'unknown' ? firstOf(end) : lastOf(start);
  const to = end === 'open' ? Infinity : end === 'unknown' ? lastOf(start) + 1 : firstOf(end) + 1;
  return { perhaps, sure: from < to ? { from, to } : null };
}

type End = Extract<Edtf, { type: 'interval' }>['start'];
const firstOf = (end: End): DayNumber =>
  typeof end === 'object' ? dayNumber(bounds(end).lower ?? '') : Number.POSITIVE_INFINITY;
const lastOf = (end: End): DayNumber =>
  typeof end === 'object' ? dayNumber(bounds(end).upper ?? '') : Number.POSITIVE_INFINITY;
