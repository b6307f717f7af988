'use client';

import { startRegistration } from '@simplewebauthn/browser';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { nameInstead, newOptions, Refused } from '../../sign-in/passkey';
import { usePasskeys } from '../../sign-in/use-passkeys';
import { callDesk } from './call-desk';

/** Makes a passkey on this device. Passkeys are the one thing here that needs scripts. */
export function AddPasskey() {
  const t = useTranslations('account');
  const passkeys = usePasskeys();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name'));
    setBusy(true);
    setProblem(null);
    try {
      const { id, options } = await callDesk('account.askForPasskey', {});
      const response = await startRegistration({ optionsJSON: newOptions(options) });
      await callDesk('account.addPasskey', { id, name, response });
      window.location.assign('/account?done=passkeyAdded');
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : t('passkeys.failed'));
      setBusy(false);
    }
  }

  if (passkeys === 'none') return <p className="hint">{t('passkeys.unsupported')}</p>;
  if (passkeys === 'elsewhere') {
    return (
      <p className="hint">
        {t.rich('passkeys.elsewhere', {
          link: (words) => <a href={nameInstead(window.location) ?? '/account'}>{words}</a>,
        })}
      </p>
    );
  }
  return (
    <form onSubmit={(event) => void add(event)}>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="field">
        <label htmlFor="passkey-name">{t('passkeys.name')}</label>
        <input className="input" id="passkey-name" name="name" required maxLength={200} />
      </div>
      <button className="button" type="submit" disabled={busy}>
        {t('passkeys.add')}
      </button>
    </form>
  );
}
