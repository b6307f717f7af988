import type { Citation } from '../content/citation';
import { isTextField } from '../content/text-field';
import type { Kind } from '../kinds';
import { parsePointer, formatPointer } from '../json-pointer';
import type { Choice, Conflict } from './conflict';
import { mergeContent, type Side } from './merge-content';
import { spelling } from './match';
import { placeCitations } from './pointers';
import { resolveContent } from './resolve';

/** A text of a record: what it says and what that rests on. The content may be unfinished. */
export interface RecordText {
  content: unknown;
  citations: readonly Citation[];
}

/** Two edits of a record's text, joined. */
export interface MergedRecord {
  content: unknown;
  citations: Citation[];
  conflicts: Conflict[];
  /** Citations that one side added to what the other removed: they have no field to stand on. */
  orphaned: Citation[];
}

/**
 * Joins two edits of one text of a record. Citations follow the items they stand on; a citation is kept unless a side
 * removed it, and the same one added by both is one.
 */
export function mergeRecord(kind: Kind, base: RecordText, theirs: RecordText, mine: RecordText): MergedRecord {
  const texts = { base, theirs, mine };
  const { content, conflicts, places } = mergeContent(base.content, theirs.content, mine.content);
  const place = (side: Side) =>
    placeCitations(texts[side].citations, (pointer) => through(places[side], pointer), content);
  const placed = { base: place('base'), theirs: place('theirs'), mine: place('mine') };
  const cited = (side: Side) => ({ citations: placed[side].citations });
  const merged = mergeContent(cited('base'), cited('theirs'), cited('mine'));
  // A citation that differs in anything is another one, so nothing of them is in dispute but their order.
  const { citations } = merged.content as { citations: Citation[] };
  const known = new Set(placed.base.orphaned.map(passageOf));
  const orphaned = [...placed.theirs.orphaned, ...placed.mine.orphaned].filter((one) => !known.has(passageOf(one)));
  return {
    content,
    citations,
    conflicts: conflicts.map((conflict) =>
      conflict.kind === 'value' && typeof conflict.theirs === 'string'
        ? { ...conflict, both: conflict.both && isTextField(kind, conflict.path) }
        : conflict,
    ),
    orphaned: [...new Map(orphaned.map((one) => [spelling(one), one])).values()],
  };
}

/**
 * Applies what a person chose to a merged record. Citations follow; those of what was not chosen come back as orphaned.
 * Throws `invalid_input` for a choice that its conflict does not offer.
 */
export function resolveRecord(merged: MergedRecord, choices: Readonly<Record<string, Choice>>): MergedRecord {
  const { content, places, left } = resolveContent(merged.content, merged.conflicts, choices);
  const placed = placeCitations(merged.citations, (pointer) => through(places, pointer), content);
  const moved = (pointer: string) => through(places, pointer) ?? pointer;
  return {
    content,
    citations: placed.citations,
    conflicts: left.map((conflict) => ({ ...conflict, path: moved(conflict.path) })),
    orphaned: [...merged.orphaned, ...placed.orphaned],
  };
}

/** Follows a pointer from item to item; null where an item on its way is gone. */
function through(places: ReadonlyMap<string, string | null>, pointer: string): string | null {
  let from = '';
  let to = '';
  for (const segment of parsePointer(pointer)) {
    const step = formatPointer([segment]);
    from += step;
    const place = places.get(from);
    if (place === null) return null;
    to = place ?? to + step;
  }
  return to;
}

const passageOf = ({ role, passage }: Citation) => spelling({ role, passage });
