/** Dates that name no one day. English dates are written by the domain in these words. */
export const dates = {
  onwards: 'from {date} onwards',
  endUnknown: 'from {date}, end not on record',
  until: 'until {date}',
  by: 'by {date}',
  beforeDay: 'before {date}, day not on record',
  byDate: 'by {date}, date not on record',
  unknown: 'not on record',
  bc: '{year} BC',
  years: '{from}–{to}',
  yearsBc: '{from}–{to} BC',
  doubt: {
    uncertain: 'possibly {date}',
    approximate: 'about {date}',
    uncertain_and_approximate: 'possibly about {date}',
  },
  missing: {
    year: '{date}, year not on record',
    month: '{date}, month not on record',
    day: '{date}, day not on record',
  },
  season: {
    spring: 'spring {year}',
    summer: 'summer {year}',
    autumn: 'autumn {year}',
    winter: 'winter {year}',
  },
} as const;
