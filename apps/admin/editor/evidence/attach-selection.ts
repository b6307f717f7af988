import type { citationRoles } from '@rapporteur/domain/content/citation';
import { getPointer } from '@rapporteur/domain/json-pointer';
import { cite } from '../draft/draft';
import type { EditorStore } from '../draft/store';
import type { Pane } from './pane-state';

export type Role = (typeof citationRoles)[number];

/**
 * Rests the field that has, or last had, the caret on the selected words. Answers the field, or null where there is nothing
 * to rest or nothing to rest it on.
 */
export function attachSelection(store: EditorStore, pane: Pane, role: Role): string | null {
  const { focused } = store.get();
  const { selected } = pane.get();
  if (focused === null || selected === null || getPointer(store.draft.content, focused) === undefined) return null;
  store.edit('evidence', (draft) => cite(draft, { field: focused, role, passage: selected }));
  return focused;
}
