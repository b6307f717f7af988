import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { EvidenceMark, Marked, marksFor, marksWithin } from './evidence-mark';
import { Notes } from './notes';
import { recordsOf } from './testing/fixtures';

const { citations } = recordsOf((text) => text).programme;
const at = (field: string, note: number) => ({ ...(citations[0] ?? raise()), field, note });
function raise(): never {
  throw new Error('the fixture holds no citation');
}

describe('marksFor', () => {
  const held = [
    at('/provisions/2', 4),
    at('/provisions/2/scope', 2),
    at('/provisions/20', 5),
    at('/provisions', 7),
    at('/provisions/2/scope', 2),
  ];

  test('finds a citation at the field, inside it, or at the whole it is part of, once per passage and in order', () => {
    expect(marksFor(held, '/provisions/2/scope').map(({ note }) => note)).toEqual([2, 4, 7]);
    expect(marksFor(held, '/provisions/2').map(({ note }) => note)).toEqual([2, 4, 7]);
    expect(marksFor(held, '/summary')).toEqual([]);
  });

  test('marksWithin leaves the whole out', () => {
    expect(marksWithin(held, '/provisions/2').map(({ note }) => note)).toEqual([2, 4]);
  });
});

test('a mark says its number, state, outlet and date, and leads to its note', () => {
  const second = citations.find(({ note }) => note === 2) ?? raise();
  const html = renderToStaticMarkup(<EvidenceMark citation={second} />);
  expect(html).toContain('aria-label="Evidence 2. Passage moved. Example Wire, 29 Nov 2023"');
  expect(html).toContain('href="#note-2"');
  expect(renderToStaticMarkup(<EvidenceMark citation={{ ...second, role: 'contradicts' }} />)).toContain(
    '2023. It contradicts"',
  );
});

test('a mark never wraps away from the word before it', () => {
  const html = renderToStaticMarkup(<Marked text="It is voluntary." marks={[at('/x', 1)]} />);
  expect(html).toMatch(/^It is <span class="nb">voluntary\.<a/);
});

test('a note holds its whole passage, and folds a long one behind its first words and its length', () => {
  const row = 'a row of a roll call\n';
  const noteOf = (exact: string) => {
    const citation = at('/x', 1);
    return renderToStaticMarkup(<Notes citations={[{ ...citation, passage: { ...citation.passage, exact } }]} />);
  };
  expect(noteOf(row.repeat(40))).not.toContain('<details');
  const long = noteOf(row.repeat(200));
  expect(long).toContain(`<q>${row.repeat(200)}</q>`);
  expect(long).toContain('The whole passage, 4,200 characters');
  expect(/note-beginning"[^>]*>([^<]*) …</s.exec(long)?.[1]).toBe(`${row.repeat(11)}a row of`);
});
