import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codePointOffsets } from './code-points';

it('counts the code points before an offset, in any string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      const at = codePointOffsets(text);
      const before = [...text].reduce<number[]>(
        (offsets, point) => [...offsets, (offsets.at(-1) ?? 0) + point.length],
        [0],
      );
      expect(before.map(at)).toEqual(before.map((_, index) => index));
    }),
  );
});
