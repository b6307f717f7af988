import type { ReadDocument, Received } from '../document';
import { container, textFormat } from './sniff';

/** Reads a document in this very process: only for the process that is there for it (`read-document` starts it). */
export async function readHere(received: Received): Promise<ReadDocument> {
  switch (container(received)) {
    case 'pdf':
      return (await import('../formats/pdf')).readPdf(received);
    case 'docx': {
      // Before the readers are loaded: most that is wrong with an archive is seen at once.
      const parts = await (await import('../docx/archive')).unpack(received.bytes);
      return (await import('../formats/docx')).readDocx(parts);
    }
    case 'text': {
      const { decode } = await import('./decode');
      const decoded = decode(received);
      switch (textFormat(decoded.text, received)) {
        case 'html':
          return (await import('../formats/html')).readHtml(decoded, received.address);
        case 'markdown':
          return (await import('../formats/markdown')).readMarkdown(decoded);
        case 'email':
          return (await import('../formats/email')).readEmail(received.bytes);
        case 'text':
          return (await import('../formats/plain-text')).readPlainText(decoded);
      }
    }
  }
}
