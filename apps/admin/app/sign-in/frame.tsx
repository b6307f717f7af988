import type { ReactNode } from 'react';
import { text } from '../../i18n/text';
import { Words } from '../../i18n/words';
import { DeskSprite } from '../shell/desk-icon';
import { Wordmark } from '../wordmark';

/** The page of someone who is not signed in: one task on the left, the rule of the desk on the right. */
export function SignInFrame({ children }: { children: ReactNode }) {
  const t = text('people');
  return (
    <div className="desk sign-in">
      <DeskSprite />
      <main id="main">
        <div className="sign-in-form">
          <Wordmark />
          <Words areas={['people']}>{children}</Words>
        </div>
      </main>
      <aside className="sign-in-side" aria-label={t('signIn.rule')}>
        <div>
          <p className="rule-of-the-desk">{t('signIn.ruleText')}</p>
        </div>
      </aside>
    </div>
  );
}
