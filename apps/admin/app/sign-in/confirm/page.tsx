import type { Metadata } from 'next';
import { text } from '../../../i18n/text';
import { valueIn, type Query } from '../flash';
import { SignInFrame } from '../frame';

const t = text('people');

export const metadata: Metadata = { title: t('signIn.page'), referrer: 'same-origin' };

/** What a sign-in link opens. Only the button uses the link up, so that programs that look ahead at links do not. */
export default async function ConfirmPage({ searchParams }: { searchParams: Query }) {
  const token = valueIn(await searchParams, 'token');
  return (
    <SignInFrame>
      <h1>{t('signIn.title')}</h1>
      {token === '' ? (
        <p className="problem" role="alert">
          {t('link.broken')}
        </p>
      ) : (
        <form action="/sign-in/redeem" method="post">
          <p>{t('signIn.once')}</p>
          <input type="hidden" name="token" value={token} />
          <p className="field">
            <button className="button button--main" type="submit">
              {t('signIn.button')}
            </button>
          </p>
        </form>
      )}
    </SignInFrame>
  );
}
