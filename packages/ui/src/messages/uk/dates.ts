import type { dates as original } from '../en/dates';
import type { Translation } from '../translation';

export const dates: Translation<typeof original> = {
  onwards: '{date} – донині',
  endUnknown: '{date} – кінець не зафіксовано',
  until: 'до: {date}',
  by: 'не пізніше: {date}',
  beforeDay: 'раніше за {date}, день не зафіксовано',
  byDate: 'не пізніше: {date}, дату не зафіксовано',
  unknown: 'не зафіксовано',
  bc: '{year} до н. е.',
  years: '{from}–{to}',
  yearsBc: '{from}–{to} до н. е.',
  doubt: {
    uncertain: 'можливо, {date}',
    approximate: 'приблизно {date}',
    uncertain_and_approximate: 'можливо, приблизно {date}',
  },
  missing: {
    year: '{date}, рік не зафіксовано',
    month: '{date}, місяць не зафіксовано',
    day: '{date}, день не зафіксовано',
  },
  season: {
    spring: 'весна {year}',
    summer: 'літо {year}',
    autumn: 'осінь {year}',
    winter: 'зима {year}',
  },
};
