import { describe, expect, it } from 'vitest';
import { fitLine, plot } from './line-fit';

describe('a fitted line', () => {
  it('goes through points that lie on one', () => {
    const fit = fitLine([1, 2, 5].map((x) => ({ x, y: 3 * x + 2 })));
    expect(fit.slope).toBeCloseTo(3);
    expect(fit.intercept).toBeCloseTo(2);
    expect(fit.explained).toBeCloseTo(1);
  });

  it('explains less where the points bend or scatter', () => {
    const bent = fitLine(Array.from({ length: 20 }, (_, x) => ({ x, y: x ** 4 })));
    const scattered = fitLine([0, 1, 2, 3].map((x) => ({ x, y: x % 2 })));
    expect(bent.explained).toBeLessThan(0.8);
    expect(scattered.explained).toBeCloseTo(0.2);
  });
});

it('a plot holds a dot for each point, all inside', () => {
  const points = [0, 500, 1000].map((x) => ({ x, y: x / 2 }));
  const drawn = plot(points, fitLine(points), { x: 'characters', y: 'ms' });
  const dots = [...drawn.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(dots).toEqual([
    [48, 352],
    [320, 200],
    [592, 48],
  ]);
});
