import type { Metadata } from 'next';
import { text } from '../../i18n/text';
import { Field, Refusal } from '../sign-in/field';
import { flashOf, valueIn, type Query } from '../sign-in/flash';
import { SignInFrame } from '../sign-in/frame';
import { DeadLink } from '../sign-in/dead-link';
import { linkWorks } from '../sign-in/link-works';

const t = text('people');

export const metadata: Metadata = { title: t('reset.title'), referrer: 'same-origin' };

/** What a reset link opens. */
export default async function ResetPage({ searchParams }: { searchParams: Query }) {
  const [query, flash] = await Promise.all([searchParams, flashOf(searchParams)]);
  const token = valueIn(query, 'token');
  if ((await linkWorks('reset', token)) === null) return <DeadLink />;
  return (
    <SignInFrame>
      <h1>{t('reset.title')}</h1>
      <p className="hint">{t('reset.how')}</p>
      <form action="/reset/redeem" method="post">
        <Refusal flash={flash} names={['password']} />
        <input type="hidden" name="token" value={token} />
        <Field
          name="password"
          type="password"
          label={t('field.newPassword')}
          hint={t('field.passwordHint')}
          autoComplete="new-password"
          flash={flash}
        />
        <button className="button button--main" type="submit">
          {t('reset.button')}
        </button>
      </form>
    </SignInFrame>
  );
}
