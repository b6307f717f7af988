import { expect, test } from 'vitest';
import { statementNames } from './statement-names';

test('a statement that is asked again has one name in every process; those that look for words, and lists, have none', () => {
  const [name, elsewhere] = [statementNames(), statementNames()];
  expect(name({ sql: 'SELECT 1' })).toBe('');
  const first = name({ sql: 'SELECT 1' });
  expect(first).toMatch(/^read_[0-9a-f]{16}$/);
  for (const sql of ['SELECT 2', 'SELECT 1', 'SELECT 2', 'SELECT 1']) elsewhere({ sql });
  expect(elsewhere({ sql: 'SELECT 1' })).toBe(first);
  expect(elsewhere({ sql: 'SELECT 2' })).not.toBe(first);
  for (const sql of [
    'SELECT $1::tsquery',
    'SELECT $1 LIKE $2',
    'SELECT $1 ILIKE $2',
    'SELECT public.word_similarity($1, $2)',
    'SELECT $1 OPERATOR(public.%>) $2',
    'SELECT $1 IN ($1,$2)',
    'SELECT ($1, $2) IN (($1,$2),($3,$4))',
    'SELECT * FROM (VALUES ($1,$2),($3,$4)) AS v',
  ])
    expect([name({ sql }), name({ sql })], sql).toEqual(['', '']);
});

test('statements that are asked once use up no names, and one that was forgotten gets its own again', () => {
  const name = statementNames();
  const again = () => [name({ sql: 'SELECT 1' }), name({ sql: 'SELECT 1' })];
  const [, first] = again();
  for (let n = 2; n < 3000; n += 1) {
    expect(name({ sql: `SELECT ${n}` })).toBe('');
    if (n < 1500) expect(name({ sql: 'SELECT 1' })).toBe(first);
  }
  expect(again()).toEqual(['', first]);
});

test('hundreds of statements that are asked in turn keep their names', () => {
  const name = statementNames();
  const round = () => Array.from({ length: 500 }, (_, n) => name({ sql: `SELECT ${n}` }));
  expect(new Set(round())).toEqual(new Set(['']));
  const named = round();
  expect(new Set(named).size).toBe(500);
  expect(round()).toEqual(named);
});
