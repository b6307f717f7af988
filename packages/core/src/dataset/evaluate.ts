import { clean, nameOfStep } from './clean';
import type { DateRule, Take, Value } from './mapping';
import { isActor, isDistinct, isEach, isFirst, isTake, placeholdersOf } from './names';
import type { Row } from './rows';

/** What a value is made with. */
export interface Ground {
  /** The place of a column in the rows of a file. */
  columnsOf: (file: string) => ReadonlyMap<string, number>;
  /** The rows of a file that share the key of a row of another. */
  joined: (own: { file: string; row: Row }, file: string) => readonly Row[];
  /** The actor that a row names, by a rule; null where the row is left out. */
  actorOf: (rule: string, row: Row) => string | null;
  /** Every row of the file that a record is made of, with what has been made of it. */
  everyRow?: () => Iterable<readonly [Row, Lets]>;
  /** Told of a row that cannot be read. */
  fault: (file: string, row: Row, field: string, message: string) => void;
  /** Which items of a list are kept, where not all of them may be: `items` are made of rows of `file`, one of each. */
  keep?: (at: string, file: string, items: readonly Item[]) => readonly Item[];
  /** Told of each step of cleaning that changed a text. */
  cleaned: (at: string, step: string) => void;
}

/** An item of a list, and the row that it is made of. */
export interface Item {
  row: Row;
  made: unknown;
}

/** What the values of one row have been made so far. */
export type Lets = ReadonlyMap<string, unknown>;
export type Make = (row: Row, lets: Lets) => unknown;

interface Scope {
  file: string;
  lets: ReadonlySet<string>;
  /** Where the value stands, for people. */
  at: string;
}

/** Stands for an item that is left out of its list. */
const leftOut = Symbol('left out');

/** Makes a value of a mapping a function of a row. */
export function compile(value: Value, scope: Scope, ground: Ground): Make {
  if (typeof value === 'string') return templateMaker(value, scope, ground);
  if (typeof value !== 'object' || value === null) return () => value;
  if (Array.isArray(value)) {
    const items = value.map((item) => compile(item, scope, ground));
    return (row, lets) => items.map((item) => item(row, lets)).filter((item) => item !== leftOut);
  }
  if (isTake(value)) return takeMaker(value, scope, ground);
  if (isFirst(value)) {
    const choices = value.first.map((each) => compile(each, scope, ground));
    return (row, lets) => {
      for (const choice of choices) {
        const made = choice(row, lets);
        if (made !== null && made !== '') return made;
      }
      return null;
    };
  }
  if (isDistinct(value)) return distinctMaker(value.distinct, scope, ground);
  if (isActor(value)) return (row) => ground.actorOf(value.actor, row) ?? leftOut;
  if (isEach(value)) {
    const at = `${scope.at} of ${value.each}`;
    const item = compile(value.item, { file: value.each, lets: new Set(), at }, ground);
    return (row) => {
      const items = ground
        .joined({ file: scope.file, row }, value.each)
        .map((each): Item => ({ row: each, made: item(each, new Map()) }))
        .filter(({ made }) => made !== leftOut);
      return (ground.keep?.(at, value.each, items) ?? items).map(({ made }) => made);
    };
  }
  const fields = Object.entries(value).map(([key, inner]) => [key, compile(inner as Value, scope, ground)] as const);
  return (row, lets) => {
    const made = fields.map(([key, field]) => [key, field(row, lets)] as const);
    return made.some(([, each]) => each === leftOut) ? leftOut : Object.fromEntries(made);
  };
}

/** The same, and nobody is told what is found on the way. */
export const unheard = (ground: Ground): Ground => ({ ...ground, fault: () => undefined, cleaned: () => undefined });

/** The first value that no other row of the file has; the last, where every one of them is shared. */
function distinctMaker(choices: readonly Value[], scope: Scope, ground: Ground): Make {
  const [told, tallied] = [ground, unheard(ground)].map((each) =>
    choices.map((choice) => compile(choice, scope, each)),
  ) as [Make[], Make[]];
  let tallies: Map<unknown, number>[] | null = null;
  const count = () => {
    const counted = choices.map(() => new Map<unknown, number>());
    for (const [row, lets] of ground.everyRow?.() ?? [])
      for (const [place, make] of tallied.entries()) {
        const made = make(row, lets);
        counted[place]?.set(made, (counted[place].get(made) ?? 0) + 1);
      }
    return counted;
  };
  return (row, lets) => {
    const counted = (tallies ??= count());
    const made = tallied.map((make) => make(row, lets));
    const own = made.findIndex((each, index) => each !== null && counted[index]?.get(each) === 1);
    if (own !== 0) ground.cleaned(scope.at, own < 0 ? 'not distinct' : 'told apart from others');
    // Faults and cleanings are told of the value that is taken alone.
    return told[own < 0 ? made.findLastIndex((each) => each !== null) : own]?.(row, lets) ?? null;
  };
}

/** A text with what stands in its braces; null where any of that is empty. */
function templateMaker(template: string, { file, lets }: Scope, ground: Ground): Make {
  const names = placeholdersOf(template);
  if (names.length === 0) return () => template;
  const columns = ground.columnsOf(file);
  const parts = template.split(/\{[^{}]+\}/);
  const read = names.map((name): Make => {
    if (lets.has(name)) return (_, known) => known.get(name);
    const place = columns.get(name) ?? -1;
    return (row) => row.cells[place];
  });
  return (row, known) => {
    let text = parts[0] ?? '';
    for (const [index, each] of read.entries()) {
      const made = each(row, known);
      if (made === null || made === undefined || made === '') return null;
      text += String(made as string | number | boolean) + (parts[index + 1] ?? '');
    }
    return text;
  };
}

function takeMaker(given: Take, scope: Scope, ground: Ground): Make {
  const text = templateMaker(given.take, scope, ground);
  const { clean: steps = [], map, date } = given;
  const fallback = given.else ?? null;
  return (row, lets) => {
    let made = text(row, lets);
    for (const step of steps) {
      if (typeof made !== 'string') break;
      const cleaned = clean(made, step);
      if (cleaned !== made) ground.cleaned(scope.at, nameOfStep(step));
      made = cleaned;
    }
    if (typeof made !== 'string' || made === '') return fallback;
    if (map !== undefined)
      return mapped(made, map, given, () => ground.fault(scope.file, row, scope.at, unknown(made)));
    if (date === undefined) return made;
    const read = readDate(made, date);
    if (read !== null) {
      // A day is ten characters; what is coarser, or marked, is reported.
      if (read.length !== 10) ground.cleaned(scope.at, 'inexact date');
      return read;
    }
    if (given.else === undefined)
      ground.fault(scope.file, row, scope.at, `"${short(made)}" is no date as the mapping reads it`);
    return fallback;
  };
}

const short = (text: unknown) => String(text).slice(0, 80);
const unknown = (text: unknown) => `"${short(text)}" is not among the values of the mapping`;

function mapped(text: string, map: NonNullable<Take['map']>, given: Take, fault: () => void): unknown {
  if (Object.hasOwn(map, text)) return map[text];
  if (given.else === undefined) fault();
  return given.else ?? null;
}

/** A day as EDTF; coarser where the mapping says that it is not to be taken at its word. Null where it is no day. */
function readDate(text: string, { order, inexact }: DateRule): string | null {
  const found = /^(\d{1,4})\D(\d{1,2})\D(\d{1,4})(?=\D|$)/.exec(text.trim());
  if (!found) return null;
  const [, one = '', two = '', three = ''] = found;
  const [year, month, day] =
    order === 'ymd' ? [one, two, three] : order === 'dmy' ? [three, two, one] : [three, one, two];
  if (year.length !== 4 || day.length > 2) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date) return null;
  const rule = inexact.find(({ from, to }) => from <= date && date <= to);
  if (!rule) return date;
  const length = { day: 10, month: 7, year: 4 }[rule.precision];
  return date.slice(0, length) + (rule.mark ?? '');
}
