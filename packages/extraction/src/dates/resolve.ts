import { addDays, dayText, daysIn, monthText, two, weekdayOf, yearText, type Day } from './calendar';
import type { Unit } from './words';

/** What the words of a date say, before it is known from which day they count. */
export type Meaning =
  | Calendar
  | { type: 'months'; year: number | null; yearShift: number | null; first: number; last: number }
  | { type: 'decade'; year: number }
  | { type: 'weekday'; weekday: number; shift: number | null }
  | { type: 'unit'; unit: Unit; shift: number; rough: boolean }
  | { type: 'interval'; start: Meaning; end: Meaning };

/** A year, month or day by name. `yearShift`: "last year" is -1. `lastDay`: of "3–5 May". */
interface Calendar {
  type: 'calendar';
  year: number | null;
  yearShift: number | null;
  month: number | null;
  day: number | null;
  lastDay: number | null;
  season: number | null;
}

export interface Ground {
  /** The day that relative dates count from. */
  anchor: Day | null;
  /** The words around speak of what is to come. */
  ahead: boolean;
  /** Only a word such as "before" says so: then a day that lies a little behind is as likely. */
  near: boolean;
}

/**
 * EDTF, or null where the text alone does not tell. A day or month without its year keeps the year open (`XXXX-11-29`,
 * EDTF level 2) until there is a day to count from; then it is the nearest one that lies behind, or ahead.
 */
export function resolve(meaning: Meaning, ground: Ground): string | null {
  switch (meaning.type) {
    case 'calendar':
      return calendar(meaning, ground);
    case 'months': {
      const year = meaning.year ?? shiftedYear(meaning.yearShift, ground) ?? ground.anchor?.year ?? null;
      return year === null ? null : `${monthText(year, meaning.first)}/${monthText(year, meaning.last)}`;
    }
    case 'decade':
      return `${yearText(meaning.year).slice(0, 3)}X`;
    case 'weekday':
      return ground.anchor && dayText(weekday(meaning.weekday, meaning.shift, ground.anchor, ground.ahead));
    case 'unit':
      return ground.anchor && unit(meaning.unit, meaning.shift, meaning.rough, ground.anchor, ground.ahead);
    case 'interval':
      return interval(meaning.start, meaning.end, ground);
  }
}

function calendar(meaning: Calendar, ground: Ground): string | null {
  const { month, day, season, lastDay } = meaning;
  const year = meaning.year ?? shiftedYear(meaning.yearShift, ground) ?? nearestYear(meaning, ground);
  if (year === null) {
    if ((meaning.yearShift !== null && meaning.yearShift !== 0) || month === null) return null;
    return day === null || lastDay !== null ? `XXXX-${two(month)}` : `XXXX-${two(month)}-${two(day)}`;
  }
  if (season !== null) return `${yearText(year)}-${season}`;
  if (month === null) return yearText(year);
  if (day === null || day > daysIn(year, month)) return monthText(year, month);
  const first = dayText({ year, month, day });
  if (lastDay === null || lastDay <= day || lastDay > daysIn(year, month)) return first;
  return `${first}/${dayText({ year, month, day: lastDay })}`;
}

const shiftedYear = (shift: number | null, { anchor }: Ground): number | null =>
  shift === null || !anchor ? null : anchor.year + shift;

/** The year in which a month or season without one lies. */
function nearestYear({ month, day, season, yearShift }: Calendar, { anchor, ahead, near }: Ground): number | null {
  if (!anchor || yearShift !== null) return null;
  const begins = month ?? (season === null ? null : (season - 20) * 3);
  if (begins === null) return null;
  const at = begins * 100 + (day ?? (begins === anchor.month ? anchor.day : 1));
  const now = anchor.month * 100 + anchor.day;
  if (ahead) return at >= (near ? now - 100 : now) ? anchor.year : anchor.year + 1;
  // Texts announce a day of the next months without a word that says so.
  return at <= now + (day === null ? 100 : 300) ? anchor.year : anchor.year - 1;
}

function weekday(wanted: number, shift: number | null, anchor: Day, ahead: boolean): Day {
  const today = weekdayOf(anchor);
  const back = (today - wanted + 7) % 7;
  if (shift === -1) return addDays(anchor, -(back || 7));
  if (shift === 1 || (shift === null && ahead)) return addDays(anchor, (wanted - today + 7) % 7 || 7);
  if (shift === 0) return addDays(anchor, wanted - today);
  return addDays(anchor, -back);
}

function unit(name: Unit, shift: number, rough: boolean, anchor: Day, ahead: boolean): string {
  const mark = rough ? '~' : '';
  if (name === 'day') return dayText(addDays(anchor, shift)) + mark;
  if (name === 'year') return yearText(anchor.year + shift) + mark;
  if (name === 'month') {
    const months = anchor.year * 12 + anchor.month - 1 + shift;
    return monthText(Math.floor(months / 12), (months % 12) + 1) + mark;
  }
  if (name === 'week' && rough) return `${dayText(addDays(anchor, shift * 7))}~`;
  const monday = addDays(anchor, 1 - weekdayOf(anchor) + shift * 7);
  if (name === 'week') return `${dayText(monday)}/${dayText(addDays(monday, 6))}`;
  // A weekend that is neither last nor next lies behind, but from Saturday on it is this one.
  const saturday = addDays(monday, 5);
  const start = shift === 0 && !ahead && weekdayOf(anchor) < 6 ? addDays(saturday, -7) : saturday;
  return `${dayText(start)}/${dayText(addDays(start, 1))}`;
}

function interval(start: Meaning, end: Meaning, ground: Ground): string | null {
  const from = resolve(start, ground);
  const to = resolve(end, ground);
  if (from === null || to === null || /\/|XXXX/.test(from + to)) return null;
  return from <= to ? `${from}/${to}` : null;
}
