import { text } from '../../i18n/text';
import { SignInFrame } from './frame';

/** What a link opens that does not work any more, or never did. */
export function DeadLink() {
  const t = text('people');
  return (
    <SignInFrame>
      <h1>{t('link.dead')}</h1>
      <p>{t('link.deadAdvice')}</p>
      <p className="sign-in-more">
        <a href="/sign-in">{t('forgotten.back')}</a>
      </p>
    </SignInFrame>
  );
}
