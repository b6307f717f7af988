import { blankContent } from '@rapporteur/domain/content/blank';
import { emptyDraft } from './draft/draft';
import { EditorStore } from './draft/store';
import { Pane } from './evidence/pane-state';
import type { Opening } from './opening';
import { chooseText, editable, type ChosenText } from './saving/choose-text';
import { sendText } from './saving/commands';
import { Keeper } from './saving/keeper';
import { LocalTexts } from './saving/local-text';

/** One window's work on one record. */
export interface Session {
  clientId: string;
  store: EditorStore;
  pane: Pane;
  keeper: Keeper;
  chosen: ChosenText;
  /** What this browser holds of its writer's texts. */
  local: LocalTexts;
}

/** Begins with the newest of what was saved, what the desk keeps, and what this browser holds. */
export function begin({ id, kind, userId, saved, kept }: Opening): Session {
  const clientId = crypto.randomUUID();
  const local = new LocalTexts(localStorage, userId);
  const blank = emptyDraft(blankContent(kind));
  const chosen = chooseText(blank, saved, kept, local.of(id));
  for (const settled of chosen.settled) local.drop(settled);
  const first = editable(kind, saved?.draft ?? blank);
  const store = new EditorStore(kind, first);
  // What was kept is one step that can be taken back: the saved text is never more than an undo away.
  const draft = editable(kind, chosen.draft);
  if (chosen.from === 'desk' || chosen.from === 'browser') store.edit('kept', () => draft);
  const { base, begun, sequence, seen, taken } = chosen;
  const keptAt = chosen.from === 'desk' ? chosen.at : null;
  const keeper = new Keeper(
    { id, store, clientId, base, begun, sequence, seen, keptAt, local, taken, ways },
    chosen.from === 'browser' ? first : store.draft,
  );
  return { clientId, store, pane: new Pane(draft.citations[0]?.passage), keeper, chosen, local };
}

const ways = {
  send: sendText,
  now: Date.now,
  later: (run: () => void, after: number) => {
    const timer = setTimeout(run, after);
    return () => clearTimeout(timer);
  },
};
