import type { FieldIssue } from '@rapporteur/domain/errors';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { keyOf, paged, readParameters } from './parameters';

const sequence = { after: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional() };
const order = {
  sort: z.enum(['newest', 'oldest']).default('newest'),
  kinds: z.array(z.enum(['actor', 'issue'])).optional(),
};
const slug = 'must be a slug of small letters, digits and hyphens, such as "hungary", or a permanent id';

it.each([
  ['a number beyond the most', paged(), 'limit', '1000', 'must be a whole number from 1 to 100'],
  ['a number that no program can hold', paged(), 'limit', '9007199254740993', 'must be a whole number from 1 to 100'],
  ['a number in another way', paged(), 'limit', '1e2', 'must be a whole number from 1 to 100'],
  ['no number', paged(), 'limit', '', 'must be a whole number from 1 to 100'],
  ['a place before the first', sequence, 'after', '-1', 'must be a whole number, at least 0'],
  ['a key that is none', { key: keyOf('actor') }, 'key', 'Ungarn', slug],
  ['an id of another kind', { key: keyOf('actor') }, 'key', 'stm_01h455vb4pex5vsknk084sn02q', slug],
  ['an order that is none', order, 'sort', 'best', 'must be one of newest, oldest'],
  ['an unknown parameter', paged(), 'colour', 'red', 'is not a parameter here'],
])('says what may be given instead of %s', (_, shape, name, text, message) => {
  let issues: readonly FieldIssue[] = [];
  try {
    readParameters(shape, new Map([[name, text]]));
  } catch (error) {
    ({ issues } = error as { issues: readonly FieldIssue[] });
  }
  expect(issues).toEqual([{ path: `/${name}`, message }]);
});

it('says which of several names is none', () => {
  const read = () => readParameters(order, new Map([['kinds', 'actor,person']]));
  expect(read).toThrow(
    expect.objectContaining({ issues: [{ path: '/kinds/1', message: 'must be one of actor, issue' }] }) as Error,
  );
});

it('reads numbers and what is usual where nothing is given', () => {
  expect(readParameters(paged(), new Map([['limit', '7']]))).toEqual({ limit: 7 });
  expect(readParameters(paged(), new Map())).toEqual({ limit: 50 });
});
