import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './origin';

const own = 'https://desk.example.org';

describe('isSameOrigin', () => {
  it.each([
    [{ origin: own }, true],
    [{ origin: own, 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{}, false],
    [{ origin: 'null' }, false],
    [{ origin: 'https://desk.example.org.evil.example' }, false],
    [{ origin: 'http://desk.example.org' }, false],
    [{ origin: own, 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
  ])('judges %o as %s', (headers, expected) => {
    expect(isSameOrigin(new Headers(headers), own)).toBe(expected);
  });

  it('takes the names of the loopback address as one machine, on one port', () => {
    expect(isSameOrigin(new Headers({ origin: 'http://localhost:3001' }), 'http://127.0.0.1:3001')).toBe(true);
    expect(isSameOrigin(new Headers({ origin: 'http://localhost:3000' }), 'http://127.0.0.1:3001')).toBe(false);
  });
});
