import type { Metadata } from 'next';
import { word } from '@rapporteur/ui/words';
import { text } from '../../i18n/text';
import { DeadLink } from '../sign-in/dead-link';
import { flashOf, valueIn, type Query } from '../sign-in/flash';
import { SignInFrame } from '../sign-in/frame';
import { JoinForm } from '../sign-in/join-form';
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
      <JoinForm
        action="/invitation/accept"
        purpose="invitation"
        token={token}
        button={t('invitation.button')}
        flash={flash}
        names={['name', 'password']}
      >
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
      </JoinForm>
    </SignInFrame>
  );
}
