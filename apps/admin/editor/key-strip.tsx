'use client';

import { useTranslations } from 'next-intl';
import { KeyHelp } from '../app/shell/key-help';

/** The keys of the editor, at its foot; `?` lists all of them. Single keys are hidden where somebody switched them off. */
export function KeyStrip() {
  const t = useTranslations('editor');
  const hints = [
    { keys: ['Tab'], does: t('key.next') },
    { keys: ['F6'], does: t('key.pane') },
    { keys: ['C'], does: t('key.rest'), single: true },
    { keys: ['[', ']'], does: t('key.passages'), single: true },
    { keys: ['V'], does: t('key.preview'), single: true },
    { keys: ['Ctrl Z'], does: t('key.undo') },
    { keys: ['Ctrl S'], does: t('save') },
    { keys: ['Ctrl Enter'], does: t('submit') },
  ];
  const more = [
    { keys: ['Ctrl Shift Z'], does: t('key.redo') },
    { keys: ['Ctrl K'], does: t('key.find') },
    { keys: ['?'], does: t('key.all') },
  ];
  return (
    <footer className="keys" aria-label={t('keys')}>
      {hints.map(({ keys, does, single = false }) => (
        <span key={does} className={single ? 'single-key' : undefined}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {does}
        </span>
      ))}
      <KeyHelp hints={[...hints, ...more]} />
    </footer>
  );
}
