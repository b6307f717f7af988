import { onOneLine, type FoundText } from './found-text';
import type { TokenRange } from './object-phrase';

const years = /\b((?:19|20)\d{2})\s*(?:[-–—/]|to|until|through)\s*((?:19|20)?\d{2})\b/;
const forYear = /\b(?:for|in) ((?:19|20)\d{2})\b/;
const year = /(?<!\bof )\b((?:19|20)\d{2})\b/;
/** These last for a year that is put before them; of the others it is the year in which they were made ("a 1951 convention"). */
const lasting = new Set(
  'programme plan framework partnership initiative mechanism facility scheme roadmap strategy'.split(' '),
);

/** The years that the name of an arrangement holds, as EDTF: "for 2024", "2021–2027", "from 2021 to 2027"; null where it has none. */
export function periodOf(text: FoundText, kind: string, { from, to }: TokenRange): string | null {
  const words = onOneLine(text.reading.text, text.token(from)?.start ?? 0, text.token(to - 1)?.end ?? 0);
  const range = years.exec(words);
  if (range?.[1] && range[2]) {
    const last = range[2].length === 2 ? range[1].slice(0, 2) + range[2] : range[2];
    if (last > range[1]) return `${range[1]}/${last}`;
  }
  return forYear.exec(words)?.[1] ?? (lasting.has(kind) ? (year.exec(words)?.[1] ?? null) : null);
}
