'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore } from '../draft/context';
import { editable, type ChosenText, type SavedText } from './choose-text';
import { timeOf } from './status';

interface Props {
  chosen: ChosenText;
  saved: SavedText | null;
}

/** Says that the editor opened with a text that was typed before and not saved, and offers the saved one instead. */
export function KeptNotice({ chosen, saved }: Props) {
  const t = useTranslations('editor');
  const store = useStore();
  const [open, setOpen] = useState(chosen.at !== null);
  if (!open || chosen.at === null) return null;
  return (
    <div className="kept-notice" role="status">
      <p>
        {chosen.from === 'browser'
          ? t('kept.browser', { time: timeOf(chosen.at) })
          : t('kept.desk', { time: timeOf(chosen.at) })}
      </p>
      {saved !== null && (
        <button
          type="button"
          className="button"
          onClick={() => {
            store.edit('back to the saved text', () => editable(store.kind, saved.draft));
            setOpen(false);
          }}
        >
          {t('kept.back')}
        </button>
      )}
      <button type="button" className="button" onClick={() => setOpen(false)}>
        {t('kept.goOn')}
      </button>
    </div>
  );
}
