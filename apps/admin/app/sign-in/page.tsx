import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { contextOf } from '../session';
import { SignInFrame } from './frame';

export const metadata: Metadata = { title: 'Sign in' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: Props) {
  if ((await contextOf()).user !== null) redirect('/');
  const { problem } = await searchParams;
  return (
    <SignInFrame>
      <h1>Sign in to the desk</h1>
      <p className="hint">For editors of the record. Readers need no account.</p>
      {problem === 'link' && (
        <p className="problem" role="alert">
          This link does not work: it was used already, or it is too old. Ask for a new one.
        </p>
      )}
      <h2>With a one-time link</h2>
      <p>
        You sign in with a link that works once, for fifteen minutes. <code>npm start</code> prints one for the
        administrator when it is ready. For anyone else, whoever runs this installation makes one with
      </p>
      <p>
        <code className="command">pnpm rapporteur user link name@organisation.example</code>
      </p>
      <p className="hint">There are no passwords to lose.</p>
    </SignInFrame>
  );
}
