import type { Draft } from '../draft';
import type { Range } from '../unit';
import { endOfPhrase, hasVerb, kindOf, ofAndFor, ofForAndBy, type Kind } from './phrases';
import { skipOpening } from './subject';
import type { Work } from './work';
import { determiners } from './words';

/** "According to X, …" and "…, according to X": cuts it from the content of other drafts, and makes one of what is left over. */
export function accordingTo(work: Work, drafts: Draft[]): Draft[] {
  const { unit } = work;
  const found: Draft[] = [];
  for (let i = work.low; i + 2 < unit.to; i++) {
    if (unit.quotations.some(({ open, to }) => open < i && i < to)) continue;
    const source = sourceAt(work, i);
    if (!source) continue;
    const { speaker, end, kind } = source;
    const over = drafts.filter(({ content }) => content.some(({ from, to }) => from <= i && i < to));
    for (const draft of over) cutOut(draft, i, end);
    if (over.length > 0) continue;
    const content = contentAround(work, i, end);
    if (content.length === 0) continue;
    const inner = drafts.filter(({ cue }) => cue && content.some(({ from, to }) => from <= cue.from && cue.from < to));
    if (inner.length > 0 && kind === 'medium') continue;
    const draft: Draft = {
      speaker,
      shared: null,
      cue: source.cue,
      content,
      direct: false,
      clause: true,
      act: 'asserts',
      construction: 'according',
      confidence: kind === 'other' ? 0.6 : 0.88,
      headline: false,
      within: null,
      paragraph: unit.paragraph,
    };
    for (const one of inner) one.within ??= draft;
    found.push(draft);
  }
  return found;
}

/** "a study by Moor": by whom a document is goes with it. */
function endOfSource({ tokens, unit, names }: Work, from: number): number {
  const end = endOfPhrase(tokens, from, unit.to, names, ofAndFor);
  if (kindOf(tokens, from, end) !== 'document') return end;
  let whole = endOfPhrase(tokens, from, unit.to, names, ofForAndBy);
  if (
    /^(?:seen|obtained|reviewed|published|released|issued|leaked|shared|struck|signed|reached|drafted|prepared|adopted|circulated)$/.test(
      tokens[whole]?.lower ?? '',
    )
  )
    while (whole < unit.to && tokens[whole]?.kind !== 'mark') whole++;
  return whole;
}

interface Source {
  speaker: Range;
  cue: Range;
  /** Where the words about the source end. */
  end: number;
  kind: Kind;
}

const views = /^(?:words|view|opinion|eyes|telling|assessment|judgment|judgement|account|reading)$/;

/** "According to X", "in the words of X", "in X's view" and "in his words", which begin at a token. */
function sourceAt(work: Work, at: number): Source | null {
  const { tokens } = work;
  if (tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to') return namedAfter(work, at, at + 2);
  if (tokens[at]?.lower !== 'in') return null;
  const of =
    tokens[at + 1]?.lower === 'the' && views.test(tokens[at + 2]?.lower ?? '') && tokens[at + 3]?.lower === 'of';
  return of ? namedAfter(work, at, at + 4) : inOwnWords(work, at);
}

function namedAfter(work: Work, at: number, from: number): Source | null {
  const { tokens } = work;
  const him = /^(?:him|her|them)$/.test(tokens[from]?.lower ?? '') && tokens[from + 1]?.kind === 'mark';
  if (him) return { speaker: { from, to: from + 1 }, cue: { from: at, to: from }, end: from + 1, kind: 'pronoun' };
  const end = endOfSource(work, from);
  const kind = kindOf(tokens, from, end);
  if (end === from || (kind === 'other' && !determiners.has(tokens[from]?.lower ?? ''))) return null;
  return { speaker: { from, to: end }, cue: { from: at, to: from }, end, kind };
}

/** How long the name in "in the deputy minister's words" may be. */
const longestName = 7;

/** "in his words", "in Moor's view", between commas */
function inOwnWords({ tokens, unit }: Work, at: number): Source | null {
  const pronoun = /^(?:his|her|their|its)$/.test(tokens[at + 1]?.lower ?? '');
  let end = at + 2;
  if (!pronoun) while (end < Math.min(unit.to, at + longestName) && tokens[end]?.lower !== "'s") end++;
  const noun = pronoun ? end : end + 1;
  const after = tokens[noun + 1];
  if (!views.test(tokens[noun]?.lower ?? '')) return null;
  if (noun + 1 < unit.to && after?.text !== ',' && after?.text !== '.') return null;
  const speaker = { from: at + 1, to: end };
  const kind = pronoun ? 'pronoun' : kindOf(tokens, speaker.from, speaker.to);
  if (kind === 'other') return null;
  return { speaker, cue: { from: at, to: noun + 1 }, end: noun + 1, kind };
}

function contentAround({ tokens, unit, low }: Work, at: number, end: number): Range[] {
  const first = skipOpening(tokens, low, at);
  if (first >= at) {
    let comma = end;
    while (comma < unit.to && tokens[comma]?.text !== ',') comma++;
    return comma + 2 < unit.to ? [{ from: comma + 1, to: unit.to }] : [];
  }
  const after = tokens[end]?.text === ',' && hasVerb(tokens, end + 1, unit.to) && !hasVerb(tokens, first, at);
  return [{ from: first, to: at }, ...(after ? [{ from: end + 1, to: unit.to }] : [])];
}

function cutOut(draft: Draft, from: number, to: number): void {
  draft.content = draft.content.flatMap((range) => {
    if (from < range.from || from >= range.to) return [range];
    return [
      { from: range.from, to: from },
      { from: to, to: range.to },
    ].filter((part) => part.to > part.from + 1);
  });
}
