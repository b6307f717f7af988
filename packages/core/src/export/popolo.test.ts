import { expect, it } from 'vitest';
import { datesOf } from './popolo';

it.each([
  ['2001-02-03/2004-05-06', { start_date: '2001-02-03', end_date: '2004-05-06' }],
  ['2001/2004-05', { start_date: '2001', end_date: '2004-05' }],
  ['2001', { start_date: '2001', end_date: '2001' }],
  ['2001-02-03/..', { start_date: '2001-02-03' }],
  ['../2004', { end_date: '2004' }],
  ['2001~/2004?', {}],
  ['2001%', {}],
  ['200X/2004', { end_date: '2004' }],
  ['/2004', { end_date: '2004' }],
  [null, {}],
])('of a membership %s Popolo is told no day that the record does not know', (period, dates) => {
  expect(datesOf(period)).toEqual(dates);
});
