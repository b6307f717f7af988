import type { Language } from '../extraction';
import type { Token } from '../text/tokens';
import { readNumeric } from './numeric';
import type { Meaning } from './resolve';
import { dateWords, type DateWords } from './words';

/** A date in the words of a text: tokens from where it was asked for to `to`, end exclusive. */
export interface Phrase {
  to: number;
  meaning: Meaning;
}

/** What a month stands with, as far as it was read. */
interface Part {
  to: number;
  year: number | null;
  yearShift: number | null;
}

const nothing = { year: null, yearShift: null, month: null, day: null, lastDay: null, season: null };
const dash = /^[-–—‑]$/;

/** Reads dates in the tokens of one text. Each reading looks at a few tokens only, so the whole is linear. */
export class DateGrammar {
  private readonly words: DateWords;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly language: Language,
  ) {
    this.words = dateWords[language];
  }

  /** The date that begins with this token, or null. */
  at(i: number): Phrase | null {
    const token = this.tokens[i];
    if (!token || token.kind === 'mark') return null;
    return (
      this.since(i) ??
      this.part(i) ??
      this.weekday(i) ??
      this.calendar(i) ??
      this.shifted(i) ??
      this.postponed(i) ??
      this.ago(i) ??
      this.quarter(i) ??
      this.alone(i) ??
      this.decade(i) ??
      this.years(i)
    );
  }

  private lower(i: number): string {
    return this.tokens[i]?.lower ?? '';
  }

  /** "since 2014" has no end. */
  private since(i: number): Phrase | null {
    if (!this.words.since.has(this.lower(i)) || (this.language === 'uk' && this.lower(i) !== 'з')) return null;
    const from = this.calendar(i + 1) ?? this.years(i + 1);
    if (!from || from.meaning.type !== 'calendar' || from.meaning.year === null) return null;
    if (this.words.to.has(this.lower(from.to)) || dash.test(this.lower(from.to))) return null;
    return { to: from.to, meaning: { type: 'interval', start: from.meaning, end: null } };
  }

  /** "early 2024", "mid-May", "end of next month", "late on Friday". */
  private part(i: number): Phrase | null {
    const hyphened = /^(mid|mi)-(.+)$/.exec(this.lower(i));
    if (hyphened) return this.hyphenedPart(i, hyphened[2] ?? '');
    const article = this.lower(i) === 'the' && this.words.parts.has(this.lower(i + 1)) ? 1 : 0;
    const part = this.lower(i + article);
    if (!this.words.parts.has(part)) return null;
    const at = i + article + 1;
    if (this.language === 'en')
      return this.englishPart(at, /^(?:end|beginning|start|middle)$/.test(part), article === 1);
    const from = /^(?:de|d'|l'|la|du|des)$/.test(this.lower(at)) ? at + 1 : at;
    return this.shifted(from) ?? this.postponed(from) ?? this.calendar(from) ?? this.years(from);
  }

  /** "the end of next month" needs its "of"; "early", "late" and "mid" need none. */
  private englishPart(at: number, needsOf: boolean, article: boolean): Phrase | null {
    if (!needsOf) {
      if (article) return null;
      if (this.lower(at) === 'on') return this.weekday(at + 1);
      const from = this.lower(at) === 'in' ? at + 1 : at;
      return this.weekday(from) ?? this.shifted(from) ?? this.calendar(from) ?? this.years(from) ?? this.decade(from);
    }
    if (this.lower(at) !== 'of') return null;
    const from = this.lower(at + 1) === 'the' ? at + 2 : at + 1;
    return this.whole(from) ?? this.shifted(from) ?? this.calendar(from) ?? this.years(from) ?? this.decade(from);
  }

  /** "the end of the year": of this one. */
  private whole(i: number): Phrase | null {
    const unit =
      this.language === 'en' && this.lower(i - 1) === 'the' ? this.words.units.get(this.lower(i)) : undefined;
    if (unit === undefined || unit === 'day' || this.lower(i).endsWith('s')) return null;
    return { to: i + 1, meaning: { type: 'unit', unit, shift: 0, rough: false } };
  }

  /** "mid-May", "mid-2024": one token. */
  private hyphenedPart(i: number, rest: string): Phrase | null {
    if (/^(?:19|20)\d\d$/.test(rest))
      return { to: i + 1, meaning: { type: 'calendar', ...nothing, year: Number(rest) } };
    const month = this.words.months.get(rest);
    if (month === undefined) return null;
    const { to, year, yearShift } = this.yearAfter(i + 1);
    return { to, meaning: { type: 'calendar', ...nothing, month, year, yearShift } };
  }

  /** "Wednesday night", "last Friday", "Tuesday, 3 May". */
  private weekday(i: number): Phrase | null {
    const shift = this.words.shifts.get(this.lower(i));
    const at = shift === undefined || this.isAfterNoun() ? i : i + 1;
    const weekday = this.weekdayAt(at);
    if (weekday === null) return null;
    let to = at + 1;
    if (at === i) {
      const comma = this.lower(to) === ',' || this.lower(to) === '(' ? 1 : 0;
      const article = /^(?:the|le|dem|den|der|a)$/.test(this.lower(to + comma)) ? 1 : 0;
      const day = this.calendar(to + comma + article);
      if (day?.meaning.type === 'calendar' && day.meaning.day !== null) return day;
      const after = this.words.shifts.get(this.lower(to));
      if (after !== undefined && this.language === 'fr')
        return { to: to + 1, meaning: { type: 'weekday', weekday, shift: after } };
    }
    if (this.words.timesOfDay.has(this.lower(to))) to++;
    return { to, meaning: { type: 'weekday', weekday, shift: at === i ? null : (shift ?? null) } };
  }

  private isAfterNoun = (): boolean => this.language === 'fr';

  private weekdayAt(i: number): number | null {
    const token = this.tokens[i];
    if (!token || ((this.language === 'en' || this.language === 'de') && !token.capital)) return null;
    return this.words.weekdays.get(token.lower.replace(/\.$/, '')) ?? null;
  }

  /** A day, month or season by name, with or without its year; numeric dates. */
  private calendar(i: number): Phrase | null {
    return (
      readNumeric(this.tokens, i, this.language) ??
      this.yearFirst(i) ??
      this.dayMonth(i) ??
      this.monthDay(i) ??
      this.season(i)
    );
  }

  /** Hungarian "2023. november 29-én". */
  private yearFirst(i: number): Phrase | null {
    const year = this.language === 'hu' ? yearIn(this.lower(i)) : null;
    if (year === null) return null;
    const at = this.lower(i + 1) === '.' ? i + 2 : i + 1;
    const rest = this.monthDay(at);
    if (rest?.meaning.type !== 'calendar') return null;
    return { to: rest.to, meaning: { ...rest.meaning, year } };
  }

  /** "29 November 2023", "3–5 May", "from 3 to 5 May", "29. November", "1er mars". */
  private dayMonth(i: number): Phrase | null {
    const first = daysIn(this.lower(i));
    if (!first || this.language === 'hu') return null;
    let [day, lastDay] = first;
    let at = this.afterDot(i + 1);
    if (lastDay === null && (this.words.to.has(this.lower(at)) || dash.test(this.lower(at)))) {
      const second = daysIn(this.lower(at + 1));
      if (second && this.monthAt(this.afterDot(at + 2), true) !== null) {
        lastDay = second[0];
        at = this.afterDot(at + 2);
      }
    }
    if (this.words.joins.has(this.lower(at))) at++;
    const month = this.monthAt(at, true);
    if (month === null) return null;
    const { to, year, yearShift } = this.yearAfter(at + 1);
    return { to, meaning: { type: 'calendar', ...nothing, month, day, lastDay, year, yearShift } };
  }

  private afterDot(i: number): number {
    return (this.language === 'de' || this.language === 'hu') && this.lower(i) === '.' ? i + 1 : i;
  }

  /** "November 29, 2023", "November 3–5", "November 2023", "October". */
  private monthDay(i: number): Phrase | null {
    const month = this.monthAt(i, false) ?? this.monthAt(i, true);
    if (month === null) return null;
    const at = /^(?:the)$/.test(this.lower(i + 1)) ? i + 2 : i + 1;
    const days = this.language === 'en' || this.language === 'hu' ? daysIn(this.lower(at)) : null;
    if (days && !this.isOtherNumber(at)) {
      let [day, lastDay] = days;
      let to = at + 1;
      if (lastDay === null && (dash.test(this.lower(to)) || this.words.to.has(this.lower(to)))) {
        const second = daysIn(this.lower(to + 1));
        if (second && second[0] > day && !this.isOtherNumber(to + 1) && this.monthAt(to + 2, true) === null)
          [lastDay, to] = [second[0], to + 2];
      }
      const after = this.yearAfter(to);
      return {
        to: after.to,
        meaning: { type: 'calendar', ...nothing, month, day, lastDay, year: after.year, yearShift: after.yearShift },
      };
    }
    if (this.monthAt(i, false) === null && yearIn(this.lower(i + 1)) === null) return null;
    const { to, year, yearShift } = this.yearAfter(i + 1);
    if (year === null && yearShift === null && !this.isMonthAlone(i)) return null;
    return { to, meaning: { type: 'calendar', ...nothing, month, year, yearShift } };
  }

  /** A number after a month that counts something else: "In May 12 people", "March 50 %". */
  private isOtherNumber(i: number): boolean {
    const next = this.tokens[i + 1];
    if (this.language === 'hu') return false;
    return (
      next?.text === '%' ||
      (next?.kind === 'word' && /^(?:people|percent|members|countries|states|soldiers|per)$/.test(next.lower))
    );
  }

  private monthAt(i: number, beside: boolean): number | null {
    const token = this.tokens[i];
    if (!token || token.kind !== 'word') return null;
    if ((this.language === 'en' || this.language === 'de') && !token.capital) return null;
    const word = token.lower.replace(/\.$/, '');
    const full = this.words.months.get(word) ?? (this.language === 'hu' ? this.hungarianMonth(word) : undefined);
    if (full !== undefined) return full;
    return beside ? (this.words.shortMonths.get(word) ?? null) : null;
  }

  /** With its case: "novemberben", "májusi". */
  private hungarianMonth(word: string): number | undefined {
    const stem = word.replace(/(?:ban|ben|ra|re|ig|tól|től|i|ra|ról|ről)$/, '');
    return this.words.months.get(stem);
  }

  /** Whether a month without day and year is one, and not "may" or a first name. */
  private isMonthAlone(i: number): boolean {
    if (this.language !== 'en') return true;
    const word = this.lower(i);
    const next = this.tokens[i + 1];
    if (next?.capital && /^(?:april|june|august|may)$/.test(word)) return false;
    const led =
      this.words.before.has(this.lower(i - 1)) ||
      this.words.shifts.has(this.lower(i - 1)) ||
      this.words.parts.has(this.lower(i - 1));
    return /^(?:may|march|august)$/.test(word) ? led : true;
  }

  /** "spring 2024", "the summer of 2023". Without a year, a season is no date. */
  private season(i: number): Phrase | null {
    const season = this.words.seasons.get(this.lower(i));
    if (season === undefined) return null;
    const { to, year, yearShift } = this.yearAfter(i + 1);
    if (year === null && yearShift === null) return null;
    return { to, meaning: { type: 'calendar', ...nothing, season, year, yearShift } };
  }

  /** A year that belongs to what stands before: "2023", ", 2023", "of 2023", "last year", "de l'année dernière". */
  private yearAfter(i: number): Part {
    const comma = this.lower(i) === ',' || (this.language === 'de' && this.lower(i) === '.') ? 1 : 0;
    const join = comma === 0 && this.words.joins.has(this.lower(i)) ? 1 : 0;
    const at = i + comma + join;
    const year = yearIn(this.lower(at));
    if (year !== null && !this.isCount(at)) {
      const named = this.language === 'uk' && /^(?:року|р\.?)$/.test(this.lower(at + 1));
      return { to: named ? at + 2 : at + 1, year, yearShift: null };
    }
    if (comma === 0) {
      const shift = this.words.shifts.get(this.lower(at));
      if (shift !== undefined && this.words.units.get(this.lower(at + 1)) === 'year')
        return { to: at + 2, year: null, yearShift: shift };
      const before = this.words.alone.get(this.lower(at));
      if (before?.[0] === 'year') return { to: at + 1, year: null, yearShift: before[1] };
      if (this.language === 'fr' && this.words.units.get(this.skipArticle(at).word) === 'year') {
        const after = this.words.shifts.get(this.lower(this.skipArticle(at).at + 1));
        if (after !== undefined) return { to: this.skipArticle(at).at + 2, year: null, yearShift: after };
      }
    }
    return { to: i, year: null, yearShift: null };
  }

  private skipArticle(i: number): { at: number; word: string } {
    const at = /^(?:l'|le|la|de|d')$/.test(this.lower(i)) ? i + 1 : i;
    return { at, word: this.lower(at) };
  }

  /** "last month", "next spring", "this October", "múlt héten", "минулого тижня". */
  private shifted(i: number): Phrase | null {
    const shift = this.words.shifts.get(this.lower(i));
    if (shift === undefined) return null;
    const at = i + 1;
    const unit = this.words.units.get(this.lower(at));
    if (
      unit !== undefined &&
      unit !== 'day' &&
      !/(?:s|weeks|months|years)$/.test(this.lower(at).replace(/^(?:mois|jahres|monats)$/, ''))
    ) {
      return { to: at + 1, meaning: { type: 'unit', unit, shift, rough: false } };
    }
    if (shift === 0 && this.words.timesOfDay.has(this.lower(at)))
      return { to: at + 1, meaning: { type: 'unit', unit: 'day', shift: 0, rough: false } };
    const season = this.words.seasons.get(this.lower(at));
    if (season !== undefined)
      return { to: at + 1, meaning: { type: 'calendar', ...nothing, season, yearShift: shift } };
    const month = this.monthAt(at, false);
    // "last October" is the one before the text; "next May" the one after it.
    return month === null ? null : { to: at + 1, meaning: { type: 'calendar', ...nothing, month } };
  }

  /** French says it after: "la semaine dernière", "l'an prochain"; English "at the weekend" says it with the article. */
  private postponed(i: number): Phrase | null {
    if (
      this.language === 'en' &&
      /^(?:at|over|on)$/.test(this.lower(i)) &&
      this.lower(i + 1) === 'the' &&
      this.lower(i + 2) === 'weekend'
    )
      return { to: i + 3, meaning: { type: 'unit', unit: 'weekend', shift: 0, rough: false } };
    if (this.language !== 'fr') return null;
    const { at, word } = this.skipArticle(i);
    const unit = this.words.units.get(word);
    const shift = this.words.shifts.get(this.lower(at + 1));
    if (unit === undefined || unit === 'day' || shift === undefined || shift === 0) return null;
    return { to: at + 2, meaning: { type: 'unit', unit, shift, rough: false } };
  }

  /** "three months ago", "vor drei Monaten", "il y a trois mois", "három hónapja". */
  private ago(i: number): Phrase | null {
    const before =
      this.language === 'de'
        ? this.lower(i) === 'vor'
        : this.language === 'fr' && this.lower(i) === 'il' && this.lower(i + 2) === 'a';
    const at = before ? (this.language === 'fr' ? i + 3 : i + 1) : i;
    const count =
      this.words.numbers.get(this.lower(at)) ?? (/^\d{1,2}$/.test(this.lower(at)) ? Number(this.lower(at)) : undefined);
    const unit = this.words.units.get(this.lower(at + 1));
    if (count === undefined || unit === undefined || unit === 'weekend') return null;
    if (!before && !this.words.ago.has(this.lower(at + 2))) return null;
    return { to: before ? at + 2 : at + 3, meaning: { type: 'unit', unit, shift: -count, rough: unit !== 'day' } };
  }

  /** "the first quarter of 2024", "Q1 2024", "the second half of last year". */
  private quarter(i: number): Phrase | null {
    const short = /^q([1-4])$/.exec(this.lower(i));
    const nth = short ? Number(short[1]) : ordinals.get(this.lower(i));
    const half = !short && /^(?:half|semestre)$/.test(this.lower(i + 1));
    if (nth === undefined || (!short && !half && !/^(?:quarter|trimestre)$/.test(this.lower(i + 1)))) return null;
    if (half && nth > 2) return null;
    const { to, year, yearShift } = this.yearAfter(short ? i + 1 : i + 2);
    if (year === null && yearShift === null) return null;
    const length = half ? 6 : 3;
    return { to, meaning: { type: 'months', year, yearShift, first: (nth - 1) * length + 1, last: nth * length } };
  }

  /** "yesterday", "tomorrow morning", "tavaly". */
  private alone(i: number): Phrase | null {
    const found = this.words.alone.get(this.lower(i));
    const token = this.tokens[i];
    if (!found || !token) return null;
    // "Today’s news" is of a page, and German "Morgen" a time of day.
    if (
      token.capital &&
      (/^['’]s$/.test(this.lower(i + 1)) || this.language === 'de') &&
      this.lower(i) !== 'heute' &&
      this.lower(i) !== 'gestern'
    )
      return null;
    const to = this.words.timesOfDay.has(this.lower(i + 1)) ? i + 2 : i + 1;
    return { to, meaning: { type: 'unit', unit: found[0], shift: found[1], rough: false } };
  }

  /** "the 1990s", "années 1990". */
  private decade(i: number): Phrase | null {
    const found = /^((?:1[5-9]|20)\d)0(?:['’]?s|er|er-jahre)$/.exec(this.lower(i));
    if (found) return { to: i + 1, meaning: { type: 'decade', year: Number(found[1]) * 10 } };
    const named = this.language === 'fr' && this.lower(i) === 'années' ? yearIn(this.lower(i + 1)) : null;
    return named !== null && named % 10 === 0 ? { to: i + 2, meaning: { type: 'decade', year: named } } : null;
  }

  /** "2024", "2023–2025", "between 2014 and 2016". */
  private years(i: number): Phrase | null {
    const both = /^((?:19|20)\d\d)[-–]((?:19|20)\d\d)$/.exec(this.lower(i));
    if (both) return { to: i + 1, meaning: yearSpan(Number(both[1]), Number(both[2])) };
    const year = yearIn(this.lower(i));
    if (year === null || this.isCount(i) || this.isInName(i)) return null;
    if (year < 1900 && !/^(?:in|since|of|by|until|from|en|depuis|seit|im|jahr|у|в|до)$/.test(this.lower(i - 1)))
      return null;
    const join = this.lower(i + 1);
    const paired = /^(?:from|between|de|entre|von|zwischen|з)$/.test(this.lower(i - 1)) && this.words.to.has(join);
    const second = dash.test(join) || paired ? yearIn(this.lower(i + 2)) : null;
    if (second !== null && second > year && !this.isCount(i + 2)) return { to: i + 3, meaning: yearSpan(year, second) };
    const named = this.language === 'uk' && /^(?:року|рік|році|роком)$/.test(this.lower(i + 1)) ? 1 : 0;
    return { to: i + 1 + named, meaning: { type: 'calendar', ...nothing, year } };
  }

  /** A number that counts people, money or pages, or is part of another number. */
  private isCount(i: number): boolean {
    const [before, after] = [this.lower(i - 1), this.lower(i + 1)];
    if (
      /^(?:[$€£¥#§/+×=№]|no\.?|nos\.?|nr\.?|resolution|resolutions|article|art\.|page|about-page|room|flight|km|res|decree|order|us\$|eur|usd|résolution|paragraph)$/.test(
        before,
      )
    )
      return true;
    if (/^[%$€£°/]$/.test(after) && this.tokens[i + 1]?.start === this.tokens[i]?.end) return true;
    return counted.has(after);
  }

  /** Part of a name, such as "Agenda 2030". */
  private isInName(i: number): boolean {
    const before = this.tokens[i - 1];
    if (!before || before.kind === 'mark') return false;
    if (
      this.words.before.has(before.lower) ||
      this.monthAt(i - 1, true) !== null ||
      this.words.seasons.has(before.lower)
    )
      return false;
    return before.capital && this.language !== 'de';
  }
}

const ordinals: ReadonlyMap<string, number> = new Map([
  ['first', 1], ['second', 2], ['third', 3], ['fourth', 4], ['last', 4], ['premier', 1], ['deuxième', 2], ['second', 2], ['troisième', 3], ['quatrième', 4],
]); // prettier-ignore

const counted = new Set(
  (
    'people persons troops soldiers men women children tons tonnes ton km kilometers kilometres miles metres meters euros dollars percent members ' +
    'refugees tanks shells rounds vehicles drones missiles words pages units times votes hours days ' +
    'personnes soldats hommes tonnes kilomètres euros menschen soldaten tonnen kilometer fő ember katona осіб людей військових'
  ).split(' '),
);

const yearSpan = (start: number, end: number): Meaning => ({
  type: 'interval',
  start: { type: 'calendar', ...nothing, year: start },
  end: { type: 'calendar', ...nothing, year: end },
});

/** A year of four digits, 1000 to 2099, as texts write it; "2023-ban" and "2023-as" in Hungarian. */
function yearIn(word: string): number | null {
  const match = /^(1[5-9]\d\d|20\d\d)(?:-(?:ban|ben|as|es|os|ös|tól|től|ig|re|ra|i))?$/.exec(word);
  return match ? Number(match[1]) : null;
}

/** A day of a month, or two of them: "3", "3rd", "1er", "29-én", "3-5". */
function daysIn(word: string): [day: number, lastDay: number | null] | null {
  const match =
    /^(\d{1,2})(?:st|nd|rd|th|er|e|-?(?:án|én|ai|ei|i|a|e|jén|ján|го|е))?$/.exec(word) ??
    /^(\d{1,2})[-–](\d{1,2})(?:-?(?:án|én))?$/.exec(word);
  if (!match) return null;
  const [day, last] = [Number(match[1]), match[2] === undefined ? null : Number(match[2])];
  if (day < 1 || day > 31 || (last !== null && (last <= day || last > 31))) return null;
  return [day, last];
}
