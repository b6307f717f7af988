'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import type { SnoozeDay } from './when';

interface Props {
  days: readonly SnoozeDay[];
  onChoose: (until: string) => void;
  onClose: () => void;
}

/** Asks until when a record is to be out of sight. */
export function SnoozeDialog({ days, onChoose, onClose }: Props) {
  const t = useTranslations('queue');
  const shell = useTranslations('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="dialog dialog--note"
      aria-labelledby={title}
      onClose={() => {
        const until = dialog.current?.returnValue ?? '';
        if (until !== '') onChoose(until);
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={title}>{t('snooze.title')}</h2>
      </div>
      <form method="dialog" className="dialog-foot">
        {days.map(({ name, day }) => (
          <button key={name} className="button" type="submit" value={day}>
            {t(`snooze.${name}`)}
          </button>
        ))}
        <button className="button" type="submit" value="">
          {shell('key.close')}
        </button>
      </form>
    </dialog>
  );
}
