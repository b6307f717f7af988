'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '../desk-icon';
import { useSingleKeys } from '../single-keys';
import type { Act } from './acts';

// Loaded when it is first opened: most pages are read without it.
const Palette = lazy(() => import('./palette').then((module) => ({ default: module.Palette })));

/** The way to find or do anything, by click or Ctrl K. Without scripts it leads to the list of all records. */
export function OpenPalette({ acts }: { acts: readonly Act[] }) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const close = () => {
    setOpen(false);
    setText('');
  };
  // None of its own; but every screen of the desk heeds, and shows, whether single keys are wanted.
  useSingleKeys({});
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Also while the palette is still loading, and heeds no key itself.
      if (event.key === 'Escape' && !event.isComposing) return close();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <a
        className="rail-search"
        href="/?view=all"
        aria-haspopup="dialog"
        // On small screens its words are not shown.
        aria-label={t('palette.title')}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name="i-search" />
        <span>{t('palette.title')}</span>
        <kbd>Ctrl K</kbd>
      </a>
      {open && (
        <Suspense fallback={<Loading text={text} onText={setText} />}>
          <Palette acts={acts} text={text} onText={setText} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

/** Takes what is typed until the palette is there, so that no letter is lost, or does something as a single key. */
function Loading({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTranslations('shell');
  return (
    <div className="veil">
      <div className="palette" role="dialog" aria-label={t('palette.title')}>
        <div className="palette-field">
          <Icon name="i-search" />
          <input
            className="palette-input"
            type="search"
            aria-label={t('palette.field')}
            placeholder={t('palette.placeholder')}
            // Whoever opens the palette wants to type.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        </div>
      </div>
    </div>
  );
}
