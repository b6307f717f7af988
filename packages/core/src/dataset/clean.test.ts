import { expect, it } from 'vitest';
import { clean, cleanStep, type CleanStep } from './clean';

const by = (step: unknown, text: string): string => clean(text, cleanStep.parse(step) satisfies CleanStep);

it.each([
  ['squeeze', ' a \n b ', 'a b'],
  ['printable', 'a\u0008b\tc\u009f', 'ab\tc'],
  ['lower', 'ÄB', 'äb'],
  ['upper', 'äb', 'ÄB'],
  [{ remove: '\\' }, '\\a\\\\b', 'ab'],
  [{ remove: ['x', 'yy'] }, 'xyyyx', 'y'],
  [{ replace: '.', with: '$&' }, 'a.b', 'a$&b'],
  [{ remove_prefix: ['A/RES/', 'R/'] }, 'A/RES/R/1', 'R/1'],
  [{ remove_suffix: ' : adopted' }, 'On lakes : adopted', 'On lakes'],
  [{ remove_suffix: ' : adopted' }, 'On lakes : adop', 'On lakes : adop'],
  [{ remove_suffix: ' : adopted', even_cut_to: 2 }, 'On lakes : adop', 'On lakes'],
  [{ remove_suffix: ' : adopted', even_cut_to: 2 }, 'On lakes :', 'On lakes'],
  [{ remove_suffix: ' : adopted', even_cut_to: 4 }, 'On lakes :', 'On lakes :'],
  [{ cut_from: ['\t', '##'] }, 'a##b\tc', 'a'],
  [{ after_last: '/' }, 'a/b/c.md', 'c.md'],
  [{ after_last: '/' }, 'c.md', 'c.md'],
  [{ at_most: 10 }, 'on the lakes', 'on the…'],
  [{ at_most: 10 }, 'onthelakes', 'onthelakes'],
  [{ at_most: 10 }, '12345678🏳️', '12345678…'],
])('%j makes %j %j', (step, text, made) => {
  expect(by(step, text)).toBe(made);
});
