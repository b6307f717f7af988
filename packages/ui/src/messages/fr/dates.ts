import type { dates as original } from '../en/dates';
import type { Translation } from '../translation';

export const dates: Translation<typeof original> = {
  onwards: 'depuis\u202f: {date}',
  endUnknown: 'depuis\u202f: {date}, fin inconnue',
  until: 'jusqu’à\u202f: {date}',
  by: 'au plus tard\u202f: {date}',
  beforeDay: 'avant le {date}, jour inconnu',
  byDate: 'au plus tard\u202f: {date}, date inconnue',
  unknown: 'inconnu',
  bc: '{year} av. J.-C.',
  years: '{from}–{to}',
  yearsBc: '{from}–{to} av. J.-C.',
  doubt: {
    uncertain: 'peut-être {date}',
    approximate: 'vers {date}',
    uncertain_and_approximate: 'peut-être vers {date}',
  },
  missing: {
    year: '{date}, année inconnue',
    month: '{date}, mois inconnu',
    day: '{date}, jour inconnu',
  },
  season: {
    spring: 'printemps {year}',
    summer: 'été {year}',
    autumn: 'automne {year}',
    winter: 'hiver {year}',
  },
};
