import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow, readCell } from './csv';

const dangerous = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  "'=1",
  '=cmd|" /C calc"!A0',
];

/** The cells of one CSV record, as a parser reads them (RFC 4180). */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  for (const [, quoted, end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    if (rows.length === 0 || rows.at(-1)?.at(-1) === undefined) rows.push([]);
    rows.at(-1)?.push((quoted ?? '').replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** The cells that a spreadsheet would run. */
const run = (row: string) =>
  parse(row)
    .flat()
    .filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell));

describe('a row of CSV', () => {
  it('holds no cell that a spreadsheet runs', () => {
    expect(run(csvRow(dangerous))).toEqual([]);
  });

  it('is noticed where it does', () => {
    const careless = (cells: readonly string[]) =>
      `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
    expect(run(careless(dangerous))).toHaveLength(dangerous.length - 1);
  });

  it('is one record however many lines and quotes its cells hold, and reads back as it was', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...dangerous, 'a\r\nb', '"', ',', '\r\n'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const rows = parse(csvRow(cells));
        expect(rows).toHaveLength(1);
        expect(rows[0]?.map(readCell)).toEqual(cells);
      }),
    );
  });
});
