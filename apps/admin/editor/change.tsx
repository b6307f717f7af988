'use client';

import { useTranslations } from 'next-intl';
import { useDraft, useStore } from './draft/context';
import type { Change } from './draft/draft';

const changes = ['correct', 'update', 'edit'] as const;

/** What the change of a public record is to its readers, and what they are told of it. */
export function ChangeKind() {
  const t = useTranslations('editor');
  const store = useStore();
  const change = useDraft((draft) => draft.change);
  const note = useDraft((draft) => draft.note);
  const choose = (next: Change) => store.edit('change', (draft) => ({ ...draft, change: next }));
  return (
    <section aria-labelledby="change-h">
      <h2 id="change-h">{t('change.title')}</h2>
      {change === null && <p className="hint">{t('change.unsaid')}</p>}
      <fieldset className="choices" data-field="change-kind">
        <legend className="vh">{t('change.title')}</legend>
        {changes.map((known) => (
          <label key={known} className="check">
            <input type="radio" name="change" checked={change === known} onChange={() => choose(known)} />
            <span>
              {t(`change.${known}`)}
              <small>{t(`change.${known}Means`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="part-label" htmlFor="change-note">
        {change === 'correct' ? t('change.noteNeeded') : t('change.note')}
      </label>
      <textarea
        id="change-note"
        data-field="change-note"
        className="input"
        rows={2}
        value={note ?? ''}
        onChange={(event) => {
          const { value } = event.target;
          store.edit('note', (draft) => ({ ...draft, note: value === '' ? null : value }));
        }}
      />
    </section>
  );
}
