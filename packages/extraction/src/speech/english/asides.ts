import type { Token } from '../../text/tokens';
import type { Range } from '../unit';
import { charges } from './acts';
import { hasVerb } from './phrases';

const answers =
  /^(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:e|es|ed)|dismiss(?:es|ed)?|refut(?:e|es|ed)|rebut(?:s|ted)?)$/;
/** How long "a charge that the other government has denied" may be, in tokens. */
const longestAnswer = 16;
/** How long "in a joint statement after the talks on Monday" may be. */
const longestOutlet = 24;
const outlets = new Set(
  'statement post tweet interview letter message communiqué communique release conference briefing'.split(' '),
);

/** "a charge Ostland rejects": who answers, after the noun; a clause about what was said, and no more of it. */
export const isCharge = (tokens: Token[], at: number): boolean =>
  /^(?:a|an)$/.test(tokens[at]?.lower ?? '') && charges.has(tokens[at + 1]?.lower ?? '');

/** Where ", a charge Ostland rejects" begins at the end of a range, or its end. */
export function beforeAnswer(tokens: Token[], { from, to }: Range): number {
  let end = to;
  while (end > from && tokens[end - 1]?.kind === 'mark') end--;
  for (let i = end - 2; i > Math.max(from, end - longestAnswer); i--) {
    if (tokens[i]?.text !== ',') continue;
    const answered = tokens.slice(i + 3, end).some(({ lower }) => answers.test(lower));
    return isCharge(tokens, i + 1) && answered ? i : to;
  }
  return to;
}

/** Where "in a statement on Monday" begins at the end of a noun phrase, or its end: it tells where that was said. */
export function beforeOutlet(tokens: Token[], { from, to }: Range): number {
  for (let i = Math.max(from + 2, to - longestOutlet); i + 2 < to; i++) {
    if (!/^(?:in|at|during)$/.test(tokens[i]?.lower ?? '') || !/^(?:a|an)$/.test(tokens[i + 1]?.lower ?? '')) continue;
    const noun = outletAfter(tokens, i + 2, to);
    if (noun === null) continue;
    const next = tokens[noun + 1];
    const plain = !next || next.kind === 'mark' || noun + 1 >= to || /^(?:on|with|to|in|at|after)$/.test(next.lower);
    if (plain && !hasVerb(tokens, noun + 1, to)) return i;
  }
  return to;
}

/** "a joint news | conference": the noun, at most two words after the article. */
function outletAfter(tokens: Token[], from: number, to: number): number | null {
  for (let i = from; i < Math.min(to, from + 3); i++) {
    if (tokens[i]?.kind !== 'word') return null;
    if (outlets.has(tokens[i]?.lower ?? '')) return i;
  }
  return null;
}
