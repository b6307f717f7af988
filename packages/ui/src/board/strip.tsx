import type { DrawnRow } from '@rapporteur/domain/board/draw';
import type { Span } from '@rapporteur/domain/board/days';
import { turns } from '@rapporteur/domain/content/position';
import { signId, sizes, stripMarkup, type StripSize } from './strip-markup';

interface Props extends Pick<DrawnRow, 'stretches' | 'marks'> {
  span: Span;
  /** The day that is asked about, where it is drawn. */
  on: number | null;
  size: StripSize;
  /** What the strip shows, for whoever does not see it. */
  label: string;
}

/** What was held over time, as bands with a sign at each turn. */
export function Strip({ stretches, marks, span, on, size, label }: Props) {
  const __html = stripMarkup({ stretches, marks }, { span, on, size });
  return (
    <div className="strip-room">
      <svg
        className="strip"
        role="img"
        aria-label={label}
        height={sizes[size].strip}
        dangerouslySetInnerHTML={{ __html }}
      />
    </div>
  );
}

/** What strips refer to: the fills that tell bands apart without colour, and the signs in their rings. Once on a page. */
export function BoardPatterns({ size }: { size: StripSize }) {
  return (
    <svg className="sprite" aria-hidden="true" width="0" height="0">
      <pattern id="band-conditional" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="pattern-ground" width="10" height="10" />
        <rect className="pattern-stripe" width="5" height="10" />
      </pattern>
      <pattern id="band-open" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect className="pattern-hatch" width="1.3" height="5" />
      </pattern>
      <defs>
        {turns.flatMap((turn) =>
          [false, true].map((uncertain) => (
            <SignShape key={signId(turn, size, uncertain)} turn={turn} size={size} uncertain={uncertain} />
          )),
        )}
      </defs>
    </svg>
  );
}

function SignShape({ turn, size, uncertain }: { turn: (typeof turns)[number]; size: StripSize; uncertain: boolean }) {
  const { sign } = sizes[size];
  const inner = sign * 0.6;
  return (
    <g id={signId(turn, size, uncertain)}>
      <circle className={uncertain ? 'sign-ring is-uncertain' : 'sign-ring'} r={sign / 2 - 0.75} />
      <use href={`#t-${turn}`} x={-inner / 2} y={-inner / 2} width={inner} height={inner} />
    </g>
  );
}
