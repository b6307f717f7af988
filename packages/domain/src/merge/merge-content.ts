import { formatPointer } from '../json-pointer';
import type { Conflict, ValueConflict } from './conflict';
import { identityAt, identityOf, type Identity } from './identity';
import { matchItems, spelling, type Match } from './match';
import { orderNodes, type Node } from './order';

/** Two edits of one content, joined. `conflicts` is empty where the two did not touch the same thing. */
export interface MergedContent {
  content: unknown;
  conflicts: Conflict[];
  /** For each of the three contents, where its list items went: pointer to pointer, null where an item is gone. */
  places: Record<Side, ReadonlyMap<string, string | null>>;
}

export type Side = 'base' | 'theirs' | 'mine';
type Sides<T> = Record<Side, T>;
type Segments = readonly (string | number)[];

/**
 * Joins two edits of the same content, field by field; items of a list are the same by what they are, not by where they
 * stand. What one side changed is changed; what both changed in different ways is a conflict, and theirs stands for now
 * (or what is left, where one side removed what the other changed). Nothing new of either side is in neither. Sentences
 * are not taken apart: one text is one thing. Without a conflict it does not matter which side is which.
 */
export function mergeContent(base: unknown, theirs: unknown, mine: unknown): MergedContent {
  const merge = new Merge();
  const content = merge.value({ base, theirs, mine }, { base: [], theirs: [], mine: [] }, []);
  return { content, conflicts: merge.conflicts, places: merge.places };
}

class Merge {
  readonly conflicts: Conflict[] = [];
  readonly places: Sides<Map<string, string | null>> = { base: new Map(), theirs: new Map(), mine: new Map() };

  /** `from` is where the three values stand in their own contents, `at` where the merged one will stand. */
  value(values: Sides<unknown>, from: Sides<Segments>, at: Segments): unknown {
    const { base, theirs, mine } = values;
    if (Array.isArray(base) && Array.isArray(theirs) && Array.isArray(mine))
      return this.list({ base, theirs, mine }, from, at);
    if (isObject(base) && isObject(theirs) && isObject(mine) && mergeable(base, theirs, mine)) {
      return this.object({ base, theirs, mine }, from, at);
    }
    return this.whole(values, at);
  }

  private object(values: Sides<Fields>, from: Sides<Segments>, at: Segments): Fields {
    const keys = new Set(Object.values(values).flatMap((fields) => Object.keys(fields)));
    const entries = [...keys].map((key) => {
      const inside = each((side) => (Object.hasOwn(values[side], key) ? values[side][key] : undefined));
      return [
        key,
        this.value(
          inside,
          each((side) => [...from[side], key]),
          [...at, key],
        ),
      ] as const;
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  /** A value that is one thing: the side that changed it has its way. */
  private whole({ base, theirs, mine }: Sides<unknown>, at: Segments): unknown {
    if (same(theirs, mine) || same(base, mine)) return theirs;
    if (same(base, theirs)) return mine;
    const both =
      theirs !== undefined &&
      mine !== undefined &&
      (typeof at.at(-1) === 'number' || (typeof theirs === 'string' && typeof mine === 'string'));
    const sides = Object.entries({ base, theirs, mine }).filter(([, value]) => value !== undefined);
    this.conflicts.push({
      kind: 'value',
      path: formatPointer(at),
      ...Object.fromEntries(sides),
      both,
    } as ValueConflict);
    return theirs === undefined ? mine : theirs;
  }

  private list(values: Sides<readonly unknown[]>, from: Sides<Segments>, at: Segments): unknown[] {
    const identity = identityAt(at);
    const matches = {
      theirs: byOrigin(matchItems(values.base, values.theirs, identity)),
      mine: byOrigin(matchItems(values.base, values.mine, identity)),
    };
    const kept: Node[] = [];
    values.base.forEach((item, base) => {
      const [theirs, mine] = [matches.theirs.get(base)?.to, matches.mine.get(base)?.to];
      const node = { base, ...(theirs === undefined ? {} : { theirs }), ...(mine === undefined ? {} : { mine }) };
      // Gone on one side and as it was on the other: gone.
      const lives =
        theirs === undefined
          ? mine !== undefined && !same(item, values.mine[mine])
          : mine !== undefined || !same(item, values.theirs[theirs]);
      if (lives) kept.push(node);
      else for (const side of sides) this.leave(side, from, node);
    });
    kept.push(...newNodes(values, matches, identity));
    const { nodes, other } = orderNodes(kept, values.theirs, values.mine);
    const places = new Map(nodes.map((node, index) => [node, index]));
    const merged = nodes.map((node, index) => {
      for (const side of sides) this.arrive(side, from, node, [...at, index]);
      const items = each((side) => (node[side] === undefined ? undefined : values[side][node[side]]));
      const paths = each((side) => [...from[side], node[side] ?? index]);
      const rewritten = [matches.theirs, matches.mine].some(
        (found) => node.base !== undefined && found.get(node.base)?.alike === false,
      );
      const complete = node.base !== undefined && node.theirs !== undefined && node.mine !== undefined;
      return complete && !rewritten ? this.value(items, paths, [...at, index]) : this.item(items, [...at, index]);
    });
    if (other !== null) {
      const order = (of: readonly Node[]) => of.map((node) => places.get(node) ?? 0);
      this.conflicts.push({ kind: 'order', path: formatPointer(at), theirs: order(nodes), mine: order(other) });
    }
    return merged;
  }

  /** An item that is not in all three lists, or has nothing but its place in common: one thing. */
  private item(items: Sides<unknown>, at: Segments): unknown {
    if (items.base === undefined && items.mine === undefined) return items.theirs;
    if (items.base === undefined && items.theirs === undefined) return items.mine;
    return this.whole(items, at);
  }

  private arrive(side: Side, from: Sides<Segments>, node: Node, at: Segments): void {
    if (node[side] !== undefined) this.places[side].set(formatPointer([...from[side], node[side]]), formatPointer(at));
  }

  private leave(side: Side, from: Sides<Segments>, node: Node): void {
    if (node[side] !== undefined) this.places[side].set(formatPointer([...from[side], node[side]]), null);
  }
}

/** What each side has added. The same item added by both is one; so is another item of the same identity, as a conflict. */
function newNodes(
  values: Sides<readonly unknown[]>,
  matches: Record<'theirs' | 'mine', ReadonlyMap<number, Match>>,
  identity: Identity | null,
): Node[] {
  const fresh = (side: 'theirs' | 'mine') => {
    const known = new Set([...matches[side].values()].map(({ to }) => to));
    return values[side].flatMap((_, index) => (known.has(index) ? [] : [index]));
  };
  const [theirs, mine] = [new Set(fresh('theirs')), new Set(fresh('mine'))];
  const nodes: Node[] = [];
  const join = (key: (item: unknown) => string | null) => {
    const waiting = new Map<string, number[]>();
    for (const other of mine) {
      const said = key(values.mine[other]);
      if (said !== null) waiting.set(said, [...(waiting.get(said) ?? []), other]);
    }
    for (const one of theirs) {
      const other = waiting.get(key(values.theirs[one]) ?? '')?.shift();
      if (other === undefined) continue;
      theirs.delete(one);
      mine.delete(other);
      nodes.push({ theirs: one, mine: other });
    }
  };
  join(spelling);
  if (identity !== null) join((item) => identityOf(item, identity));
  return [...nodes, ...[...theirs].map((index) => ({ theirs: index })), ...[...mine].map((index) => ({ mine: index }))];
}

type Fields = Record<string, unknown>;
const sides = ['base', 'theirs', 'mine'] as const;
const each = <T>(of: (side: Side) => T): Sides<T> => ({ base: of('base'), theirs: of('theirs'), mine: of('mine') });
const byOrigin = (matches: readonly Match[]) => new Map(matches.map((match) => [match.from, match]));
const same = (one: unknown, other: unknown) => one === other || spelling(one) === spelling(other);
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects of one type are joined field by field, but not a paragraph: its runs of text are one sentence together. */
function mergeable(...objects: readonly Fields[]): boolean {
  const [first] = objects;
  return objects.every((fields) => fields['type'] === first?.['type'] && !holdsInline(fields));
}

function holdsInline({ type, content }: Fields): boolean {
  return (
    typeof type === 'string' &&
    Array.isArray(content) &&
    content.some((node) => isObject(node) && (node['type'] === 'text' || node['type'] === 'recordCitation'))
  );
}
