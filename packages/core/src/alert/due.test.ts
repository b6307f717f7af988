import { describe, expect, it } from 'vitest';
import { dueAt } from './due';

const at = (time: string) => new Date(`2026-03-0${time}Z`);

describe('a reader is told', () => {
  it.each([
    ['at_once', at('1T10:00:00'), null, at('1T10:00:00')],
    ['at_once', at('1T10:00:00'), at('1T09:00:00'), at('1T10:00:00')],
    // What follows a mail within five minutes is told with what comes until then.
    ['at_once', at('1T10:00:00'), at('1T09:58:00'), at('1T10:03:00')],
    ['daily', at('1T05:59:59'), null, at('1T06:00:00')],
    ['daily', at('1T06:00:00'), null, at('2T06:00:00')],
    ['daily', at('1T23:00:00'), at('1T06:00:00'), at('2T06:00:00')],
    ['daily', new Date('2026-12-31T12:00:00Z'), null, new Date('2027-01-01T06:00:00Z')],
  ] as const)('%s of a change at %s, mailed at %s, at %s', (rhythm, since, mailedAt, due) => {
    expect(dueAt(rhythm, since, mailedAt)).toEqual(due);
  });
});
