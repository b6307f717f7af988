import { normaliseText } from '@rapporteur/domain/passage';

/** A stretch of a raw text that has another length once it is normalised: UTF-16 units. */
export interface LengthChange {
  start: number;
  end: number;
  /** How many units it has afterwards. */
  length: number;
  isLineEnd: boolean;
}

// What composes only with what stands before it: marks, the vowels and finals of Hangul, the vowel signs of Kirat Rai (Unicode
// Standard Annex 15, NFC_QC=Maybe). The byte order mark is removed first, and brings its neighbours together.
const clusters =
  /\r(?:\ufeff*\n)?|(?:[\ud800-\udbff]\ufeff+[\udc00-\udfff]|[^\r])[\p{M}\ufeff\u1161-\u1175\u11a8-\u11c2\u{16d63}-\u{16d6a}]*/gu;

/**
 * Where `normaliseText` makes a text longer or shorter, in order. Everything between keeps its length, unit by unit, so
 * that a position behind can be told by adding up.
 */
export function lengthChanges(raw: string): LengthChange[] {
  const changes: LengthChange[] = [];
  for (let begin = 0; begin < raw.length;) {
    const found = raw.indexOf('\n', begin);
    const end = found < 0 ? raw.length : found + 1;
    const line = raw.slice(begin, end);
    // Nothing composes across a line feed; nearly every line is as it should be.
    if (normaliseText(line) !== line) {
      for (const { 0: cluster, index } of line.matchAll(clusters)) {
        const normal = normaliseText(cluster);
        if (normal === cluster || sameShape(normal, cluster)) continue;
        changes.push({
          start: begin + index,
          end: begin + index + cluster.length,
          length: normal.length,
          isLineEnd: cluster === '\r\n',
        });
      }
    }
    begin = end;
  }
  return changes;
}

/** Whether every code point of the one answers to one of the other, such as a space to a no-break space. */
function sameShape(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const [ours, theirs] = [Array.from(one), Array.from(other)];
  return ours.length === theirs.length && ours.every((point, index) => point.length === theirs[index]?.length);
}
