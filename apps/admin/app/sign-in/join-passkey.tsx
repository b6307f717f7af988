'use client';

import { startRegistration } from '@simplewebauthn/browser';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Icon } from '../shell/desk-icon';
import { ask, newOptions, Refused } from './passkey';
import { usePasskeys } from './use-passkeys';

/** The other way in for somebody new: a passkey in place of a password, with the name that they typed in the form above. */
export function JoinPasskey({ purpose, token }: { purpose: 'invitation' | 'set_up'; token: string }) {
  const t = useTranslations('people');
  const passkeys = usePasskeys();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const place = useRef<HTMLParagraphElement>(null);

  async function join() {
    const form = place.current?.closest('form');
    const typed = (name: string) => form?.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? null;
    for (const field of [typed('name'), typed('email')]) {
      if (field !== null && !field.reportValidity()) return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const person = { name: typed('name')?.value ?? '', email: typed('email')?.value ?? null };
      const { id, options } = await ask('/join/passkey/options', { purpose, token, ...person });
      const response = await startRegistration({ optionsJSON: newOptions(options) });
      const { location } = await ask('/join/passkey/verify', { id, response, token });
      window.location.assign(String(location));
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : t('passkey.failed'));
      setBusy(false);
    }
  }

  if (passkeys !== 'ready') return null;
  return (
    <>
      <p className="or">{t('or')}</p>
      <p ref={place}>
        <button className="button" type="button" disabled={busy} onClick={() => void join()}>
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
