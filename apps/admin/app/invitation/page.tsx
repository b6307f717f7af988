import type { Metadata } from 'next';
import { word } from '@rapporteur/ui/words';
import { text } from '../../i18n/text';
import { DeadLink } from '../sign-in/dead-link';
import { Field, Refusal } from '../sign-in/field';
import { flashOf, valueIn, type Query } from '../sign-in/flash';
import { SignInFrame } from '../sign-in/frame';
import { JoinPasskey } from '../sign-in/join-passkey';
import { linkWorks } from '../sign-in/link-works';

const t = text('people');

export const metadata: Metadata = { title: t('invitation.title'), referrer: 'same-origin' };

/** What an invitation opens: a name, and a password or a passkey. */
export default async function InvitationPage({ searchParams }: { searchParams: Query }) {
  const [query, flash] = await Promise.all([searchParams, flashOf(searchParams)]);
  const token = valueIn(query, 'token');
  const link = await linkWorks('invitation', token);
  if (link === null) return <DeadLink />;
  return (
    <SignInFrame>
      <h1>{t('invitation.title')}</h1>
      <p className="hint">{t('invitation.as', { email: link.email ?? '', role: word(link.role ?? 'reader') })}</p>
      <form action="/invitation/accept" method="post">
        <Refusal flash={flash} names={['name', 'password']} />
        <input type="hidden" name="token" value={token} />
        {/* Lets password managers keep the password under the right name. */}
        <input
          className="vh"
          type="email"
          value={link.email ?? ''}
          autoComplete="username"
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field name="name" label={t('field.name')} hint={t('field.nameHint')} autoComplete="name" flash={flash} />
        <Field
          name="password"
          type="password"
          label={t('field.choosePassword')}
          hint={t('field.passwordHint')}
          autoComplete="new-password"
          flash={flash}
        />
        <button className="button button--main" type="submit">
          {t('invitation.button')}
        </button>
        <JoinPasskey purpose="invitation" token={token} />
      </form>
    </SignInFrame>
  );
}
