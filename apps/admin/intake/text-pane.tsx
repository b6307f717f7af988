'use client';

import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { paragraphsOf, stretchesOf, type Stretch } from '../editor/evidence/place';
import { paintSelection, useReadOnly, useSelection, windowAround, windowSize } from '../editor/evidence/selectable';
import type { Review } from './use-review';

interface Props {
  review: Review;
  text: string;
  language: string;
  title: string;
}

interface Mark {
  from: number;
  to: number;
  /** The number of the proposal. */
  note: number;
  id: string;
  /** Whether this is where the proposal's number stands. */
  ends: boolean;
}

/**
 * The text with what is proposed from it, each stretch in the colour and with the line of its kind. It has a caret, so that
 * words can be selected with the keyboard; nothing that is typed into it changes it. Numbers are drawn and not part of it.
 */
export function TextPane({ review, text, language, title }: Props) {
  const t = useTranslations('intake');
  const { state, act } = review;
  const holder = useRef<HTMLDivElement>(null);
  const open = state.suggestions.find(({ id }) => id === state.open);
  const marks = useMemo(() => marksOf(text, state.suggestions, open), [text, state.suggestions, open]);
  const target = marks.find(({ id }) => id === state.open);
  const [start, setStart] = useState(() => windowAround(target?.from ?? 0));
  const view = { from: start, to: Math.min(text.length, start + windowSize) };
  const outside = target !== undefined && (target.from < view.from || target.to > view.to);
  if (outside) setStart(windowAround(target.from));
  const byNumber = new Map(state.suggestions.map((one) => [one.number, one]));

  useReadOnly(holder);
  useSelection(holder, (stretch) => {
    act({ act: 'select', stretch: stretch && { from: stretch.from + start, to: stretch.to + start } });
  });
  useEffect(() => {
    holder.current?.querySelector('[data-now]')?.scrollIntoView({ block: 'nearest' });
  }, [state.open]);
  useEffect(() => {
    const { selected } = state;
    return paintSelection(
      holder.current,
      selected === null ? null : { from: selected.from - start, to: selected.to - start },
    );
  }, [state, start]);

  const isHeadline = (pieces: readonly Stretch[]) =>
    pieces[0]?.from === 0 && text.slice(0, pieces.at(-1)?.to).trim() === title;
  const pick = (event: MouseEvent) => {
    const number = (event.target as Element).closest<HTMLElement>('[data-top]')?.dataset['top'];
    const picked = byNumber.get(Number(number));
    // A drag selects words, and opens nothing.
    if (picked !== undefined && document.getSelection()?.isCollapsed !== false) act({ act: 'open', id: picked.id });
  };
  return (
    <>
      {view.from > 0 && (
        <button type="button" className="button" onClick={() => setStart(Math.max(0, start - windowSize / 2))}>
          {t('text.earlier')}
        </button>
      )}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- what a click opens, J and K open by keyboard */}
      <div
        ref={holder}
        key={start}
        className="pasted"
        role="textbox"
        aria-multiline="true"
        aria-readonly="true"
        aria-label={t('text.of', { title })}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        spellCheck={false}
        lang={language}
        dir="auto"
        onClick={pick}
      >
        {paragraphsOf(text, view, marks).map((pieces) => (
          <p key={pieces[0]?.from} className={isHeadline(pieces) ? 'headline' : undefined}>
            {pieces.map(({ from, to, notes }) => {
              const top = topOf(marks, { from, to }, state.open);
              if (top === undefined) return <span key={from}>{text.slice(from, to)}</span>;
              const ending = marks.filter((mark) => mark.to === to && mark.ends && notes.includes(mark.note));
              const one = byNumber.get(top.note);
              return (
                <mark
                  key={from}
                  className={`sug sug--${one?.kind}`}
                  data-top={top.note}
                  data-done={one?.decision !== null || undefined}
                  data-rejected={one?.decision === 'rejected' || undefined}
                  data-now={top.id === state.open || undefined}
                  data-ends={ending.length === 0 ? undefined : ending.map(({ note }) => note).join(' ')}
                >
                  {text.slice(from, to)}
                </mark>
              );
            })}
          </p>
        ))}
      </div>
      {view.to < text.length && (
        <button type="button" className="button" onClick={() => setStart(start + windowSize / 2)}>
          {t('text.later')}
        </button>
      )}
    </>
  );
}

/** Where proposals rest. Of one that is open, every passage is shown; of the others, what they are made of. */
function marksOf(text: string, suggestions: readonly SuggestionView[], open: SuggestionView | undefined): Mark[] {
  const passages = suggestions.flatMap((one) => {
    const main = one.passages.filter(({ part }) => part === 'main');
    const shown = one === open ? one.passages : main;
    const last = main.at(-1);
    return shown.map((passage) => ({ ...passage, one, ends: passage === last }));
  });
  const places = stretchesOf(text, passages);
  return passages.map(({ one, ends }, index) => {
    const { from = 0, to = 0 } = places[index] ?? {};
    return { from, to, note: one.number, id: one.id, ends };
  });
}

/** The mark that a stretch is shown as: that of the open proposal, or else the shortest one over it. */
function topOf(
  marks: readonly Mark[],
  { from, to }: { from: number; to: number },
  open: string | null,
): Mark | undefined {
  const over = marks.filter((mark) => mark.from <= from && mark.to >= to);
  const shortest = over.toSorted((a, b) => a.to - a.from - (b.to - b.from))[0];
  return over.find(({ id }) => id === open) ?? shortest;
}
