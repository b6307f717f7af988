import { boardStances, type BoardChoice } from './choice';
import { dayNumber, firstDay, lastDay, happened, lasted, type DayNumber, type Span } from './days';
import { marksOf, type Mark } from './marks';
import { dateTurns, heldOn, stretchesOf, union, within, type DatedTurn, type Held, type Stretch } from './stretches';
import type { BoardRow, BoardView } from './views';

/** A stretch of a strip; `perhaps` where it is not certain that the actor was a member then. */
export interface DrawnStretch extends Stretch {
  perhaps: boolean;
}

/** What was held on the day that is asked about. */
export interface HeldOnDay {
  /** Several where the record leaves it open; empty where the actor was no member then. */
  held: readonly Held[];
  /** The turn by which it came to that; null where nothing is on record, or it is not certain. */
  since: DatedTurn | null;
  /** The last turn taken by then. */
  latest: DatedTurn | null;
}

export interface DrawnRow extends Pick<BoardRow, 'position' | 'subject'> {
  stretches: DrawnStretch[];
  marks: Mark[];
  onDay: HeldOnDay;
}

/** A member of an organisation of whom nothing is on record. Its strip is as long as its membership. */
export type SilentRow = Omit<DrawnRow, 'position'>;

/** A board as it is drawn: strips of the time of the world, in order, equal ones together where that was chosen. */
export interface DrawnBoard {
  span: Span;
  /** The day that is asked about, and whether a reader has chosen it. */
  on: { day: DayNumber; chosen: boolean };
  /** Rows that are drawn as one; each group has at least one row. */
  groups: DrawnRow[][];
  /** How many rows there are in all groups. */
  count: number;
  /** Members of whom nothing is on record, by name; those who were members at the same time are one group. */
  silent: SilentRow[][];
  /** The days of the nearest changes of a stance before and after the day that is asked about. */
  steps: { earlier: DayNumber | null; later: DayNumber | null };
}

/** From so many rows on, equal rows are drawn together and strips are low, unless a reader wants it otherwise. */
export const manyRows = 40;

const always: readonly Span[] = [{ from: -Infinity, to: Infinity }];

/** Draws a board as a reader of a locale wants it. Pure: what the record says is decided by the board alone. */
export function drawBoard(board: BoardView, choice: BoardChoice, locale: string): DrawnBoard {
  const read = remembered(happened);
  const known = remembered(lasted);
  const dated = board.rows.map((row) => ({ ...row, turns: dateTurns(row.turns, read) }));
  const until = dayNumber(board.until);
  const on = { day: choice.on === null ? until : dayNumber(choice.on), chosen: choice.on !== null };
  const span = spanOf(
    dated.flatMap(({ turns }) => turns),
    until,
    choice,
  );
  const membership = (periods: readonly string[]) =>
    board.member === null
      ? { perhaps: always, sure: always }
      : {
          perhaps: union(periods.map((period) => known(period).perhaps)),
          sure: union(periods.flatMap((period) => known(period).sure ?? [])),
        };
  const strip = (turns: readonly DatedTurn[], periods: readonly string[]) => {
    const { perhaps, sure } = membership(periods);
    const member = perhaps.some(({ from, to }) => from <= on.day && on.day < to);
    return {
      stretches: stripOf(turns, span, perhaps, sure),
      marks: perhaps.flatMap((part) =>
        marksOf(turns, { from: Math.max(part.from, span.from), to: Math.min(part.to, span.to) }),
      ),
      onDay: member ? heldAndSince(turns, on.day) : { held: [], since: null, latest: null },
    };
  };
  const wanted = ({ onDay }: { onDay: HeldOnDay }) =>
    choice.stances.length === 0 || onDay.held.some((held) => choice.stances.includes(held ?? 'none'));
  const rows = dated
    .map(({ position, subject, turns, periods }) => ({ position, subject, ...strip(turns, periods) }))
    .filter((row) => row.stretches.length > 0 && wanted(row))
    .toSorted(inOrder(choice.sort, locale));
  const together = choice.rows === null ? rows.length > manyRows : choice.rows === 'together';
  return {
    span,
    on,
    groups: together ? joined(rows) : rows.map((row) => [row]),
    count: rows.length,
    silent: joined(
      board.silent
        .map(({ subject, periods }) => ({ subject, ...strip([], periods) }))
        .filter((row) => row.stretches.length > 0 && wanted(row))
        .toSorted(byName(locale)),
    ),
    steps: stepsOf(rows, on.day),
  };
}

/** The span that is drawn: the years chosen, or from a while before the first turn up to where the record ends. */
function spanOf(turns: readonly DatedTurn[], until: DayNumber, { from, to }: BoardChoice): Span {
  const days = turns.flatMap(({ earliest, latest }) => [earliest, latest]).filter((day) => Number.isFinite(day));
  const first = Math.min(until, ...days);
  const end = Math.max(until, ...days) + 1;
  // A twentieth of dotted line before the first turn shows that nothing is on record earlier.
  const lead = Math.max(30, Math.ceil((end - first) / 20));
  const begin = from === null ? Math.max(firstDay, first - lead) : dayNumber(`${from}-01-01`);
  const close = to === null ? end : dayNumber(`${to}-12-31`) + 1;
  return { from: begin, to: begin < close ? close : Math.min(begin + 366, lastDay + 1) };
}

function stripOf(
  turns: readonly DatedTurn[],
  span: Span,
  perhaps: readonly Span[],
  sure: readonly Span[],
): DrawnStretch[] {
  const all = within(stretchesOf(turns, span), perhaps);
  const certain = within(all, sure).map((stretch) => ({ ...stretch, perhaps: false }));
  // What is left of each stretch when its certain parts are taken out.
  const open = all.flatMap((stretch) => {
    let from = stretch.from;
    const rest: DrawnStretch[] = [];
    for (const part of sure) {
      const to = Math.min(part.from, stretch.to);
      if (from < to) rest.push({ ...stretch, from, to, perhaps: true });
      from = Math.max(from, part.to);
    }
    if (from < stretch.to) rest.push({ ...stretch, from, perhaps: true });
    return rest;
  });
  return [...certain, ...open].toSorted((a, b) => a.from - b.from);
}

function heldAndSince(turns: readonly DatedTurn[], day: DayNumber): HeldOnDay {
  const held = heldOn(turns, day);
  const taken = turns.filter(({ latest }) => latest <= day);
  const latest = taken.at(-1) ?? null;
  let since: DatedTurn | null = null;
  if (held.length === 1 && latest?.stance === held[0]) {
    for (const turn of taken.toReversed()) {
      if (turn.stance !== held[0]) break;
      since = turn;
    }
  }
  return { held, since, latest };
}

type Comparator<R> = (a: R, b: R) => number;

/** In the order of the alphabet of those who read. */
function byName(locale: string): Comparator<Pick<DrawnRow, 'subject'>> {
  const names = new Intl.Collator(locale);
  return (a, b) => names.compare(a.subject.title ?? '', b.subject.title ?? '');
}

/** The place of what was held among the stances: what is uncertain comes after them, who was no member last. */
function rank({ onDay: { held } }: DrawnRow): number {
  if (held.length === 0) return boardStances.length + 1;
  return held.length > 1 ? boardStances.length : boardStances.indexOf(held[0] ?? 'none');
}

const moved = ({ onDay, marks }: DrawnRow) => onDay.latest?.latest ?? marks.at(-1)?.at ?? -Infinity;

function inOrder(sort: BoardChoice['sort'], locale: string): Comparator<DrawnRow> {
  const named = byName(locale);
  switch (sort) {
    case 'latest':
      return (a, b) => moved(b) - moved(a) || named(a, b);
    case 'stance':
      return (a, b) => rank(a) - rank(b) || named(a, b);
    case 'name':
      return named;
  }
}

/** Rows whose strips say the same are one group, at the place of the first of them. */
function joined<R extends SilentRow>(rows: readonly R[]): R[][] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    let key = row.onDay.held.join();
    for (const { from, to, held, perhaps } of row.stretches) key += `|${from} ${to} ${held.join()} ${perhaps}`;
    for (const { turn, stance, date } of row.marks) key += `|${turn} ${stance} ${date}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function stepsOf(rows: readonly DrawnRow[], day: DayNumber): DrawnBoard['steps'] {
  let earlier: DayNumber | null = null;
  let later: DayNumber | null = null;
  for (const { marks } of rows) {
    for (const { turn, at } of marks) {
      if (turn === 'restated') continue;
      if (at < day && (earlier === null || at > earlier)) earlier = at;
      if (at > day && (later === null || at < later)) later = at;
    }
  }
  return { earlier, later };
}

/** The same dates stand in many rows: each is read once. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
