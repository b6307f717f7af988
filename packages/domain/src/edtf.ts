import { z } from 'zod';
import { forms } from './content/forms';
import { RapporteurError } from './errors';

/** A day of the Gregorian calendar: `2023-11-29`; years outside 0–9999 take a sign and six digits, as in `Date`. */
export type PlainDateString = string;

export type Qualifier = 'uncertain' | 'approximate' | 'uncertain_and_approximate';

/** One date of EDTF (ISO 8601-2) level 1. */
export interface EdtfDate {
  type: 'date';
  /** The year, astronomical: 0 is 1 BC. Where its last digits are unspecified, those stand as 0. */
  year: number;
  negative: boolean;
  unspecifiedDigits: 0 | 1 | 2;
  month: number | 'unspecified' | null;
  day: number | 'unspecified' | null;
  season: Season | null;
  qualifier: Qualifier | null;
}

/** An interval. `open`: it has no end; `unknown`: it has one, and it is not on record. */
export interface EdtfInterval {
  type: 'interval';
  start: EdtfDate | 'open' | 'unknown';
  end: EdtfDate | 'open' | 'unknown';
}

export type Edtf = EdtfDate | EdtfInterval;

export const seasons = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' } as const;
export type Season = (typeof seasons)[keyof typeof seasons];

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

// Beyond this, days cannot be counted in `Date`.
const farthestYear = 271_820;
const qualifiers = { '?': 'uncertain', '~': 'approximate', '%': 'uncertain_and_approximate' } as const;
const datePattern = /^(?:(-?)(\d{4}|\d{3}X|\d{2}XX)|Y(-?)(\d+))(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([?~%])?$/;

/**
 * Reads EDTF level 1: years, months, days, seasons 21–24, unspecified digits from the right, `?` `~` `%` at the end,
 * intervals with open (`..`) or unknown (empty) ends, negative years, and Y-years up to ±271820. Days must exist.
 * Throws `invalid_input` with a message that names the fault.
 */
export function parseEdtf(text: string): Edtf {
  const parts = text.split('/');
  if (parts.length === 1) return parseDate(text);
  const [from, to] = parts;
  if (from === undefined || to === undefined || parts.length > 2)
    throw fault(`"${clip(text)}" is not an interval: it takes two dates`);
  const start = parseEnd(from);
  const end = parseEnd(to);
  if (typeof start === 'string' && typeof end === 'string')
    throw fault('an interval needs a date on at least one side');
  if (typeof start === 'object' && typeof end === 'object' && dayNumber(first(start)) > dayNumber(last(end))) {
    throw fault(`the interval "${clip(text)}" ends before it starts`);
  }
  return { type: 'interval', start, end };
}

function parseEnd(text: string): EdtfDate | 'open' | 'unknown' {
  if (text === '..') return 'open';
  return text === '' ? 'unknown' : parseDate(text);
}

function parseDate(text: string): EdtfDate {
  const match = datePattern.exec(text);
  if (!match) throw fault(notADate(text));
  const [, sign, digits, longSign, longDigits, monthText, dayText, mark] = match;
  const negative = sign === '-' || longSign === '-';
  const year = yearOf(text, digits, longDigits, negative);
  const unspecifiedDigits = digits?.endsWith('XX') ? 2 : digits?.endsWith('X') ? 1 : 0;
  if (monthText !== undefined && (unspecifiedDigits > 0 || longDigits !== undefined)) {
    throw fault(`"${clip(text)}" names a month in a year of which only a part is known`);
  }
  if (monthText === 'XX' && dayText !== undefined && dayText !== 'XX')
    throw fault(`"${clip(text)}" names a day without its month`);
  const part = monthOrSeason(monthText, text);
  if (part.season !== null && dayText !== undefined) throw fault(`"${clip(text)}" names a day of a season`);
  const day = dayText === undefined ? null : dayText === 'XX' ? 'unspecified' : Number(dayText);
  if (typeof day === 'number' && typeof part.month === 'number' && (day < 1 || day > daysIn(year, part.month))) {
    throw fault(`${months[part.month - 1] ?? ''} ${year} has no day ${day}`);
  }
  const qualifier = mark === '?' || mark === '~' || mark === '%' ? qualifiers[mark] : null;
  return { type: 'date', year, negative, unspecifiedDigits, ...part, day, qualifier };
}

function yearOf(text: string, digits: string | undefined, longDigits: string | undefined, negative: boolean): number {
  if (longDigits !== undefined) {
    if (!/^[1-9]\d{4,}$/.test(longDigits)) throw fault(`"${clip(text)}": a year with Y has five digits or more`);
    if (longDigits.length > 6 || Number(longDigits) > farthestYear)
      throw fault(`"${clip(text)}" is farther than the year ${farthestYear}`);
  }
  const size = Number((longDigits ?? digits ?? '').replaceAll('X', '0'));
  if (negative && digits === '0000') throw fault('there is no year -0000; 1 BC is 0000');
  return negative && size !== 0 ? -size : size;
}

function monthOrSeason(text: string | undefined, whole: string): Pick<EdtfDate, 'month' | 'season'> {
  if (text === undefined) return { month: null, season: null };
  if (text === 'XX') return { month: 'unspecified', season: null };
  const number = Number(text);
  if (number >= 1 && number <= 12) return { month: number, season: null };
  if (number === 21 || number === 22 || number === 23 || number === 24) return { month: null, season: seasons[number] };
  throw fault(`"${clip(whole)}": there is no month ${text}`);
}

function notADate(text: string): string {
  if (text.trim() === '') return 'must not be empty';
  if (/T\d/.test(text)) return `"${clip(text)}" names a time of day; a date ends with the day`;
  return `"${clip(text)}" is not a date such as 2023, 2023-11, 2023-11-29, 2023-11-XX, 2023-03~ or 2023/2025`;
}

const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const fault = (message: string) => new RapporteurError('invalid_input', message, [{ path: '', message }]);

/**
 * The first and the last day that a date may mean, both inclusive, from the string or what was parsed. Null where it is
 * open or unknown on that side: never an infinity. `~` and `?` do not widen the bounds, because nobody says by how much.
 * Seasons are the meteorological ones of the northern half; winter 2023 begins in December 2023.
 */
export function bounds(edtf: Edtf | string): { lower: PlainDateString | null; upper: PlainDateString | null } {
  const date = typeof edtf === 'string' ? parseEdtf(edtf) : edtf;
  if (date.type === 'date') return { lower: isoDay(first(date)), upper: isoDay(last(date)) };
  return {
    lower: typeof date.start === 'object' ? isoDay(first(date.start)) : null,
    upper: typeof date.end === 'object' ? isoDay(last(date.end)) : null,
  };
}

type Day = readonly [year: number, month: number, day: number];

const firstMonth: Record<Season, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

function first(date: EdtfDate): Day {
  const year = date.negative ? date.year - spread(date) : date.year;
  const month = date.season === null ? numeric(date.month, 1) : firstMonth[date.season];
  return [year, month, numeric(date.day, 1)];
}

function last(date: EdtfDate): Day {
  const year = date.negative ? date.year : date.year + spread(date);
  if (date.season === 'winter') return [year + 1, 2, daysIn(year + 1, 2)];
  const month = date.season === null ? numeric(date.month, 12) : firstMonth[date.season] + 2;
  return [year, month, numeric(date.day, daysIn(year, month))];
}

const spread = ({ unspecifiedDigits }: EdtfDate) => 10 ** unspecifiedDigits - 1;
const numeric = (part: number | 'unspecified' | null, otherwise: number) =>
  typeof part === 'number' ? part : otherwise;
const dayNumber = ([year, month, day]: Day) => (year * 100 + month) * 100 + day;

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isoDay([year, month, day]: Day): PlainDateString {
  const size = String(Math.abs(year));
  const digits = year >= 0 && year <= 9999 ? size.padStart(4, '0') : (year < 0 ? '-' : '+') + size.padStart(6, '0');
  return `${digits}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * A date as content holds it: the EDTF string itself. Its bounds must be days from year 1 to 9999, which every reader of
 * the record can hold; the message of a refusal names the fault.
 */
export const edtfSchema = z
  .string()
  .max(60, 'is longer than a date can be')
  .superRefine((text, context) => {
    try {
      const { lower, upper } = bounds(text);
      const outside = [lower, upper].some((day) => day !== null && !/^(?!0000)\d{4}-/.test(day));
      if (outside) context.addIssue({ code: 'custom', message: 'lies outside the years 1 to 9999' });
    } catch (error) {
      if (!(error instanceof RapporteurError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  })
  .register(forms, { form: 'date' });

/** `long` for running text: 29 November 2023. `short` for tables: 29 Nov 2023. */
export type DateStyle = 'long' | 'short';

/**
 * A date in words. What is not on record is said, never filled in: "about March 2023", "2023, month not on record",
 * "before 29 November 2023, day not on record" (for `/2023-11-29`; in tables "by 29 Nov 2023"), "2023–2025".
 */
export function formatEdtf(edtf: Edtf | string, { style = 'long' }: { style?: DateStyle } = {}): string {
  const date = typeof edtf === 'string' ? parseEdtf(edtf) : edtf;
  if (date.type === 'date') return dateText(date, style);
  const { start, end } = date;
  if (typeof start === 'object' && typeof end === 'object') return rangeText(start, end, style);
  if (typeof start === 'object')
    return `from ${dateText(start, style)}${end === 'open' ? ' onwards' : ', end not on record'}`;
  if (typeof end !== 'object') return 'not on record';
  const until = dateText(end, style);
  if (start === 'open') return `until ${until}`;
  if (style === 'short') return `by ${until}`;
  return typeof end.day === 'number' ? `before ${until}, day not on record` : `by ${until}, date not on record`;
}

function dateText(date: EdtfDate, style: DateStyle): string {
  const doubt = date.qualifier === null ? '' : doubts[date.qualifier];
  const missing = missingPart(date);
  return doubt + calendarText(date, style) + (missing === null ? '' : `, ${missing} not on record`);
}

const doubts: Record<Qualifier, string> = {
  uncertain: 'possibly ',
  approximate: 'about ',
  uncertain_and_approximate: 'possibly about ',
};

function missingPart(date: EdtfDate): string | null {
  if (date.unspecifiedDigits > 0) return 'year';
  if (date.month === 'unspecified') return 'month';
  return date.day === 'unspecified' ? 'day' : null;
}

function calendarText(date: EdtfDate, style: DateStyle): string {
  const year = yearText(date);
  if (date.season !== null) return `${date.season} ${year}`;
  if (typeof date.month !== 'number') return year;
  const month = monthText(date.month, style);
  return typeof date.day === 'number' ? `${date.day} ${month} ${year}` : `${month} ${year}`;
}

function monthText(month: number, style: DateStyle): string {
  const name = months[month - 1] ?? '';
  return style === 'long' ? name : name.slice(0, 3);
}

function yearText(date: EdtfDate): string {
  if (date.unspecifiedDigits === 0) return date.year > 0 ? String(date.year) : `${1 - date.year} BC`;
  const [from] = first(date);
  const [to] = last(date);
  if (to <= 0) return `${1 - from}–${1 - to} BC`;
  return date.unspecifiedDigits === 1 ? `${from}s` : `${from}–${to}`;
}

/** A range without what both ends share: "28–29 November 2023". Ends with a doubt or a gap are written out. */
function rangeText(start: EdtfDate, end: EdtfDate, style: DateStyle): string {
  const [from, to] = [dateText(start, style), dateText(end, style)];
  if (from === to) return from;
  const plain = [start, end].every(
    (date) => date.qualifier === null && missingPart(date) === null && date.season === null && date.year > 0,
  );
  if (!plain || precision(start) !== precision(end)) return `${from} – ${to}`;
  if (precision(start) === 'year') return `${from}–${to}`;
  if (start.year !== end.year || typeof start.month !== 'number') return `${from} – ${to}`;
  const month = monthText(start.month, style);
  if (precision(start) === 'month') return `${month}–${to}`;
  return start.month === end.month ? `${start.day}–${to}` : `${start.day} ${month} – ${to}`;
}

const precision = (date: EdtfDate) => (date.day !== null ? 'day' : date.month !== null ? 'month' : 'year');
