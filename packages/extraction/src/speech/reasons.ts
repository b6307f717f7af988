import type { Language } from '../extraction';
import type { Token } from '../text/tokens';
import type { Range } from './unit';

/** Words after which a reason is given. */
const openings: Record<Language, string[][]> = {
  en: [
    ['because'],
    ['due', 'to'],
    ['owing', 'to'],
    ['given', 'that'],
    ['on', 'the', 'grounds', 'that'],
    ['in', 'view', 'of'],
  ],
  fr: [['parce', 'que'], ['parce', "qu'"], ['car'], ['puisque'], ['en', 'raison', 'de'], ['en', 'raison', 'du']],
  de: [['weil'], ['denn'], ['aufgrund'], ['wegen']],
  hu: [['mert'], ['mivel'], ['ugyanis']],
  uk: [['бо'], ['тому', 'що'], ['оскільки'], ['адже'], ['через', 'те', 'що']],
};

/** The parts of what is said that give a reason: from "because" to the end of the sentence. */
export function findReasons(tokens: Token[], content: Range[], language: Language): Range[] {
  return content.flatMap((range) => {
    const found: Range[] = [];
    for (let from = range.from; from < range.to; from++) {
      const opens = openings[language].some((words) => words.every((word, nth) => tokens[from + nth]?.lower === word));
      if (!opens) continue;
      const to = endOfSentence(tokens, from, range.to);
      if (to - from > 2) found.push({ from, to });
      from = to;
    }
    return found;
  });
}

function endOfSentence(tokens: Token[], from: number, high: number): number {
  for (let i = from; i < high; i++) if (/^[.!?;]$/.test(tokens[i]?.text ?? '')) return i;
  return high;
}
