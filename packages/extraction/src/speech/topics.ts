import type { Reading } from '../text/reading';
import type { Cast } from './cast';
import type { Topic } from './discourse';
import type { SpeakerWords } from './speaker-words';
import type { Range } from './unit';

/** Of a longer sentence nobody can tell whom it is about. */
const longest = 80;
const nobody = { actor: null, group: null, one: null, thing: null };

/** No shorter sentence of another paragraph says whom the next is about: it may be a heading. */
const shortest = 6;

/** Whom the sentence before that of a token opens with: the person named first, or several people by what they are. */
export function topics({ sentences, tokens }: Reading, cast: Cast, is: SpeakerWords): (token: number) => Topic | null {
  let at = 0;
  return (token) => {
    while (at > 0 && (sentences[at]?.from ?? Infinity) > token) at--;
    while (at < sentences.length && (sentences[at]?.to ?? 0) <= token) at++;
    const previous = sentences[at - 1];
    if (!previous) return null;
    const apart = previous.paragraph !== sentences[at]?.paragraph;
    if (apart && previous.to - previous.from < shortest) return null;
    const group = severalAt(tokens, previous.from, is) ?? coupleAt(tokens, previous, cast, is);
    if (group) return { ...nobody, group, from: previous.from };
    for (let i = previous.from; i < Math.min(previous.to, previous.from + 14); i++) {
      const mention = cast.endOf(i) === undefined ? undefined : cast.mentionAt(i);
      const opens = i < previous.from + 7 || tokens[i - 1]?.text === ',';
      if (mention && opens && cast.actors[mention.actor]?.kind === 'person')
        return { ...nobody, actor: mention.actor, from: previous.from };
    }
    const only = apart ? null : onlyPerson(cast, previous);
    const one = oneAt(tokens, previous.from, is);
    const thing = thingAt(cast, previous);
    if (only === null && one === null && thing === null) return null;
    return { ...nobody, actor: one === null ? only : null, one, thing, from: previous.from };
  };
}

/** "The best line came from Moor. “We shall see,” he said." */
function onlyPerson(cast: Cast, { from, to }: Range): number | null {
  let only: number | null = null;
  if (to - from > longest) return null;
  for (let i = from; i < to; i++) {
    const mention = cast.endOf(i) === undefined ? undefined : cast.mentionAt(i);
    if (!mention || cast.actors[mention.actor]?.kind !== 'person' || mention.actor === only) continue;
    if (only !== null) return null;
    only = mention.actor;
  }
  return only;
}

/** "The two leaders", "Both sides": an article and a noun of people in the plural, at the beginning of a sentence. */
function severalAt(tokens: Reading['tokens'], from: number, { people }: SpeakerWords): Range | null {
  if (!/^(?:the|both|all)$/.test(tokens[from]?.lower ?? '')) return null;
  for (let i = from + 1; i < from + 4; i++) {
    const { lower = '', capital = true } = tokens[i] ?? {};
    if (people.has(lower) && people.has(lower.replace(/s$/, '')) && lower.endsWith('s'))
      return tokens[i + 1]?.lower === 'of' ? null : { from, to: i + 1 };
    if (capital || tokens[i]?.kind !== 'word') return null;
  }
  return null;
}

/** "Mr. Moor and the envoy discussed it": two people whom "and" joins, at the beginning of a sentence. */
function coupleAt(tokens: Reading['tokens'], { from, to }: Range, cast: Cast, is: SpeakerWords): Range | null {
  const one = endOfSomebody(tokens, from, to, cast, is);
  if (one === null || !/^(?:and|et|und)$/.test(tokens[one]?.lower ?? '')) return null;
  const other = endOfSomebody(tokens, one + 1, to, cast, is);
  return other === null || tokens[other]?.kind !== 'word' ? null : { from, to: other };
}

/** Past "Mr. Moor", "Minister Ada Moor", "the envoy". */
function endOfSomebody(
  tokens: Reading['tokens'],
  from: number,
  to: number,
  cast: Cast,
  is: SpeakerWords,
): number | null {
  for (let i = from; i < Math.min(to, from + 6); i++) {
    const end = cast.endOfPerson(i);
    if (end !== undefined) return end;
    const { lower = '', capital = false } = tokens[i] ?? {};
    const described = is.people.has(lower) && i > from && !tokens[i + 1]?.capital;
    if (described) return i + 1;
    if (!capital && !is.determiners.has(lower)) return null;
  }
  return null;
}

/** "Ostland's representative", "A former envoy": a noun of one person in small letters, with a verb after it. */
function oneAt(tokens: Reading['tokens'], from: number, { people }: SpeakerWords): Range | null {
  const owned = [1, 2, 3].find((step) => tokens[from + step]?.lower === "'s");
  if (owned === undefined && !/^(?:a|an|another|one)$/.test(tokens[from]?.lower ?? '')) return null;
  for (let i = from + (owned ?? 0) + 1; i < from + 8; i++) {
    const { lower = '', capital = true, kind = 'mark' } = tokens[i] ?? {};
    if (kind !== 'word' || capital) return null;
    if (!people.has(lower) || people.has(tokens[i + 1]?.lower ?? '')) continue;
    const plural = lower.endsWith('s') && people.has(lower.slice(0, -1));
    return plural || tokens[i + 1]?.capital || tokens[i + 1]?.kind !== 'word' ? null : { from, to: i + 1 };
  }
  return null;
}

/** The state, body or organisation that a sentence opens with. */
function thingAt(cast: Cast, { from, to }: Range): number | null {
  for (let i = from; i < Math.min(to, from + 3); i++) {
    const mention = cast.endOf(i) === undefined ? undefined : cast.mentionAt(i);
    if (mention) return cast.actors[mention.actor]?.kind === 'person' ? null : mention.actor;
  }
  return null;
}
