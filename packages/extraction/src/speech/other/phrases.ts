import type { Token } from '../../text/tokens';
import type { Range } from '../unit';
import type { Frame } from './frame';

const longest = 16;

/** The noun phrase that begins at `from`: to the next mark, or a word that ends one. Null where none begins. */
export function phraseAfter(tokens: Token[], from: number, high: number, frame: Frame): Range | null {
  let start = pastDay(tokens, from, frame);
  while (start < high && frame.adverbs.has(tokens[start]?.lower ?? '')) start++;
  if (frame.articleEnds && !tokens[start]?.capital && frame.determiners.has(tokens[start + 1]?.lower ?? '')) start++;
  if (frame.pronouns.has(tokens[start]?.lower ?? '') && !isOwner(tokens, start, frame))
    return { from: start, to: start + 1 };
  let to = start;
  while (to < Math.min(high, start + longest)) {
    const token = tokens[to];
    if (!token || (token.kind === 'mark' && token.text !== '/')) break;
    const lower = token.lower;
    if (frame.that.has(lower) || (frame.ends.has(lower) && !token.capital)) break;
    if (to > start && frame.nounCapitals && endsAfterNoun(tokens, to, frame)) break;
    if (
      to > start &&
      frame.articleEnds &&
      frame.determiners.has(lower) &&
      !frame.determiners.has(tokens[to - 1]?.lower ?? '')
    )
      break;
    if (to > start && frame.endings?.test(lower) && !frame.people.has(lower) && !isName(tokens, to)) break;
    to++;
  }
  if (to === start || !looksLikeSpeaker(tokens, start, to, frame)) return null;
  return { from: start, to: apposed(tokens, start, to, high, frame) };
}

/** "am Dienstag | der Minister", "в середу | міністр": past a day, with the word before it. */
export function pastDay(tokens: Token[], from: number, frame: Frame): number {
  if (frame.days.has(tokens[from]?.lower ?? '')) return from + 1;
  const led = frame.days.has(tokens[from + 1]?.lower ?? '') && /^(?:am|у|в|ce)$/.test(tokens[from]?.lower ?? '');
  return led ? from + 2 : from;
}

/** "її міністра": a pronoun that says whose, before what somebody is. */
const isOwner = (tokens: Token[], at: number, frame: Frame): boolean => {
  const next = tokens[at + 1];
  return next?.kind === 'word' && (frame.people.has(next.lower) || frame.bodies.has(next.lower));
};

/** "der Nato | stehen", "einem Bericht der OSZE | kam": a word in small letters that cannot go on with a noun. */
function endsAfterNoun(tokens: Token[], at: number, frame: Frame): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before?.capital || !token || token.kind !== 'word' || token.capital) return false;
  return !frame.determiners.has(token.lower) && !frame.prepositions.has(token.lower) && token.lower !== 'und';
}

/** "sa représentante, | Ada Moor": the name of whom a phrase without one describes. */
function apposed(tokens: Token[], from: number, to: number, high: number, frame: Frame): number {
  const described = tokens.slice(from, to).some(({ lower }) => frame.people.has(lower));
  if (!described || tokens[to]?.text !== ',' || tokens[to - 1]?.capital === true) return to;
  let end = to + 1;
  while (end < high && tokens[end]?.capital) end++;
  const closed = end >= high || tokens[end]?.kind === 'mark' || frame.ends.has(tokens[end]?.lower ?? '');
  return end - to > 2 && end - to < 6 && closed ? end : to;
}

/** The noun phrase that ends before `to`: back to the last mark or clause word, without what merely opens a sentence. */
export function phraseBefore(tokens: Token[], to: number, low: number, frame: Frame): Range | null {
  let end = to;
  const near = tokens[end - 1]?.text === ',' ? beforeInserted(tokens, end - 1, low) : null;
  // "Le ministre, Ada Moor, en visite à Avaburg, | a appelé": past both.
  const name = near === null ? null : beforeInserted(tokens, near, low);
  const both =
    name !== null && near !== null && near - name > 2 && tokens.slice(name + 1, near).every(({ capital }) => capital);
  if (both && looksLikeSpeaker(tokens, low, name, frame)) return { from: low, to: near };
  const inserted = near;
  const named = inserted !== null && tokens.slice(inserted + 1, to - 1).every(({ capital }) => capital);
  end = inserted ?? end;
  while (end > low && frame.adverbs.has(tokens[end - 1]?.lower ?? '')) {
    // "Elle | a appelé": alone it is the subject.
    const alone =
      end - 1 === low || tokens[end - 2]?.kind === 'mark' || frame.openers.has(tokens[end - 2]?.lower ?? '');
    if (alone && frame.pronouns.has(tokens[end - 1]?.lower ?? '')) return { from: end - 1, to: end };
    end--;
  }
  let from = end;
  while (from > low && end - from < longest) {
    const token = tokens[from - 1];
    if (!token || (token.kind === 'mark' && token.text !== '/')) break;
    if (frame.that.has(token.lower) || token.lower === 'qui' || frame.verbs.has(token.lower)) break;
    from--;
  }
  while (from < end && frame.openers.has(tokens[from]?.lower ?? '')) from++;
  // "У міністерстві | відповіли"
  if (/^[ув]$/.test(tokens[from]?.lower ?? '') && frame.bodies.has(tokens[from + 1]?.lower ?? '')) from++;
  if (frame.articleEnds) end = firstPhraseEnd(tokens, from, end, frame);
  const article = frame.determiners.has(tokens[from]?.lower ?? '');
  if (from < end && !article && frame.ends.has(tokens[from]?.lower ?? '')) return null;
  if (from >= end || !looksLikeSpeaker(tokens, from, end, frame)) return null;
  return { from, to: named ? to - 1 : end };
}

/** "X, ministre des Affaires étrangères, | a déclaré": where the first of two commas stands. */
function beforeInserted(tokens: Token[], close: number, low: number): number | null {
  for (let i = close - 1; i > Math.max(low, close - 30); i--) {
    if (tokens[i]?.text === ',') return i;
    if (tokens[i]?.kind === 'mark' && !/^[-/.()]$/.test(tokens[i]?.text ?? '')) return null;
  }
  return null;
}

/** "X külügyminiszter egy interjúban | hangsúlyozta": an article after the first words begins another phrase. */
function firstPhraseEnd(tokens: Token[], from: number, to: number, frame: Frame): number {
  for (let i = from + 1; i < to; i++) {
    if (frame.determiners.has(tokens[i]?.lower ?? '') && !frame.determiners.has(tokens[i - 1]?.lower ?? '')) return i;
  }
  return to;
}

const isName = (tokens: Token[], at: number): boolean =>
  tokens[at]?.capital === true && tokens[at - 1]?.capital === true;

/** A pronoun, a name, or what people, bodies and documents are called. */
function looksLikeSpeaker(tokens: Token[], from: number, to: number, frame: Frame): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token) continue;
    const lower = token.lower;
    if (
      token.capital ||
      frame.people.has(lower) ||
      frame.bodies.has(lower) ||
      frame.documents.has(lower) ||
      frame.media.has(lower)
    )
      return true;
    if (to - from === 1 && frame.pronouns.has(lower)) return true;
  }
  return false;
}
