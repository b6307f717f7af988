'use client';

import type { IntakeView, SuggestionView } from '@rapporteur/domain/intake/views';
import { codePointPositions } from '@rapporteur/domain/passage';
import { useTranslations } from 'next-intl';
import { useReducer, useRef, useState } from 'react';
import { issuePlace } from '../app/issue-place';
import { api, refusalOf } from '../client/api';
import { trimStretch } from '../editor/evidence/place';
import { beginReview, reviewed, type ReviewAct, type ReviewState } from './review-state';

export interface Review {
  state: ReviewState;
  act: (act: ReviewAct) => void;
  /** The proposal that is open. */
  current: SuggestionView | null;
  saving: boolean;
  /** What went wrong last, or what there is to be said. */
  said: { problem: boolean; words: string } | null;
  say: (words: string | null) => void;
  accept: () => void;
  reject: () => void;
  undo: () => void;
  merge: (into: string) => void;
  choosePassage: () => void;
  /** Runs a change of a proposal, whose answer is the proposal as it is then; answers whether it was kept. */
  keep: (id: string, change: () => Promise<SuggestionView>, how?: HowKept) => Promise<boolean>;
  /** The words that are selected, in code points; null where none are. */
  selection: () => { start: number; end: number } | null;
}

interface HowKept {
  /** As it is again where the change is refused. */
  undone?: SuggestionView;
  /** Whether the change is the decision itself, after which the next proposal is opened. */
  moveOn?: boolean;
}

/** One person's work on the proposals of a text: each decision is shown at once, kept in its turn, and taken back where it is refused. */
export function useReview(item: IntakeView, text: string): Review {
  const t = useTranslations('intake');
  const [state, act] = useReducer(reviewed, item.suggestions, beginReview);
  const [said, setSaid] = useState<Review['said']>(null);
  const [pending, setPending] = useState(0);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(new Map<string, symbol>());
  const current = state.suggestions.find(({ id }) => id === state.open) ?? null;
  const say = (words: string | null) => setSaid(words === null ? null : { problem: false, words });

  const keep: Review['keep'] = (id, change, { undone, moveOn = false } = {}) => {
    const own = Symbol();
    latest.current.set(id, own);
    setPending((count) => count + 1);
    // One after the other, so that what is decided last is what stands.
    const kept = turn.current.then(async () => {
      try {
        const suggestion = await change();
        // What was decided meanwhile is on show already, and its own answer will come.
        if (latest.current.get(id) === own) act({ act: 'replace', suggestion, moveOn });
        return true;
      } catch (error) {
        const refusal = refusalOf(error);
        const words = refusal.away
          ? t('away')
          : [
              refusal.message,
              ...refusal.issues.map(({ path, message }) => `${issuePlace(path)} ${message}`.trim()),
            ].join(' ');
        setSaid({ problem: true, words });
        if (undone !== undefined) {
          act({ act: 'replace', suggestion: undone, moveOn: false });
          act({ act: 'open', id: undone.id });
        }
        return false;
      } finally {
        setPending((count) => count - 1);
      }
    });
    turn.current = kept;
    return kept;
  };
  const decide = (decision: 'accepted' | 'rejected') => {
    if (current === null) return;
    say(t(`done.${decision}`, { number: current.number }));
    act({ act: 'decide', id: current.id, decision, record: null });
    void keep(current.id, () => api.intake.decide.mutate({ id: current.id, decision }), { undone: current });
  };
  const selection = () => {
    const words = state.selected === null ? null : trimStretch(text, state.selected);
    if (words === null) return null;
    const [start = 0, end = 0] = codePointPositions(text, [words.from, words.to]);
    return { start, end };
  };
  return {
    state,
    act,
    current,
    saving: pending > 0,
    said,
    say,
    keep,
    selection,
    accept: () => decide('accepted'),
    reject: () => decide('rejected'),
    undo: () => {
      const id = state.decided.at(-1);
      const last = state.suggestions.find((one) => one.id === id);
      if (last === undefined) return say(t('nothingToUndo'));
      say(t('done.undone', { number: last.number }));
      act({ act: 'takeBack', id: last.id });
      void keep(last.id, () => api.intake.undo.mutate({ id: last.id }), { undone: last });
    },
    merge: (into) => {
      if (current === null) return;
      say(t('done.merged', { number: current.number }));
      act({ act: 'decide', id: current.id, decision: 'merged', record: into });
      void keep(current.id, () => api.intake.merge.mutate({ id: current.id, into: into as never }), {
        undone: current,
      });
    },
    choosePassage: () => {
      const place = selection();
      if (current === null) return;
      if (place === null) return say(t('selectFirst'));
      say(t('done.passage', { number: current.number }));
      void keep(current.id, () => api.intake.choosePassage.mutate({ id: current.id, ...place }));
    },
  };
}
