import type { Metadata } from 'next';
import { text } from '../../../i18n/text';
import { sendsMail } from '../../desk-origin';
import { Field, Refusal } from '../field';
import { flashOf, valueIn, type Query } from '../flash';
import { SignInFrame } from '../frame';

const t = text('people');

export const metadata: Metadata = { title: t('forgotten.title') };

/** Asks for the address to which a reset link goes; says what to do where the installation sends no mail. */
export default async function ForgottenPage({ searchParams }: { searchParams: Query }) {
  const [query, flash] = await Promise.all([searchParams, flashOf(searchParams)]);
  if (!sendsMail()) {
    return (
      <SignInFrame>
        <h1>{t('forgotten.title')}</h1>
        <p>{t('forgotten.noMail')}</p>
        <p>
          <code className="command">pnpm rapporteur user reset name@organisation.example</code>
        </p>
        <BackToSignIn />
      </SignInFrame>
    );
  }
  if (valueIn(query, 'sent') !== '') {
    return (
      <SignInFrame>
        <h1>{t('forgotten.sentTitle')}</h1>
        <p role="status">{t('forgotten.sent')}</p>
        <BackToSignIn />
      </SignInFrame>
    );
  }
  return (
    <SignInFrame>
      <h1>{t('forgotten.title')}</h1>
      <p className="hint">{t('forgotten.how')}</p>
      <form action="/sign-in/forgotten/send" method="post">
        <Refusal flash={flash} names={['email']} />
        <Field name="email" type="email" label={t('field.email')} autoComplete="username" flash={flash} />
        <button className="button button--main" type="submit">
          {t('forgotten.button')}
        </button>
      </form>
      <BackToSignIn />
    </SignInFrame>
  );
}

function BackToSignIn() {
  return (
    <p className="sign-in-more">
      <a href="/sign-in">{t('forgotten.back')}</a>
    </p>
  );
}
