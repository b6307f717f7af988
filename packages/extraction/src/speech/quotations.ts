import type { Reading } from '../text/reading';
import type { Token } from '../text/tokens';

/** Words in quotation marks: places in the list of tokens. `from`–`to` is what stands between the marks, end exclusive. */
export interface Quotation {
  /** The opening mark; the closing one is at `to`, or missing where the quotation runs on into the next paragraph. */
  open: number;
  from: number;
  to: number;
  closed: boolean;
}

/** Which marks close which: the styles of English, French, German, Hungarian, Ukrainian and their neighbours. */
const closers: Record<string, string> = {
  '“': '”“"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
  '"': '"',
  "'": "'",
  '”': '”',
  '「': '」',
};
const apostrophes = new Set(["'", '’', '‘']);

/**
 * Quotations of a text, outermost only, each within one paragraph. Where a paragraph ends inside one, it is closed there if
 * the next begins with an opening mark (the custom for long quotations) or if the text ends; else the mark is taken for a stray.
 */
export function findQuotations(reading: Reading): Quotation[] {
  const quotations: Quotation[] = [];
  reading.paragraphs.forEach((paragraph, index) => {
    const from = reading.sentences[paragraph.from]?.from ?? 0;
    const to = reading.sentences[paragraph.to - 1]?.to ?? from;
    const next = reading.paragraphs[index + 1];
    const follower = next && reading.tokens[reading.sentences[next.from]?.from ?? 0];
    const runsOn = !follower || follower.text in closers;
    for (const quotation of inParagraph(reading, from, to, runsOn)) quotations.push(quotation);
  });
  return quotations;
}

function inParagraph({ tokens, text }: Reading, from: number, to: number, runsOn: boolean): Quotation[] {
  const found: Quotation[] = [];
  const ahead = closingMarks(tokens, text, from, to);
  for (let i = from; i < to; i++) {
    const mark = tokens[i];
    if (!mark || mark.kind !== 'mark' || !(mark.text in closers) || !mayOpen(tokens, text, i)) continue;
    const end = nextClosing(ahead, closers[mark.text] ?? '', i);
    if (end !== null) {
      if (end > i + 1) found.push({ open: i, from: i + 1, to: end, closed: true });
      i = end;
    } else if (runsOn && !apostrophes.has(mark.text) && (i === from || to - i > 4)) {
      found.push({ open: i, from: i + 1, to, closed: false });
      break;
    }
  }
  return found;
}

/** The places of all marks that may close, by mark, the last first. */
function closingMarks(tokens: Token[], text: string, from: number, to: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = to - 1; i >= from; i--) {
    const mark = tokens[i];
    if (mark?.kind !== 'mark' || !mayClose(tokens, text, i)) continue;
    const list = places.get(mark.text);
    if (list) list.push(i);
    else places.set(mark.text, [i]);
  }
  return places;
}

/** Marks up to the asked place are dropped on the way, so that a paragraph is read once. */
function nextClosing(places: Map<string, number[]>, marks: string, after: number): number | null {
  let nearest: number | null = null;
  for (const mark of marks) {
    const list = places.get(mark) ?? [];
    while ((list.at(-1) ?? Infinity) <= after) list.pop();
    const place = list.at(-1);
    if (place !== undefined && (nearest === null || place < nearest)) nearest = place;
  }
  return nearest;
}

const spaceAt = (text: string, at: number): boolean => at < 0 || at >= text.length || /\s/u.test(text[at] ?? '');

function mayOpen(tokens: Token[], text: string, at: number): boolean {
  const mark = tokens[at];
  if (!mark) return false;
  const before = text[mark.start - 1] ?? ' ';
  if (mark.text === '”') return spaceAt(text, mark.start - 1) && !spaceAt(text, mark.end);
  if (mark.text === '"' || apostrophes.has(mark.text)) return /[\s([{—–:/-]/u.test(before) && !spaceAt(text, mark.end);
  return true;
}

function mayClose(tokens: Token[], text: string, at: number): boolean {
  const mark = tokens[at];
  if (!mark) return false;
  const after = text[mark.end] ?? ' ';
  if (mark.text === '»' || mark.text === '«' || mark.text === '›' || mark.text === '」') return true;
  if (/[\p{L}\p{N}]/u.test(after)) return false;
  if (mark.text === '"') return !/[\s([{]/u.test(text[mark.start - 1] ?? ' ') || spaceAt(text, mark.end);
  if (!apostrophes.has(mark.text)) return true;
  return !spaceAt(text, mark.start - 1) && !isPlural(tokens, text, at);
}

/** "the ministers’ talks": an s before, and a small letter after a space, is a genitive sooner than the end of a quotation. */
function isPlural(tokens: Token[], text: string, at: number): boolean {
  const mark = tokens[at];
  return !!mark && text[mark.start - 1] === 's' && text[mark.end] === ' ' && /\p{Ll}/u.test(text[mark.end + 1] ?? '');
}
