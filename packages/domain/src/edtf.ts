import { z } from 'zod';
import { RapporteurError } from './errors';

/** One date of EDTF level 1 (ISO 8601-2:2019): as exact as the source is. */
export interface EdtfDate {
  type: 'date';
  /** Digits of the year, with `X` where not known: "2023", "202X". */
  year: string;
  /** 1–12, 21–24 for the seasons spring to winter, or null; 'XX' where the month exists but is not known. */
  month: number | 'XX' | null;
  day: number | 'XX' | null;
  uncertain: boolean;
  approximate: boolean;
}

/** An interval: 'open' is `..` (it goes on, or has always been), 'unknown' is an end that is left empty. */
export interface EdtfInterval {
  type: 'interval';
  from: EdtfDate | 'open' | 'unknown';
  to: EdtfDate | 'open' | 'unknown';
}

export type Edtf = EdtfDate | EdtfInterval;

/** Inclusive first and last day (YYYY-MM-DD) that a date may mean; null where it is open or not known. */
export interface Bounds {
  lower: string | null;
  upper: string | null;
}

const shape = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?$/;

/** Parses an EDTF level 1 date or interval of the years 0001–9999; refuses dates that no calendar has. */
export function parseEdtf(text: string): Edtf {
  const parsed = tryParse(text);
  if (typeof parsed === 'string') throw new RapporteurError('invalid_input', `"${text.slice(0, 40)}" ${parsed}`);
  return parsed;
}

/** The schema of a valid-time date. */
export const edtfSchema = z
  .string()
  .max(60, 'is longer than any EDTF date')
  .superRefine((text, context) => {
    const parsed = tryParse(text);
    if (typeof parsed === 'string') context.addIssue({ code: 'custom', message: parsed });
  });

/** The days a date may mean. Approximate and uncertain dates keep the bounds of what is written. */
export function bounds(text: string): Bounds {
  const edtf = parseEdtf(text);
  if (edtf.type === 'date') return { lower: firstDay(edtf), upper: lastDay(edtf) };
  return {
    lower: typeof edtf.from === 'string' ? null : firstDay(edtf.from),
    upper: typeof edtf.to === 'string' ? null : lastDay(edtf.to),
  };
}

function tryParse(text: string): Edtf | string {
  const ends = text.split('/');
  if (ends.length === 1) return parseDate(text);
  if (ends.length > 2) return 'has more than two ends';
  const [from, to] = ends.map(parseEnd);
  if (from === undefined || to === undefined) return 'is not an interval';
  const isFault = (end: unknown): end is string => typeof end === 'string' && end !== 'open' && end !== 'unknown';
  if (isFault(from)) return from;
  if (isFault(to)) return to;
  if (typeof from === 'string' && typeof to === 'string') return 'has no date at either end';
  if (typeof from === 'object' && typeof to === 'object' && firstDay(from) > lastDay(to)) return 'ends before it begins';
  return { type: 'interval', from: from as EdtfInterval['from'], to: to as EdtfInterval['to'] };
}

function parseEnd(text: string): EdtfDate | string {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  return parseDate(text);
}

function parseDate(text: string): EdtfDate | string {
  const match = shape.exec(text);
  if (!match?.[1]) return 'is not a date such as 2023-11-29, 2023-11, 2023, 2023-11~ or ../2023-11-29';
  const [, year, month, day, mark] = match;
  const date: EdtfDate = {
    type: 'date',
    year,
    month: part(month),
    day: part(day),
    uncertain: mark === '?' || mark === '%',
    approximate: mark === '~' || mark === '%',
  };
  if (year === '0000') return 'has no year: years run from 0001 to 9999';
  if (typeof date.month === 'number' && !(date.month >= 1 && date.month <= 12) && !(date.month >= 21 && date.month <= 24)) {
    return `has no month ${month}`;
  }
  if (typeof date.month === 'number' && date.month > 12 && date.day !== null) return 'has a day in a season';
  if (date.month === 'XX' && typeof date.day === 'number') return 'has a day in a month that is not known';
  if (year.includes('X') && date.month !== null) return 'has a month in a year that is not known';
  if (typeof date.day === 'number' && typeof date.month === 'number') {
    if (date.day < 1 || date.day > daysIn(Number(year), date.month)) return `has no day ${day} in that month`;
  }
  return date;
}

const part = (text: string | undefined) => (text === undefined ? null : text === 'XX' ? 'XX' : Number(text));

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

// Seasons as quarters that begin in March (spring, code 21), as ISO 8601-2 leaves the months to the parties.
const seasonStart = (season: number) => 3 + (season - 21) * 3;

function firstDay({ year, month, day }: EdtfDate): string {
  const first = Math.max(1, Number(year.replaceAll('X', '0')));
  if (typeof month === 'number' && month > 20) return iso(first, seasonStart(month), 1);
  return iso(first, typeof month === 'number' ? month : 1, typeof day === 'number' ? day : 1);
}

function lastDay({ year, month, day }: EdtfDate): string {
  const last = Number(year.replaceAll('X', '9'));
  if (typeof month === 'number' && month > 20) {
    const end = seasonStart(month) + 2;
    // Winter runs over the turn of the year.
    if (end > 12) return last === 9999 ? iso(last, 12, 31) : iso(last + 1, end - 12, daysIn(last + 1, end - 12));
    return iso(last, end, daysIn(last, end));
  }
  const lastMonth = typeof month === 'number' ? month : 12;
  return iso(last, lastMonth, typeof day === 'number' ? day : daysIn(last, lastMonth));
}

const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];
const seasonNames = ['spring', 'summer', 'autumn', 'winter'];

/** A date in words for readers: `prose` as in "29 November 2023", `table` as in "29 Nov 2023". Doubt is said, never hidden. */
export function formatEdtf(text: string, { style }: { style: 'prose' | 'table' }): string {
  const edtf = parseEdtf(text);
  if (edtf.type === 'date') return dateInWords(edtf, style);
  const { from, to } = edtf;
  if (typeof from === 'string') {
    return typeof to === 'string' ? 'not on record' : `${from === 'open' ? 'by' : 'until'} ${dateInWords(to, style)}`;
  }
  if (to === 'open') return `since ${dateInWords(from, style)}`;
  if (to === 'unknown') return `from ${dateInWords(from, style)}, end not on record`;
  const dash = from.month === null && to.month === null ? '–' : ' – ';
  return `${dateInWords(from, style)}${dash}${dateInWords(to, style)}`;
}

function dateInWords(date: EdtfDate, style: 'prose' | 'table'): string {
  const words = plainWords(date, style);
  if (date.approximate) return `about ${words}${date.uncertain ? ', not certain' : ''}`;
  return date.uncertain ? `${words}, not certain` : words;
}

function plainWords({ year, month, day }: EdtfDate, style: 'prose' | 'table'): string {
  if (year.includes('X')) return `${year.replaceAll('X', '0')}s`;
  if (month === null) return year;
  if (month === 'XX') return `${year}, month not on record`;
  if (month > 20) return `${seasonNames[month - 21]} ${year}`;
  const name = monthNames[month - 1] ?? '';
  const monthWords = `${style === 'table' ? name.slice(0, 3) : name} ${year}`;
  if (day === null) return monthWords;
  return day === 'XX' ? `${monthWords}, day not on record` : `${day} ${monthWords}`;
}
