'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import { Icon } from '../../app/shell/desk-icon';
import type { Keeper } from './keeper';

interface Props {
  keeper: Keeper;
  /** The number of the revision that holds the text as it stands; null where none does. */
  savedAs: number | null;
}

/** Whether what was typed is safe, and where. Said politely when it changes; said in words, not by colour alone. */
export function SavedState({ keeper, savedAs }: Props) {
  const t = useTranslations('editor');
  const now = useSyncExternalStore(keeper.subscribe, keeper.get);
  const unheld = now.state === 'unheld';
  useEffect(() => {
    if (!unheld) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unheld]);
  const time = now.at === null ? null : timeOf(now.at);
  const good = now.state === 'kept' || now.state === 'changed' || now.state === 'sending';
  const words =
    now.state === 'kept'
      ? savedAs === null
        ? time === null
          ? t('saved.nothing')
          : t('saved.kept', { time })
        : t('saved.draft', { number: savedAs })
      : now.state === 'refused'
        ? t('saved.refused', { reason: now.message })
        : time !== null && now.state === 'away'
          ? t('saved.awaySince', { time })
          : t(`saved.${now.state}`);
  return (
    <span className="saved" data-state={now.state} role="status">
      <span className={good ? 'icon-good' : 'icon-bad'}>
        <Icon name={good ? 'i-check' : 'i-warn'} />
      </span>
      {words}
    </span>
  );
}

/** 02:14 UTC: the desk's way to write a time of today. */
export const timeOf = (instant: number): string => `${new Date(instant).toISOString().slice(11, 16)} UTC`;
