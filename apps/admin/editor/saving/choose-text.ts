import { canonicalJson } from '@rapporteur/domain/canonical';
import { editableContent } from '@rapporteur/domain/content/blank';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Draft } from '../draft/draft';
import type { Telling } from './join-telling';
import type { Base, LocalText, Mark } from './local-text';

/** A text as the record has it. */
export interface SavedText {
  draft: Draft;
  base: Base;
}

/** A text as the desk keeps it for its writer. */
export interface KeptText {
  draft: Draft;
  base: Base | null;
  sequence: number;
  clientId: string;
  at: number;
}

/** The text that an editor opens with. */
export interface ChosenText {
  draft: Draft;
  base: Base | null;
  /** What was said of the change where it began; null where the record has been saved since. */
  begun: Telling | null;
  /** Where it comes from: what the writer is told. */
  from: 'saved' | 'desk' | 'browser' | 'blank';
  at: number | null;
  /** The counter to go on from, and whose text that replaces. */
  sequence: number;
  seen: Mark | null;
  /** The text of this browser that it is, where it comes from there. */
  taken: LocalText | null;
  /** What other windows have left in this browser, the newest first: each is offered, until its writer lets it go. */
  others: readonly LocalText[];
  /** Texts in this browser that need not be held any longer: the desk or the record has them, or a later one of their window. */
  settled: readonly LocalText[];
}

/**
 * Chooses what an editor opens with: what was typed last and is saved nowhere else. A text that only this browser has goes
 * before what the desk keeps, and that before what the record says; neither of the others is lost by it.
 */
export function chooseText(
  blank: Draft,
  saved: SavedText | null,
  kept: KeptText | null,
  local: readonly LocalText[],
): ChosenText {
  const known = [saved?.draft, kept?.draft].filter((draft) => draft !== undefined).map(spelling);
  const settled = local.filter(
    ({ draft, clientId, sequence: at }) =>
      known.includes(spelling(draft)) || (clientId === kept?.clientId && at <= kept.sequence),
  );
  const open = local.filter((text) => !settled.includes(text));
  const sequence = Math.max(0, kept?.sequence ?? 0, ...local.map((text) => text.sequence));
  const seen = kept === null ? null : { clientId: kept.clientId, sequence: kept.sequence };
  const rest = { sequence, seen, settled, taken: null, others: open };
  const begunAt = (base: Base | null) => (saved !== null && base?.version === saved.base.version ? saved.draft : null);
  // Of the same window, the counter has told which is newer; of different ones, the clock is all there is.
  const [newest] = open.filter((text) => kept === null || text.clientId === kept.clientId || text.at > kept.at);
  if (newest !== undefined) {
    const { draft, base, at } = newest;
    const others = open.filter((text) => text !== newest);
    return { draft, base, begun: begunAt(base), from: 'browser', at, ...rest, taken: newest, others };
  }
  if (kept !== null) {
    const { draft, base, at } = kept;
    return { draft, base, begun: begunAt(base), from: 'desk', at, ...rest };
  }
  if (saved !== null)
    return { draft: saved.draft, base: saved.base, begun: saved.draft, from: 'saved', at: null, ...rest };
  return { draft: blank, base: null, begun: blank, from: 'blank', at: null, ...rest };
}

/** Whether somebody has saved the record since a text was begun. */
export const isStale = (base: Base | null, saved: SavedText | null): boolean =>
  saved !== null && base?.version !== saved.base.version;

/** A draft with every field of its kind, whatever an older desk or browser has kept. */
export const editable = (kind: Kind, draft: Draft): Draft => ({
  ...draft,
  content: editableContent(kind, draft.content),
});

/** Whether two drafts say the same. */
export const sameText = (one: Draft, other: Draft): boolean => spelling(one) === spelling(other);

const spelling = ({ content, citations, change, note, pasted }: Draft) =>
  canonicalJson({ content, citations, change, note, pasted });
