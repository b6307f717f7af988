import type { DrawnRow, DrawnStretch } from '@rapporteur/domain/board/draw';
import type { Span } from '@rapporteur/domain/board/days';
import { shareOf, withRoom, type Mark } from '@rapporteur/domain/board/marks';
import { formatEdtf } from '@rapporteur/domain/edtf';
import type { GlyphName } from '../glyph';
import { stances } from '../terms';
import { lower, word } from '../words';
import { bandOf, heldWord, heldWords } from './stance-look';

/** How wide a strip is at least, in pixels, on a small screen and on a larger one: what has room there is drawn there. */
const narrow = 320;
const wide = 600;

/** Sizes in pixels: the strip, the bands in its middle, and the signs of turns. */
const sizes = {
  high: { strip: 40, band: 26, sign: 20 },
  low: { strip: 22, band: 14, sign: 15 },
};

interface Props extends Pick<DrawnRow, 'stretches' | 'marks'> {
  span: Span;
  /** The day that is asked about, where it is drawn. */
  on: number | null;
  low: boolean;
  /** What the strip shows, for whoever does not see it. */
  label: string;
}

const percent = (share: number) => `${share}%`;

/**
 * What was held over time, as bands with a sign at each turn. Everything is placed in shares of the width, so that one
 * drawing serves every screen; what has no room on a small one is left to the table.
 */
export function Strip({ stretches, marks, span, on, low, label }: Props) {
  const { strip, band, sign } = low ? sizes.low : sizes.high;
  const middle = strip / 2;
  const roomy = withRoom(marks, span, ((sign + 2) / wide) * 100);
  const tight = withRoom(roomy.signs, span, ((sign + 2) / narrow) * 100);
  const always = new Set(tight.signs);
  return (
    <svg className="strip" role="img" aria-label={label} height={strip}>
      {stretches.map((stretch) => (
        <Band key={stretch.from} stretch={stretch} span={span} top={middle - band / 2} height={band} low={low} />
      ))}
      <Ticks marks={marks.filter((mark) => !always.has(mark))} span={span} top={middle - band / 2} height={band} />
      {on === null ? null : <line className="strip-on" x1={at(on, span)} x2={at(on, span)} y1="0" y2={strip} />}
      {roomy.signs.map((mark, index) => (
        <Sign key={index} mark={mark} span={span} middle={middle} size={sign} always={always.has(mark)} />
      ))}
    </svg>
  );
}

const at = (day: number, span: Span) => percent(shareOf(day, span));

function Band({
  stretch,
  span,
  top,
  height,
  low,
}: {
  stretch: DrawnStretch;
  span: Span;
  top: number;
  height: number;
  low: boolean;
}) {
  const { from, to, held, perhaps } = stretch;
  const [start, end] = [shareOf(from, span), shareOf(to, span)];
  const share = Math.round((end - start) * 100) / 100;
  const [only] = held;
  const middle = top + height / 2;
  const doubt = perhaps ? ' is-perhaps' : '';
  if (held.length > 1 || only === undefined) {
    return (
      <rect
        className={`band band--open${doubt}`}
        fill="url(#band-open)"
        x={percent(start)}
        y={middle - height / 4}
        width={percent(share)}
        height={height / 2}
      >
        <title>{heldWords(held)}</title>
      </rect>
    );
  }
  if (only === null)
    return <line className={`band-none${doubt}`} x1={percent(start)} x2={percent(end)} y1={middle} y2={middle} />;
  const look = bandOf(only);
  const fill = look === 'conditional' ? { fill: 'url(#band-conditional)' } : {};
  const edged = look === 'abstains' || look === 'absent';
  const label = low ? null : <BandLabel held={only} start={start} share={share} middle={middle} />;
  return (
    <g className={`stance-${look}${doubt}`}>
      <rect
        className={`band band--${look}`}
        {...fill}
        x={percent(start)}
        y={top}
        width={percent(share)}
        height={height}
      />
      {look === 'opposes' ? <rect className="band-lead" x={percent(start)} y={top} width="4" height={height} /> : null}
      {edged ? (
        <>
          <line
            className={`band-line band-line--${look}`}
            x1={percent(start)}
            x2={percent(end)}
            y1={top + 1}
            y2={top + 1}
          />
          <line
            className={`band-line band-line--${look}`}
            x1={percent(start)}
            x2={percent(end)}
            y1={top + height - 1}
            y2={top + height - 1}
          />
        </>
      ) : null}
      {label}
    </g>
  );
}

/** The shape and the word of a stance, where they have room in its band. */
function BandLabel({
  held,
  start,
  share,
  middle,
}: {
  held: NonNullable<Mark['stance']>;
  start: number;
  share: number;
  middle: number;
}) {
  const text = heldWord(held);
  // A sign stands at the beginning; a letter of this size is about seven pixels wide.
  const room = (width: number) => (width * share) / 100;
  const needed = 36 + text.length * 7;
  const fits = room(narrow) >= needed ? '' : room(wide) >= needed ? ' on-wide' : null;
  if (fits === null) return null;
  return (
    <svg className={`band-label${fits}`} x={percent(start)} y={middle} overflow="visible">
      <use href={`#${stances[held].glyph}`} x="15" y="-5.5" width="11" height="11" />
      <text x="31" y="4.5">
        {text}
      </text>
    </svg>
  );
}

/** Turns without room for a sign, as thin lines across the band: one drawing for all of them. */
function Ticks({ marks, span, top, height }: { marks: readonly Mark[]; span: Span; top: number; height: number }) {
  if (marks.length === 0) return null;
  const lines = marks.map(({ at: day }) => `M${Math.round(shareOf(day, span) * 10)} 0v1`).join('');
  return (
    <svg
      className="strip-ticks"
      x="0"
      y={top}
      width="100%"
      height={height}
      viewBox="0 0 1000 1"
      preserveAspectRatio="none"
    >
      <path d={lines} />
    </svg>
  );
}

/** A turn: its sign in a ring. A day that is not on record has a dotted ring, and a line over the days that it may have been. */
function Sign({
  mark,
  span,
  middle,
  size,
  always,
}: {
  mark: Mark;
  span: Span;
  middle: number;
  size: number;
  always: boolean;
}) {
  const { turn, stance, date, earliest, latest, uncertain } = mark;
  const glyph: GlyphName = `t-${turn}`;
  const inner = size * 0.6;
  const spread = earliest < latest;
  return (
    <g className={`sign${stance === null ? '' : ` stance-${bandOf(stance)}`}${always ? '' : ' on-wide'}`}>
      <title>{`${word(turn)}${stance === null ? '' : `, ${lower(stance)}`}: ${formatEdtf(date)}`}</title>
      {spread ? (
        <line
          className="sign-spread"
          x1={at(earliest, span)}
          x2={at(Number.isFinite(latest) ? latest : span.to, span)}
          y1={middle}
          y2={middle}
        />
      ) : null}
      <svg x={at(mark.at, span)} y={middle} overflow="visible">
        <circle className={uncertain ? 'sign-ring is-uncertain' : 'sign-ring'} r={size / 2 - 0.75} />
        <use href={`#${glyph}`} x={-inner / 2} y={-inner / 2} width={inner} height={inner} />
      </svg>
    </g>
  );
}

/** The fills that tell bands apart without colour. Once on each page with a board. */
export function BoardPatterns() {
  return (
    <svg className="sprite" aria-hidden="true" width="0" height="0">
      <pattern id="band-conditional" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="pattern-ground" width="10" height="10" />
        <rect className="pattern-stripe" width="5" height="10" />
      </pattern>
      <pattern id="band-open" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect className="pattern-hatch" width="1.3" height="5" />
      </pattern>
    </svg>
  );
}
