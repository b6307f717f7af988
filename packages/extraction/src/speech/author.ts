import type { Reading } from '../text/reading';
import type { Cast } from './cast';
import type { Range } from './unit';

const kinds = new Set(
  'statement remarks message letter address speech declaration communiqué communique proclamation testimony op-ed déclaration discours erklärung rede nyilatkozat beszéd заява промова'.split(
    ' ',
  ),
);
const by = new Set(['by', 'from', 'of', 'de', 'von']);

/** "Statement by Ada Moor on …": who the "I" and "we" of such a text are, by its first line. */
export function authorOf({ tokens, sentences }: Reading, cast: Cast): Range | null {
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
