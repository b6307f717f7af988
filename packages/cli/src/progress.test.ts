import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { showProgress } from './progress';

/** Runs steps at given times; gives what was told. */
function told(steps: [at: number, doing: string, done: number][], terminal = false): string {
  const out = Object.assign(new PassThrough(), { isTTY: terminal });
  let now = 0;
  const show = showProgress('Import', out, () => now);
  for (const [at, doing, done] of steps) {
    now = at;
    show({ doing, done, of: 2000 });
  }
  return String(out.read() ?? '');
}

describe('progress', () => {
  it('is not told of what is over within two seconds', () => {
    expect(
      told([
        [0, 'writing', 1],
        [1000, 'writing', 500],
        [1999, 'writing', 2000],
      ]),
    ).toBe('');
  });

  it('is told in a log line by line, not at every step, and to the end', () => {
    const steps = [
      [0, 'writing', 1],
      [2500, 'writing', 1000],
      [2600, 'writing', 1001],
      [8000, 'writing', 1500],
      [8100, 'writing', 2000],
      [8200, 'publishing', 0],
    ] as [number, string, number][];
    expect(told(steps).split('\n')).toEqual([
      'Import: writing, 1,000 of 2,000',
      'Import: writing, 1,500 of 2,000',
      'Import: writing, 2,000 of 2,000',
      'Import: publishing, 0 of 2,000',
      '',
    ]);
  });

  it('is one line on a terminal', () => {
    expect(
      told(
        [
          [3000, 'writing', 1],
          [3200, 'writing', 2],
        ],
        true,
      ).split('\n').length,
    ).toBe(1);
  });
});
