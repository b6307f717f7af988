import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseEncoding, matchesTag } from './negotiate';

describe('chooseEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['GZIP;Q=1', 'gzip'],
    ['br;q=x, gzip;q=0.5', 'gzip'],
    ['identity;q=0', 'identity'],
    ['brotli', 'identity'],
  ])('answers %j in %s', (header, expected) => {
    expect(chooseEncoding(header)).toBe(expected);
  });

  it('never names an encoding that was refused or not named', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (header) => {
        const chosen = chooseEncoding(header);
        expect(chosen === 'identity' || header.includes('*') || header.toLowerCase().includes(chosen)).toBe(true);
      }),
    );
  });
});

describe('matchesTag', () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['"b" , W/"a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['"a', false],
    ['"a-br"', false],
    ['', false],
    [undefined, false],
  ])('%j against "a": %s', (header, expected) => {
    expect(matchesTag(header, '"a"')).toBe(expected);
  });
});
