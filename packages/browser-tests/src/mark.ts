import { beforeEach } from 'vitest';

let tries = 0;
// A test that is tried again comes by here again: what its first try left in the record is not in its way.
beforeEach(() => {
  tries += 1;
});

/**
 * Digits that no other file of a run has, no other test and no other try: for slugs, titles and addresses of mail, as all
 * files share one record. They stay the same from the beginning of a try to its end.
 */
export const mark = (): string => `${process.pid}${String(tries).padStart(3, '0')}`;
