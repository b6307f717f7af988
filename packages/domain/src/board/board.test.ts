import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stances } from '../content/position';
import { edtfSchema } from '../edtf';
import { boardChoice, plainChoice, type BoardChoice } from './choice';
import { dayNumber, dayOfNumber, firstDay, lastDay, lasted } from './days';
import { drawBoard, manyRows } from './draw';
import { shareOf, withRoom } from './marks';
import { dateTurns, heldOn, stretchesOf } from './stretches';
import type { BoardTurn, BoardView } from './views';

const first = dayNumber('1946-01-01');
const last = dayNumber('2020-12-31');
const someDay = fc.integer({ min: first, max: last });
/** Any day that content may name. */
const anyDay = fc.integer({ min: firstDay, max: lastDay });
const iso = (day: number) => dayOfNumber(day);

/** A date of any precision that holds a day: the day itself, its month, its year, or an interval around it. */
const dateAround = (day: number) =>
  fc.tuple(fc.nat(9), fc.nat(900), fc.nat(900)).map(([shape, before, after]) => {
    const text = iso(day);
    switch (shape) {
      case 0:
        return text.slice(0, 7);
      case 1:
        return text.slice(0, 4);
      case 2:
        return `${text.slice(0, 4)}-XX`;
      case 3:
        return `${iso(day - before)}/${iso(day + after)}`;
      case 4:
        return `/${text}`;
      case 5:
        return `${text}/`;
      case 6:
        return `${text.slice(0, 3)}X`;
      default:
        return text;
    }
  });

/** What really happened, and what the record says of it. */
const history = fc
  .array(fc.tuple(someDay, fc.constantFrom(...stances, null)), { minLength: 1, maxLength: 12 })
  .map((events) => events.toSorted(([a], [b]) => a - b))
  .chain((events) =>
    fc.tuple(fc.constant(events), fc.tuple(...events.map(([day]) => dateAround(day)))).map(([real, dates]) => ({
      real,
      turns: real.map(([, stance], index): BoardTurn => ({
        turn: stance === null ? 'lapsed' : index === 0 ? 'new' : 'restated',
        stance,
        date: dates[index] ?? '',
      })),
    })),
  );
const anyTurns = fc
  .array(fc.tuple(fc.constantFrom(...stances, null), someDay.chain(dateAround)), { maxLength: 12 })
  .map((all) => all.map(([stance, date]): BoardTurn => ({ turn: 'restated', stance, date })));
const spans = fc
  .tuple(someDay, fc.integer({ min: 1, max: 30_000 }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('stretches', () => {
  it('follow one another from the first day to the last, whatever the turns are and in whatever order', () => {
    fc.assert(
      fc.property(anyTurns, spans, (turns, span) => {
        const stretches = stretchesOf(dateTurns(turns), span);
        expect(stretches[0]?.from).toBe(span.from);
        expect(stretches.at(-1)?.to).toBe(span.to);
        stretches.forEach(({ from, to, held }, index) => {
          expect(from).toBeLessThan(to);
          expect(held.length).toBeGreaterThan(0);
          if (index > 0) expect(from).toBe(stretches[index - 1]?.to);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never say that something was not held which was, however little of the days is on record', () => {
    fc.assert(
      fc.property(history, spans, fc.array(someDay, { maxLength: 20 }), ({ real, turns }, span, days) => {
        const dated = dateTurns(turns);
        const stretches = stretchesOf(dated, span);
        for (const day of days) {
          const truth = real.findLast(([at]) => at <= day)?.[1] ?? null;
          expect(heldOn(dated, day)).toContain(truth);
          const stretch = stretches.find(({ from, to }) => from <= day && day < to);
          if (stretch) expect(stretch.held).toContain(truth);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are certain where every day is known', () => {
    fc.assert(
      fc.property(history, spans, ({ real, turns }, span) => {
        const exact = turns.map((turn, index) => ({ ...turn, date: iso(real[index]?.[0] ?? 0) }));
        expect(stretchesOf(dateTurns(exact), span).every(({ held }) => held.length === 1)).toBe(true);
      }),
    );
  });

  it('say what may have been where a day is not on record', () => {
    const turns = dateTurns([
      { turn: 'new', stance: 'opposes', date: '2014-03' },
      { turn: 'softened', stance: 'conditional', date: '2016/2017' },
    ]);
    const span = { from: dayNumber('2014-01-01'), to: dayNumber('2019-01-01') };
    expect(stretchesOf(turns, span).map(({ from, held }) => [iso(from), held])).toEqual([
      ['2014-01-01', [null]],
      ['2014-03-01', [null, 'opposes']],
      ['2014-03-31', ['opposes']],
      ['2016-01-01', ['opposes', 'conditional']],
      ['2017-12-31', ['conditional']],
    ]);
  });
});

const link = (slug: string) => ({ id: slug, kind: 'actor' as const, slug, title: slug, state: 'live' as const });
const boardOf = (rows: readonly { turns: BoardTurn[]; periods?: string[] }[], member = false): BoardView => ({
  record: link('issue'),
  until: '2020-12-31',
  member: member ? link('alliance') : null,
  region: null,
  unplaced: 0,
  rows: rows.map(({ turns, periods = [] }, n) => ({ position: link(`p${n}`), subject: link(`s${n}`), turns, periods })),
  silent: [],
  moreSilent: false,
  total: { count: rows.length, atLeast: false },
  organisations: [],
  regions: [],
  next: null,
});
const draw = (board: BoardView, choice: Partial<BoardChoice> = {}) =>
  drawBoard(board, { ...plainChoice, ...choice }, 'en-GB');
const since = (stance: BoardTurn['stance'], date: string): BoardTurn => ({ turn: 'new', stance, date });

describe('a drawn board', () => {
  it('ends with the year 9999, whatever year it is to begin with', () => {
    expect(draw(boardOf([]), { from: '9999' }).span).toEqual({ from: dayNumber('9999-01-01'), to: lastDay + 1 });
  });

  it('keeps every mark and stretch within its strip and in order, and gives no two signs one place', () => {
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 20 }), (all, apart) => {
        const { groups, span } = draw(boardOf(all));
        for (const { stretches, marks } of groups.flat()) {
          for (const { from, to } of stretches) {
            expect(shareOf(from, span)).toBeLessThanOrEqual(shareOf(to, span));
          }
          expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted((a, b) => a - b));
          for (const { at } of marks) expect(at >= span.from && at < span.to).toBe(true);
          const { signs, ticks } = withRoom(marks, span, apart);
          expect(signs.length + ticks.length).toBe(marks.length);
          const places = signs.map(({ at }) => shareOf(at, span));
          places.slice(1).forEach((place, index) => {
            expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(apart);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('begins in the year 1 at the earliest and with a day that can be told, however old its turns are', () => {
    const dates = anyDay.chain((day) =>
      fc.constantFrom(iso(day), iso(day).slice(0, 7), iso(day).slice(0, 4), `${iso(day)}/..`),
    );
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 4 }), (days) => {
        const { span, groups } = draw(boardOf([{ turns: days.map((day) => since('opposes', day)) }]));
        const told = groups.flat().flatMap(({ stretches }) => stretches.flatMap(({ from, to }) => [from, to - 1]));
        for (const day of [span.from, ...told]) expect(edtfSchema.safeParse(iso(day)).error).toBeUndefined();
      }),
    );
    expect(iso(draw(boardOf([{ turns: [since('opposes', '0050')] }])).span.from)).toBe('0001-01-01');
  });

  it('counts an actor for the stretch in which it was a member, and tells where that is not certain', () => {
    const board = boardOf([{ turns: [since('supports', '1990-05-01')], periods: ['2004/2010-06-30'] }], true);
    const [row] = draw(board).groups.flat();
    expect(row?.stretches.map(({ from, to, held, perhaps }) => [iso(from), iso(to), held, perhaps])).toEqual([
      ['2004-01-01', '2004-12-31', ['supports'], true],
      ['2004-12-31', '2010-07-01', ['supports'], false],
    ]);
    // It was taken before the membership, and is no turn of a member.
    expect(row?.marks).toEqual([]);
    const heldOn = (on: string) => draw(board, { on }).groups.flat()[0]?.onDay.held;
    expect([heldOn('1995-01-01'), heldOn('2007-01-01'), heldOn('2015-01-01')]).toEqual([[], ['supports'], []]);
    expect(draw(board, { from: '2012' }).count).toBe(0);
  });

  it('never draws outside a membership, and leaves out nothing of it', () => {
    const period = fc.tuple(someDay, fc.nat(9000)).map(([day, length]) => `${iso(day)}/${iso(day + length)}`);
    fc.assert(
      fc.property(history, fc.array(period, { maxLength: 4 }), fc.array(someDay), ({ turns }, periods, days) => {
        const drawn = draw(boardOf([{ turns, periods }], true));
        const stretches = drawn.groups.flat().flatMap((row) => row.stretches);
        for (const day of days.filter((each) => each >= drawn.span.from && each < drawn.span.to)) {
          const member = periods.map(lasted).some(({ perhaps }) => perhaps.from <= day && day < perhaps.to);
          expect(stretches.filter(({ from, to }) => from <= day && day < to).length).toBe(member ? 1 : 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is asked about a day: who held what, since when, and where the nearest changes are', () => {
    const turns = [
      since('opposes', '2000-01-01'),
      { turn: 'restated', stance: 'opposes', date: '2003-01-01' },
      { turn: 'reversed', stance: 'supports', date: '2010-01-01' },
    ] as const;
    const { groups, steps } = draw(boardOf([{ turns: [...turns] }]), { on: '2005-01-01' });
    const onDay = groups[0]?.[0]?.onDay;
    expect(onDay?.held).toEqual(['opposes']);
    expect([onDay?.since?.date, onDay?.latest?.date]).toEqual(['2000-01-01', '2003-01-01']);
    expect([steps.earlier, steps.later].map((day) => day && iso(day))).toEqual(['2000-01-01', '2010-01-01']);
  });

  it('is narrowed by what was held on the day, and sorted as it is asked to be', () => {
    const board = boardOf([
      { turns: [since('supports', '2001-01-01')] },
      { turns: [since('opposes', '2005-01-01')] },
      { turns: [since('supports', '2003-01-01')] },
    ]);
    const order = (choice: Partial<BoardChoice>) => draw(board, choice).groups.map(([row]) => row?.subject.slug);
    expect(order({})).toEqual(['s1', 's2', 's0']);
    expect(order({ sort: 'name' })).toEqual(['s0', 's1', 's2']);
    expect(order({ sort: 'stance' })).toEqual(['s0', 's2', 's1']);
    expect(order({ stances: ['supports'] })).toEqual(['s2', 's0']);
    expect(order({ stances: ['none'], on: '2002-01-01' })).toEqual(['s1', 's2']);
  });

  it('orders names by the alphabet of those who read', () => {
    const board = boardOf(Array.from({ length: 3 }, () => ({ turns: [since('supports', '2001-01-01')] })));
    board.rows.forEach((row, n) => (row.subject.title = ['Єва', 'Ґава', 'Гай'][n] ?? ''));
    const order = (locale: string) =>
      drawBoard(board, { ...plainChoice, sort: 'name' }, locale).groups.map(([row]) => row?.subject.title);
    expect(order('uk-UA')).toEqual(['Гай', 'Ґава', 'Єва']);
    board.rows.forEach((row, n) => (row.subject.title = ['Cukor', 'Csap', 'Cipő'][n] ?? ''));
    // In Hungarian, cs is a letter of its own after c.
    expect([order('hu-HU'), order('en-GB')]).toEqual([
      ['Cipő', 'Cukor', 'Csap'],
      ['Cipő', 'Csap', 'Cukor'],
    ]);
  });

  it('draws those of whom nothing is on record as long as they were members, and those of one time together', () => {
    const silent = [
      ['b', '2004-03-29/2010-06-30'],
      ['a', '2004-03-29/2010-06-30'],
      ['c', '1999-03-12/..'],
    ].map(([slug = '', period = '']) => ({ subject: link(slug), periods: [period] }));
    const drawn = draw({ ...boardOf([], true), silent }, { from: '2000', to: '2020' });
    expect(drawn.silent.map((rows) => rows.map(({ subject }) => subject.slug))).toEqual([['a', 'b'], ['c']]);
    expect(drawn.silent.map(([row]) => row?.stretches.map(({ from, to }) => [iso(from), iso(to)]))).toEqual([
      [['2004-03-29', '2010-07-01']],
      [['2000-01-01', '2021-01-01']],
    ]);
    expect(drawn.silent.map(([row]) => row?.onDay.held)).toEqual([[], [null]]);
  });

  it('draws equal rows together where there are many, and each where a reader wants it', () => {
    const board = boardOf(
      Array.from({ length: manyRows + 10 }, (_, n) => ({
        turns: [since(n % 2 === 0 ? 'supports' : 'opposes', '2001-01-01')],
      })),
    );
    expect(draw(board).groups.map((rows) => rows.length)).toEqual([25, 25]);
    expect(draw(board, { rows: 'each' }).groups.length).toBe(manyRows + 10);
    expect(draw(boardOf(board.rows.slice(0, 4)), {}).groups.length).toBe(4);
    expect(draw(boardOf(board.rows.slice(0, 4)), { rows: 'together' }).groups.length).toBe(2);
  });
});

it('a choice takes days and years of the calendar alone', () => {
  const taken = (wish: object) => boardChoice.safeParse({ ...plainChoice, ...wish }).success;
  expect([taken({}), taken({ on: '2001-02-28', from: '1946', to: '1946' })]).toEqual([true, true]);
  for (const wrong of [{ on: '2001-02-30' }, { on: '0000-01-01' }, { from: '46' }, { from: '1999', to: '1998' }])
    expect(taken(wrong), JSON.stringify(wrong)).toBe(false);
});
