import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fitting } from './fitting';

const schema = z.strictObject({
  kinds: z.array(z.enum(['actor', 'issue'])).max(3),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  sort: z.enum(['name', 'date']),
});
const plain = { kinds: [], year: null, sort: 'name' };
const read = (given: Record<string, unknown>) => fitting(schema, { ...plain, ...given }, plain);

test('what fits is kept, and what does not is left out and told', () => {
  expect(read({ kinds: ['actor'], year: '2024' })).toEqual({
    asked: { kinds: ['actor'], year: '2024', sort: 'name' },
    misfits: [],
  });
  expect(read({ kinds: ['foo', 'actor', 'bar'], year: 'soon', sort: 'date' })).toEqual({
    asked: { kinds: ['actor'], year: null, sort: 'date' },
    misfits: [
      { name: 'kinds', value: 'foo' },
      { name: 'kinds', value: 'bar' },
      { name: 'year', value: 'soon' },
    ],
  });
  expect(read({ kinds: ['actor', 'actor', 'actor', 'actor'] }).misfits).toEqual([
    { name: 'kinds', value: 'actor,actor,actor,actor' },
  ]);
});

test('whatever is given, something that fits is asked, and nothing is both kept and told', () => {
  const word = fc.oneof(fc.constantFrom('actor', 'issue', '2024', 'date', ''), fc.string());
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.option(word), word, (kinds, year, sort) => {
      const { asked, misfits } = read({ kinds, year, sort });
      expect(schema.safeParse(asked).success).toBe(true);
      if (misfits.length === 0) expect(asked).toEqual({ kinds, year, sort });
      expect(misfits.length).toBeLessThanOrEqual(kinds.length + 2);
    }),
  );
});
