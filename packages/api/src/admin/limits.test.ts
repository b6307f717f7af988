import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limits } from './limits';

const page = readFileSync(new URL('../../../../docs/access.md', import.meta.url), 'utf8');

it('docs/access.md tells every limit of the desk with its number and its time, and no other', () => {
  const told = [...page.matchAll(/^\| `([a-z-]+)` \| (\d+) \| (\d+) minutes \|/gm)].map(([, name, times, minutes]) =>
    [name, Number(times), Number(minutes) * 60].join(' '),
  );
  const kept = Object.values(limits).map(({ name, times, seconds }) => [name, times, seconds].join(' '));
  // The site counts by itself: apps/web/cache/preview-guesses.test.ts and apps/web/programs/known-tokens.test.ts hold it to what is told.
  const ofTheDesk = told.filter((limit) => !/^(?:preview|reading-token) /.test(limit));
  expect(ofTheDesk.toSorted()).toEqual(kept.toSorted());
});
