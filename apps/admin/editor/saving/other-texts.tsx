'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore } from '../draft/context';
import type { Draft } from '../draft/draft';
import { editable, sameText } from './choose-text';
import type { Keeper } from './keeper';
import type { LocalText, LocalTexts } from './local-text';
import { timeOf } from './status';

interface Props {
  id: string;
  left: readonly LocalText[];
  /** The text that colleagues see; null for a record that does not exist yet. */
  saved: Draft | null;
  local: LocalTexts;
  keeper: Keeper;
}

/** Offers each text that another window has left in this browser. Shown, it changes places with the one that is here. */
export function OtherTexts({ id, left, saved, local, keeper }: Props) {
  const t = useTranslations('editor');
  const store = useStore();
  const [texts, setTexts] = useState(left);
  const letGo = (text: LocalText) => {
    local.drop(text);
    setTexts((before) => before.filter((one) => one !== text));
  };
  const show = (text: LocalText) => {
    const { draft } = store;
    const here: LocalText = {
      form: 1,
      id,
      clientId: crypto.randomUUID(),
      sequence: 1,
      seen: null,
      base: keeper.startedFrom,
      at: Date.now(),
      draft,
    };
    const worthKeeping = saved === null || !sameText(draft, saved);
    // Where this browser has no room for both, the one that is here stays here.
    if (worthKeeping && !local.keep(here)) return;
    const change = () => store.edit('from another window', () => editable(store.kind, text.draft));
    if (text.base === null) change();
    else keeper.rebase(text.base, null, change);
    local.drop(text);
    setTexts((before) => before.flatMap((one) => (one !== text ? [one] : worthKeeping ? [here] : [])));
  };
  return texts.map((text) => (
    <div className="kept-notice" role="status" key={text.clientId}>
      <p>{t('others.left', { time: timeOf(text.at) })}</p>
      <button type="button" className="button" onClick={() => show(text)}>
        {t('others.show')}
      </button>
      <button type="button" className="button" onClick={() => letGo(text)}>
        {t('others.letGo')}
      </button>
    </div>
  ));
}
