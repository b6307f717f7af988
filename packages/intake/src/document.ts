/** Bytes as they came in, with what the sender claims of them; the claims are hints, the bytes decide. */
export interface Received {
  bytes: Uint8Array;
  /** A Content-Type, with its charset where one was given. */
  mediaType: string | null;
  fileName: string | null;
  /** The address they were fetched from, after redirects. */
  address: string | null;
}

export type DocumentFormat = 'text' | 'html' | 'pdf' | 'docx' | 'markdown' | 'email';

/**
 * A stretch of the text and where it stood in the original: code points of the text, end exclusive. Stretches ascend and
 * do not overlap. Where `original` is as long as the stretch, code points answer to each other one by one; where it is not
 * (a character reference, a composed letter, a run of spaces that became one), the stretch stands for the whole.
 */
export interface MappedStretch {
  start: number;
  end: number;
  /** Code points of the original as decoded by `encoding`, where that is known; otherwise null. */
  original: { start: number; end: number } | null;
  /** The page, counted from 1, of a document that has pages. */
  page: number | null;
}

/** What a document holds. */
export interface ReadDocument {
  format: DocumentFormat;
  /** How the bytes were decoded, as `TextDecoder` names it; null where the original is not text, or not in one encoding. */
  encoding: string | null;
  /** In the one form in which texts are stored (`normaliseText` of the domain). Paragraphs are parted by a blank line. */
  text: string;
  /**
   * In the order of the text. What the reader added itself, such as a blank line, is in no stretch; nor is text of which
   * neither a place in the original nor a page can be told, so that the map of a DOCX is empty.
   */
  map: MappedStretch[];
  title: string | null;
  authors: string[];
  publisher: string | null;
  /** EDTF, as the document itself says. */
  published: string | null;
  /** BCP 47, as the document itself says. */
  language: string | null;
  /** The address the document says is its own. */
  canonicalAddress: string | null;
  /** What an editor should know, in words, such as that a page holds no text. */
  warnings: string[];
}
