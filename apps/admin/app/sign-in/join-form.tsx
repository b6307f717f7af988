import type { Flash } from '@rapporteur/api/admin/flash';
import type { ReactNode } from 'react';
import { text } from '../../i18n/text';
import { Field, Refusal } from './field';
import { JoinPasskey } from './join-passkey';

const t = text('people');

interface Props {
  action: string;
  purpose: 'invitation' | 'set_up';
  token: string;
  button: string;
  flash: Flash | null;
  /** Which fields a refusal may name. */
  names: readonly string[];
  /** The address that the person signs in with: typed, or known already. */
  children: ReactNode;
}

/** How somebody becomes a person of the desk: a name, an address, and a password or a passkey. */
export function JoinForm({ action, purpose, token, button, flash, names, children }: Props) {
  return (
    <form action={action} method="post">
      <Refusal flash={flash} names={names} />
      <input type="hidden" name="token" value={token} />
      <Field name="name" label={t('field.name')} hint={t('field.nameHint')} autoComplete="name" flash={flash} />
      {children}
      <Field
        name="password"
        type="password"
        label={t('field.choosePassword')}
        hint={t('field.passwordHint')}
        autoComplete="new-password"
        flash={flash}
      />
      <button className="button button--main" type="submit">
        {button}
      </button>
      <JoinPasskey purpose={purpose} token={token} />
    </form>
  );
}
