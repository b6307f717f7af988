import { extract } from '../extract';
import type { Language, SuggestedStatement } from '../extraction';

/** Statements in short: speaker [cue] content, direct speech in quotation marks, several spans with an ellipsis between. */
export function said(text: string, language: Language = 'en'): string[] {
  const points = Array.from(text);
  return extract(text, { language }).statements.map(({ speaker, cue, kind, contentSpans }) => {
    const content = contentSpans.map(([start, end]) => points.slice(start, end).join('')).join(' … ');
    return `${speaker ?? '?'} [${cue ?? ''}] ${kind === 'direct' ? `“${content}”` : content}`;
  });
}

/** The first statement of a text, which must have one. */
export const one = (text: string, language?: Language): SuggestedStatement => {
  const [statement] = extract(text, language ? { language } : {}).statements;
  if (!statement) throw new Error(`nothing is said in: ${text}`);
  return statement;
};
