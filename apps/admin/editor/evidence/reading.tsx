'use client';

import { passageKey, noteNumbers } from '../draft/draft';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDraft } from '../draft/context';
import { usePane, usePaneState } from './pane-state';
import { paragraphsOf, passageOf, stretchesOf, trimStretch } from './place';
import { paintSelection, useReadOnly, useSelection, windowAround, windowSize } from './selectable';

interface Props {
  source: string;
  title: string;
  language: string;
  sha256: string;
  text: string;
}

/**
 * The text of a source, to be read and selected from. It has a caret, so that a passage can be selected with the keyboard as
 * in any text; nothing that is typed into it changes it. Passages in use by this record are highlighted with their numbers.
 */
export function Reading({ source, title, language, sha256, text }: Props) {
  const t = useTranslations('editor');
  const pane = usePane();
  const { shown, selected } = usePaneState();
  const citations = useDraft((draft) => draft.citations);
  const holder = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => {
    const numbers = noteNumbers(citations);
    const here = citations.map(({ passage }) => passage).filter((passage) => passage.sha256 === sha256);
    const places = stretchesOf(text, here);
    return here.flatMap((passage, at) => {
      const place = places[at];
      const key = passageKey(passage);
      return place === undefined ? [] : [{ ...place, key, note: numbers.get(key) ?? 0 }];
    });
  }, [citations, sha256, text]);
  const target = marks.find(({ key }) => key === shown);
  const [start, setStart] = useState(() => windowAround(target?.from ?? 0));
  const view = { from: start, to: Math.min(text.length, start + windowSize) };
  const outside = target !== undefined && (target.from < view.from || target.to > view.to);
  if (outside) setStart(windowAround(target.from));

  useReadOnly(holder);
  useSelection(holder, (stretch) => {
    const words = stretch === null ? null : trimStretch(text, { from: stretch.from + start, to: stretch.to + start });
    if (words !== null) pane.select({ source, ...passageOf(text, sha256, words) });
  });
  const note = target?.note;
  useEffect(() => {
    if (note === undefined || outside) return;
    holder.current?.querySelector(`[data-notes~="${note}"]`)?.scrollIntoView({ block: 'center' });
  }, [note, outside]);
  useEffect(() => {
    const [place] = selected?.sha256 === sha256 ? stretchesOf(text, [selected]) : [];
    return paintSelection(
      holder.current,
      place === undefined ? null : { from: place.from - start, to: place.to - start },
    );
  }, [selected, sha256, text, start]);

  return (
    <>
      {view.from > 0 && (
        <button type="button" className="button" onClick={() => setStart(Math.max(0, start - windowSize / 2))}>
          {t('pane.earlier')}
        </button>
      )}
      <div
        ref={holder}
        key={`${sha256} ${start}`}
        className="rail-text"
        role="textbox"
        aria-multiline="true"
        aria-readonly="true"
        aria-label={t('pane.textOf', { title })}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        spellCheck={false}
        lang={language}
        dir="auto"
      >
        {paragraphsOf(text, view, marks).map((pieces) => (
          <p key={pieces[0]?.from}>
            {pieces.map(({ from, to, notes }) =>
              notes.length === 0 ? (
                <span key={from}>{text.slice(from, to)}</span>
              ) : (
                <mark
                  key={from}
                  className="passage"
                  data-notes={notes.join(' ')}
                  data-shown={notes.includes(target?.note ?? 0) || undefined}
                >
                  {text.slice(from, to)}
                </mark>
              ),
            )}
          </p>
        ))}
      </div>
      {view.to < text.length && (
        <button type="button" className="button" onClick={() => setStart(start + windowSize / 2)}>
          {t('pane.later')}
        </button>
      )}
    </>
  );
}
