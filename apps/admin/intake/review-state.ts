import type { Decision, SuggestionView } from '@rapporteur/domain/intake/views';
import type { Stretch } from '../editor/evidence/place';

/** What is done with the proposal that is open. */
type Mode = 'read' | 'edit' | 'merge';

export interface ReviewState {
  suggestions: readonly SuggestionView[];
  /** The id of the one that is open. */
  open: string | null;
  mode: Mode;
  onlyLeft: boolean;
  /** What can be taken back, step by step, the last one last: a proposal that was decided, or those rejected at once. */
  decided: readonly (readonly string[])[];
  /** Words that are selected in the text, in UTF-16 units. */
  selected: Stretch | null;
  /** Whether a record is being proposed from the selection. */
  proposing: boolean;
}

export type ReviewAct =
  | { act: 'open'; id: string; mode?: Mode }
  | { act: 'mode'; mode: Mode }
  | { act: 'move'; by: 1 | -1 }
  | { act: 'onlyLeft'; on: boolean }
  | { act: 'select'; stretch: Stretch | null }
  | { act: 'propose'; on: boolean }
  /** Shown before it is kept; what the server answers replaces it. */
  | { act: 'decide'; id: string; decision: Decision; record: string | null }
  | { act: 'rejectAll'; ids: readonly string[] }
  | { act: 'takeBack'; ids: readonly string[] }
  /** The records that one may be about, as they are now. */
  | { act: 'matches'; id: string; matches: SuggestionView['matches'] }
  /** As the server has it now; `moveOn` where that was its decision. */
  | { act: 'replace'; suggestion: SuggestionView; moveOn: boolean };

/** The beginning: the first undecided proposal is open. Decisions that were made before can be taken back, too. */
export function beginReview(suggestions: readonly SuggestionView[]): ReviewState {
  const decided = suggestions
    .filter(({ decision, rejectedBefore }) => decision !== null && !rejectedBefore)
    .toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1))
    .map(({ id }) => [id]);
  return {
    suggestions,
    open: (suggestions.find(isLeft) ?? suggestions[0])?.id ?? null,
    mode: 'read',
    onlyLeft: false,
    decided,
    selected: null,
    proposing: false,
  };
}

export function reviewed(state: ReviewState, act: ReviewAct): ReviewState {
  switch (act.act) {
    case 'open':
      return { ...state, open: act.id, mode: act.mode ?? 'read', proposing: false };
    case 'mode':
      return { ...state, mode: act.mode };
    case 'move':
      return { ...state, open: neighbour(state, act.by), mode: 'read' };
    case 'onlyLeft':
      return { ...state, onlyLeft: act.on };
    case 'select':
      return { ...state, selected: act.stretch };
    case 'propose':
      return { ...state, proposing: act.on, mode: 'read' };
    case 'decide':
      return moveOn(
        {
          ...state,
          suggestions: changed(state, [act.id], { decision: act.decision, record: act.record, rejectedBefore: false }),
        },
        act.id,
      );
    case 'rejectAll': {
      const suggestions = changed(state, act.ids, { decision: 'rejected', record: null, rejectedBefore: false });
      return { ...state, suggestions, decided: [...without(state.decided, act.ids), act.ids], mode: 'read' };
    }
    case 'takeBack': {
      const suggestions = changed(state, act.ids, { decision: null, record: null, rejectedBefore: false });
      const open = act.ids[0] ?? state.open;
      return { ...state, suggestions, decided: without(state.decided, act.ids), open, mode: 'read' };
    }
    case 'matches':
      return { ...state, suggestions: changed(state, [act.id], { matches: act.matches }) };
    case 'replace': {
      const { suggestion } = act;
      const known = state.suggestions.some(({ id }) => id === suggestion.id);
      const suggestions = known
        ? state.suggestions.map((one) => (one.id === suggestion.id ? suggestion : one))
        : [...state.suggestions, suggestion];
      return act.moveOn ? moveOn({ ...state, suggestions }, suggestion.id) : { ...state, suggestions };
    }
  }
}

/** From one that was just decided to the next that is not. */
function moveOn(state: ReviewState, id: string): ReviewState {
  const decided = [...without(state.decided, [id]), [id]];
  return { ...state, decided, open: nextLeft(state.suggestions, id), mode: 'read' };
}

const changed = (state: ReviewState, ids: readonly string[], change: Partial<SuggestionView>) =>
  state.suggestions.map((one) => (ids.includes(one.id) ? { ...one, ...change } : one));

/** The steps without these proposals; a step of which nothing is left is none. */
const without = (steps: ReviewState['decided'], ids: readonly string[]) =>
  steps.map((step) => step.filter((id) => !ids.includes(id))).filter((step) => step.length > 0);

export const isLeft = ({ decision }: SuggestionView) => decision === null;

/** What the list shows: everything, or what is undecided; the one that is open always. */
export const shownIn = ({ suggestions, onlyLeft, open }: ReviewState): readonly SuggestionView[] =>
  onlyLeft ? suggestions.filter((one) => isLeft(one) || one.id === open) : suggestions;

/** The next undecided proposal after one, from the top again where none follows; that one itself where all are decided. */
function nextLeft(suggestions: readonly SuggestionView[], id: string): string {
  const at = suggestions.findIndex((one) => one.id === id);
  return (suggestions.slice(at + 1).find(isLeft) ?? suggestions.find(isLeft))?.id ?? id;
}

function neighbour(state: ReviewState, by: 1 | -1): string | null {
  const shown = shownIn(state);
  const at = shown.findIndex(({ id }) => id === state.open);
  return (shown[at + by] ?? shown[at])?.id ?? state.open;
}

/** How many were decided how. */
export function tallyOf(suggestions: readonly SuggestionView[]) {
  const count = (decision: Decision | null) => suggestions.filter((one) => one.decision === decision).length;
  return {
    accepted: count('accepted'),
    edited: count('edited'),
    merged: count('merged'),
    rejected: count('rejected'),
    left: count(null),
  };
}
