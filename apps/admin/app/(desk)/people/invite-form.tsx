'use client';

import { useTranslations } from 'next-intl';
import { ActionChoice, ActionField, ActionForm } from '../../forms/action-form';
import { Copy } from '../../forms/copy';
import { invite } from './actions';

/** Invites somebody. The link is shown this once, to be handed on. */
export function InviteForm({ roles }: { roles: readonly { value: string; label: string }[] }) {
  const t = useTranslations('people');
  return (
    <ActionForm
      action={invite}
      button={t('invite.button')}
      look="main"
      className="inline-form"
      show={({ email, link, mailed }) => (
        <div className="once" role="status">
          <p>
            <strong>{t('invite.made', { email })}</strong> {t(`invite.mailed.${mailed}`)} {t('invite.once')}
          </p>
          <Copy text={link} label={t('invite.link', { email })} copy={t('invite.copy')} copied={t('invite.copied')} />
          <p>
            <a href="/people">{t('invite.another')}</a>
          </p>
        </div>
      )}
    >
      <ActionField name="email" type="email" label={t('field.email')} autoComplete="off" />
      <ActionChoice name="role" label={t('people.role')} value="editor" options={roles} />
    </ActionForm>
  );
}
