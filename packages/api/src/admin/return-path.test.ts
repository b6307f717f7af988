import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elsewhere } from '../testing/elsewhere';
import { returnPath } from './return-path';

const desk = 'https://desk.example.org';

/** Where a browser on the desk goes for a path, by the URL standard. */
const goesTo = (path: string) => new URL(path, `${desk}/sign-in`);

/** What is wrong with where a function sends people, one line an address. */
const faults = (judge: (wanted: unknown) => string) =>
  elsewhere.filter((wanted) => {
    const { origin, protocol } = goesTo(judge(wanted));
    return origin !== desk || protocol !== 'https:';
  });

describe('where to go on after signing in', () => {
  it.each(['/', '/account', '/people?after=x&y=1', '/records/stm_1?revision=2', '/audit?from=2024-01-01'])(
    'is %s as it is',
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it('is the desk, whatever was wanted', () => {
    expect(faults(returnPath)).toEqual([]);
    for (const wanted of [undefined, null, 7, ['//evil.example'], {}]) expect(returnPath(wanted)).toBe('/');
  });

  it('is noticed where it is another site', () => {
    expect(faults((wanted) => (String(wanted).startsWith('/') ? String(wanted) : '/'))).toContain('//evil.example');
    const naive = (wanted: unknown) => (/^\/[^/]/.test(String(wanted)) ? String(wanted) : '/');
    expect(faults(naive)).toEqual(expect.arrayContaining(['/\\evil.example', '/\t/evil.example']));
    const parsed = (wanted: unknown) => (/^\/[^/\\]/.test(String(wanted)) ? goesTo(String(wanted)).pathname : '/');
    expect(faults(parsed)).toContain('/.//evil.example');
  });

  it('is the desk for any text at all', () => {
    const piece = fc.constantFrom('/', '\\', '.', '..', '\t', '\n', ':', '@', '%2f', '?', '#', 'evil.example', 'https');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => `/${pieces.join('')}`),
        ),
        (wanted) => {
          expect(goesTo(returnPath(wanted)).origin).toBe(desk);
        },
      ),
    );
  });
});
