import type { DatasetReport } from '@rapporteur/core/dataset/import';
import { expect, it } from 'vitest';
import { reportLines } from './report';

const actor = (name: string, by: DatasetReport['actors'][number]['by'], called: string | null = null) => ({
  name,
  code: '',
  rows: 2,
  by,
  called,
  dated: null,
});
const report: DatasetReport = {
  created: 1200,
  createdActors: 0,
  changed: 1,
  unchanged: 0,
  ended: 2,
  rows: { votes: 4000 },
  actors: [
    actor('Lakeland', 'code'),
    actor('Moss Land', 'code', 'Mossland'),
    actor('Reed Islands', 'alias', 'Reed Isles'),
    actor('Marsh', 'merge', 'Mossland'),
    { ...actor('Old Fen', 'name'), dated: { said: 'Fen', from: null, to: '1949-12-31', why: 'Fen left in 1949.' } },
    ...Array.from({ length: 25 }, (_, index) => actor(`Unknown ${index}`, 'none')),
  ],
  notes: ['votes: code is empty in 3 rows'],
};

it('says what was matched by alias, what was merged and what was not matched, by name', () => {
  const lines = reportLines(report, { dryRun: false, list: false });
  expect(lines).toEqual([
    'votes: 4,000 rows',
    'matched by code: 2 actors, 4 rows',
    '  Moss Land, on record as Mossland: 2 rows',
    'matched by name: 1 actor, 2 rows',
    'matched by alias: 1 actor, 2 rows',
    '  Reed Islands, on record as Reed Isles: 2 rows',
    'merged since, meant as what they were merged into: 1 actor, 2 rows',
    '  Marsh, on record as Mossland: 2 rows',
    'not matched, their rows left out: 25 actors, 50 rows',
    ...Array.from({ length: 20 }, (_, index) => `  Unknown ${index}: 2 rows`),
    '  and 5 more; --list names all',
    'told by the date of the row:',
    '  Fen to 1949-12-31 is Old Fen: 2 rows. Fen left in 1949.',
    'votes: code is empty in 3 rows',
    '1,200 created, 1 changed, 0 unchanged, 2 withdrawn or merged and left so',
  ]);
});

it('names every actor where it is asked to, and says what a dry run would do', () => {
  const lines = reportLines(report, { dryRun: true, list: true });
  expect(lines).toContain('  Lakeland: 2 rows');
  expect(lines.filter((line) => line.startsWith('  Unknown'))).toHaveLength(25);
  expect(lines.at(-1)).toMatch(/^would be: 1,200 created, 1 changed/);
});

it('says how many of what is created are actors, because another run finds them there', () => {
  const lines = reportLines({ ...report, createdActors: 25 }, { dryRun: false, list: false });
  expect(lines.at(-1)).toMatch(/^1,200 created \(25 actors among them\), 1 changed/);
});
