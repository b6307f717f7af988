'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import type { KeyHint } from './key-hint';
import { useSingleKeys, useSingleKeySetting } from './single-keys';

/** All keys of a screen, on request, and the switch for those who want no single keys. */
export function KeyHelp({ hints }: { hints: readonly KeyHint[] }) {
  const t = useTranslations('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [on, setOn] = useSingleKeySetting();
  const open = () => dialog.current?.showModal();
  useSingleKeys({ '?': open });
  return (
    <>
      <button className="link-button key-help" type="button" onClick={open}>
        <kbd>?</kbd>
        {t('key.all')}
      </button>
      <dialog ref={dialog} className="dialog dialog--note" aria-labelledby={title}>
        <div className="dialog-head">
          <h2 id={title}>{t('keys')}</h2>
        </div>
        <dl className="key-list">
          {hints.map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="dialog-foot">
          <label>
            <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} /> {t('key.single')}
          </label>
          <button className="button" type="submit">
            {t('key.close')}
          </button>
        </form>
      </dialog>
    </>
  );
}
