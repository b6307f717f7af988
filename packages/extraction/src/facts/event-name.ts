import type { FoundText } from './found-text';
import { endsPhrase } from './function-words';

const joiners = new Set('of with between in on at among for'.split(' '));

/** The token behind which the name of an event ends: "… of foreign ministers in Varna on 4 May". */
export function endOfName(text: FoundText, head: number): number {
  const last = Math.min(text.sentenceOf(head).to, head + 30);
  let to = head + 1;
  let taken = to;
  let preposition = '';
  while (to < last) {
    const word = text.word(to);
    if (joiners.has(word)) preposition = word;
    else if (!/^(?:held|hosted|convened)$/.test(word) || !/^(?:in|at|on)$/.test(text.word(to + 1))) {
      const part = preposition === '' ? null : partOfName(text, to, preposition, to - taken);
      if (part === null) break;
      if (part > to) taken = part;
      to = Math.max(part, to + 1) - 1;
    }
    to++;
  }
  return taken;
}

const company = /^(?:of|with|between|among)$/;
const offices = /^(?:foreign|defen[cs]e|interior|finance|prime|heads?|state|government|senior|military)$/;

/**
 * Behind which token the name may end, if the token `at` belongs to it; `at` itself for a word that only leads on ("the",
 * "foreign"); null where the name is over. `gap`: how many words have led on so far.
 */
function partOfName(text: FoundText, at: number, preposition: string, gap: number): number | null {
  const token = text.token(at);
  if (!token) return null;
  const stop = mentionEnd(text, token.start);
  let end = at + 1;
  while ((text.token(end)?.end ?? Infinity) <= stop) end++;
  if (stop > 0 || token.capital) return end;
  // "between A and B", but not "in A and B said".
  if (token.lower === 'and' && !company.test(preposition)) return null;
  if (token.lower === 'format' && gap === 0) return end;
  if (/^(?:the|and|'s|\/|-|–)$/.test(token.lower)) return gap < 3 ? at : null;
  if (token.lower === ',')
    return gap < 3 && /^(?:in|at|on)$/.test(preposition) && isPlaceName(text, at + 1) ? at : null;
  if (token.kind !== 'word' || !company.test(preposition) || endsPhrase(token.lower)) return null;
  if (offices.test(token.lower)) return at;
  // "of ministers", but not the verb behind a name ("… of foreign ministers ends").
  return token.lower.endsWith('s') && gap > 0 && gap < 3 ? end : null;
}

const isPlaceName = (text: FoundText, at: number): boolean =>
  text.token(at)?.capital === true &&
  text.word(at).length > 1 &&
  text.actors[text.actorStartingAt(text.token(at)?.start ?? -1)?.place ?? -1]?.kind !== 'person';

function mentionEnd(text: FoundText, start: number): number {
  const actor = text.actorStartingAt(start)?.end ?? 0;
  const [date] = text.datesWithin(start, start + 40).filter(({ span }) => span[0] === start);
  const [place] = text.placesWithin(start, start + 80).filter(({ span }) => span[0] === start);
  return Math.max(actor, date?.span[1] ?? 0, place?.span[1] ?? 0);
}
