import type { DrawnRow, DrawnStretch } from '@rapporteur/domain/board/draw';
import { dayOfNumber, type Span } from '@rapporteur/domain/board/days';
import type { Mark } from '@rapporteur/domain/board/marks';
import { dateInWords } from '../dates-in-words';
import { text } from '../text';
import { lower } from '../words';
import { HeldTags, heldWords } from './stance-look';

interface ToldStretch {
  held: DrawnStretch['held'];
  perhaps: boolean;
  from: number;
  to: number;
  /** The turns in it, oldest first. */
  turns: Mark[];
}

/** A strip as the list of its stretches, with the turns that fall into each. */
function told({ stretches, marks }: Pick<DrawnRow, 'stretches' | 'marks'>): ToldStretch[] {
  return stretches.map(({ from, to, held, perhaps }) => ({
    held,
    perhaps,
    from,
    to,
    turns: marks.filter(({ at }) => at >= from && at < to),
  }));
}

const short = (date: string) => dateInWords(date, 'short');

/** What moved in a stretch: "new 24 Nov 1992; restated 27 times, last 7 Nov 2019". */
function turnsInWords(turns: readonly Mark[]): string {
  const changes = turns.filter(({ turn }) => turn !== 'restated');
  const again = turns.filter(({ turn }) => turn === 'restated');
  const parts = changes.map(({ turn, date }) => `${lower(turn)} ${short(date)}`);
  const last = again.at(-1);
  if (last !== undefined && again.length === 1) parts.push(`${lower('restated')} ${short(last.date)}`);
  if (last !== undefined && again.length > 1)
    parts.push(text('board')('again', { turn: lower('restated'), count: again.length, day: short(last.date) }));
  return parts.join('; ');
}

/** What the time of a stretch is called: by its turns, or as far as it is drawn. */
function timeInWords({ held, turns, from, to }: ToldStretch): string {
  const days = { from: short(dayOfNumber(from)), to: short(dayOfNumber(to - 1)) };
  if (held.length !== 1) return text('board')('timeOpen', days);
  return turnsInWords(turns) || text('board')('time', days);
}

/** What a strip shows, in a line of words. */
export function stripInWords(row: Pick<DrawnRow, 'stretches' | 'marks'>): string {
  const known = told(row).filter(({ held }) => held.length !== 1 || held[0] !== null);
  if (known.length === 0) return text('board')('throughout');
  return known.map((stretch) => `${heldWords(stretch.held)}: ${timeInWords(stretch)}`).join('. ');
}

/** The strip of a member of whom nothing is on record: throughout, or as far as it was a member. */
export function silenceInWords(stretches: DrawnRow['stretches'], span: Span): string {
  const [first] = stretches;
  const isWhole = stretches.length === 1 && first?.from === span.from && first.to === span.to && !first.perhaps;
  if (isWhole) return text('board')('throughout');
  return told({ stretches, marks: [] })
    .map((stretch) => `${heldWords(stretch.held)}: ${timeInWords(stretch)}${doubtOf(stretch)}`)
    .join('. ');
}

const doubtOf = ({ perhaps }: ToldStretch): string => (perhaps ? `, ${text('board')('perhapsNotMember')}` : '');

/** The same as shapes and words, a line for each stretch. */
export function ToldStrip({ row }: { row: Pick<DrawnRow, 'stretches' | 'marks'> }) {
  return (
    <ol className="told-strip">
      {told(row).map((stretch) => (
        <li key={stretch.from}>
          <HeldTags held={stretch.held} />{' '}
          <span className="hint">
            {timeInWords(stretch)}
            {doubtOf(stretch)}
          </span>
        </li>
      ))}
    </ol>
  );
}
