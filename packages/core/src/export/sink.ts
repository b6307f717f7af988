import type { Readable } from 'node:stream';

/** A file of an export. */
export interface ExportFile {
  /** Below the folder of the export, with `/`. */
  path: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** Where the files of an export go, one after the other. */
export interface Sink {
  /** Takes a file to its end; nothing of it is kept in memory. */
  write: (path: string, mediaType: string, content: Readable) => Promise<ExportFile>;
}
