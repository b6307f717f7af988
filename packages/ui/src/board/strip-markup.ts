import type { DrawnRow, DrawnStretch } from '@rapporteur/domain/board/draw';
import type { Span } from '@rapporteur/domain/board/days';
import { shareOf, withRoom, type Mark } from '@rapporteur/domain/board/marks';
import { dateInWords } from '../dates-in-words';
import { stances } from '../terms';
import { lower, word } from '../words';
import { bandOf, heldWord, heldWords } from './stance-look';

/** How wide a strip is at least, in pixels, on a small screen and on a larger one: what has room there is drawn there. */
const narrow = 320;
const wide = 600;

/** Sizes in pixels: the strip, the band in its middle, and the sign of a turn. */
export const sizes = {
  high: { strip: 40, band: 26, sign: 20 },
  low: { strip: 22, band: 14, sign: 15 },
};
export type StripSize = keyof typeof sizes;

/** The signs of turns are drawn once for a page: on one day, and with the dotted ring of a day that is not on record. */
export const signId = (turn: Mark['turn'], size: StripSize, uncertain: boolean): string =>
  `sign-${turn}-${size}${uncertain ? '-open' : ''}`;

/**
 * The shapes of a strip, as SVG text. A board of 193 states over 75 years has twenty thousand of them: as elements of their own
 * they would take many times as long to render. Every place is a share of the width, so one drawing serves every screen. Text
 * comes in through `escaped` alone.
 */
export function stripMarkup(
  { stretches, marks }: Pick<DrawnRow, 'stretches' | 'marks'>,
  { span, on, size }: { span: Span; on: number | null; size: StripSize },
): string {
  const { strip, band, sign } = sizes[size];
  const [middle, top] = [strip / 2, (strip - band) / 2];
  const x = (day: number) => `${shareOf(day, span)}%`;
  // On a low strip what only says the same again is a stroke, so that changes stand out.
  const wanting = size === 'low' ? marks.filter(({ turn }) => turn !== 'restated') : marks;
  const { signs } = withRoom(wanting, span, ((sign + 2) / wide) * 100);
  const always = new Set(withRoom(signs, span, ((sign + 2) / narrow) * 100).signs);
  const parts = stretches.map((stretch) => bandMarkup(stretch, { span, top, height: band, size, marks }));
  const ticks = marks.filter((mark) => !always.has(mark)).map(({ at }) => `M${Math.round(shareOf(at, span) * 10)} 0v1`);
  if (ticks.length > 0) {
    parts.push(
      `<svg class="strip-ticks" y="${top}" width="100%" height="${band}" viewBox="0 0 1000 1" preserveAspectRatio="none"><path d="${ticks.join('')}"/></svg>`,
    );
  }
  if (on !== null) parts.push(`<line class="strip-on" x1="${x(on)}" x2="${x(on)}" y2="${strip}"/>`);
  for (const mark of signs) parts.push(signMarkup(mark, { span, middle, size, always: always.has(mark) }));
  return parts.join('');
}

interface Placed {
  span: Span;
  top: number;
  height: number;
  size: StripSize;
  marks: readonly Mark[];
}

function bandMarkup({ from, to, held, perhaps }: DrawnStretch, { span, top, height, size, marks }: Placed): string {
  const [start, end] = [shareOf(from, span), shareOf(to, span)];
  const share = Math.round((end - start) * 100) / 100;
  const [only] = held;
  const middle = top + height / 2;
  const doubt = perhaps ? ' is-perhaps' : '';
  if (held.length > 1 || only === undefined) {
    const title = `<title>${escaped(heldWords(held))}</title>`;
    return `<rect class="band band--open${doubt}" fill="url(#band-open)" x="${start}%" y="${middle - height / 4}" width="${share}%" height="${height / 2}">${title}</rect>`;
  }
  if (only === null)
    return `<line class="band-none${doubt}" x1="${start}%" x2="${end}%" y1="${middle}" y2="${middle}"/>`;
  const look = bandOf(only);
  const place = `x="${start}%" y="${top}" height="${height}"`;
  const fill = look === 'conditional' ? ' fill="url(#band-conditional)"' : '';
  const lead = look === 'opposes' ? `<rect class="band-lead" ${place} width="4"/>` : '';
  const edges =
    look === 'abstains' || look === 'absent'
      ? [top + 1, top + height - 1].map(
          (y) => `<line class="band-line band-line--${look}" x1="${start}%" x2="${end}%" y1="${y}" y2="${y}"/>`,
        )
      : [];
  const label = size === 'low' ? '' : labelMarkup(only, longestRest(from, to, marks), { span, middle });
  return `<g class="stance-${look}${doubt}"><rect class="band band--${look}"${fill} ${place} width="${share}%"/>${lead}${edges.join('')}${label}</g>`;
}

/** The longest part of a stretch in which nothing is marked. */
function longestRest(from: number, to: number, marks: readonly Mark[]): Span {
  const inside = marks.map(({ at }) => at).filter((at) => at > from && at < to);
  let longest: Span = { from, to: Math.min(to, ...inside) };
  for (const [index, at] of inside.entries()) {
    const rest = { from: at, to: inside[index + 1] ?? to };
    if (rest.to - rest.from > longest.to - longest.from) longest = rest;
  }
  return longest;
}

/** The shape and the word of a stance, where they have room in its band. */
function labelMarkup(
  held: NonNullable<Mark['stance']>,
  rest: Span,
  { span, middle }: { span: Span; middle: number },
): string {
  const text = heldWord(held);
  const start = shareOf(rest.from, span);
  const share = shareOf(rest.to, span) - start;
  // A sign stands at the beginning; a letter of this size is about seven pixels wide.
  const needed = 36 + text.length * 7;
  const room = (width: number) => (width * share) / 100;
  if (room(wide) < needed) return '';
  const fits = room(narrow) >= needed ? '' : ' on-wide';
  return `<svg class="band-label${fits}" x="${start}%" y="${middle}" overflow="visible"><use href="#${stances[held].glyph}" x="15" y="-5.5" width="11" height="11"/><text x="31" y="4.5">${escaped(text)}</text></svg>`;
}

/** A turn: its sign, and where its day is not on record a line over the days that it may have been. */
function signMarkup(
  { turn, stance, date, at, earliest, latest, uncertain }: Mark,
  { span, middle, size, always }: { span: Span; middle: number; size: StripSize; always: boolean },
): string {
  const look = `sign${stance === null ? '' : ` stance-${bandOf(stance)}`}${always ? '' : ' on-wide'}`;
  const [start, end] = [shareOf(earliest, span), shareOf(Math.min(latest, span.to), span)];
  const days =
    earliest < latest
      ? `<line class="${look} sign-spread" x1="${start}%" x2="${end}%" y1="${middle}" y2="${middle}"/>`
      : '';
  const title = `${word(turn)}${stance === null ? '' : `, ${lower(stance)}`}: ${dateInWords(date, 'long')}`;
  return `${days}<use class="${look}" href="#${signId(turn, size, uncertain)}" x="${shareOf(at, span)}%" y="${middle}"><title>${escaped(title)}</title></use>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');
