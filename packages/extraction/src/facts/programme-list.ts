import type { SuggestedProgramme } from '../extraction';
import type { FoundText } from './found-text';
import { programmeMentions, type ProgrammeMention } from './programme-mentions';
import { determiners, prepositions, subjectPronouns } from './function-words';

/** An arrangement with all mentions of it. `place` is its place in the list. */
export interface Programme {
  place: number;
  mentions: ProgrammeMention[];
  /** The mention that says most. */
  best: ProgrammeMention;
  status: SuggestedProgramme['status'] | null;
  statusWords: string | null;
  statusSpan: [number, number] | null;
  nature: SuggestedProgramme['nature'];
  natureSpan: [number, number] | null;
  relations: { type: 'succeeds' | 'shortens' | 'alternative_to'; mention: ProgrammeMention }[];
  /** What it includes or excludes is told. */
  hasProvisions: boolean;
  excludes: boolean;
}

/** Which arrangement is meant where. */
export interface ProgrammeList {
  all: Programme[];
  at: (mention: ProgrammeMention) => Programme | undefined;
  /** The mention that the token stands in. */
  mentionAt: (token: number) => ProgrammeMention | undefined;
  /** The arrangement that is the subject of the verb group that begins at the token `at`; no other noun stands before it. */
  subjectBefore: (at: number) => { programme: Programme; near: boolean } | null;
  /** The nearest arrangement before the token in its sentence, where nobody and nothing else can be the subject. */
  nearestBefore: ProgrammeList['subjectBefore'];
  /** The first mention that begins in the tokens [from, to). */
  firstFrom: (from: number, to: number) => ProgrammeMention | null;
}

/** How many sentences back "the agreement" may look for what it means. */
const memory = 6;

export function listProgrammes(text: FoundText): ProgrammeList {
  const mentions = programmeMentions(text);
  const all: Programme[] = [];
  const owner = new Map<ProgrammeMention, Programme>();
  const told = new Map<string, Programme>();
  const recent: Programme[] = [];
  for (const mention of mentions) {
    const known = antecedent(text, mention, told, recent);
    const programme = known ?? create(all, mention);
    programme.mentions.push(mention);
    if (mention.told) {
      told.set(keyOf(mention), programme);
      if (!programme.best.told || (mention.named && !programme.best.named)) programme.best = mention;
    }
    owner.set(mention, programme);
    const was = recent.indexOf(programme);
    if (was >= 0) recent.splice(was, 1);
    recent.push(programme);
    if (recent.length > 8) recent.shift();
  }
  const mentionOf = new Int32Array(text.reading.tokens.length + 1).fill(-1);
  mentions.forEach(({ from, to }, nth) => mentionOf.fill(nth, from, to));
  const mentionAt = (token: number): ProgrammeMention | undefined => mentions[mentionOf[token] ?? -1];
  return {
    all,
    mentionAt,
    at: (mention) => owner.get(mention),
    firstFrom: (from, to) => {
      for (let at = from; at < to; at++) {
        const mention = mentionAt(at);
        if (mention && mention.from >= from) return mention;
      }
      return null;
    },
    nearestBefore: (at) => nearestBefore(text, at, mentionAt, owner),
    subjectBefore: (at) =>
      mentionAt(at - 1) || /^(?:and|but|or|,|it|that|which)$/.test(text.word(at - 1))
        ? nearestBefore(text, at, (token) => asSubject(text, mentionAt(token)), owner)
        : null,
  };
}

function create(all: Programme[], mention: ProgrammeMention): Programme {
  const programme: Programme = {
    place: all.length,
    mentions: [],
    best: mention,
    status: null,
    statusWords: null,
    statusSpan: null,
    nature: null,
    natureSpan: null,
    relations: [],
    hasProvisions: false,
    excludes: false,
  };
  all.push(programme);
  return programme;
}

const keyOf = ({ title }: ProgrammeMention): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:program)\b/g, 'programme')
    .trim();

/** Kinds that "the agreement", "the document" or "the option" may stand for. */
const loose = new Set('agreement arrangement framework programme deal option pact'.split(' '));

function antecedent(
  text: FoundText,
  mention: ProgrammeMention,
  told: ReadonlyMap<string, Programme>,
  recent: readonly Programme[],
): Programme | null {
  if (mention.told) {
    const same = told.get(keyOf(mention));
    if (same) return same;
    // The same kind between the same parties, one of them without a period.
    return (
      recent.findLast(
        ({ best }) =>
          best.kind === mention.kind &&
          !(best.named && mention.named) &&
          best.parties.length > 1 &&
          sameSet(best.parties, mention.parties) &&
          (best.period === null || mention.period === null || best.period === mention.period),
      ) ?? null
    );
  }
  if (!/^(?:the|this|that|its|such|said)$/.test(mention.determiner)) return null;
  const near = recent.filter(({ mentions }) => distance(text, mentions.at(-1), mention) <= memory);
  const alike = near.findLast(({ mentions }) => mentions.some(({ kind }) => kind === mention.kind));
  if (alike) return alike;
  const proposed =
    mention.proposed || mention.kind === 'option' ? near.findLast(({ best }) => isIntroduced(best)) : undefined;
  return (
    proposed ??
    (loose.has(mention.kind) && mention.from === mention.head ? near.findLast(({ best }) => best.told) : undefined) ??
    null
  );
}

/** Something new: "a simpler alternative", not "the plan". */
const isIntroduced = ({ told, determiner }: ProgrammeMention): boolean => !told && /^an?$/.test(determiner);

const sameSet = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/** Sentences between two mentions, at most; paragraphs count too. */
function distance(text: FoundText, earlier: ProgrammeMention | undefined, later: ProgrammeMention): number {
  if (!earlier) return Infinity;
  const [one, other] = [text.sentenceOf(earlier.head), text.sentenceOf(later.head)];
  if (other.paragraph - one.paragraph > 2) return Infinity;
  let count = 0;
  for (let at = other.from; at > one.from && count <= memory; at = text.sentenceOf(at - 1).from) count++;
  return count;
}

/** Behind a preposition it is no subject ("parties to the treaty"), unless its own words are meant ("the terms of the treaty"). */
function asSubject(text: FoundText, mention: ProgrammeMention | undefined): ProgrammeMention | undefined {
  if (!mention) return undefined;
  let before = mention.determiner === '' ? mention.from - 1 : mention.from - 2;
  // "the office's programme": what stands before the owner counts.
  if (text.word(before) === "'s") before -= determiners.has(text.word(before - 2)) ? 3 : 2;
  if (before < text.sentenceOf(mention.head).from || !prepositions.has(text.word(before))) return mention;
  return /^(?:terms?|text|scope|provisions?|wording|draft|version)$/.test(text.word(before - 1)) ? mention : undefined;
}

/** How far back in a sentence its subject is looked for, in tokens. */
const reach = 40;

/**
 * Walks back from a token to the nearest arrangement of the sentence. A pronoun or somebody named on the way is the
 * subject instead, unless "it" follows an arrangement; a relative "that" or "which" right behind the arrangement is it.
 */
function nearestBefore(
  text: FoundText,
  at: number,
  mentionAt: (token: number) => ProgrammeMention | undefined,
  owner: ReadonlyMap<ProgrammeMention, Programme>,
): { programme: Programme; near: boolean } | null {
  const sentence = text.sentenceOf(at);
  let pronoun = false;
  for (let i = at - 1; i >= Math.max(sentence.from, at - reach); i--) {
    const mention = mentionAt(i);
    if (mention) {
      const programme = owner.get(mention);
      return programme ? { programme, near: !pronoun && mention.to >= at - 2 } : null;
    }
    const token = text.token(i);
    if (!token) return null;
    if (/^["“”„»«;:]$/.test(token.text)) return null;
    const comma = token.lower === 'which' && text.word(i - 1) === ',';
    if (/^(?:that|which)$/.test(token.lower) && mentionAt(comma ? i - 2 : i - 1)) continue;
    if (token.lower === 'it') {
      pronoun = true;
      continue;
    }
    if (subjectPronouns.has(token.lower) || token.lower === 'which') return null;
    if (text.actorEndingAt(token.end)) return null;
  }
  if (!pronoun || sentence.from === 0) return null;
  // "It does not include …": what the sentence before began with.
  const before = text.sentenceOf(sentence.from - 1);
  if (before.paragraph !== sentence.paragraph) return null;
  for (let i = before.from; i < Math.min(before.to, before.from + 12); i++) {
    const mention = mentionAt(i);
    const programme = mention && owner.get(mention);
    if (programme) return { programme, near: false };
    if (text.actorStartingAt(text.token(i)?.start ?? -1)) return null;
  }
  return null;
}
