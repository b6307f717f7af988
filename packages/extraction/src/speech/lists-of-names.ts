import type { Token } from '../text/tokens';
import type { Cast } from './cast';
import type { SpeakerWords } from './speaker-words';
import type { Range } from './unit';

/** Words between names that stand for several. */
export const joining: ReadonlySet<string> = new Set(['and', '&', 'et', 'und', 'és', 'і', 'та']);

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
