// What a spreadsheet would take for the beginning of a formula, also in full width; or for the mark that keeps it from that.
const startsFormula = /^[=+\-@\t\r'＝＋－＠]/;

/**
 * A row of CSV (RFC 4180) that no spreadsheet runs: a cell that begins with `=`, `+`, `-`, `@`, a tab, a carriage return
 * or an apostrophe gets an apostrophe in front. Whoever reads the file back takes one leading apostrophe off: `readCell`.
 */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  // A lone carriage return or line feed inside quotes stays part of the cell.
  return `"${(startsFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** The text of a cell that `csvRow` wrote, once a CSV parser has taken its quotes off. */
export const readCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
