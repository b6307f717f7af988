import type { Language } from '../extraction';
import type { Token } from '../text/tokens';
import { daysIn } from './calendar';
import type { Meaning } from './resolve';

/** "2023-11-29", "29.11.2023", "29/11/2023". Which part is the month has to be certain; otherwise only the year counts. */
export function readNumeric(
  tokens: readonly Token[],
  i: number,
  language: Language,
): { to: number; meaning: Meaning } | null {
  const token = tokens[i];
  if (!token || token.kind !== 'number') return null;
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(token.text);
  if (iso) return dated(i + 1, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(token.text);
  if (dotted) return dated(i + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const [a, slash, b, slash2, c] = tokens.slice(i, i + 5).map(({ text }) => text);
  if (
    slash !== '/' ||
    slash2 !== '/' ||
    !/^\d{1,2}$/.test(a ?? '') ||
    !/^\d{1,2}$/.test(b ?? '') ||
    !/^(?:19|20)\d\d$/.test(c ?? '')
  )
    return null;
  const [first, second, year] = [Number(a), Number(b), Number(c)];
  if (language !== 'en' || first > 12) return dated(i + 5, year, second, first);
  if (second > 12) return dated(i + 5, year, first, second);
  return { to: i + 5, meaning: { type: 'calendar', ...empty, year } };
}

const empty = { yearShift: null, month: null, day: null, lastDay: null, season: null };

function dated(to: number, year: number, month: number, day: number): { to: number; meaning: Meaning } | null {
  if (year < 1500 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return { to, meaning: { type: 'calendar', ...empty, year, month, day } };
}
