import { returnPath } from '@rapporteur/api/admin/return-path';
import type { Metadata } from 'next';
import { text } from '../../../i18n/text';
import { Field, Refusal } from '../field';
import { flashOf, type Query } from '../flash';
import { SignInFrame } from '../frame';

const t = text('people');

export const metadata: Metadata = { title: t('secondFactor.title') };

/** Asks for the code of the authenticator app, after a password that was right. */
export default async function SecondFactorPage({ searchParams }: { searchParams: Query }) {
  const [query, flash] = await Promise.all([searchParams, flashOf(searchParams)]);
  return (
    <SignInFrame>
      <h1>{t('secondFactor.title')}</h1>
      <form action="/sign-in/second-factor/check" method="post">
        <Refusal flash={flash} names={[]} />
        <input type="hidden" name="next" value={returnPath(query['next'])} />
        <Field
          name="code"
          label={t('secondFactor.code')}
          hint={t('secondFactor.hint')}
          autoComplete="one-time-code"
          autoFocus
          flash={flash}
        />
        <button className="button button--main" type="submit">
          {t('signIn.button')}
        </button>
      </form>
      <p className="sign-in-more">
        <a href="/sign-in">{t('secondFactor.restart')}</a>
      </p>
    </SignInFrame>
  );
}
