import { returnPath } from '@rapporteur/api/admin/return-path';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { text } from '../../i18n/text';
import { contextOf } from '../session';
import { Field, Refusal } from './field';
import { flashOf, valueIn, type Query } from './flash';
import { SignInFrame } from './frame';
import { PasskeyButton } from './passkey-button';

const t = text('people');

export const metadata: Metadata = { title: t('signIn.page') };

/** The way in: a passkey, or an address and a password. `again` shows it to somebody who is in, to confirm who they are. */
export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const [query, flash, { user }] = await Promise.all([searchParams, flashOf(searchParams), contextOf()]);
  const next = returnPath(query['next']);
  const again = query['again'] !== undefined;
  if (user !== null && !again) redirect(next);
  return (
    <SignInFrame>
      <h1>{t('signIn.title')}</h1>
      <p className="hint">{again ? t('signIn.again') : t('signIn.forEditors')}</p>
      {valueIn(query, 'reset') !== '' && (
        <p className="outcome" role="status">
          {t('signIn.reset')}
        </p>
      )}
      <PasskeyButton next={next} />
      <form action="/sign-in/password" method="post">
        <Refusal flash={flash} names={[]} />
        <input type="hidden" name="next" value={next} />
        <Field name="email" type="email" label={t('field.email')} autoComplete="username webauthn" flash={flash} />
        <Field
          name="password"
          type="password"
          label={t('field.password')}
          autoComplete="current-password"
          flash={null}
        />
        <button className="button" type="submit">
          {t('signIn.button')}
        </button>
      </form>
      <p className="sign-in-more">
        <a href="/sign-in/forgotten">{t('signIn.forgotten')}</a>
      </p>
      <p className="hint">{t.rich('signIn.byLink', { code: (words) => <code>{words}</code> })}</p>
    </SignInFrame>
  );
}
