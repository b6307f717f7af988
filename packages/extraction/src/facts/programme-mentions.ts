import { onOneLine, type FoundText } from './found-text';
import { conjunctions } from './function-words';
import { phraseBefore, type NounPhrase } from './noun-phrase';
import { periodOf } from './period';

/** An arrangement as the text names it once. */
export interface ProgrammeMention extends NounPhrase {
  start: number;
  end: number;
  /** The head in the singular, in lower case. */
  kind: string;
  /** Has a name of its own ("Varna Charter"), or parties, or a period: enough to tell it from others. */
  told: boolean;
  named: boolean;
  /** Words before or after its head say which one it is. */
  qualified: boolean;
  parties: number[];
  period: string | null;
  /** "proposed", "draft" and the like stand in it. */
  proposed: boolean;
  title: string;
}

const kinds = new Set(
  (
    'agreement treaty pact accord memorandum charter convention protocol compact programme partnership framework arrangement ' +
    'deal initiative plan mechanism scheme roadmap declaration option alternative strategy'
  ).split(' '),
);
/** These name arrangements between actors; the others may be anybody's plan. */
const mutual = new Set('agreement treaty pact accord memorandum charter convention protocol compact'.split(' '));
export const isMutual = ({ kind }: ProgrammeMention): boolean => mutual.has(kind);

const proposals = new Set('proposed draft planned envisaged possible potential prospective would-be'.split(' '));

/** The kind of arrangement that a noun in the singular names; several of them are none to suggest. */
const kindOf = (word: string): string | null => (word === 'program' ? 'programme' : kinds.has(word) ? word : null);

export function programmeMentions(text: FoundText): ProgrammeMention[] {
  const mentions: ProgrammeMention[] = [];
  const { tokens } = text.reading;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const kind = token?.kind === 'word' ? kindOf(token.lower) : null;
    // The head of the phrase is its last noun: "programme office" is no programme, nor is the verb "to plan".
    if (kind === null || text.word(at - 1) === 'to' || isModifier(text, at) || isActor(text, at)) continue;
    const mention = mentionAt(text, at, kind);
    if (/^(?:every|any|all|no|each|some)$/.test(mention.determiner)) continue;
    mentions.push(mention);
    at = Math.max(at, mention.to - 1);
  }
  return mentions;
}

/** The World Food Programme is an organisation. */
const isActor = (text: FoundText, at: number): boolean => {
  const mention = text.actorEndingAt(text.token(at)?.end ?? -1);
  return mention !== null && mention.start < (text.token(at)?.start ?? 0);
};

/** Whether the noun stands before another that says what is meant ("treaty obligations", "framework nation"). */
function isModifier(text: FoundText, at: number): boolean {
  const next = text.token(at + 1);
  if (!next || next.kind !== 'word' || next.start !== (text.token(at)?.end ?? 0) + 1) return false;
  return (
    kindOf(next.lower) !== null ||
    (text.token(at)?.capital === true && next.capital && !conjunctions.has(next.lower)) ||
    /^(?:talks|negotiations|obligations?|office|officials?|member|members|state|states|nation|nations|director|manager|text|process|goals?|priorities)$/.test(
      next.lower,
    )
  );
}

function mentionAt(text: FoundText, head: number, kind: string): ProgrammeMention {
  const before = phraseBefore(text, head);
  // "register this agreement with the office": what follows one that was named before is no part of its name.
  const to = /^(?:this|that|such)$/.test(before.determiner) ? head + 1 : extent(text, head);
  const phrase = { ...before, from: wholeName(text, before.from, head), to };
  const start = text.token(phrase.from)?.start ?? 0;
  const end = text.token(to - 1)?.end ?? start;
  const parties = partiesOf(text, phrase, kind);
  const period = periodOf(text, kind, phrase);
  const named = text.token(head)?.capital === true && (phrase.from < head ? capitals(text, phrase) > 0 : to > head + 1);
  return {
    ...phrase,
    start,
    end,
    kind,
    named,
    qualified: to > head + 1 || wordsOf(text, { ...phrase, to: head }).some((word) => !proposals.has(word)),
    told: named || parties.length > 0 || period !== null,
    parties,
    period,
    proposed: wordsOf(text, phrase).some((word) => proposals.has(word)),
    title: onOneLine(text.reading.text, start, end).replaceAll(/[*_]/g, ''),
  };
}

/** "Pathways to | Apprenticeship Program": a name goes on before "to" or "for" where it has capitals on both sides. */
function wholeName(text: FoundText, from: number, head: number): number {
  const { from: first } = text.sentenceOf(head);
  const capital = (at: number): boolean => at > first && text.token(at)?.capital === true;
  const joined = /^(?:to|for)$/.test(text.word(from - 1)) && capital(from) && capital(from - 2) && capital(head);
  if (!joined || text.actorEndingAt(text.token(from - 2)?.end ?? -1)) return from;
  let start = from - 2;
  while (capital(start - 1) && !text.actorEndingAt(text.token(start - 1)?.end ?? -1)) start--;
  return start;
}

/** Those named in it; a treaty that begins with one name is called after the town where it was made ("Varna Convention"). */
function partiesOf(text: FoundText, { from, to }: NounPhrase, kind: string): number[] {
  const first = text.token(from);
  const second = text.token(from + 1);
  const called =
    mutual.has(kind) && first && second?.kind === 'word' && text.actorStartingAt(first.start)?.end === first.end;
  const start = called ? second.start : (first?.start ?? 0);
  return text
    .actorsWithin(start, text.token(to - 1)?.end ?? start)
    .filter((place) => /^(?:state|organisation|body)$/.test(text.actors[place]?.kind ?? ''));
}

const wordsOf = (text: FoundText, { from, to }: NounPhrase): string[] =>
  Array.from({ length: to - from }, (_, nth) => text.word(from + nth));

function capitals(text: FoundText, { from, head }: NounPhrase): number {
  let count = 0;
  const { from: first } = text.sentenceOf(head);
  // The first word of a sentence is a capital whatever it is.
  for (let at = from; at < head; at++) if (text.token(at)?.capital && (at > first || head - from > 1)) count++;
  return count;
}

/** How far the phrase goes on behind its head: "… between A and B", "… for 2024", "… of Understanding", "… with A". */
function extent(text: FoundText, head: number): number {
  let to = head + 1;
  for (let rounds = 0; rounds < 4; rounds++) {
    const next = afterPreposition(text, to);
    if (next === to) break;
    to = next;
  }
  return to;
}

const joiners = new Set('between among with of on for to against from'.split(' '));
const complements = new Set(
  'understanding intent cooperation partnership membership association friendship non-aggression'.split(' '),
);

function afterPreposition(text: FoundText, at: number): number {
  const word = text.word(at);
  if (!joiners.has(word)) return at;
  let to = at + 1;
  let taken = at;
  for (let words = 0; words < 12; words++) {
    const token = text.token(to);
    if (!token) break;
    if (word !== 'for' && isDate(text, token.start)) break;
    const actor = text.actorStartingAt(token.start);
    if (actor) {
      while ((text.token(to)?.end ?? Infinity) <= actor.end) to++;
      taken = to;
    } else if (
      token.capital ||
      (word === 'of' && /^\d{4}$/.test(token.text)) ||
      (word === 'for' && token.kind === 'number') ||
      (word === 'of' && complements.has(token.lower))
    ) {
      to++;
      taken = to;
    } else if (joinsAnother(text, to)) break;
    else if (/^(?:the|and|of|for|its|–|-)$/.test(token.lower) && to - taken < 2) to++;
    else break;
  }
  return taken;
}

/** "the Accord on Fish and the Varna Treaty": the second is one by itself. */
function joinsAnother(text: FoundText, at: number): boolean {
  if (text.word(at) !== 'and') return false;
  let next = text.word(at + 1) === 'the' ? at + 2 : at + 1;
  while (text.token(next)?.capital && next < at + 8) if (kindOf(text.word(next++)) !== null) return true;
  return false;
}

/** The day of a treaty is no part of its name. */
const isDate = (text: FoundText, start: number): boolean =>
  text.datesWithin(start, start + 40).some(({ span }) => span[0] === start && span[1] - start > 4);
