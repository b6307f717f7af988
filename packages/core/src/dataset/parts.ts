import { RapporteurError } from '@rapporteur/domain/errors';
import { codePointLength, type Place } from '@rapporteur/domain/passage';
import { fingerprint, type StoredText } from '../source/text';
import type { Row, Table } from './rows';

/** The longest passage that can be cited, in UTF-16 units. */
const longestPassage = 10_000;

/** A part of a file as the text of a source: the line of its columns' names, and rows as they stand in the file. */
export interface Part {
  stored: StoredText;
  /** The numbers of its first and last row. */
  from: number;
  to: number;
  count: number;
}

/** The text of a file, cut between rows, and where each row stands in it. */
export class FileText {
  readonly parts: Part[] = [];
  /** By the number of a row: its part, counted from 1, and where it begins there. Lists of numbers, because rows are many. */
  private readonly partOf: Int32Array;
  private readonly starts: Int32Array;
  /** Its length there, in code points and in UTF-16 units. */
  private readonly lengths: Int32Array;
  private readonly units: Int32Array;

  /**
   * `groups` are rows that belong together: they stand next to one another, in one part. Takes the texts of the rows over:
   * they are not kept twice.
   */
  constructor(table: Table, groups: Iterable<readonly Row[]>, longest: number) {
    const last = table.rows.at(-1)?.number ?? 0;
    this.partOf = new Int32Array(last + 1);
    this.starts = new Int32Array(last + 1);
    this.lengths = new Int32Array(last + 1);
    this.units = new Int32Array(last + 1);
    const head = table.header === null ? '' : `${table.header}\n`;
    let lines: Row[] = [];
    let length = head.length;
    const close = () => {
      if (lines.length > 0) this.close(head, lines);
      lines = [];
      length = head.length;
    };
    for (const rows of groups) {
      const added = rows.reduce((sum, { raw }) => sum + raw.length + 1, 0);
      if (length + added > longest) close();
      for (const row of rows) lines.push(row);
      length += added;
    }
    close();
  }

  private close(head: string, lines: readonly Row[]): void {
    const text = head + lines.map(({ raw }) => raw).join('\n');
    const stored = fingerprint(text);
    if (stored.text !== text) throw new Error('The rows of a source are normalised one by one.');
    let start = codePointLength(head);
    for (const row of lines) {
      this.partOf[row.number] = this.parts.length + 1;
      this.starts[row.number] = start;
      const length = codePointLength(row.raw);
      this.lengths[row.number] = length;
      this.units[row.number] = row.raw.length;
      row.raw = '';
      start += length + 1;
    }
    const numbers = lines.map(({ number }) => number);
    this.parts.push({
      stored,
      from: numbers.reduce((least, number) => Math.min(least, number)),
      to: numbers.reduce((most, number) => Math.max(most, number)),
      count: lines.length,
    });
  }

  /** The passages that some rows are: one for all that follow one another, as far as a passage may reach. */
  passagesOf(rows: readonly Row[]): ({ part: number } & Place)[] {
    const found: ({ part: number; units: number } & Place)[] = [];
    for (const { number } of rows) {
      const part = (this.partOf[number] ?? 0) - 1;
      const start = this.starts[number] ?? 0;
      if (part < 0) throw new RapporteurError('invalid_input', `Row ${number} is in no source.`);
      const own = this.units[number] ?? 0;
      if (own > longestPassage)
        throw new RapporteurError('limit_exceeded', `Row ${number} is longer than a passage may be.`);
      const end = start + (this.lengths[number] ?? 0);
      const last = found.at(-1);
      const units = (last?.units ?? 0) + 1 + own;
      if (last?.part === part && last.end + 1 === start && units <= longestPassage) Object.assign(last, { end, units });
      else found.push({ part, start, end, units: own });
    }
    return found.map(({ part, start, end }) => ({ part, start, end }));
  }
}
