import type { KeyActions } from '../app/shell/single-keys';
import type { EditorStore } from './draft/store';
import { noteNumbers, passageKey } from './draft/draft';
import { attachSelection } from './evidence/attach-selection';
import type { Pane } from './evidence/pane-state';
import { fieldOf, goToField } from './fields/place';

export interface Commands {
  save: () => void;
  submit: () => void;
}

/** What the editor does for a key that is pressed with Ctrl, or for F6; null where that is nothing. */
export function commandOf(event: KeyboardEvent, store: EditorStore, commands: Commands): (() => void) | null {
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (control && !event.altKey) {
    if (key === 's' && !event.shiftKey) return commands.save;
    // In a box for words to colleagues it sends those.
    if (key === 'enter') return isWordsToColleagues(event.target) ? null : commands.submit;
    if (hasOwnUndo(event.target)) return null;
    if (key === 'z') return () => goBack(event.shiftKey ? store.redo() : store.undo());
    return key === 'y' ? () => goBack(store.redo()) : null;
  }
  return event.key === 'F6' ? () => otherPane(event.target, store) : null;
}

/** What single keys do: they work only outside fields that letters are typed into, and where nobody switched them off. */
export function singleKeys(store: EditorStore, pane: Pane, preview: () => void): KeyActions {
  return {
    c: (event) => {
      // It goes back to the field, into which its letter would be typed.
      event.preventDefault();
      goBack(attachSelection(store, pane, 'supports'));
    },
    v: preview,
    '[': () => step(store, pane, -1),
    ']': () => step(store, pane, 1),
  };
}

const isWordsToColleagues = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.write-box') !== null;

function goBack(field: string | null): void {
  if (field?.startsWith('/') === true) goToField(field);
}

/** A box that is no field of the record, such as one to paste a list into, takes back its own text while it has any. */
function hasOwnUndo(target: EventTarget | null): boolean {
  const writable =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type));
  return writable && target.dataset['field'] === undefined && target.value !== '';
}

/** Goes from the form to the text that is read, and back to the field one came from. */
function otherPane(target: EventTarget | null, store: EditorStore): void {
  const { focused } = store.get();
  const reading =
    document.querySelector<HTMLElement>('.rail-text') ?? document.querySelector<HTMLElement>('.pick input');
  if (fieldOf(target) !== null || focused === null) reading?.focus();
  else goToField(focused);
}

/** Shows the next or the previous passage of this record. */
function step(store: EditorStore, pane: Pane, by: 1 | -1): void {
  const { citations } = store.draft;
  const keys = [...noteNumbers(citations).keys()];
  if (keys.length === 0) return;
  const now = keys.indexOf(pane.get().shown ?? '');
  const next = now < 0 ? (by > 0 ? 0 : keys.length - 1) : (now + by + keys.length) % keys.length;
  const citation = citations.find(({ passage }) => passageKey(passage) === keys[next]);
  if (citation !== undefined) pane.show(citation.passage);
}
