import type { Range } from '../unit';
import { phraseAfter, phraseBefore } from './phrases';
import { draftOf, type Work } from './work';

/** "Selon X, …", "…, laut X", "X szerint …": adds the statement to those of the unit. */
export function accordingTo(work: Work): void {
  const { tokens, unit, low, frame } = work;
  for (let i = low; i < unit.to; i++) {
    if (unit.quotations.some(({ open, to }) => open < i && i < to)) continue;
    const opinion = i === low && frame.opinion.has(tokens[i]?.lower ?? '') && givesOpinion(work);
    const words = opinion
      ? [tokens[i]?.lower ?? '']
      : frame.according.find((one) => one.every((word, nth) => tokens[i + nth]?.lower === word));
    const speaker = words
      ? phraseAfter(tokens, i + words.length, unit.to, frame)
      : frame.accordingAfter.has(tokens[i]?.lower ?? '')
        ? (relativeBefore(work, i) ?? phraseBefore(tokens, i, low, frame))
        : null;
    const after = words ? i + words.length : -1;
    const pronoun = words && frame.pronouns.has(tokens[after]?.lower ?? '') && tokens[after + 1]?.kind === 'mark';
    // "Szerinte": the pronoun is in the word.
    const own = words?.length === 1 && frame.pronouns.has(words[0] ?? '');
    const named = own
      ? { from: i, to: i + 1 }
      : pronoun
        ? { from: after, to: after + 1 }
        : words?.some((word) => frame.pronouns.has(word))
          ? { from: i + 1, to: i + 2 }
          : speaker;
    if (!named) continue;
    const article = words && frame.determiners.has(words.at(-1) ?? '') ? 1 : 0;
    const cue = words ? { from: i, to: i + words.length - article } : { from: i, to: i + 1 };
    const start = Math.min(cue.from, named.from);
    const end = Math.max(cue.to, named.to);
    const relative = !words && relativeBefore(work, i) !== null;
    const content =
      start <= low + 1 || relative
        ? { from: end, to: unit.to }
        : tokens[start - 1]?.text === ','
          ? { from: low, to: start }
          : null;
    if (content && content.to - content.from > 3)
      work.drafts.push(draftOf(work, { ...cue, act: 'asserts' }, named, [content], 'according', 0.82));
    return;
  }
}

/** How far after whose opinion it is the quotation may begin. */
const farthest = 10;

/** "Pour la ministre, « c'est trop tard »": a person before a comma, and words that are quoted right after it. */
function givesOpinion({ tokens, unit, low, frame }: Work): boolean {
  const phrase = phraseAfter(tokens, low + 1, unit.to, frame);
  if (!phrase || phrase.from !== low + 1 || tokens[phrase.to]?.text !== ',') return false;
  const quoted = unit.quotations.find(({ open }) => open > phrase.to && open <= phrase.to + farthest);
  const person = tokens
    .slice(phrase.from, phrase.to)
    .some(({ lower }) => frame.people.has(lower) || frame.bodies.has(lower));
  const named = tokens.slice(phrase.from, phrase.to).every(({ capital }) => capital) && phrase.to - phrase.from > 1;
  if (!quoted || !(person || named)) return false;
  // "Pour Ada Moor, de l'institut, « … »": nothing but what stands between commas.
  const between = tokens.slice(phrase.to, quoted.open).filter(({ text }) => text === ',').length;
  return quoted.open <= phrase.to + 3 || (between === 2 && tokens[quoted.open - 1]?.text === ',');
}

/** "…, aki | szerint a kikötő nyitva van": what follows is of whom the sentence is about. */
const relativeBefore = ({ tokens }: Work, at: number): Range | null =>
  /^akik?$/.test(tokens[at - 1]?.lower ?? '') && tokens[at - 2]?.text === ',' ? { from: at - 1, to: at } : null;
