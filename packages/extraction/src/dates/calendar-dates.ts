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

/** A year that belongs to a month, as far as it was read. */
interface Part {
  to: number;
  year: number | null;
  yearShift: number | null;
}

/** A calendar date of which nothing is known yet. */
export const nothing = { year: null, yearShift: null, month: null, day: null, lastDay: null, season: null };
export const dash = /^[-–—‑]$/;

/** Reads dates that name a day, month, season or year. */
export class CalendarDates {
  protected readonly words: DateWords;

  constructor(
    protected readonly tokens: readonly Token[],
    protected readonly language: Language,
  ) {
    this.words = dateWords[language];
  }

  protected lower(i: number): string {
    return this.tokens[i]?.lower ?? '';
  }

  /** A day, month or season by name, with or without its year; numeric dates. */
  protected calendar(i: number): Phrase | null {
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

  protected monthAt(i: number, beside: boolean): number | null {
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
  protected yearAfter(i: number): Part {
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

  protected skipArticle(i: number): { at: number; word: string } {
    const at = /^(?:l'|le|la|de|d')$/.test(this.lower(i)) ? i + 1 : i;
    return { at, word: this.lower(at) };
  }

  /** "the 1990s", "années 1990". */
  protected decade(i: number): Phrase | null {
    const found = /^((?:1[5-9]|20)\d)0(?:['’]?s|er|er-jahre)$/.exec(this.lower(i));
    if (found) return { to: i + 1, meaning: { type: 'decade', year: Number(found[1]) * 10 } };
    const named = this.language === 'fr' && this.lower(i) === 'années' ? yearIn(this.lower(i + 1)) : null;
    return named !== null && named % 10 === 0 ? { to: i + 2, meaning: { type: 'decade', year: named } } : null;
  }

  /** "2024", "2023–2025", "between 2014 and 2016". */
  protected years(i: number): Phrase | null {
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
    // "Press Release (2022) 045"
    if (before === '(' && after === ')' && /^\d{2,3}$/.test(this.lower(i + 2))) return true;
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
    if (/^(?:agenda|vision|strategy|goals)$/.test(this.lower(i + 1)) && this.tokens[i + 1]?.capital) return true;
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
