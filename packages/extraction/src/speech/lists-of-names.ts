import type { Token } from '../text/tokens';
import type { Cast } from './cast';
import type { SpeakerWords } from './speaker-words';
import type { Range } from './unit';

/** Words between names that stand for several. */
export const joining: ReadonlySet<string> = new Set(['and', '&', 'et', 'und', 'és', 'і', 'та']);

export const courtesies = /^(?:mr|ms|mrs|miss|dr|sir|dame|lord|lady|prof|m|mme|herr|frau)\.?$/;

/** "Ambassador Moor and | Senior Adviser | Holm": words that only lead up to a name. */
export const isTitle = ({ people }: SpeakerWords, word: string): boolean =>
  people.has(word) ||
  courtesies.test(word) ||
  /^(?:senior|deputy|foreign|defen[cs]e|prime|vice|interior|finance|first|chief|former)$/.test(word);

/** "the ministers of Ostland, Westland and | Norland": where the list begins that goes on with the name at `to`. */
export function beginOfList(tokens: Token[], cast: Cast, is: SpeakerWords, { from, to }: Range): number {
  let first = to;
  let joined = false;
  for (let i = to - 1; i > from; i--) {
    const lower = tokens[i]?.lower ?? '';
    const named = cast.mentionAt(i) !== undefined;
    if (lower === ',' || joining.has(lower)) joined = true;
    else if (named && (joined || cast.inside(i + 1))) {
      first = i;
      joined = false;
    } else if (!is.determiners.has(lower)) break;
  }
  return first;
}

/** "the President and President Moor": one office twice is of two people. */
export function repeatsOffice(tokens: Token[], is: SpeakerWords, { from, to }: Range): boolean {
  const and = tokens.slice(from, to).findIndex(({ lower }) => joining.has(lower));
  if (and <= 0) return false;
  const before = tokens[from + and - 1]?.lower ?? '';
  return is.people.has(before) && tokens[from + and + 1]?.lower === before;
}

/** Several people by what they are: "the President and the Speaker". */
export function describesSeveral(tokens: Token[], is: SpeakerWords, { from, to }: Range): boolean {
  const and = tokens.slice(from, to).findIndex(({ lower }) => joining.has(lower));
  const isOne = ({ lower }: Token): boolean => is.people.has(lower);
  return and > 0 && tokens.slice(from, from + and).some(isOne) && tokens.slice(from + and, to).some(isOne);
}
