import type { Language, SuggestedStatement } from '../extraction';
import type { Reading } from '../text/reading';
import { authorOf } from './author';
import { castOf, type Cast, type CastActor, type CastMention } from './cast';
import type { Draft } from './draft';
import { isCueForm } from './english/cues';
import { pastDateline } from './english/dateline';
import { readUnit } from './english/sentences';
import { englishSpeakers } from './english/speaker-words';
import { Discourse } from './discourse';
import { joinFreeQuotations } from './free-quotations';
import { findHeadlines } from './headlines';
import { labelled, quoteLabel } from './labels';
import { readOtherUnit } from './other/clauses';
import { french } from './other/french';
import type { Frame } from './other/frame';
import { german } from './other/german';
import { hungarian } from './other/hungarian';
import { ukrainian } from './other/ukrainian';
import { findQuotations } from './quotations';
import type { TextDate } from './said-when';
import type { SpeakerWords } from './speaker-words';
import { suggest } from './suggestion';
import { topics } from './topics';
import { findTurns } from './turns';
import { findUnits, type Unit } from './unit';

/** A unit with what was found in it. */
interface Read {
  unit: Unit;
  drafts: Draft[];
}

const frames: Record<Exclude<Language, 'en'>, Frame> = { fr: french, de: german, hu: hungarian, uk: ukrainian };

/**
 * Who says what in a text. Spans of what is given out are UTF-16 units; `actor` is a place in `actors`. In the order of the
 * cues, so that who speaks is known before a pronoun for them is met.
 */
export function findStatements(
  reading: Reading,
  actors: readonly CastActor[],
  mentions: readonly CastMention[],
  dates: readonly TextDate[],
): SuggestedStatement[] {
  const cast = castOf(reading.tokens, actors, mentions);
  const frame = reading.language === 'en' ? null : frames[reading.language];
  const units = findUnits(reading, findQuotations(reading), (lower) =>
    frame ? frame.verbs.has(lower) : isCueForm(lower),
  );
  const headlines = findHeadlines(reading);
  const words = reading.language === 'en' ? englishSpeakers : frames[reading.language];
  const turns = findTurns(reading);
  const drafts: Draft[][] = [];
  units.forEach((unit, nth) => {
    const before = units[nth - 1];
    const found = draftsOf(reading, unit, before ? { unit: before, drafts: drafts[nth - 1] ?? [] } : null, cast);
    const headline = headlines.own.has(unit.paragraph);
    const quote = quoteLabel(reading, unit);
    const label =
      quote ?? (found.some(({ within }) => !within) && !headline ? null : labelled(reading, unit, cast, headline));
    for (const draft of found) draft.headline = headline;
    const turn = turns.get(unit.paragraph);
    if (headlines.others.has(unit.paragraph)) drafts.push([]);
    else if (turn === undefined) drafts.push(label ? [label] : found);
    else drafts.push(turn ? quotedIn(turn, found, (draft) => isSelf(reading, words, draft)) : []);
  });
  const aside = new Set([...turns.keys(), ...headlines.own, ...headlines.others]);
  const all = [...turns.values()]
    .filter((turn) => turn !== null)
    .concat(joinFreeQuotations(reading, units, drafts, aside, cast));
  return suggest(
    reading,
    all,
    new Discourse(reading.tokens, reading.text, cast, words, topics(reading, cast, words), authorOf(reading, cast)),
    dates,
  );
}

function draftsOf(reading: Reading, unit: Unit, previous: Read | null, cast: Cast): Draft[] {
  const first = reading.sentences[reading.paragraphs[unit.paragraph]?.from ?? 0]?.from === unit.from;
  const low = pastDateline(reading.tokens, unit, first);
  if (reading.language === 'en') return readUnit(unit, low, reading.tokens, cast);
  return readOtherUnit(unit, low, reading.tokens, frames[reading.language], previous);
}

/** In a transcript, who is said to have said something is named within the turn of another. */
function quotedIn(turn: Draft, found: Draft[], isOwn: (draft: Draft) => boolean): Draft[] {
  const clear = found.filter(
    (draft) => draft.construction === 'subject-first' && draft.confidence >= 0.9 && !isOwn(draft),
  );
  for (const draft of clear) draft.within ??= turn;
  return clear;
}

/** "I think that …" within a turn is no more than the turn says. */
function isSelf({ tokens }: Reading, { pronouns }: SpeakerWords, { speaker }: Draft): boolean {
  const last = speaker ? (tokens[speaker.to - 1]?.lower ?? '') : '';
  return pronouns.get(last.replace(/'(?:ve|d|m|re|ll)$/, '')) === 'self';
}
