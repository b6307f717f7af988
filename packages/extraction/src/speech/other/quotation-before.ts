import type { Work } from './work';

/** "Ostland lehnt ab: | „Wir brauchen nichts“, teilte X mit": the whole quotation before a cue, where a colon leads to it. */
export function afterColon({ tokens, unit }: Work, cue: number): number | null {
  const last = unit.quotations.findLast(({ to }) => to < cue && cue - to <= 3);
  return last && tokens[last.open - 1]?.text === ':' && tokens[last.from]?.capital ? last.open : null;
}
