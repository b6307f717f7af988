'use client';

import type { TokenItem } from '@rapporteur/api/admin/people-views';
import { useTranslations } from 'next-intl';
import { ActionChoice, ActionField, ActionForm } from '../../forms/action-form';
import { Copy } from '../../forms/copy';
import { createToken } from './actions';

/** Makes a token for a program. Its secret is shown this once; `once` keeps a form that is sent twice from making two. */
export function NewToken({ scopes, once }: { scopes: readonly TokenItem['scopes'][number][]; once: string }) {
  const t = useTranslations('account');
  return (
    <ActionForm
      action={createToken}
      button={t('tokens.create')}
      hidden={{ once }}
      show={({ name, secret }) => (
        <div className="once" role="status">
          <p>
            <strong>{t('tokens.made', { name })}</strong> {t('tokens.once')}
          </p>
          <Copy text={secret} label={t('tokens.secret', { name })} copy={t('copy')} copied={t('copied')} />
          <p>
            <a href="/account#tokens">{t('tokens.kept')}</a>
          </p>
        </div>
      )}
    >
      <ActionField name="name" label={t('tokens.name')} hint={t('tokens.nameHint')} />
      <fieldset className="field">
        <legend className="field-label">{t('tokens.scopes')}</legend>
        {scopes.map((scope) => (
          <label className="check" key={scope}>
            <input type="checkbox" name={`scope-${scope}`} value="on" defaultChecked={scope === 'read'} />
            {t(`scope.${scope}`)}
          </label>
        ))}
      </fieldset>
      <ActionChoice
        name="days"
        label={t('tokens.lifetime')}
        value="90"
        options={['7', '30', '90', '365'].map((days) => ({
          value: days,
          label: t('tokens.days', { days: Number(days) }),
        }))}
      />
    </ActionForm>
  );
}
