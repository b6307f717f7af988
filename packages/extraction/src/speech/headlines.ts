import type { Reading } from '../text/reading';

/** Longer lines are no headlines, whatever they end in. */
const longest = 40;

/** A text's own headlines, before its first paragraph, and the lines between its paragraphs: subheadings and teasers. */
export interface Headlines {
  own: ReadonlySet<number>;
  others: ReadonlySet<number>;
}

export function findHeadlines(reading: Reading): Headlines {
  const lines = titleLines(reading);
  let first = 0;
  while (lines.has(first)) first++;
  return {
    own: new Set([...lines].filter((line) => line < first)),
    others: new Set([...lines].filter((line) => line > first)),
  };
}

/** Paragraphs that do not end as a sentence does. */
function titleLines({ tokens, sentences, paragraphs }: Reading): Set<number> {
  const headlines = new Set<number>();
  paragraphs.forEach((paragraph, index) => {
    const first = sentences[paragraph.from];
    const last = sentences[paragraph.to - 1];
    if (!first || !last || last.to - first.from > longest || paragraph.to - paragraph.from > 2) return;
    if (index === paragraphs.length - 1 && index > 0 && last.to - first.from > 15) return;
    let end = last.to - 1;
    while (end > first.from && /^["”»’'“)\]]/.test(tokens[end]?.text ?? '')) end--;
    if (!/[.!?…:;,]$/.test(tokens[end]?.text ?? '')) headlines.add(index);
  });
  return headlines.size === paragraphs.length && paragraphs.length > 1 ? new Set([0]) : headlines;
}
