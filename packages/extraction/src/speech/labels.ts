import type { Reading } from '../text/reading';
import type { Cast } from './cast';
import { asContent } from './content';
import type { Draft } from './draft';
import type { Range, Unit } from './unit';

/** How long the words between "Quote" and its colon may be. */
const longestLabel = 10;
const blank = { shared: null, clause: true, act: 'asserts', construction: 'colon', within: null } as const;
const dashes = new Set(['-', '–', '—']);

/** "X: we shall go" and, in headlines, "We shall go – X": a name, a mark, and what is said. */
export function labelled(reading: Reading, unit: Unit, cast: Cast, headline: boolean): Draft | null {
  const { tokens } = reading;
  const colon = nameBefore(reading, unit, cast);
  if (colon !== null) {
    const content = { from: colon + 1, to: unit.to };
    return draftOf(reading, unit, { from: unit.from, to: colon }, { from: colon, to: colon + 1 }, content, headline);
  }
  if (!headline) return null;
  for (let i = unit.to - 1; i > unit.from + 3; i--) {
    const token = tokens[i];
    if (!token || !dashes.has(token.text) || token.start === tokens[i - 1]?.end) continue;
    const speaker = { from: i + 1, to: unit.to };
    if (!isSpeaker(cast, speaker)) return null;
    return draftOf(reading, unit, speaker, { from: i, to: i + 1 }, { from: unit.from, to: i }, true);
  }
  return null;
}

const quoteWords = ['quote', 'цитата', 'пряма мова', 'zitat', 'citation', 'idézet'].map((words) => words.split(' '));
const ofWhom = new Set(['from', 'by', 'of', 'de', 'von']);

/** "Quote: “…”", "Quote from Moor: “…”": what is quoted is of whom the label names, or of who spoke before. */
export function quoteLabel({ tokens }: Reading, unit: Unit): Draft | null {
  const words = quoteWords.find((label) => label.every((word, nth) => tokens[unit.from + nth]?.lower === word));
  if (!words) return null;
  const after = unit.from + words.length;
  let colon = after;
  while (colon < Math.min(unit.to, after + longestLabel) && tokens[colon]?.text !== ':') colon++;
  if (tokens[colon]?.text !== ':' || !unit.quotations.some(({ open }) => open === colon + 1)) return null;
  const content = asContent(tokens, { from: colon + 1, to: unit.to }, unit.quotations);
  if (!content?.direct) return null;
  const name = { from: ofWhom.has(tokens[after]?.lower ?? '') ? after + 1 : after, to: colon };
  return {
    ...blank,
    speaker: name.to > name.from ? name : null,
    cue: { from: unit.from, to: after },
    content: [content.range],
    direct: true,
    confidence: 0.8,
    headline: false,
    paragraph: unit.paragraph,
  };
}

/** The colon after a name that a unit begins with. */
function nameBefore({ tokens }: Reading, unit: Unit, cast: Cast): number | null {
  for (let i = unit.from + 1; i < Math.min(unit.to - 2, unit.from + 8); i++) {
    const token = tokens[i];
    if (token?.kind !== 'mark') continue;
    const speaker = { from: unit.from, to: i };
    return token.text === ':' && isSpeaker(cast, speaker) ? i : null;
  }
  return null;
}

/** Ends in the name of a person or organisation, or means one. */
function isSpeaker(cast: Cast, range: Range): boolean {
  if (cast.descriptionIn(range)) return true;
  const mention = cast.mentionAt(range.to - 1);
  const kind = mention && cast.actors[mention.actor]?.kind;
  return kind !== undefined && kind !== 'state' && mention?.form !== 'metonym';
}

function draftOf(
  { tokens }: Reading,
  unit: Unit,
  speaker: Range,
  cue: Range,
  said: Range,
  headline: boolean,
): Draft | null {
  const content = asContent(tokens, said, unit.quotations);
  return (
    content && {
      ...blank,
      speaker,
      cue,
      content: [content.range],
      direct: content.direct,
      confidence: headline ? 0.8 : 0.75,
      headline,
      paragraph: unit.paragraph,
    }
  );
}
