import { stat } from 'node:fs/promises';
import path from 'node:path';
import { RapporteurError } from '@rapporteur/domain/errors';
import { columnsOf } from './names';
import type { Mapping, Observation } from './mapping';
import { FileText } from './parts';
import { readTable, type Row, type Table } from './rows';

/** The files of a mapping, read: their rows, those that belong together, and their texts as sources. */
export class Dataset {
  private readonly grouped = new Map<string, Map<string, Row[]>>();
  private readonly texts = new Map<string, FileText>();

  private constructor(
    readonly mapping: Mapping,
    private readonly tables: ReadonlyMap<string, Table>,
    private readonly fetchedAt: ReadonlyMap<string, string>,
  ) {
    for (const [name, { key, source }] of Object.entries(mapping.files)) {
      const table = this.table(name);
      if (key !== undefined) this.grouped.set(name, groupedBy(table, key));
      if (source) {
        const groups = this.grouped.get(name)?.values() ?? table.rows.map((row) => [row]);
        this.texts.set(name, new FileText(table, groups, source.part));
      }
    }
  }

  /**
   * Reads the files from a folder. They were fetched at the instant `fetched` (ISO 8601); where nobody says so, when each was
   * last written. Refuses with the file and the row.
   */
  static async read(
    mapping: Mapping,
    folder: string,
    { fetched, onFile = () => undefined }: { fetched?: string | undefined; onFile?: (file: string) => void } = {},
  ): Promise<Dataset> {
    const columns = columnsOf(mapping);
    const tables = new Map<string, Table>();
    const fetchedAt = new Map<string, string>();
    for (const [name, { path: file, source }] of Object.entries(mapping.files)) {
      onFile(file);
      const wanted = { name, columns: columns.get(name) ?? [], raw: source !== undefined };
      tables.set(name, await readTable(folder, file, wanted));
      fetchedAt.set(name, fetched ?? (await stat(path.join(folder, file))).mtime.toISOString());
    }
    return new Dataset(mapping, tables, fetchedAt);
  }

  table(name: string): Table {
    const table = this.tables.get(name);
    if (!table) throw new RapporteurError('invalid_input', `The mapping has no file ${name}.`);
    return table;
  }

  /** When a file was fetched (ISO 8601). */
  fetched(name: string): string {
    return this.fetchedAt.get(name) ?? '';
  }

  /** The text of a file that is a source. */
  textOf(name: string): FileText {
    const text = this.texts.get(name);
    if (!text) throw new RapporteurError('invalid_input', `The file ${name} is no source.`);
    return text;
  }

  /** The rows of a file that have the same key as a row of another. */
  joined({ file, row }: { file: string; row: Row }, name: string): readonly Row[] {
    return this.grouped.get(name)?.get(this.keyOf(file, row)) ?? [];
  }

  /** How many rows of a file have a key that no row of the other has. */
  unjoined(name: string, other: string): number {
    const there = this.grouped.get(other);
    return [...(this.grouped.get(name) ?? [])].reduce(
      (sum, [key, rows]) => (there?.has(key) ? sum : sum + rows.length),
      0,
    );
  }

  /** What the mapping wants to have counted, in words. */
  observations(): string[] {
    return this.mapping.report.map((observed) => this.observe(observed));
  }

  private observe(observed: Observation): string {
    const { name, columns, rows } = this.table(observed.rows);
    const column = 'empty' in observed ? observed.empty : observed.repeated;
    const cells = rows.map((row) => row.cells[columns.get(column) ?? -1] ?? '');
    if ('empty' in observed)
      return `${name}: ${column} is empty in ${count(cells.filter((cell) => cell === '').length)} rows`;
    const times = new Map<string, number>();
    for (const cell of cells) if (cell !== '') times.set(cell, (times.get(cell) ?? 0) + 1);
    const repeated = [...times.values()].filter((each) => each > 1);
    const more = repeated.reduce((sum, each) => sum + each, 0);
    return `${name}: ${count(repeated.length)} values of ${column} stand in more than one row, ${count(more)} rows in all`;
  }

  private keyOf(file: string, row: Row): string {
    const key = this.mapping.files[file]?.key;
    return key === undefined ? '' : (row.cells[this.table(file).columns.get(key) ?? -1] ?? '');
  }
}

const count = (number: number) => number.toLocaleString('en');

/** By the order in which each key first comes. */
function groupedBy({ columns, rows }: Table, key: string): Map<string, Row[]> {
  const place = columns.get(key) ?? -1;
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const value = row.cells[place] ?? '';
    const group = groups.get(value);
    if (group) group.push(row);
    else groups.set(value, [row]);
  }
  return groups;
}
