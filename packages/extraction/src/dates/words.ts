import type { Language } from '../extraction';
import { sources, type Source } from './data/date-words';

/** A part of a week, month or year by which somebody counts from the day of publication. */
export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'year';

/** The words of one language for dates. Keys are small letters with straight apostrophes. */
export interface DateWords {
  months: ReadonlyMap<string, number>;
  /** Short forms, which count only beside a number. */
  shortMonths: ReadonlyMap<string, number>;
  /** 1 is Monday. */
  weekdays: ReadonlyMap<string, number>;
  /** EDTF numbers. */
  seasons: ReadonlyMap<string, number>;
  units: ReadonlyMap<string, Unit>;
  /** "last", "this", "next", and how far they go. */
  shifts: ReadonlyMap<string, number>;
  /** Words that are a date by themselves: "yesterday", "tavaly". */
  alone: ReadonlyMap<string, readonly [Unit, number]>;
  /** Which part: "early", "mid", "end". */
  parts: ReadonlySet<string>;
  timesOfDay: ReadonlySet<string>;
  /** Between a day and its month, a month and its year: "of", "de". */
  joins: ReadonlySet<string>;
  /** Before a year or a month, so that it is one. */
  before: ReadonlySet<string>;
  to: ReadonlySet<string>;
  ago: ReadonlySet<string>;
  numbers: ReadonlyMap<string, number>;
  /** Words after which a date lies ahead. */
  ahead: ReadonlySet<string>;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** `a,b=1 c=2`: each word with its value. */
function map<T>(table: string, value: (text: string) => T): ReadonlyMap<string, T> {
  const items = table.split(/\s+/).filter((item) => item !== '');
  return new Map(
    items.flatMap((item) => {
      const [words = '', text = ''] = item.split('=');
      return words.split(',').map((word): [string, T] => [word, value(text)]);
    }),
  );
}

/** Twelve or seven words in their order; `a,b` are forms of one. */
const inOrder = (words: string): ReadonlyMap<string, number> =>
  new Map(
    words.split(/\s+/).flatMap((forms, nth) => forms.split(',').map((form): [string, number] => [form, nth + 1])),
  );

const unit = (text: string): Unit =>
  text === 'week' || text === 'weekend' || text === 'month' || text === 'year' ? text : 'day';

/** `week:-1`. */
function alone(text: string): readonly [Unit, number] {
  const [name = '', shift = ''] = text.split(':');
  return [unit(name), Number(shift)];
}

const made = (source: Source): DateWords => ({
  months: inOrder(source.months),
  shortMonths: map(source.shortMonths, Number),
  weekdays: inOrder(source.weekdays),
  seasons: map(source.seasons, Number),
  units: map(source.units, unit),
  shifts: map(source.shifts, Number),
  alone: map(source.alone, alone),
  parts: set(source.parts),
  timesOfDay: set(source.timesOfDay),
  joins: set(source.joins),
  before: set(source.before),
  to: set(source.to),
  ago: set(source.ago),
  numbers: map(source.numbers, Number),
  ahead: set(source.ahead),
});

export const dateWords: Record<Language, DateWords> = {
  en: made(sources.en),
  fr: made(sources.fr),
  de: made(sources.de),
  hu: made(sources.hu),
  uk: made(sources.uk),
};
