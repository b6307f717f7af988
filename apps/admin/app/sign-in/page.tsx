import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { text } from '../../i18n/text';
import { contextOf } from '../session';
import { SignInFrame } from './frame';

const t = text('people');

export const metadata: Metadata = { title: t('signIn.page') };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: Props) {
  if ((await contextOf()).user !== null) redirect('/');
  const { problem } = await searchParams;
  return (
    <SignInFrame>
      <h1>{t('signIn.title')}</h1>
      <p className="hint">{t('signIn.forEditors')}</p>
      {problem === 'link' && (
        <p className="problem" role="alert">
          {t('signIn.badLink')}
        </p>
      )}
      <h2>{t('signIn.withLink')}</h2>
      <p>{t.rich('signIn.how', { code: (words) => <code>{words}</code> })}</p>
      <p>
        <code className="command">pnpm rapporteur user link name@organisation.example</code>
      </p>
      <p className="hint">{t('signIn.noPasswords')}</p>
    </SignInFrame>
  );
}
