'use client';

import type { IntakeView, SuggestionView } from '@rapporteur/domain/intake/views';
import { codePointPositions } from '@rapporteur/domain/passage';
import { useTranslations } from 'next-intl';
import { useEffect, useReducer, useRef, useState } from 'react';
import { issuePlace } from '../app/issue-place';
import { api, refusalOf } from '../client/api';
import { trimStretch } from '../editor/evidence/place';
import { beginReview, isLeft, reviewed, type ReviewAct, type ReviewState } from './review-state';

export interface Review {
  state: ReviewState;
  act: (act: ReviewAct) => void;
  /** The proposal that is open. */
  current: SuggestionView | null;
  saving: boolean;
  /** Resolves when all that was decided so far is kept, or refused: with whether all of it was kept. */
  settled: () => Promise<boolean>;
  /** What went wrong last, or what there is to be said. */
  said: { problem: boolean; words: string } | null;
  say: (words: string | null) => void;
  accept: () => void;
  reject: () => void;
  /** Rejects all that is undecided, in one step. */
  rejectRest: () => void;
  undo: () => void;
  takeBack: (ids: readonly string[]) => void;
  merge: (into: string) => void;
  choosePassage: () => void;
  /** Runs a change of a proposal, whose answer is the proposal as it is then; answers whether it was kept. */
  keep: (id: string, change: () => Promise<SuggestionView>, how?: HowKept) => Promise<boolean>;
  /** The words that are selected, in code points; null where none are. */
  selection: () => { start: number; end: number } | null;
}

interface HowKept {
  /** As they are again where the change is refused. */
  undone?: readonly SuggestionView[];
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
  /** Whether something was refused since the last decision was made. */
  const refused = useRef(false);
  const current = state.suggestions.find(({ id }) => id === state.open) ?? null;
  const say = (words: string | null) => setSaid(words === null ? null : { problem: false, words });

  useFreshMatches(current, act);

  const keepAll = (
    ids: readonly string[],
    change: () => Promise<readonly SuggestionView[]>,
    { undone = [], moveOn = false }: HowKept = {},
  ): Promise<boolean> => {
    const own = Symbol();
    for (const id of ids) latest.current.set(id, own);
    refused.current = false;
    setPending((count) => count + 1);
    // One after the other, so that what is decided last is what stands.
    const kept = turn.current.then(async () => {
      try {
        for (const suggestion of await change()) {
          // What was decided meanwhile is on show already, and its own answer will come.
          const id = ids.includes(suggestion.id) ? suggestion.id : ids[0];
          if (id !== undefined && latest.current.get(id) === own) act({ act: 'replace', suggestion, moveOn });
        }
        return true;
      } catch (error) {
        refused.current = true;
        const refusal = refusalOf(error);
        const words = refusal.away
          ? t('away')
          : [
              refusal.message,
              ...refusal.issues.map(({ path, message }) => `${issuePlace(path)} ${message}`.trim()),
            ].join(' ');
        setSaid({ problem: true, words });
        for (const suggestion of undone) act({ act: 'replace', suggestion, moveOn: false });
        if (undone[0] !== undefined) act({ act: 'open', id: undone[0].id });
        return false;
      } finally {
        setPending((count) => count - 1);
      }
    });
    turn.current = kept;
    return kept;
  };
  const keep: Review['keep'] = (id, change, how) => keepAll([id], async () => [await change()], how);
  const decide = (decision: 'accepted' | 'rejected') => {
    if (current === null) return;
    say(t(`done.${decision}`, { number: current.number }));
    act({ act: 'decide', id: current.id, decision, record: null });
    void keep(current.id, () => api.intake.decide.mutate({ id: current.id, decision }), { undone: [current] });
  };
  const takeBack = (ids: readonly string[]) => {
    const before = state.suggestions.filter(({ id }) => ids.includes(id));
    const [first] = before;
    if (first === undefined) return say(t('nothingToUndo'));
    say(before.length > 1 ? t('done.undoneAll', { count: before.length }) : t('done.undone', { number: first.number }));
    act({ act: 'takeBack', ids });
    const change =
      before.length > 1
        ? () => decideMany(item.id, ids, null)
        : async () => [await api.intake.undo.mutate({ id: first.id })];
    void keepAll(ids, change, { undone: before });
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
    settled: () =>
      turn.current.then(() => {
        const kept = !refused.current;
        // Told once, a refusal stands in nobody's way any more.
        refused.current = false;
        return kept;
      }),
    said,
    say,
    keep,
    selection,
    accept: () => decide('accepted'),
    reject: () => decide('rejected'),
    rejectRest: () => {
      const left = state.suggestions.filter(isLeft);
      const ids = left.map(({ id }) => id);
      if (ids.length === 0) return say(t('nothingLeft'));
      say(t('done.rejectedAll', { count: ids.length }));
      act({ act: 'rejectAll', ids });
      void keepAll(ids, () => decideMany(item.id, ids, 'rejected'), { undone: left });
    },
    undo: () => takeBack(state.decided.at(-1) ?? []),
    takeBack,
    merge: (into) => {
      if (current === null) return;
      say(t('done.merged', { number: current.number }));
      act({ act: 'decide', id: current.id, decision: 'merged', record: into });
      void keep(current.id, () => api.intake.merge.mutate({ id: current.id, into: into as never }), {
        undone: [current],
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

const decideMany = async (item: string, ids: readonly string[], decision: 'rejected' | null) =>
  (await api.intake.decideMany.mutate({ item, ids: [...ids], decision })).suggestions;

/** Asks for the records that the open proposal may be about: since the text was read, others may have come. */
function useFreshMatches(current: SuggestionView | null, act: (act: ReviewAct) => void): void {
  const asked = current !== null && isLeft(current) && current.kind !== 'provision' ? current.id : null;
  useEffect(() => {
    if (asked === null) return;
    const leaving = new AbortController();
    api.intake.candidates
      .query({ id: asked }, { signal: leaving.signal })
      .then(({ matches }) => act({ act: 'matches', id: asked, matches }))
      // Those that were found when the text was read are on show.
      .catch((error: unknown) => refusalOf(error));
    return () => leaving.abort();
  }, [asked, act]);
}
