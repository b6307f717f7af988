import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse as csvParser } from 'csv-parse';
import { RapporteurError } from '@rapporteur/domain/errors';
import { normaliseText } from '@rapporteur/domain/passage';
import { parseJson } from '../bundle/json';

/** What of a file is read at most: bytes once unpacked, rows, UTF-16 units of a row, and columns of one. */
export const bounds = { bytes: 1_000_000_000, rows: 5_000_000, row: 5_000_000, columns: 1000 };
export type Bounds = typeof bounds;

/** A row of a file. */
export interface Row {
  /** From 1, the line of the columns' names included. */
  number: number;
  /** The cells of the columns that the mapping names, in its order; empty where the row has none. */
  cells: readonly string[];
  /** The row as it stands in the file, without the end of its line; only where the file is a source, and until its text is made. */
  raw: string;
}

export interface Table {
  name: string;
  /** The place of each column in the cells. */
  columns: ReadonlyMap<string, number>;
  /** The line of the columns' names; null where the file has none. */
  header: string | null;
  rows: Row[];
}

interface Wanted {
  name: string;
  columns: readonly string[];
  /** Whether the rows are kept as they stand. */
  raw: boolean;
}

/**
 * Reads a file of rows: CSV (RFC 4180, the names of its columns first) or JSON lines, perhaps packed with gzip, in UTF-8.
 * Counts what really comes out while it unpacks. Refuses with the file and the row.
 */
export async function readTable(folder: string, file: string, wanted: Wanted, limits: Bounds = bounds): Promise<Table> {
  const table = { name: wanted.name, columns: new Map(wanted.columns.map((column, place) => [column, place])) };
  const rows: Row[] = [];
  const add = (row: Row) => {
    if (rows.length >= limits.rows) throw tooLarge(file, `has more than ${limits.rows.toLocaleString('en')} rows`);
    rows.push(row);
  };
  const isCsv = /\.csv(\.gz)?$/.test(file);
  const read = isCsv ? csvRows(file, wanted, limits, add) : jsonRows(file, wanted, limits, add);
  const bytes = createReadStream(path.join(folder, file));
  const text = counted(file, limits.bytes);
  const unpacked = file.endsWith('.gz') ? pipeline(bytes, createGunzip(), text) : pipeline(bytes, text);
  try {
    const [header] = await Promise.all([read(text), unpacked]);
    return { ...table, header, rows };
  } catch (error) {
    throw asRefusal(file, error);
  } finally {
    bytes.destroy();
    text.destroy();
  }
}

const refusal = (file: string, what: string, row?: number) =>
  new RapporteurError('invalid_input', `${file} cannot be read: ${what}.`, [
    { path: row === undefined ? file : `${file} row ${row}`, message: what },
  ]);
const tooLarge = (file: string, what: string) =>
  new RapporteurError('limit_exceeded', `${file} is too large: it ${what}.`);

function asRefusal(file: string, error: unknown): unknown {
  if (error instanceof RapporteurError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return refusal(file, 'there is no such file in the folder of the data');
  if (code === 'CSV_MAX_RECORD_SIZE') return tooLarge(file, 'has a row that is longer than 5,000,000 characters');
  if (code.startsWith('CSV_') || code === 'INVALID_OPENING_QUOTE') return malformed(file, code, error);
  if (code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return refusal(file, code.startsWith('Z_') ? 'it is not packed with gzip, or is not whole' : 'it is not in UTF-8');
  return error;
}

/** What CSV is not: told by row, as everything else of a file, and not by line. */
function malformed(file: string, code: string, error: Error & { records?: unknown }): RapporteurError {
  const [, expected = '', found = ''] = /expect (\d+), got (\d+)/.exec(error.message) ?? [];
  const told: Record<string, string> = {
    CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: `a row has ${found} ${found === '1' ? 'cell' : 'cells'}, and the first row has ${expected}`,
    CSV_INVALID_CLOSING_QUOTE:
      'after a quotation mark that ends a cell there is more; one that belongs to the text is written twice',
    INVALID_OPENING_QUOTE: 'a quotation mark stands in a cell that does not begin with one',
    CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed',
  };
  // The parser counts the rows before the one that it cannot read.
  const row = typeof error.records === 'number' ? error.records + 1 : undefined;
  return refusal(file, told[code] ?? error.message, row);
}

/** Passes bytes on as long as they are UTF-8, and up to so many of them. */
function counted(file: string, most: number): Transform {
  let bytes = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return new Transform({
    transform(part: Buffer, _, done) {
      bytes += part.length;
      if (bytes > most) return done(tooLarge(file, `holds more than ${most.toLocaleString('en')} bytes`));
      try {
        decoder.decode(part, { stream: true });
        done(null, part);
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        decoder.decode();
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

type Read = (source: Readable) => Promise<string | null>;

/** Most cells say what others say: each text is kept once. */
function keeper(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > 60 || known.size > 200_000) return text;
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}

function csvRows(file: string, { columns, raw }: Wanted, limits: Bounds, add: (row: Row) => void): Read {
  return async (source) => {
    const parser = csvParser({ raw: true, bom: true, skip_empty_lines: true, max_record_size: limits.row });
    const keep = keeper();
    let header: string | null = null;
    let places: number[] = [];
    let number = 0;
    const take = (record: readonly string[], text: string) => {
      number += 1;
      if (record.length > limits.columns) throw tooLarge(file, `has more than ${limits.columns} columns`);
      if (text.includes('\0')) throw refusal(file, 'it holds a NUL character', number);
      if (header === null) {
        header = normaliseText(text);
        places = placesOf(file, record, columns);
        return;
      }
      add({ number, cells: places.map((place) => keep(record[place] ?? '')), raw: raw ? normaliseText(text) : '' });
    };
    for await (const next of source.pipe(parser) as AsyncIterable<{ record: string[]; raw: string }>)
      take(next.record, next.raw.replaceAll(/^[\r\n]+|[\r\n]+$/g, ''));
    if (header === null) throw refusal(file, 'it has no line with the names of its columns');
    return header;
  };
}

function placesOf(file: string, names: readonly string[], columns: readonly string[]): number[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw refusal(file, `two of its columns are called "${twice.slice(0, 60)}"`, 1);
  return columns.map((column) => {
    const place = names.indexOf(column);
    if (place < 0) throw refusal(file, `it has no column "${column}"; it has ${names.join(', ').slice(0, 300)}`, 1);
    return place;
  });
}

function jsonRows(file: string, { columns, raw }: Wanted, limits: Bounds, add: (row: Row) => void): Read {
  return async (source) => {
    const keep = keeper();
    let number = 0;
    const take = (text: string) => {
      number += 1;
      if (text.length > limits.row) throw tooLarge(file, 'has a row that is longer than 5,000,000 characters');
      if (text.trim() === '') return;
      const value = parseJson(text.replace(/^\ufeff/, ''));
      if (value instanceof RapporteurError) {
        const { path: field, message } = value.issues[0] ?? { path: '', message: value.message };
        throw refusal(file, `${field} ${message}`.trim(), number);
      }
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw refusal(file, 'it holds a row that is no object', number);
      const cells = columns.map((column) => cellOf(file, value, column, number, keep));
      add({ number, cells, raw: raw ? normaliseText(text) : '' });
    };
    let rest = '';
    source.setEncoding('utf8');
    for await (const part of source as AsyncIterable<string>) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > limits.row) throw tooLarge(file, 'has a row that is longer than 5,000,000 characters');
      for (const line of lines) take(line.replace(/\r$/, ''));
    }
    take(rest);
    return null;
  };
}

function cellOf(file: string, row: object, column: string, number: number, keep: (text: string) => string): string {
  const value: unknown = Object.hasOwn(row, column) ? Reflect.get(row, column) : null;
  if (value === null) return '';
  if (typeof value === 'object')
    throw refusal(
      file,
      `its column "${column}" holds ${Array.isArray(value) ? 'a list' : 'an object'}, and no text`,
      number,
    );
  return keep(String(value as string | number | boolean));
}
