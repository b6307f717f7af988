import type { DocumentFormat, ReadDocument } from '../document';

/** A document that says nothing of itself: what a reader fills in. */
export const bareDocument = (format: DocumentFormat, encoding: string | null = null): ReadDocument => ({
  format,
  encoding,
  text: '',
  map: [],
  title: null,
  authors: [],
  publisher: null,
  published: null,
  language: null,
  canonicalAddress: null,
  warnings: [],
});
