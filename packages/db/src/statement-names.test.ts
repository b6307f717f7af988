import { expect, test } from 'vitest';
import { statementNames } from './statement-names';

test('a statement has one name, whatever its values; those that look for words, and those without end, have none', () => {
  const name = statementNames();
  const first = name({ sql: 'SELECT 1' });
  expect(first).not.toBe('');
  expect(name({ sql: 'SELECT 2' })).not.toBe(first);
  expect(name({ sql: 'SELECT 1' })).toBe(first);
  for (const sql of [
    'SELECT $1::tsquery',
    'SELECT $1 LIKE $2',
    'SELECT public.word_similarity($1, $2)',
    'SELECT $1 IN ($1,$2)',
  ])
    expect(name({ sql })).toBe('');
  const names = Array.from({ length: 1000 }, (_, n) => name({ sql: `SELECT ${n}` }));
  expect(new Set(names).size).toBeLessThanOrEqual(101);
  expect(name({ sql: 'SELECT 1' })).toBe(first);
});
