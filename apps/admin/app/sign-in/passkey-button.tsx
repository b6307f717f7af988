'use client';

import { startAuthentication } from '@simplewebauthn/browser';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '../shell/desk-icon';
import { ask, nameInstead, Refused, signInOptions } from './passkey';
import { usePasskeys } from './use-passkeys';

/** Signs in by a passkey. Where the browser knows none, there is no button: the form below needs no script. */
export function PasskeyButton({ next }: { next: string }) {
  const t = useTranslations('people');
  const passkeys = usePasskeys();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function signIn() {
    setBusy(true);
    setProblem(null);
    try {
      const { id, options } = await ask('/sign-in/passkey/options', {});
      const response = await startAuthentication({ optionsJSON: signInOptions(options) });
      const { location } = await ask('/sign-in/passkey/verify', { id, response, next });
      window.location.assign(String(location));
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : t('passkey.failed'));
      setBusy(false);
    }
  }

  if (passkeys === 'none') return null;
  if (passkeys === 'elsewhere') {
    return (
      <p className="hint">
        {t.rich('passkey.elsewhere', {
          link: (words) => <a href={nameInstead(window.location) ?? '/sign-in'}>{words}</a>,
        })}
      </p>
    );
  }
  return (
    <>
      <p>
        <button className="button button--main" type="button" disabled={busy} onClick={() => void signIn()}>
          <Icon name="i-key" />
          {t('passkey.signIn')}
        </button>
      </p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <p className="or">{t('or')}</p>
    </>
  );
}
