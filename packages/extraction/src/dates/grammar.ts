import { CalendarDates, dash, nothing, type Phrase } from './calendar-dates';

/** Reads dates in the tokens of one text. Each reading looks at a few tokens only, so the whole is linear. */
export class DateGrammar extends CalendarDates {
  /** The date that begins with this token, or null. */
  at(i: number): Phrase | null {
    const token = this.tokens[i];
    if (!token || token.kind === 'mark') return null;
    return (
      this.part(i) ??
      this.portion(i) ??
      this.weekday(i) ??
      this.days(i) ??
      this.shifted(i) ??
      this.postponed(i) ??
      this.ago(i) ??
      this.quarter(i) ??
      this.alone(i) ??
      this.seasonIn(i) ??
      this.decade(i) ??
      this.years(i)
    );
  }

  /** A calendar date, or two that a range runs between: "3 May to 5 June 2023", "between May 3 and June 5". */
  private days(i: number): Phrase | null {
    const first = this.calendar(i);
    if (first?.meaning.type !== 'calendar' || first.meaning.month === null || first.meaning.lastDay !== null)
      return first;
    const join = this.lower(first.to);
    const paired = /^(?:between|entre|zwischen|між)$/.test(this.lower(i - 1));
    const ranged = dash.test(join) || (this.words.to.has(join) && (paired || !conjunctions.has(join)));
    const second = ranged ? this.calendar(first.to + 1) : null;
    if (second?.meaning.type !== 'calendar' || second.meaning.month === null || second.meaning.lastDay !== null)
      return first;
    if ((first.meaning.day === null) !== (second.meaning.day === null)) return first;
    // "28 December to 3 January 2024" begins in the year before.
    const turn = first.meaning.month > second.meaning.month ? 1 : 0;
    const year = first.meaning.year ?? (second.meaning.year === null ? null : second.meaning.year - turn);
    const start = { ...first.meaning, year };
    return { to: second.to, meaning: { type: 'interval', start, end: second.meaning } };
  }

  /** "the second half of May", "the first week of June": no more is told than the month. */
  private portion(i: number): Phrase | null {
    const at = this.lower(i) === 'the' ? i + 1 : i;
    const nth = ordinals.get(this.lower(at)) !== undefined || /^(?:first|last|final|coming)$/.test(this.lower(at));
    if (!nth || !/^(?:half|week|days|weeks|decade)$/.test(this.lower(at + 1)) || this.lower(at + 2) !== 'of')
      return null;
    const month = this.calendar(at + 3);
    return month?.meaning.type === 'calendar' && month.meaning.month !== null && month.meaning.day === null
      ? month
      : null;
  }

  /** "early 2024", "mid-May", "end of next month", "late on Friday". */
  private part(i: number): Phrase | null {
    const hyphened = /^(mid|mi|end)-(.+)$/.exec(this.lower(i));
    if (hyphened) return this.hyphenedPart(i, hyphened[2] ?? '');
    const article = /^(?:the|la|le)$/.test(this.lower(i)) && this.words.parts.has(this.lower(i + 1)) ? 1 : 0;
    const part = this.lower(i + article);
    if (!this.words.parts.has(part)) return null;
    const at = i + article + 1;
    if (this.language === 'en')
      return this.englishPart(at, /^(?:end|beginning|start|middle)$/.test(part), article === 1);
    const link = /^(?:de|d'|l'|la|du|des)$/.test(this.lower(at)) ? at + 1 : at;
    const from = link > at && /^(?:l'|la)$/.test(this.lower(link)) ? link + 1 : link;
    return (
      this.shifted(from) ?? this.postponed(from) ?? this.calendar(from) ?? this.years(from) ?? this.ofThisYear(from)
    );
  }

  /** "la fin de l'année", "Ende des Jahres" */
  private ofThisYear(i: number): Phrase | null {
    const led = /^(?:l'|des|du)$/.test(this.lower(i - 1)) && /^(?:année|mois|jahres|monats)$/.test(this.lower(i));
    const unit = led ? this.words.units.get(this.lower(i)) : undefined;
    return unit === undefined ? null : { to: i + 1, meaning: { type: 'unit', unit, shift: 0, rough: false } };
  }

  /** "the end of next month" needs its "of"; "early", "late" and "mid" need none. */
  private englishPart(at: number, needsOf: boolean, article: boolean): Phrase | null {
    if (!needsOf) {
      if (article) return null;
      if (this.lower(at) === 'on') return this.weekday(at + 1);
      const from = this.lower(at) === 'in' ? at + 1 : at;
      return (
        this.weekday(from) ??
        this.shifted(from) ??
        this.calendar(from) ??
        this.bareSeason(from) ??
        this.years(from) ??
        this.decade(from)
      );
    }
    if (this.lower(at) !== 'of') return null;
    const from = this.lower(at + 1) === 'the' ? at + 2 : at + 1;
    return this.whole(from) ?? this.shifted(from) ?? this.calendar(from) ?? this.years(from) ?? this.decade(from);
  }

  /** "early summer", with no year of its own. */
  private bareSeason(i: number): Phrase | null {
    const season = this.words.seasons.get(this.lower(i));
    return season === undefined ? null : { to: i + 1, meaning: { type: 'calendar', ...nothing, season } };
  }

  /** "in the autumn", "by summer": a season that a word before it makes a date. */
  private seasonIn(i: number): Phrase | null {
    if (this.language !== 'en' || !/^(?:in|by|until|till|before|since|over|during)$/.test(this.lower(i - 1)))
      return null;
    const at = this.lower(i) === 'the' ? i + 1 : i;
    return this.tokens[at]?.capital || this.calendar(at) ? null : this.bareSeason(at);
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
    const at = shift === undefined || this.language === 'fr' ? i : i + 1;
    const weekday = this.weekdayAt(at);
    if (weekday === null && at === i && this.language === 'en' && shortWeekdays.test(this.lower(i)))
      return this.dayAfter(i + 1);
    // "The Sunday Times"
    const paper = /^(?:times|mirror|express|telegraph|courant|post|herald|mail|independent|tribune)$/;
    if (weekday === null || (this.tokens[at + 1]?.capital && paper.test(this.lower(at + 1)))) return null;
    let to = at + 1;
    if (at === i) {
      const comma = this.lower(to) === ',' ? 1 : 0;
      const article = /^(?:the|le|dem|den|der|a)$/.test(this.lower(to + comma)) ? 1 : 0;
      const day = this.calendar(to + comma + article);
      if (day?.meaning.type === 'calendar' && day.meaning.day !== null) return day;
      // "on Monday (14 October 2029)": the one day twice.
      const inside = this.lower(to) === '(' ? this.calendar(to + 1) : null;
      if (inside?.meaning.type === 'calendar' && inside.meaning.day !== null) return { to, meaning: inside.meaning };
      const after = this.words.shifts.get(this.lower(to));
      if (after !== undefined && this.language === 'fr')
        return { to: to + 1, meaning: { type: 'weekday', weekday, shift: after } };
    }
    if (this.words.timesOfDay.has(this.lower(to))) to++;
    return { to, meaning: { type: 'weekday', weekday, shift: at === i ? null : (shift ?? null) } };
  }

  /** "Tue, | 3 May" */
  private dayAfter(i: number): Phrase | null {
    const day = this.calendar(this.lower(i) === ',' ? i + 1 : i);
    return day?.meaning.type === 'calendar' && day.meaning.day !== null ? day : null;
  }

  private weekdayAt(i: number): number | null {
    const token = this.tokens[i];
    if (!token || ((this.language === 'en' || this.language === 'de') && !token.capital)) return null;
    return this.words.weekdays.get(token.lower.replace(/\.$/, '')) ?? null;
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
    if (shift === -1 && this.lower(at) === 'night')
      return { to: at + 1, meaning: { type: 'unit', unit: 'day', shift: -1, rough: false } };
    if (shift === 0 && this.words.timesOfDay.has(this.lower(at)))
      return { to: at + 1, meaning: { type: 'unit', unit: 'day', shift: 0, rough: false } };
    const season = this.words.seasons.get(this.lower(at));
    if (season !== undefined)
      return { to: at + 1, meaning: { type: 'calendar', ...nothing, season, yearShift: shift } };
    const month = this.monthAt(at, false);
    // "last October" is the one before the text; "next May" the one after it.
    const yearShift = shift === 0 ? 0 : null;
    return month === null ? null : { to: at + 1, meaning: { type: 'calendar', ...nothing, month, yearShift } };
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
    // "a Holnap Párt": part of a name.
    if (token.capital && this.language === 'hu' && this.tokens[i + 1]?.capital) return null;
    const to = this.words.timesOfDay.has(this.lower(i + 1)) ? i + 2 : i + 1;
    return { to, meaning: { type: 'unit', unit: found[0], shift: found[1], rough: false } };
  }
}

const shortWeekdays = /^(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)\.?$/;
const conjunctions = new Set(['and', 'et', 'und', 'és', 'і', 'та', 'au']);

const ordinals: ReadonlyMap<string, number> = new Map([
  ['first', 1], ['second', 2], ['third', 3], ['fourth', 4], ['last', 4], ['premier', 1], ['deuxième', 2], ['second', 2], ['troisième', 3], ['quatrième', 4],
]); // prettier-ignore
