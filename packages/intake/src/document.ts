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

/** A stretch of the text and where it stood in the original: code points of the text, end exclusive. */
export interface MappedStretch {
  start: number;
  end: number;
  /** Code points of the decoded original, where it is text (plain text, HTML, Markdown, e-mail); otherwise null. */
  original: { start: number; end: number } | null;
  /** The page, counted from 1, of a document that has pages. */
  page: number | null;
}

/** What a document holds. */
export interface ReadDocument {
  format: DocumentFormat;
  /** In the one form in which texts are stored (`normaliseText` of the domain). */
  text: string;
  /** In the order of the text; what the reader added itself, such as a blank line, is in no stretch. */
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
