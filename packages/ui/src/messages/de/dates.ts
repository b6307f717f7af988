import type { dates as original } from '../en/dates';
import type { Translation } from '../translation';

export const dates: Translation<typeof original> = {
  onwards: 'ab {date}',
  endUnknown: 'ab {date}, Ende nicht bekannt',
  until: 'bis {date}',
  by: 'spätestens {date}',
  beforeDay: 'vor dem {date}, Tag nicht bekannt',
  byDate: 'spätestens {date}, Datum nicht bekannt',
  unknown: 'nicht bekannt',
  bc: '{year} v. Chr.',
  years: '{from}–{to}',
  yearsBc: '{from}–{to} v. Chr.',
  doubt: {
    uncertain: 'möglicherweise {date}',
    approximate: 'etwa {date}',
    uncertain_and_approximate: 'möglicherweise etwa {date}',
  },
  missing: {
    year: '{date}, Jahr nicht bekannt',
    month: '{date}, Monat nicht bekannt',
    day: '{date}, Tag nicht bekannt',
  },
  season: {
    spring: 'Frühjahr {year}',
    summer: 'Sommer {year}',
    autumn: 'Herbst {year}',
    winter: 'Winter {year}',
  },
};
