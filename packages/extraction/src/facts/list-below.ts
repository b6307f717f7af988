import type { FoundText } from './found-text';
import type { TokenRange } from './object-phrase';

/** Points of a list that are read, at most. */
const most = 40;

/** A list ends where so many lines in a row are no points of it: comments between lists are common in Markdown. */
const patience = 2;

const marker = /^(?:[-–—•*▪◦·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])$/i;

/** The points of the list that a sentence ends with a colon before: "… agree:" and the lines that begin with a mark. */
export function listBelow(text: FoundText, at: number): TokenRange[] {
  const sentence = text.sentenceOf(at);
  if (!endsWithColon(text, sentence)) return [];
  const { paragraphs, sentences } = text.reading;
  const points: TokenRange[] = [];
  let missed = 0;
  for (
    let next = sentence.paragraph + 1;
    next < paragraphs.length && points.length < most && missed < patience;
    next++
  ) {
    const first = sentences[paragraphs[next]?.from ?? -1];
    if (!first) continue;
    const begin = afterMarker(text, first);
    if (begin === first.from) missed++;
    else {
      missed = 0;
      points.push({ from: begin, to: beforeMarks(text, begin, first.to) });
    }
  }
  return points.filter(({ from, to }) => to > from);
}

const endsWithColon = (text: FoundText, { from, to }: TokenRange): boolean =>
  [1, 2, 3].some((back) => to - back >= from && text.word(to - back) === ':');

function afterMarker(text: FoundText, { from, to }: TokenRange): number {
  const [first, second] = [text.token(from), text.token(from + 1)];
  if (!first) return from;
  // "**Article 4**" is a heading, "* the roads" is a point.
  if (second && second.start === first.end && !/^[.)]$/.test(second.text)) return from;
  const one =
    marker.test(first.text) ||
    (/^(?:\d{1,2}|[a-z]|[ivx]{1,4})$/i.test(first.text) && /^[.)]$/.test(second?.text ?? ''));
  if (!one) return from;
  let at = from + 1;
  while (at < to && text.token(at)?.kind === 'mark') at++;
  return at;
}

function beforeMarks(text: FoundText, from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    (text.token(end - 1)?.kind === 'mark' || (text.word(end - 1) === 'and' && text.word(end - 2) === ';'))
  )
    end--;
  return end;
}
