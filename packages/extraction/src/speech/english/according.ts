import type { Draft } from '../draft';
import type { Range } from '../unit';
import { endOfPhrase, hasVerb, kindOf, ofAndFor, ofForAndBy } from './phrases';
import { skipOpening } from './subject';
import type { Work } from './work';
import { determiners } from './words';

/** "According to X, …" and "…, according to X": cuts it from the content of other drafts, and makes one of what is left over. */
export function accordingTo(work: Work, drafts: Draft[]): Draft[] {
  const { tokens, unit } = work;
  const found: Draft[] = [];
  for (let i = work.low; i + 2 < unit.to; i++) {
    if (unit.quotations.some(({ open, to }) => open < i && i < to)) continue;
    const own = inOwnWords(work, i);
    if (!own && (tokens[i]?.lower !== 'according' || tokens[i + 1]?.lower !== 'to')) continue;
    const end = own ? i + 3 : endOfSource(work, i + 2);
    const kind = own ? 'pronoun' : kindOf(tokens, i + 2, end);
    if (end === i + 2 || (kind === 'other' && !determiners.has(tokens[i + 2]?.lower ?? ''))) continue;
    const over = drafts.filter(({ content }) => content.some(({ from, to }) => from <= i && i < to));
    for (const draft of over) cutOut(draft, i, end);
    if (over.length > 0) continue;
    const content = contentAround(work, i, end);
    if (content.length === 0) continue;
    const inner = drafts.filter(({ cue }) => cue && content.some(({ from, to }) => from <= cue.from && cue.from < to));
    if (inner.length > 0 && kind === 'medium') continue;
    const draft: Draft = {
      speaker: own ? { from: i + 1, to: i + 2 } : { from: i + 2, to: end },
      shared: null,
      cue: { from: i, to: own ? end : i + 2 },
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
  if (/^(?:seen|obtained|reviewed|published|released|issued|leaked|shared)$/.test(tokens[whole]?.lower ?? ''))
    while (whole < unit.to && tokens[whole]?.kind !== 'mark') whole++;
  return whole;
}

/** "in his words", between commas */
function inOwnWords({ tokens, unit }: Work, at: number): boolean {
  const after = tokens[at + 3];
  return (
    tokens[at]?.lower === 'in' &&
    ['his', 'her', 'their', 'its'].includes(tokens[at + 1]?.lower ?? '') &&
    ['words', 'view', 'opinion'].includes(tokens[at + 2]?.lower ?? '') &&
    (at + 3 >= unit.to || after?.text === ',' || after?.text === '.')
  );
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
