'use client';

import { startAuthentication } from '@simplewebauthn/browser';
import { useTranslations } from 'next-intl';
import { Icon } from '../shell/desk-icon';
import { ask, nameInstead, signInOptions } from './passkey';
import { usePasskeyWay } from './use-passkey-way';
import { usePasskeys } from './use-passkeys';

/** Signs in by a passkey. Where the browser knows none, there is no button: the form below needs no script. */
export function PasskeyButton({ next }: { next: string }) {
  const t = useTranslations('people');
  const passkeys = usePasskeys();
  const { busy, problem, go } = usePasskeyWay(async () => {
    const { id, options } = await ask('/sign-in/passkey/options', {});
    const response = await startAuthentication({ optionsJSON: signInOptions(options) });
    return ask('/sign-in/passkey/verify', { id, response, next });
  });

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
        <button className="button button--main" type="button" disabled={busy} onClick={go}>
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
