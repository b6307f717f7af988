'use client';

import { citationRoles } from '@rapporteur/domain/content/citation';
import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useEditor, useStore } from '../draft/context';
import { attachSelection, type Role } from './attach-selection';
import { usePane, usePaneState } from './pane-state';
import { passageOf, stretchesOf, widenToSentence } from './place';

/** What can be done with the selected words. */
export function Attach({ text, language, sha256 }: { text: string; language: string; sha256: string }) {
  const t = useTranslations('editor');
  const store = useStore();
  const pane = usePane();
  const { selected } = usePaneState();
  const field = useEditor(({ focused }) => focused);
  const [role, setRole] = useState<Role>('supports');
  const [done, setDone] = useState('');
  const usable = selected !== null && selected.sha256 === sha256;
  const widen = () => {
    if (!usable) return;
    const [stretch] = stretchesOf(text, [selected]);
    if (stretch === undefined) return;
    pane.select({ source: selected.source, ...passageOf(text, sha256, widenToSentence(text, stretch, language)) });
  };
  const attach = () => {
    const rested = attachSelection(store, pane, role);
    if (rested !== null) setDone(t('pane.rested', { field: fieldName(rested) }));
  };
  return (
    <div className="attach" role="group" aria-label={t('pane.use')}>
      <p className="hint">
        {!usable
          ? t('pane.selectFirst')
          : field === null
            ? t('pane.chooseField')
            : t('pane.selected', { words: shorten(selected.exact) })}
      </p>
      <button type="button" className="button button--main" aria-disabled={!usable || field === null} onClick={attach}>
        {field === null ? t('pane.rest') : t('pane.restField', { field: fieldName(field) })}
        <kbd>C</kbd>
      </button>
      <select
        className="select"
        aria-label={t('pane.role')}
        value={role}
        onChange={(event) => setRole(citationRoles.find((known) => known === event.target.value) ?? 'supports')}
      >
        {citationRoles.map((known) => (
          <option key={known} value={known}>
            {t(`role.${known}`)}
          </option>
        ))}
      </select>
      <button type="button" className="button" aria-disabled={!usable} onClick={widen}>
        {t('pane.widen')}
      </button>
      <p className="vh" role="status">
        {done}
      </p>
    </div>
  );
}

const shorten = (words: string) => (words.length > 120 ? `${words.slice(0, 58)} … ${words.slice(-58)}` : words);
