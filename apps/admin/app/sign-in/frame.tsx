import type { ReactNode } from 'react';
import { text } from '../../i18n/text';
import { Words } from '../../i18n/words';
import { DeskSprite, Icon } from '../shell/desk-icon';
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
        <figure>
          <figcaption className="rule-of-the-desk">
            {t.rich('signIn.ruleText', {
              mark: (word) => (
                <span className="rule-of-the-desk-mark">
                  {word}
                  <span className="ev" aria-hidden="true">
                    1
                  </span>
                </span>
              ),
            })}
          </figcaption>
          <div className="evidence-card">
            <p className="evidence-card-state evidence-card-state--verified">
              <Icon name="i-check" />
              <strong>{t('specimen.state')}</strong> <span>{t('specimen.what')}</span>
            </p>
            <blockquote className="evidence-card-passage">
              {t.rich('specimen.passage', { mark: (words) => <mark className="passage">{words}</mark> })}
            </blockquote>
            <dl className="evidence-card-facts">
              <div>
                <dt>{t('specimen.source')}</dt>
                <dd>{t('signIn.rule')}</dd>
              </div>
              <div>
                <dt>{t('specimen.place')}</dt>
                <dd>{t('specimen.placeWords')}</dd>
              </div>
            </dl>
          </div>
        </figure>
      </aside>
    </div>
  );
}
