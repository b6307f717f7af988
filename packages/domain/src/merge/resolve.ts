import { RapporteurError } from '../errors';
import { formatPointer } from '../json-pointer';
import type { Choice, Conflict, ValueConflict } from './conflict';
import { joinTexts } from './join-texts';

export interface Resolved {
  content: unknown;
  /** Where the list items of the merged content went: pointer to pointer, null where an item is gone. */
  places: ReadonlyMap<string, string | null>;
  /** The conflicts without a choice; what stood for now still stands. */
  left: Conflict[];
}

/**
 * Applies what a person chose, conflict by conflict (by `path`), to a merged content. Throws `invalid_input`, naming the
 * path, for a choice that the conflict does not offer, or that names no conflict.
 */
export function resolveContent(
  content: unknown,
  conflicts: readonly Conflict[],
  choices: Readonly<Record<string, Choice>>,
): Resolved {
  const known = new Set(conflicts.map(({ path }) => path));
  for (const path of Object.keys(choices)) if (!known.has(path)) throw unfit(path, 'is not in conflict');
  const chosen = new Map(
    conflicts.flatMap((conflict) => {
      const choice = Object.hasOwn(choices, conflict.path) ? choices[conflict.path] : undefined;
      return choice === undefined ? [] : [[conflict.path, { conflict, choice }] as const];
    }),
  );
  const places = new Map<string, string | null>();
  const [resolved] = rebuild(content, [], []);
  return { content: resolved, places, left: conflicts.filter(({ path }) => !chosen.has(path)) };

  /** What becomes of a value: nothing, itself, or two items. `from` is where it stands, `to` where it will. */
  function rebuild(value: unknown, from: Segments, to: Segments): unknown[] {
    const decided = chosen.get(formatPointer(from));
    if (decided?.conflict.kind === 'value') return decide(decided.conflict, decided.choice, from);
    if (Array.isArray(value)) {
      const order = decided?.conflict.kind === 'order' ? orderOf(decided.conflict, decided.choice) : value.keys();
      const items: unknown[] = [];
      for (const index of order) {
        const became = rebuild(value[index], [...from, index], [...to, items.length]);
        const place = became.length === 0 ? null : formatPointer([...to, items.length]);
        places.set(formatPointer([...from, index]), place);
        items.push(...became);
      }
      return [items];
    }
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).flatMap(([key, inner]) =>
        rebuild(inner, [...from, key], [...to, key]).map((became) => [key, became] as const),
      );
      return [Object.fromEntries(entries)];
    }
    return [value];
  }
}

type Segments = readonly (string | number)[];

function decide(conflict: ValueConflict, choice: Choice, from: Segments): unknown[] {
  const { path, theirs, mine } = conflict;
  const present = (value: unknown) => (value === undefined ? [] : [value]);
  if (choice === 'theirs') return present(theirs);
  if (choice === 'mine') return present(mine);
  if (choice !== 'both') {
    if (typeof theirs !== 'string' && typeof mine !== 'string') throw unfit(path, 'is not a text');
    return [choice.text];
  }
  if (!conflict.both) throw unfit(path, 'cannot hold both; choose one');
  if (typeof theirs === 'string' && typeof mine === 'string') {
    return [joinTexts(typeof conflict.base === 'string' ? conflict.base : null, theirs, mine)];
  }
  if (typeof from.at(-1) !== 'number') throw unfit(path, 'cannot hold both; choose one');
  return [theirs, mine];
}

function orderOf(conflict: Extract<Conflict, { kind: 'order' }>, choice: Choice): readonly number[] {
  if (choice !== 'theirs' && choice !== 'mine') throw unfit(conflict.path, 'is an order: choose one of the two');
  return conflict[choice];
}

const unfit = (path: string, message: string) =>
  new RapporteurError('invalid_input', `This choice does not fit: ${path} ${message}.`, [{ path, message }]);
