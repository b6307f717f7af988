import type { Metadata } from 'next';
import { SignInFrame } from '../frame';

export const metadata: Metadata = { title: 'Sign in', referrer: 'same-origin' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a sign-in link opens. Only the button uses the link up, so that programs that look ahead at links do not. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { token } = await searchParams;
  return (
    <SignInFrame>
      <h1>Sign in to the desk</h1>
      {typeof token === 'string' && token !== '' ? (
        <form action="/sign-in/redeem" method="post">
          <p>This link works once. Press the button to use it in this browser.</p>
          <input type="hidden" name="token" value={token} />
          <p className="field">
            <button className="button button--main" type="submit">
              Sign in
            </button>
          </p>
        </form>
      ) : (
        <p className="problem" role="alert">
          This link is not complete. Copy all of it, or ask for a new one.
        </p>
      )}
    </SignInFrame>
  );
}
