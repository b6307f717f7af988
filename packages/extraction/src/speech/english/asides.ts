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

/** How long what the author adds may be. */
const longestRemark = 34;
const spans = /^(?:minutes?|hours?|days?|weeks?|months?|years?)$/;
const silent = /^(?:declined|refrained|refused|stopped|offered|gave|provided|did|would|failed|cited|named)$/;
const withholding =
  /^(?:giving|naming|elaborating|providing|offering|specifying|going|citing|saying|adding|mentioning|identifying|explaining|disclosing|detailing)$/;
const narrating = /^(?:referring|alluding|speaking|responding|answering|hinting|quoting|paraphrasing)$/;
const occasions =
  /^(?:visit|trip|meeting|call|speech|interview|news|press|briefing|joint|televised|phone|telephone|hearing|session)$/;

/**
 * Where a remark of the author begins at the end of what was said, or the end: ", a day after the vote", ", without giving
 * details", ", though he named nobody", ", in a reference to the fund". `clause` tells whether a clause was said.
 */
export function beforeRemark(
  tokens: Token[],
  { from, to }: Range,
  clause: boolean,
  quoted: (token: number) => boolean,
): number {
  for (let i = to - 2; i > Math.max(from, to - longestRemark); i--) {
    if (quoted(i)) return to;
    const words = tokens.slice(i + 1, Math.min(to, i + 7)).map(({ lower }) => lower);
    if (tokens[i]?.text === ',') return isRemark(words, clause) ? i : to;
    if (tokens[i]?.lower === 'without' && withholding.test(words[0] ?? '') && i > from + 2) return i;
  }
  return to;
}

function isRemark([first = '', second = '', third = '', fourth = '', fifth = '']: string[], clause: boolean): boolean {
  const words = [first, second, third, fourth, fifth];
  const turn = words.findIndex((word) => word === 'after' || word === 'before');
  if (turn === 0 && !clause && second !== 'all') return true;
  if (turn > 0 && turn < 4 && spans.test(words[turn - 1] ?? '')) return true;
  if (first === 'without' && withholding.test(second)) return true;
  if (/^(?:although|though|but|while)$/.test(first) && /^(?:he|she|they|it)$/.test(second) && silent.test(third))
    return third !== 'did' && third !== 'would' ? true : fourth === 'not';
  if (narrating.test(first)) return true;
  if (first === 'ahead' && second === 'of') return true;
  if (first === 'in' && second === 'what') return true;
  if (first === 'on' && second === 'the' && third === 'sidelines') return true;
  if (/^(?:during|at|in)$/.test(first) && /^(?:a|an|his|her|their|the)$/.test(second))
    return [third, fourth].some((word) => occasions.test(word) || /^(?:reference|allusion|nod|swipe|dig)$/.test(word));
  if (/^(?:a|an)$/.test(first) && /^(?:reference|allusion|nod|swipe|dig|jab)$/.test(second)) return true;
  const claim = /^(?:a|an)$/.test(first) && charges.has(second);
  return (
    claim &&
    (third === 'which' ||
      (third === 'for' && fourth === 'which') ||
      (third === 'that' && /^(?:has|could|was|is|drew|had)$/.test(fourth)))
  );
}
