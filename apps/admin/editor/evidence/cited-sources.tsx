'use client';

import { useTranslations } from 'next-intl';
import { useDraft } from '../draft/context';
import { useBook } from '../reference/book';
import { usePane, usePaneState } from './pane-state';

/** The sources this record rests on already: one press away. */
export function CitedSources() {
  const t = useTranslations('editor');
  const pane = usePane();
  const { known } = useBook();
  const { source } = usePaneState();
  const cited = useDraft((draft) => [...new Set(draft.citations.map(({ passage }) => passage.source))].join(' '));
  const ids = cited === '' ? [] : cited.split(' ');
  if (ids.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('pane.cited')}>
      {ids.map((id) => (
        <li key={id}>
          <button type="button" className="chip" aria-pressed={source === id} onClick={() => pane.open(id, null)}>
            {known.get(id)?.title ?? '…'}
          </button>
        </li>
      ))}
    </ul>
  );
}
