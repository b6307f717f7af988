import type { ReadDocument } from '../document';
import { MappedText } from '../mapped-text';
import type { Decoded } from '../parser/decode';
import { bareDocument } from './bare-document';
import { hardBreaks } from './hard-wraps';

/** Plain text as it stands, but for lines that a program wrapped: those of one paragraph become one line again. */
export function readPlainText({ text, encoding, warnings }: Decoded): ReadDocument {
  const mapped = new MappedText(text);
  const end = text.trimEnd().length;
  let at = text.length - text.trimStart().length;
  for (const gap of hardBreaks(text)) {
    mapped.take(text.slice(at, gap.start), { start: at, end: gap.start });
    // A word that was parted at its hyphen has no space in it.
    if (!/\p{L}-$/u.test(text.slice(Math.max(0, gap.start - 3), gap.start))) mapped.take(' ', gap);
    at = gap.end;
  }
  if (at < end) mapped.take(text.slice(at, end), { start: at, end });
  return { ...bareDocument('text', encoding), ...mapped.finish(), warnings };
}
