import type { Citation } from '@rapporteur/domain/content/citation';
import { followPointer, insertedAt, movedTo, removedAt, setPointer, type Moves } from '@rapporteur/domain/json-edit';
import { getPointer } from '@rapporteur/domain/json-pointer';

export type Content = Readonly<Record<string, unknown>>;
export type Change = 'publish' | 'correct' | 'update' | 'edit';

/** Everything that an editor writes about one record. It need not meet the schema of its kind yet. */
export interface Draft {
  content: Content;
  citations: readonly Citation[];
  /** The last part of its address; empty while it is made from the title. */
  slug: string;
  /** What the change is to readers, and what they are told of it; null before anybody said. */
  change: Change | null;
  note: string | null;
  /** A text that was put into a box and not handed over yet: that of a source, or a list of votes. */
  pasted: string;
}

/** A draft in which nobody has typed anything yet. */
export const emptyDraft = (content: Content): Draft => ({
  content,
  citations: [],
  slug: '',
  change: null,
  note: null,
  pasted: '',
});

/** The value at a pointer into the content. */
export const valueAt = (draft: Draft, pointer: string): unknown => getPointer(draft.content, pointer);

export const setValue = (draft: Draft, pointer: string, value: unknown): Draft =>
  withContent(draft, setPointer(draft.content, pointer, value));

/** Puts items into a list; the passages of the items behind them follow. */
export function insertItems(draft: Draft, list: string, at: number, items: readonly unknown[]): Draft {
  const before = itemsOf(draft, list);
  return rearrange(draft, list, [...before.slice(0, at), ...items, ...before.slice(at)], insertedAt(at, items.length));
}

/** Takes an item out of a list, and with it the passages that only it rested on. */
export const removeItem = (draft: Draft, list: string, at: number): Draft =>
  rearrange(
    draft,
    list,
    itemsOf(draft, list).filter((_, index) => index !== at),
    removedAt(at),
  );

export function moveItem(draft: Draft, list: string, from: number, to: number): Draft {
  const items = [...itemsOf(draft, list)];
  if (from === to || to < 0 || to >= items.length) return draft;
  items.splice(to, 0, ...items.splice(from, 1));
  return rearrange(draft, list, items, movedTo(from, to));
}

/** Puts the items of a list in a new order, given as their old indices. */
export function reorderItems(draft: Draft, list: string, order: readonly number[]): Draft {
  const items = itemsOf(draft, list);
  return rearrange(
    draft,
    list,
    order.map((index) => items[index]),
    (index) => {
      const at = order.indexOf(index);
      return at < 0 ? null : at;
    },
  );
}

/** Rests a field on a passage. The same passage in the same role again changes nothing. */
export function cite(draft: Draft, citation: Citation): Draft {
  const same = draft.citations.some(
    (known) =>
      known.field === citation.field &&
      known.role === citation.role &&
      passageKey(known.passage) === passageKey(citation.passage),
  );
  return same ? draft : { ...draft, citations: [...draft.citations, citation] };
}

export const uncite = (draft: Draft, at: number): Draft => ({
  ...draft,
  citations: draft.citations.filter((_, index) => index !== at),
});

export const recite = (draft: Draft, at: number, citation: Citation): Draft => ({
  ...draft,
  citations: draft.citations.map((known, index) => (index === at ? citation : known)),
});

/** What makes two passages one: the same place of the same text of the same source. */
export const passageKey = ({ source, sha256, start, end }: Citation['passage']) =>
  `${source} ${sha256} ${start}-${end}`;

/** The number of each passage on this record, by first use, as readers will count them. */
export function noteNumbers(citations: readonly Citation[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { passage } of citations) {
    const key = passageKey(passage);
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
  }
  return numbers;
}

function itemsOf(draft: Draft, list: string): readonly unknown[] {
  const items = valueAt(draft, list);
  return Array.isArray(items) ? items : [];
}

function rearrange(draft: Draft, list: string, items: readonly unknown[], moves: Moves): Draft {
  const citations = draft.citations.flatMap((citation) => {
    const field = followPointer(citation.field, list, moves);
    return field === null ? [] : [field === citation.field ? citation : { ...citation, field }];
  });
  return { ...withContent(draft, setPointer(draft.content, list, items)), citations };
}

const withContent = (draft: Draft, content: Content): Draft =>
  content === draft.content ? draft : { ...draft, content };
