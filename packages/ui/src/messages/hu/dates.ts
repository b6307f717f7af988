import type { dates as original } from '../en/dates';
import type { Translation } from '../translation';

export const dates: Translation<typeof original> = {
  onwards: 'kezdete: {date}, azóta tart',
  endUnknown: 'kezdete: {date}, vége nem ismert',
  until: 'vége: {date}',
  by: 'legkésőbb {date}',
  beforeDay: '{date} előtt, a nap nem ismert',
  byDate: 'legkésőbb {date}, a dátum nem ismert',
  unknown: 'nem ismert',
  bc: 'i. e. {year}',
  years: '{from}–{to}',
  yearsBc: 'i. e. {from}–{to}',
  doubt: {
    uncertain: 'talán {date}',
    approximate: '{date} körül',
    uncertain_and_approximate: 'talán {date} körül',
  },
  missing: {
    year: '{date}, az év nem ismert',
    month: '{date}, a hónap nem ismert',
    day: '{date}, a nap nem ismert',
  },
  season: {
    spring: '{year} tavasza',
    summer: '{year} nyara',
    autumn: '{year} ősze',
    winter: '{year} tele',
  },
};
