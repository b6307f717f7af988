import type { Reading } from '../text/reading';
import type { Cast } from './cast';
import type { Range } from './unit';

const kinds = new Set(
  'statement remarks message letter address speech declaration communiqué communique proclamation testimony op-ed déclaration discours erklärung rede nyilatkozat beszéd заява промова'.split(
    ' ',
  ),
);
const by = new Set(['by', 'from', 'of', 'de', 'von']);

/** Who the "I" and "we" of a text are. */
export interface Author {
  range: Range;
  several: boolean;
}

/** "Statement by Ada Moor on …", by its first line; "We, the ministers of Ostland and Westland, …", by one of the first. */
export function authorOf(reading: Reading, cast: Cast): Author | null {
  const one = inTitle(reading, cast);
  const range = one ?? ofWe(reading);
  return range && { range, several: one === null };
}

/** In how many sentences from the beginning "We, the …" may stand. */
const firstFew = 6;
const joining = new Set('the of and for de des et les der die und von für la du'.split(' '));

function ofWe({ tokens, sentences }: Reading): Range | null {
  for (const { from, to } of sentences.slice(0, firstFew)) {
    if (!/^(?:we|nous|wir)$/.test(tokens[from]?.lower ?? '') || tokens[from + 1]?.text !== ',') continue;
    let end = -1;
    for (let i = from + 2; i < to; i++) {
      const token = tokens[i];
      if (token?.text === ',') end = i;
      else if (!token?.capital && !joining.has(token?.lower ?? '')) break;
    }
    if (end > from + 3) return { from: from + 2, to: end };
  }
  return null;
}

function inTitle({ tokens, sentences }: Reading, cast: Cast): Range | null {
  const title = sentences[0];
  if (!title) return null;
  let kind = false;
  for (let i = title.from; i < Math.min(title.to, title.from + 40); i++) {
    const lower = tokens[i]?.lower ?? '';
    if (kinds.has(lower)) kind = true;
    const end = kind ? cast.endOf(i) : undefined;
    const mention = end === undefined ? undefined : cast.mentionAt(i);
    const after = tokens.slice(title.from, i).some((token) => by.has(token.lower));
    if (mention && end !== undefined && after && cast.actors[mention.actor]?.kind === 'person')
      return { from: i, to: end };
  }
  return null;
}
