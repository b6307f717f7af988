import type { IntakeView } from '@rapporteur/domain/intake/views';
import { text } from '../i18n/text';
import { Words } from '../i18n/words';
import { ActionForm } from '../app/forms/action-form';
import { giveUp, readAgain } from '../app/(desk)/intake/actions';
import { ItemBar } from './item-bar';
import { KeepFresh } from './keep-fresh';
import { PasteInstead } from './paste-instead';

const t = text('intake');

/** A text that is not read yet: how far that is, or why it cannot be and what can be done. */
export function Unread({ item }: { item: IntakeView }) {
  const { id, state, lockVersion, progress, problem, name } = item;
  const hidden = { id, version: String(lockVersion) };
  const says = t(progress.step === null ? 'step.wait' : `step.${progress.step}`);
  return (
    <>
      <ItemBar name={name} />
      <main id="main" tabIndex={-1} className="settings">
        {state === 'failed' ? (
          <>
            <div className="problem" role="alert">
              <p>
                <strong>{problem}</strong>
              </p>
            </div>
            <section aria-labelledby="instead">
              <h2 id="instead">{t('failed.pasteTitle')}</h2>
              <Words areas={['intake']}>
                <PasteInstead id={id} version={lockVersion} />
              </Words>
            </section>
            <section aria-labelledby="again">
              <h2 id="again">{t('failed.otherwise')}</h2>
              <ActionForm action={readAgain} button={t('failed.again')} hidden={hidden} />
            </section>
          </>
        ) : (
          <section aria-labelledby="reading">
            <h2 id="reading">{t('list.reading')}</h2>
            <p className="intake-reading">
              <progress max={progress.of} value={progress.done} aria-label={says} /> {says}
            </p>
            <p className="hint">{t('leave')}</p>
          </section>
        )}
        <ActionForm action={giveUp} button={t('discard')} look="bad" hidden={hidden} />
      </main>
      <Words areas={['intake', 'shell']}>
        <KeepFresh active={state !== 'failed'} />
      </Words>
    </>
  );
}
