import { describe, expect, it } from 'vitest';
import { nameWithin, sameName } from './same-name';

describe('a name', () => {
  it.each([
    ['Ádám Varga', 'ADAM VARGA', true],
    ['The Treasury of Ostland', 'Treasury of Ostland', true],
    ['Ostland’s envoy', "Ostland's envoy", true],
    ['Адам Варга', 'адам варга', true],
    ['Adam Varga', 'Varga', false],
    ['Adam Varga', 'Foreign Minister Adam Varga', false],
    ['Adam Varga', null, false],
    [null, null, true],
  ])('%s against %s is the same: %s', (one, other, same) => {
    expect(sameName(one, other)).toBe(same);
  });

  it.each([
    ['Adam Varga', 'Varga', true],
    ['Foreign Minister Adam Varga', 'Ádám Varga', true],
    ['Adam Varga', 'Vargas', false],
    ['Adam Varga', '', false],
    ['Adam Varga', null, false],
  ])('%s is near %s: %s', (one, other, near) => {
    expect(nameWithin(one, other)).toBe(near);
  });
});
