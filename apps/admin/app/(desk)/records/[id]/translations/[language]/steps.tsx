import type { Me } from '@rapporteur/api/admin/desk-views';
import type { TranslationView } from '@rapporteur/api/admin/translation';
import { text } from '../../../../../../i18n/text';
import { ActionField, ActionForm } from '../../../../../forms/action-form';
import { takeStep } from './actions';
import type { StepName } from './step-names';

const t = text('translation');

/** What can be done with a translation now, by this person. */
export function Steps({ view, me }: { view: TranslationView; me: Me }) {
  const { newest, published } = view;
  const may = (action: Me['may'][number]) => me.may.includes(action);
  const own = newest?.contributorIds.includes(me.id) ?? false;
  const state = newest?.state;
  const open = state === 'draft' || state === 'in_review' || state === 'approved';
  const step = (name: StepName, look?: 'main' | 'bad') => (
    <Step name={name} view={view} {...(look === undefined ? {} : { look })} />
  );
  return (
    <>
      <section aria-labelledby="steps">
        <h2 id="steps">{t('steps')}</h2>
        {newest === null && <p className="hint">{t('waits')}</p>}
        {newest !== null && (
          <p className="hint">
            {t('by', { author: newest.author })}
            {newest.approver !== null && `. ${t('approved', { approver: newest.approver })}`}.
          </p>
        )}
        {newest?.asked && (
          <p className="refuse">
            {t.rich('asked', { by: newest.asked.by, b: (words) => <strong>{words}</strong> })} {newest.asked.words}
          </p>
        )}
        {state === 'draft' && may('translation.submit') && step('submit', 'main')}
        {state === 'in_review' && own && <p className="refuse">{t('own')}</p>}
        {state === 'in_review' && !own && may('translation.approve') && step('approve', 'main')}
        {state === 'approved' && may('translation.publish') && step('publish', 'main')}
        {(state === 'in_review' || state === 'approved') && may('translation.request_changes') && (
          <Step name="requestChanges" view={view} asks={t('whatToChange')} />
        )}
      </section>
      {open && may('translation.discard') && (
        <section>
          <details>
            <summary>{t('step.discard')}</summary>
            {step('discard', 'bad')}
          </details>
        </section>
      )}
      {published !== null && may('translation.withdraw') && (
        <section>
          <details>
            <summary>{t('step.withdraw')}</summary>
            <Step name="withdraw" view={view} look="bad" asks={t('reason')} />
          </details>
        </section>
      )}
    </>
  );
}

interface StepProps {
  name: StepName;
  view: TranslationView;
  look?: 'main' | 'bad';
  /** What it asks to be told; nothing where it asks nothing. */
  asks?: string;
}

function Step({ name, view: { record, language, lockVersion }, look, asks }: StepProps) {
  const hidden = { step: name, id: record.id, language, version: String(lockVersion) };
  return (
    <ActionForm action={takeStep} button={t(`step.${name}`)} hidden={hidden} {...(look === undefined ? {} : { look })}>
      {asks !== undefined && <ActionField name="reason" label={asks} maxLength={2000} />}
    </ActionForm>
  );
}
