import type { Token } from '../../text/tokens';
import { isTime } from './ahead';
import type { CueVerb } from './cue-verbs';
import { determiners, people } from './words';

/** "welcomed the ministers to the capital" is no praise. */
export const greets = (sense: CueVerb, tokens: Token[], at: number, high: number): boolean =>
  sense.lemma === 'welcome' &&
  tokens
    .slice(at, Math.min(high, at + 4))
    .some(({ lower }, nth) => people.has(lower) && tokens[at + nth + 1]?.lower !== "'s");

/** What these verbs do to such things is no speech: "recalled its ambassador", "concluded the call", "wrote a book". */
const deeds: ReadonlyMap<string, RegExp> = new Map([
  ['recall', /^(?:ambassadors?|envoys?|troops|forces|staff|diplomats|attaché)$/],
  [
    'conclude',
    /^(?:calls?|meetings?|visit|talks|trip|tour|session|conversation|remarks|speech|deal|agreement|investigation)$/,
  ],
  [
    'write',
    /^(?:books?|casebook|novels?|articles?|papers?|essays?|report|memoirs?|textbooks?|law|bill|legislation|songs?|plays?)$/,
  ],
]);

export const isDeed = ({ lemma }: CueVerb, tokens: Token[], at: number): boolean => {
  const things = deeds.get(lemma);
  if (!things || !determiners.has(tokens[at]?.lower ?? '')) return false;
  return tokens.slice(at + 1, at + 5).some(({ lower }) => things.test(lower));
};

/** "called President Moor of Ostland to congratulate him": on the telephone. */
export function telephones(tokens: Token[], at: number, high: number): boolean {
  let end = at;
  while (end < high && (tokens[end]?.capital || (end > at && /^(?:of|de|the)$/.test(tokens[end]?.lower ?? '')))) end++;
  const next = tokens[end];
  const over = end >= high || /^[.,;]$/.test(next?.text ?? '') || isTime(tokens, end);
  return end > at + 1 && (over || /^(?:to|by|on|after|before|from|and|again)$/.test(next?.lower ?? ''));
}
