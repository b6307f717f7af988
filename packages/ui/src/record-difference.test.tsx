import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RecordDifference } from './record-difference';
import { wordDifference } from './word-difference';

const revision = (revisionNumber: number) => ({
  recordId: 'prg_x',
  kind: 'programme' as const,
  revisionNumber,
  change: 'correct' as const,
  note: null,
  publishedAt: '2024-01-15T10:32:00.000Z',
  sequence: 1,
  contentHash: 'f',
});

test('says what was and what is, field by field, and shows text as text', () => {
  const html = renderToStaticMarkup(
    <RecordDifference
      diff={{
        record: { id: 'prg_x', kind: 'programme', slug: 'x', title: 'X', state: 'live' },
        from: revision(1),
        to: revision(2),
        links: {},
        changes: [
          { path: '/provisions/0/scope', kind: 'changed', before: 'not_mentioned', after: 'excluded' },
          { path: '/summary', kind: 'changed', before: 'It <b>is</b> binding.', after: 'It <b>is</b> voluntary.' },
          { path: '/relations/0', kind: 'added', after: { type: 'succeeds', programme: 'prg_y' } },
        ],
      }}
    />,
  );
  expect(html).toContain('Provision 1, scope');
  expect(html).toMatch(/<del>Not mentioned<\/del>.*<ins>Excluded<\/ins>/s);
  expect(html).toContain('<del>binding.</del>');
  expect(html).toContain('<ins>voluntary.</ins>');
  expect(html).not.toContain('<b>');
});

test('the pieces of a difference make both texts again', () => {
  const words = ['a', 'b', 'c', '  ', '\n', 'dé', '😀'];
  for (let seed = 1; seed < 400; seed++) {
    const make = (salt: number) =>
      Array.from(
        { length: (seed * salt) % 13 },
        (_, index) => words[(seed * salt + index * index * salt) % words.length] ?? '',
      ).join(' ');
    const before = make(7);
    const after = make(11);
    const pieces = wordDifference(before, after);
    const side = (left: 'removed' | 'added') =>
      pieces
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join('');
    expect(side('added')).toBe(before);
    expect(side('removed')).toBe(after);
  }
});
