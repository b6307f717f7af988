'use client';

import { useTranslations } from 'next-intl';
import { ActionField, ActionForm } from '../../forms/action-form';
import { confirmSecondFactor, removeSecondFactor, renewRecoveryCodes, startSecondFactor } from './actions';

/** Turns the second factor on or off, and makes new recovery codes. */
export function SecondFactor({ on }: { on: boolean }) {
  const t = useTranslations('account');
  const password = (
    <ActionField name="password" type="password" label={t('password.current')} autoComplete="current-password" />
  );
  if (!on) {
    return (
      <ActionForm
        action={startSecondFactor}
        button={t('secondFactor.start')}
        show={({ qr, secret, recoveryCodes }) => (
          <div className="once">
            <ol className="steps">
              <li>
                {t('secondFactor.scan')}
                <svg className="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t('secondFactor.qr')}>
                  <path d={qr.path} />
                </svg>
                <p className="hint">{t('secondFactor.byHand')}</p>
                <p>
                  <code className="secret">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
                </p>
              </li>
              <li>
                {t('secondFactor.keepCodes')}
                <RecoveryCodes codes={recoveryCodes} />
              </li>
              <li>
                {t('secondFactor.confirm')}
                <ActionForm action={confirmSecondFactor} button={t('secondFactor.turnOn')} look="main">
                  <ActionField
                    name="code"
                    label={t('secondFactor.code')}
                    autoComplete="one-time-code"
                    inputMode="numeric"
                    maxLength={12}
                  />
                </ActionForm>
              </li>
            </ol>
          </div>
        )}
      >
        {password}
      </ActionForm>
    );
  }
  return (
    <>
      <p className="good-word">{t('secondFactor.isOn')}</p>
      <details>
        <summary>{t('secondFactor.newCodes')}</summary>
        <ActionForm
          action={renewRecoveryCodes}
          button={t('secondFactor.makeCodes')}
          show={(codes) => (
            <div className="once">
              <p>{t('secondFactor.keepCodes')}</p>
              <RecoveryCodes codes={codes} />
            </div>
          )}
        >
          {password}
        </ActionForm>
      </details>
      <details>
        <summary>{t('secondFactor.off')}</summary>
        <ActionForm action={removeSecondFactor} button={t('secondFactor.turnOff')} look="bad">
          {password}
        </ActionForm>
      </details>
    </>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ul className="codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}
