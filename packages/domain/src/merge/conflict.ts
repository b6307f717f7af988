/**
 * Something that both sides changed, each in another way. `path` is a JSON pointer into the merged content, where one of
 * the two stands for now. A side is absent where it has removed what the other changed.
 */
export type Conflict = ValueConflict | OrderConflict;

export interface ValueConflict {
  kind: 'value';
  path: string;
  base?: unknown;
  theirs?: unknown;
  mine?: unknown;
  /** Whether both can be kept: two texts one after the other, or two items of a list. */
  both: boolean;
}

/** Both sides put the items of a list into another order. Each side names the places of the merged list in its order. */
export interface OrderConflict {
  kind: 'order';
  path: string;
  theirs: number[];
  mine: number[];
}

/** What a person decides about a conflict. `both` joins two texts word by word; `text` is what they wrote themselves. */
export type Choice = 'theirs' | 'mine' | 'both' | { text: string };
