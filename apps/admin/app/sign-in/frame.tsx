import type { ReactNode } from 'react';
import { Wordmark } from '../wordmark';

/** The page of someone who is not signed in: one task on the left, the rule of the desk on the right. */
export function SignInFrame({ children }: { children: ReactNode }) {
  return (
    <div className="desk sign-in">
      <main id="main">
        <div className="sign-in-form">
          <Wordmark />
          {children}
        </div>
      </main>
      <aside className="sign-in-side" aria-label="The rule of the desk">
        <div>
          <p className="rule-of-the-desk">
            Nothing is published without the passage it rests on, and nobody approves what they wrote.
          </p>
        </div>
      </aside>
    </div>
  );
}
