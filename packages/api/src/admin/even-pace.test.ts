import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitAfter } from './even-pace';

test('what differs by less than a step leaves at the same moment, whatever it took', () => {
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.double({ min: 1, max: 99, noNaN: true }),
      fc.double({ min: 1, max: 99, noNaN: true }),
      (steps, one, other) => {
        const [first, second] = [steps * 100 + one, steps * 100 + other];
        expect(first + waitAfter(first)).toBeCloseTo(second + waitAfter(second), 6);
        expect(waitAfter(first)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
  // Without it, six milliseconds show.
  expect(53.5 + waitAfter(53.5)).toBe(47.2 + waitAfter(47.2));
});
