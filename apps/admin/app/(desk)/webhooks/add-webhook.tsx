'use client';

import { useTranslations } from 'next-intl';
import { ActionField, ActionForm } from '../../forms/action-form';
import { Copy } from '../../forms/copy';
import { addWebhook } from './actions';

interface Props {
  kinds: readonly { value: string; label: string }[];
  /** Keeps a form that is sent twice from adding two. */
  once: string;
}

/** Adds an address that is told of publications. Its secret is shown this once. */
export function AddWebhook({ kinds, once }: Props) {
  const t = useTranslations('webhook');
  return (
    <ActionForm
      action={addWebhook}
      button={t('add.button')}
      look="main"
      hidden={{ once }}
      show={({ address, secret }) => (
        <div className="once" role="status">
          <p>
            <strong>{t('add.made', { address })}</strong> {t('add.once')}
          </p>
          <Copy text={secret} label={t('add.secret', { address })} copy={t('add.copy')} copied={t('add.copied')} />
          <p>
            <a href="/webhooks">{t('add.kept')}</a>
          </p>
        </div>
      )}
    >
      <ActionField name="address" type="url" label={t('add.address')} hint={t('add.addressHint')} maxLength={2000} />
      <fieldset className="field">
        <legend className="field-label">{t('add.kinds')}</legend>
        {kinds.map(({ value, label }) => (
          <label className="check" key={value}>
            <input type="checkbox" name={`kind-${value}`} value="on" />
            {label}
          </label>
        ))}
      </fieldset>
    </ActionForm>
  );
}
