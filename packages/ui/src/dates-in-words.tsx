import { formatEdtf, parseEdtf, type DateStyle, type Edtf, type EdtfDate } from '@rapporteur/domain/edtf';
import { spokenLanguage, spokenLocale } from './speech';
import { text } from './text';

/** A date of the record in the words of the page; in English as the domain writes it. */
export function dateInWords(value: string, style: DateStyle): string {
  if (spokenLanguage() === 'en') return formatEdtf(value, { style });
  const date = parseEdtf(value);
  return date.type === 'date' ? oneDate(date, style) : interval(date, style);
}

function interval({ start, end }: Extract<Edtf, { type: 'interval' }>, style: DateStyle): string {
  const t = text('dates');
  if (typeof start === 'object' && typeof end === 'object') return range(start, end, style);
  if (typeof start === 'object') {
    const date = oneDate(start, style);
    return end === 'open' ? t('onwards', { date }) : t('endUnknown', { date });
  }
  if (typeof end !== 'object') return t('unknown');
  const date = oneDate(end, style);
  if (start === 'open') return t('until', { date });
  if (style === 'short') return t('by', { date });
  return typeof end.day === 'number' ? t('beforeDay', { date }) : t('byDate', { date });
}

function oneDate(date: EdtfDate, style: DateStyle): string {
  const t = text('dates');
  const written = calendar(date, style);
  const missing = missingPart(date);
  const whole = missing === null ? written : t(`missing.${missing}`, { date: written });
  return date.qualifier === null ? whole : t(`doubt.${date.qualifier}`, { date: whole });
}

function missingPart(date: EdtfDate): 'year' | 'month' | 'day' | null {
  if (date.unspecifiedDigits > 0) return 'year';
  if (date.month === 'unspecified') return 'month';
  return date.day === 'unspecified' ? 'day' : null;
}

function calendar(date: EdtfDate, style: DateStyle): string {
  const t = text('dates');
  if (date.unspecifiedDigits > 0) {
    const span = 10 ** date.unspecifiedDigits;
    const [from, to] = date.negative ? [date.year - span + 1, date.year] : [date.year, date.year + span - 1];
    return from > 0
      ? t('years', { from: String(from), to: String(to) })
      : t('yearsBc', { from: `${1 - from}`, to: `${1 - to}` });
  }
  if (date.season !== null) return t(`season.${date.season}`, { year: yearOf(date) });
  const precision = precisionOf(date);
  if (precision === 'year') return yearOf(date);
  const written = formatter(precision, style, date.year <= 0).format(instantOf(date));
  // The first of a month is an ordinal in French, which the data of Intl leaves out.
  return spokenLanguage() === 'fr' && precision === 'day' ? written.replace(/^1 /, '1er ') : written;
}

const yearOf = ({ year }: EdtfDate): string =>
  year > 0 ? String(year) : text('dates')('bc', { year: String(1 - year) });

/** A range without what both ends share, as the language writes it. Ends with a doubt or a gap are written out. */
function range(start: EdtfDate, end: EdtfDate, style: DateStyle): string {
  const [from, to] = [oneDate(start, style), oneDate(end, style)];
  if (from === to) return from;
  const precision = precisionOf(start);
  const plain = [start, end].every(
    (date) => date.qualifier === null && missingPart(date) === null && date.season === null && date.year > 0,
  );
  if (!plain || precision !== precisionOf(end)) return `${from} – ${to}`;
  if (precision === 'year') return `${from}–${to}`;
  return formatter(precision, style, false).formatRange(instantOf(start), instantOf(end));
}

type Precision = 'year' | 'month' | 'day';

const precisionOf = (date: EdtfDate): Precision =>
  typeof date.day === 'number' ? 'day' : typeof date.month === 'number' ? 'month' : 'year';

function instantOf({ year, month, day }: EdtfDate): Date {
  const instant = new Date(0);
  // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
  instant.setUTCFullYear(year, typeof month === 'number' ? month - 1 : 0, typeof day === 'number' ? day : 1);
  return instant;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(precision: 'month' | 'day', style: DateStyle, era: boolean): Intl.DateTimeFormat {
  const locale = spokenLocale();
  const key = `${locale} ${precision} ${style} ${era}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: style === 'long' ? 'long' : 'short',
    ...(precision === 'day' ? { day: 'numeric' as const } : {}),
    ...(era ? { era: 'short' as const } : {}),
    timeZone: 'UTC',
  });
  formatters.set(key, made);
  return made;
}
