import type { Reading } from '../text/reading';
import type { Draft } from './draft';
import type { Cast } from './cast';
import { asContent } from './content';
import type { Range, Unit } from './unit';

/**
 * Quotations that stand by themselves go on with the statement before them where that is quoted too, and are a statement of
 * the same speaker where it is not. A paragraph after a colon is what was announced.
 */
export function joinFreeQuotations(
  reading: Reading,
  units: Unit[],
  drafts: Draft[][],
  /** Paragraphs that neither begin nor continue a quotation: headlines, and the turns of a transcript. */
  aside: ReadonlySet<number>,
  cast: Cast,
): Draft[] {
  const all: Draft[] = [];
  /** The last statement that words in quotation marks may go on with, and its paragraph. */
  let last: { draft: Draft; paragraph: number } | null = null;
  let announced: Draft | null = null;
  let block = -1;
  units.forEach((unit, nth) => {
    const own = drafts[nth] ?? [];
    if (aside.has(unit.paragraph)) {
      all.push(...own);
      return;
    }
    if (unit.paragraph === block) return;
    const free = own.length === 0 ? quoted(reading, unit) : null;
    if (announced && opensParagraph(reading, unit) && own.every((draft) => isFirstPerson(reading, draft))) {
      const draft = announced;
      announced = null;
      const content = free ?? wholeParagraph(reading, unit);
      const started = draft.content.length === 0;
      if (started) Object.assign(draft, { content: [content], direct: true });
      const said = started ? draft : continuation(draft, content, unit, free ? 'continued' : 'block');
      if (!started) all.push(said);
      last = { draft: said, paragraph: unit.paragraph };
      if (!free) block = unit.paragraph;
      return;
    }
    announced = null;
    const previous = units[nth - 1];
    const told =
      previous &&
      drafts[nth - 1]?.length === 0 &&
      previous.paragraph === unit.paragraph &&
      previous.quotations.length === 0;
    const topic = free && told ? topicOf(reading, previous, cast) : null;
    if (free && topic) {
      last = { draft: unannounced(topic, free, unit), paragraph: unit.paragraph };
      all.push(last.draft);
      return;
    }
    const signed = free ? signatureAfter(reading, unit, units[nth + 1], drafts[nth + 1], cast) : null;
    if (free && signed) {
      last = null;
      all.push({ ...unannounced(signed, free, unit), confidence: 0.8 });
      return;
    }
    if (free && last && unit.paragraph - last.paragraph <= 1) {
      if (last.draft.direct) last.draft.content.push(free);
      else {
        last = { draft: continuation(last.draft, free, unit, 'continued'), paragraph: unit.paragraph };
        all.push(last.draft);
      }
      last.paragraph = unit.paragraph;
      return;
    }
    all.push(...own);
    const mains = own.filter(({ within }) => !within);
    const main = mains.findLast(({ direct }) => direct) ?? mains.at(-1);
    if (main) {
      last = { draft: main, paragraph: unit.paragraph };
      if (endsInColon(reading, unit) && closesParagraph(reading, unit)) announced = main;
    } else if (own.length === 0 && !isInside(last, unit)) last = null;
  });
  return all.filter(({ content }) => content.length > 0);
}

/** Whom a sentence is about that is followed by a quotation: "Moor disagreed. “…”" */
function topicOf({ tokens }: Reading, { from, to }: Unit, cast: Cast): Range | null {
  for (let i = from; i < Math.min(to, from + 16); i++) {
    const token = tokens[i];
    // "Asked about it, | the president did not hesitate."
    if (i >= from + 7 && tokens[i - 1]?.text !== ',') continue;
    const described = token?.lower === 'the' ? cast.descriptionIn({ from: i, to: i + 2 }) : undefined;
    if (described) return { from: i, to: i + 2 };
    if (token && ['he', 'she'].includes(token.lower)) return { from: i, to: i + 1 };
    const end = cast.endOf(i);
    const mention = end === undefined ? undefined : cast.mentionAt(i);
    if (!mention || end === undefined || cast.actors[mention.actor]?.kind !== 'person') continue;
    return tokens[end]?.lower === "'s" ? null : { from: i, to: end };
  }
  return null;
}

/** How long "Ada Moor, Minister for Trade" under a quotation may be. */
const longestSignature = 14;

/** A line of its own under a paragraph that is one quotation: "– Ada Moor, minister". */
function signatureAfter(
  reading: Reading,
  unit: Unit,
  next: Unit | undefined,
  drafts: readonly Draft[] | undefined,
  cast: Cast,
): Range | null {
  if (!next || next.paragraph !== unit.paragraph + 1 || drafts?.length !== 0) return null;
  if (!opensParagraph(reading, unit) || !closesParagraph(reading, unit)) return null;
  if (!closesParagraph(reading, next) || next.to - next.from > longestSignature || next.quotations.length > 0)
    return null;
  const { tokens } = reading;
  if (/^[.!?:]$/.test(tokens[next.to - 1]?.text ?? '')) return null;
  for (let i = next.from; i < next.to; i++) {
    const end = cast.endOfPerson(i);
    if (end !== undefined) return { from: i, to: end };
    if (tokens[i]?.text === ',') return null;
  }
  return null;
}

function unannounced(speaker: Range, content: Range, { paragraph }: Unit): Draft {
  return {
    speaker,
    shared: null,
    cue: null,
    content: [content],
    direct: true,
    clause: true,
    act: 'asserts',
    construction: 'topic',
    confidence: 0.65,
    headline: false,
    within: null,
    paragraph,
  };
}

/** "I welcome" in words that are quoted already. */
const isFirstPerson = ({ tokens }: Reading, { speaker }: Draft): boolean =>
  speaker !== null && speaker.to - speaker.from === 1 && ['i', 'we'].includes(tokens[speaker.from]?.lower ?? '');

const isInside = (last: { paragraph: number } | null, unit: Unit): boolean => last?.paragraph === unit.paragraph;

/** The words of a unit that is one quotation and nothing else. */
function quoted({ tokens }: Reading, unit: Unit): Range | null {
  if (unit.quotations.length === 0) return null;
  const content = asContent(tokens, unit, unit.quotations);
  return content?.direct && content.range.to - content.range.from >= 2 ? content.range : null;
}

function continuation(draft: Draft, content: Range, { paragraph }: Unit, construction: 'continued' | 'block'): Draft {
  return {
    ...draft,
    speaker: null,
    shared: draft,
    content: [content],
    direct: true,
    clause: true,
    construction,
    confidence: construction === 'block' ? 0.6 : 0.8,
    within: null,
    paragraph,
  };
}

function wholeParagraph({ sentences, paragraphs }: Reading, { paragraph }: Unit): Range {
  const { from = 0, to = 0 } = paragraphs[paragraph] ?? {};
  return { from: sentences[from]?.from ?? 0, to: sentences[to - 1]?.to ?? 0 };
}

const opensParagraph = ({ sentences, paragraphs }: Reading, unit: Unit): boolean =>
  sentences[paragraphs[unit.paragraph]?.from ?? 0]?.from === unit.from;
const closesParagraph = ({ sentences, paragraphs }: Reading, unit: Unit): boolean =>
  sentences[(paragraphs[unit.paragraph]?.to ?? 1) - 1]?.to === unit.to;
const endsInColon = ({ tokens }: Reading, unit: Unit): boolean => tokens[unit.to - 1]?.text === ':';
