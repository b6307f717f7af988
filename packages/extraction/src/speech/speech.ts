import type { SuggestedStatement } from '../extraction';
import type { Reading } from '../text/reading';
import { castOf, type Cast, type CastActor, type CastMention } from './cast';
import type { Draft } from './draft';
import { pastDateline } from './english/dateline';
import { readUnit } from './english/sentences';
import { Discourse } from './discourse';
import { joinFreeQuotations } from './free-quotations';
import { findHeadlines } from './headlines';
import { findQuotations } from './quotations';
import { suggest } from './suggestion';
import { findUnits, type Unit } from './unit';

/**
 * Who says what in a text. Spans of what is given out are UTF-16 units; `actor` is a place in `actors`. In the order of the
 * text, by the first word of the content or cue.
 */
export function findStatements(
  reading: Reading,
  actors: readonly CastActor[] = [],
  mentions: readonly CastMention[] = [],
): SuggestedStatement[] {
  const cast = castOf(reading.tokens, actors, mentions);
  const units = findUnits(reading, findQuotations(reading));
  const headlines = findHeadlines(reading);
  const drafts = units.map((unit) => draftsOf(reading, unit, cast, headlines));
  const all = joinFreeQuotations(reading, units, drafts, headlines);
  const discourse = new Discourse(reading.tokens, reading.text, cast, recentSubjects(reading, cast));
  return suggest(reading, all, discourse);
}

function draftsOf(reading: Reading, unit: Unit, cast: Cast, headlines: ReadonlySet<number>): Draft[] {
  const first = reading.sentences[reading.paragraphs[unit.paragraph]?.from ?? 0]?.from === unit.from;
  const low = pastDateline(reading.tokens, unit, first);
  const found = readUnit(unit, low, reading.tokens, cast);
  for (const draft of found) draft.headline = headlines.has(unit.paragraph);
  return found;
}

/** The person named first in the sentence before that of a token, if that sentence opens with them. */
function recentSubjects({ tokens, sentences }: Reading, cast: Cast): (token: number) => number | null {
  let at = 0;
  return (token) => {
    if ((sentences[at]?.from ?? 0) > token) at = 0;
    while (at < sentences.length && (sentences[at]?.to ?? 0) <= token) at++;
    const previous = sentences[at - 1];
    if (!previous || previous.paragraph !== sentences[at]?.paragraph) return null;
    for (let i = previous.from; i < Math.min(previous.to, previous.from + 8); i++) {
      const mention = cast.mentionAt(i);
      if (mention && cast.actors[mention.actor]?.kind === 'person' && tokens[i]) return mention.actor;
    }
    return null;
  };
}
