import { dayOfNumber, type Span } from '@rapporteur/domain/board/days';
import { shareOf } from '@rapporteur/domain/board/marks';
import { utcTicks } from 'd3-time';
import { dateInWords } from '../dates-in-words';
import { spokenLocale } from '../speech';

const length = 86_400_000;

/** "1975" where a year begins, "Mar" where a month does, and a day within one; the first tells its year as well. */
function tickLabel(day: string, first: boolean): string {
  if (day.endsWith('-01-01')) return String(Number(day.slice(0, 4)));
  if (first) return dateInWords(day.endsWith('-01') ? day.slice(0, 7) : day, 'short');
  const within = day.endsWith('-01') ? {} : { day: 'numeric' as const };
  return new Intl.DateTimeFormat(spokenLocale(), { month: 'short', timeZone: 'UTC', ...within }).format(new Date(day));
}

/** The time that strips run over: years or months, and the day that is asked about. For the eye alone: the table has the dates. */
export function Axis({ span, on }: { span: Span; on: { day: number; label: string } | null }) {
  const ticks = utcTicks(new Date(span.from * length), new Date(span.to * length), 8).map((tick, index) => {
    const day = Math.round(tick.getTime() / length);
    return { place: shareOf(day, span), label: tickLabel(dayOfNumber(day), index === 0) };
  });
  // The day that is asked about stands above the years.
  const height = on === null ? 20 : 44;
  const place = on === null ? 0 : shareOf(on.day, span);
  return (
    <div className="strip-room">
      <svg className="axis" height={height} aria-hidden="true">
        {ticks.map(({ place: x, label }, index) => (
          <g key={x} className={index % 2 === 1 || x > 84 ? 'on-wide' : undefined}>
            <line x1={`${x}%`} x2={`${x}%`} y1={height - 14} y2={height} />
            {x > 93 ? null : (
              <text x={`${x}%`} y={height - 4} dx="5">
                {label}
              </text>
            )}
          </g>
        ))}
        {on === null ? null : (
          <g className="axis-on">
            <line x1={`${place}%`} x2={`${place}%`} y1="0" y2={height} />
            <text x={`${place}%`} y="12" dx={place > 50 ? -6 : 6} textAnchor={place > 50 ? 'end' : 'start'}>
              {on.label}
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}
