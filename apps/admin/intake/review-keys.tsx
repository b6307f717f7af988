'use client';

import { useTranslations } from 'next-intl';
import { KeyHelp } from '../app/shell/key-help';

/** The keys of the review, at its foot; `?` lists all of them. */
export function ReviewKeys() {
  const t = useTranslations('intake');
  const hints = [
    { keys: ['J', 'K'], does: t('key.move') },
    { keys: ['A'], does: t('act.accept') },
    { keys: ['E'], does: t('act.edit') },
    { keys: ['M'], does: t('act.merge') },
    { keys: ['R'], does: t('act.reject') },
    { keys: ['Shift R'], does: t('key.rejectRest') },
    { keys: ['U'], does: t('key.undo') },
    { keys: ['P'], does: t('key.passage') },
    { keys: ['N'], does: t('key.propose') },
    { keys: ['S'], does: t('key.source') },
  ];
  return (
    <footer className="keys" aria-label={t('keys')}>
      {hints.map(({ keys, does }) => (
        <span key={does} className="single-key">
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {does}
        </span>
      ))}
      <KeyHelp hints={[...hints, { keys: ['Ctrl Enter'], does: t('key.send') }]} />
    </footer>
  );
}
