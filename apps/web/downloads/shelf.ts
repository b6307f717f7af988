import type { Pool } from 'pg';

/** A file of an export, as the database has it. */
export interface Kept {
  mediaType: string;
  bytes: number;
  sha256: string;
  madeAt: Date;
}

/** An export that was here. */
export interface Gone {
  recordedAt: Date;
  recordHash: string;
  /** Others took its place, or something that it held may not be shown any more. */
  why: 'newer' | 'taken';
  /** The newest version that there is to download, if any. */
  newest: string | null;
}

/** How long each piece is that files are kept in but the last, in bytes: as the export cut them. */
const pieceBytes = 1_048_576;

/** The exports that may be shown, file by file. The site has no right on them but to call these functions of the database. */
export class Shelf {
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** Null where there is no such file, or none that may be shown. */
  async find(version: string, path: string): Promise<Kept | null> {
    const { rows } = await this.pool.query<Omit<Kept, 'bytes'> & { bytes: string }>(
      'SELECT * FROM public.read_export_file($1, $2)',
      [version, path],
    );
    return rows[0] === undefined ? null : { ...rows[0], bytes: Number(rows[0].bytes) };
  }

  /** What is told of an export that is not shown any more; null where it is, or never was. */
  async gone(version: string): Promise<Gone | null> {
    const { rows } = await this.pool.query<Gone>('SELECT * FROM public.read_export_gone($1)', [version]);
    return rows[0] ?? null;
  }

  /** The bytes of a file from the first to the last, a piece at a time. Throws where the export is taken away meanwhile. */
  async *read(version: string, path: string, first: number, last: number): AsyncGenerator<Buffer> {
    for (let number = Math.floor(first / pieceBytes); number * pieceBytes <= last; number += 1) {
      const start = number * pieceBytes;
      const from = Math.max(first - start, 0);
      const { rows } = await this.pool.query<{ piece: Buffer | null }>(
        'SELECT public.read_export_part($1, $2, $3, $4, $5) AS piece',
        [version, path, number, from, Math.min(last + 1 - start, pieceBytes) - from],
      );
      const piece = rows[0]?.piece ?? null;
      if (piece === null) throw new Error(`piece ${number} of ${path} of the export ${version} is gone`);
      yield piece;
    }
  }
}
