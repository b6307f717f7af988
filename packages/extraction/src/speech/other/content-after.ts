import type { Range } from '../unit';
import type { OtherCue } from './cues';
import { pastDay, phraseAfter } from './phrases';
import type { Work } from './work';

/** Where the content after a cue begins; a subject may stand between ("sagte Stoltenberg, man wolle"). */
export function contentAfter(
  { tokens, unit, frame }: Work,
  cue: OtherCue,
): { from: number; subject: Range | null; sure: number; object?: true } | null {
  let subject: Range | null = null;
  const first = pastDay(tokens, cue.to, frame);
  const isBare = frame.noParticle.has(tokens[cue.to - 1]?.lower ?? '');
  for (let i = first; i < Math.min(unit.to, cue.to + 25); i++) {
    const token = tokens[i];
    if (!token) return null;
    const lower = token.lower;
    if (unit.quotations.some(({ open }) => open === i) && (i === first || tokens[i - 1]?.kind === 'mark'))
      return { from: i, subject, sure: 0.88 };
    if (frame.that.has(lower)) return { from: i + 1, subject, sure: 0.88 };
    if (token.text === ':') return i + 1 < unit.to || i === unit.to - 1 ? { from: i + 1, subject, sure: 0.85 } : null;
    if (token.text === ',') {
      if (frame.that.has(tokens[i + 1]?.lower ?? '')) return { from: i + 2, subject, sure: 0.88 };
      if (unit.quotations.some(({ open }) => open === i + 1)) return { from: i + 1, subject, sure: 0.88 };
      return frame.bareClause && unit.to - i > 4 && !frame.notClauses.has(tokens[i + 1]?.lower ?? '')
        ? { from: i + 1, subject, sure: 0.75 }
        : null;
    }
    if (token.kind === 'mark' && !unit.quotations.some(({ open, to }) => open <= i && i <= to)) return null;
    if (
      i === first &&
      (cue.object || frame.infinitive?.test(token.text) === true) &&
      !frame.adverbs.has(lower) &&
      (!frame.ends.has(lower) || frame.determiners.has(lower) || isBare) &&
      !frame.auxiliaries.has(lower)
    ) {
      const clause = tokens.slice(i, Math.min(unit.to, i + 4)).findIndex((one) => frame.that.has(one.lower));
      const infinitive = frame.infinitive?.test(tokens[i]?.text ?? '') ?? false;
      if (infinitive || clause < 0 || frame.recipients.has(tokens[cue.to - 1]?.lower ?? ''))
        return { from: i, subject, sure: 0.68, object: true };
    }
    if (i === first) subject = phraseAfter(tokens, i, unit.to, frame);
  }
  return null;
}
