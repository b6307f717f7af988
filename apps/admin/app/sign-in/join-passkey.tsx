'use client';

import { startRegistration } from '@simplewebauthn/browser';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Icon } from '../shell/desk-icon';
import { ask, newOptions } from './passkey';
import { usePasskeyWay } from './use-passkey-way';
import { usePasskeys } from './use-passkeys';

/** The other way in for somebody new: a passkey in place of a password, with the name that they typed in the form above. */
export function JoinPasskey({ purpose, token }: { purpose: 'invitation' | 'set_up'; token: string }) {
  const t = useTranslations('people');
  const passkeys = usePasskeys();
  const place = useRef<HTMLParagraphElement>(null);
  const typed = (name: string) =>
    place.current?.closest('form')?.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? null;
  const { busy, problem, go } = usePasskeyWay(async () => {
    const person = { name: typed('name')?.value ?? '', email: typed('email')?.value ?? null };
    const { id, options } = await ask('/join/passkey/options', { purpose, token, ...person });
    const response = await startRegistration({ optionsJSON: newOptions(options) });
    return ask('/join/passkey/verify', { id, response, token });
  });
  const isFilled = () => [typed('name'), typed('email')].every((field) => field === null || field.reportValidity());

  if (passkeys !== 'ready') return null;
  return (
    <>
      <p className="or">{t('or')}</p>
      <p ref={place}>
        <button className="button" type="button" disabled={busy} onClick={() => isFilled() && go()}>
          <Icon name="i-key" />
          {t('passkey.instead')}
        </button>
      </p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
