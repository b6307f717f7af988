import type { Metadata } from 'next';
import { text } from '../../i18n/text';
import { DeadLink } from '../sign-in/dead-link';
import { Field } from '../sign-in/field';
import { flashOf, valueIn, type Query } from '../sign-in/flash';
import { SignInFrame } from '../sign-in/frame';
import { JoinForm } from '../sign-in/join-form';
import { linkWorks } from '../sign-in/link-works';

const t = text('people');

export const metadata: Metadata = { title: t('setUp.title'), referrer: 'same-origin' };

/** What the host's first link opens: who administers the desk, and how they sign in. */
export default async function SetUpPage({ searchParams }: { searchParams: Query }) {
  const [query, flash] = await Promise.all([searchParams, flashOf(searchParams)]);
  const token = valueIn(query, 'token');
  if ((await linkWorks('set_up', token)) === null) return <DeadLink />;
  return (
    <SignInFrame>
      <h1>{t('setUp.title')}</h1>
      <p className="hint">{t('setUp.how')}</p>
      <JoinForm
        action="/set-up/finish"
        purpose="set_up"
        token={token}
        button={t('setUp.button')}
        flash={flash}
        names={['name', 'email', 'password']}
      >
        <Field name="email" type="email" label={t('field.email')} autoComplete="username" flash={flash} />
      </JoinForm>
    </SignInFrame>
  );
}
