import type { DeskRecord, DeskRevisionSummary, Me } from '@rapporteur/api/admin/desk-views';
import { fieldName } from '@rapporteur/ui/words';
import type { ReactNode } from 'react';
import { text } from '../../../../i18n/text';
import { Fold } from '../../../forms/fold';
import { CommandForm } from './command-form';

const t = text('review');

interface Props {
  desked: DeskRecord;
  newest: DeskRevisionSummary;
  me: Me;
}

/** What may be done next with a record, by this person, in its state. The command decides again. */
export function Decide({ desked, newest, me }: Props) {
  const { record, missingEvidence, revisions, live } = desked;
  const target = { id: record.id, version: record.lockVersion };
  const may = (action: Me['may'][number]) => me.may.includes(action);
  const own = newest.authorId === me.id || newest.contributorIds.includes(me.id);
  const open = newest.state === 'draft' || newest.state === 'in_review' || newest.state === 'approved';
  const changes = live === null ? [] : (['correct', 'update', 'edit'] as const);
  return (
    <>
      <section aria-labelledby="next">
        <h2 id="next">{t('next.title')}</h2>
        {record.mergedIntoId !== null && (
          <p className="refuse">
            {t.rich('next.merged', { other: (words) => <a href={`/records/${record.mergedIntoId}`}>{words}</a> })}
          </p>
        )}
        {!open && record.mergedIntoId === null && (
          <p className="hint">{t('next.nothing', { state: text('shell')(`state.${newest.state}`) })}</p>
        )}
        {newest.state === 'draft' && may('record.submit') && (
          <CommandForm {...target} command="submit" button={t('next.submit')} look="main" />
        )}
        {newest.state === 'in_review' && may('record.approve') && (
          <>
            {own && (
              <p className="refuse" role="status">
                <strong>{t('next.ownWork')}</strong>
              </p>
            )}
            <CommandForm
              {...target}
              command="approve"
              button={t('next.approve')}
              {...(own ? {} : { look: 'main', fields: [{ name: 'words', label: t('next.comment'), as: 'lines' }] })}
            />
          </>
        )}
        {newest.state === 'approved' && may('record.publish') && (
          <CommandForm
            {...target}
            command="publish"
            button={t('next.publish', { number: newest.number })}
            look="main"
          />
        )}
        {(newest.state === 'in_review' || newest.state === 'approved') && may('record.request_changes') && (
          <CommandForm
            {...target}
            command="requestChanges"
            button={t('next.requestChanges')}
            fields={[{ name: 'words', label: t('next.whatToChange'), as: 'lines', required: true }]}
          />
        )}
      </section>
      {newest.state === 'draft' && changes.length > 0 && may('record.save') && (
        <Choice title={t('change.title')}>
          <CommandForm
            {...target}
            command="setChange"
            button={t('change.button')}
            fields={[
              {
                name: 'change',
                label: t('change.what'),
                as: 'choice',
                value: newest.change,
                options: changes.map((change) => ({ value: change, label: t(`change.${change}`) })),
              },
              { name: 'words', label: t('change.note'), as: 'lines', value: newest.note ?? '' },
            ]}
          />
        </Choice>
      )}
      <section aria-labelledby="checks">
        <h2 id="checks">{t('checks.title')}</h2>
        <ul className="gate">
          {missingEvidence.length === 0 ? (
            <Check good>{t('checks.allCited')}</Check>
          ) : (
            missingEvidence.map((field) => (
              <Check key={field}>{t('checks.needsPassage', { field: fieldName(field) })}</Check>
            ))
          )}
          <Check good={!own}>{t(own ? 'checks.own' : 'checks.notOwn')}</Check>
        </ul>
      </section>
      {live !== null && may('record.withdraw') && (
        <Choice title={t('withdraw.title')}>
          <CommandForm
            {...target}
            command="withdraw"
            button={t('withdraw.button')}
            look="bad"
            fields={[{ name: 'words', label: t('withdraw.reason'), as: 'lines', required: true }]}
          />
        </Choice>
      )}
      {open && may('record.discard') && (
        <Choice title={t('discard.title')}>
          <CommandForm
            {...target}
            command="discard"
            button={t('discard.button', { number: newest.number })}
            look="bad"
          />
        </Choice>
      )}
      {!open && record.mergedIntoId === null && may('record.restore') && (
        <Choice title={t('restore.title')}>
          {revisions.map(({ number }) => (
            <CommandForm
              key={number}
              {...target}
              command="restore"
              hidden={{ number }}
              button={t('restore.button', { number })}
            />
          ))}
        </Choice>
      )}
    </>
  );
}

function Choice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Fold title={title}>{children}</Fold>
    </section>
  );
}

function Check({ good = false, children }: { good?: boolean; children: ReactNode }) {
  return (
    <li>
      <span className={good ? 'icon-good' : 'icon-warn'} aria-hidden="true">
        {good ? '✓' : '!'}
      </span>
      <span>{children}</span>
    </li>
  );
}
