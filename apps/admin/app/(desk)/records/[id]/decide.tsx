import type { adminCaller } from '@rapporteur/api/admin/router';
import type { DeskRecord, DeskRevisionSummary, Me } from '@rapporteur/api/admin/desk-views';
import { fieldName } from '@rapporteur/ui/words';
import type { ReactNode } from 'react';
import { text } from '../../../../i18n/text';
import { Fold } from '../../../forms/fold';
import { CommandForm } from './command-form';

type Colleague = Awaited<ReturnType<ReturnType<typeof adminCaller>['work']['colleagues']>>['items'][number];

const t = text('review');

interface Props {
  desked: DeskRecord;
  newest: DeskRevisionSummary;
  me: Me;
  /** Whoever works at this desk. */
  colleagues: readonly Colleague[];
  /** Records that it names or rests on and that readers cannot see yet. */
  waitsFor: readonly { id: string; title: string }[];
}

/** What may be done next with a record, by this person, in its state. The command decides again. */
export function Decide({ desked, newest, me, colleagues, waitsFor }: Props) {
  const { record, missingEvidence, revisions, moreRevisions, live } = desked;
  const target = { id: record.id, version: record.lockVersion };
  const may = (action: Me['may'][number]) => me.may.includes(action);
  const wrote = (id: string) => newest.authorId === id || newest.contributorIds.includes(id);
  const own = wrote(me.id);
  const untold = untoldOf(newest);
  const open = newest.state === 'draft' || newest.state === 'in_review' || newest.state === 'approved';
  const neverPublic =
    record.mergedIntoId === null &&
    moreRevisions === null &&
    revisions.every(({ publishedAt }) => publishedAt === null);
  const waits = newest.state === 'scheduled';
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
          <p className="hint">
            {waits ? t('next.waits') : t('next.nothing', { state: text('shell')(`state.${newest.state}`) })}
          </p>
        )}
        {newest.state === 'draft' &&
          may('record.submit') &&
          (missingEvidence.length > 0 || untold !== null ? (
            <p className="refuse">
              {t.rich('next.notYet', { edit: (words) => <a href={`/records/${record.id}/edit`}>{words}</a> })}
            </p>
          ) : (
            <CommandForm {...target} command="submit" button={t('next.submit')} look="main" />
          ))}
        {newest.state === 'in_review' && own && (
          <OwnWork record={record.id} approvers={colleagues.filter(({ id, mayApprove }) => mayApprove && !wrote(id))} />
        )}
        {newest.state === 'in_review' && !own && may('record.approve') && (
          <CommandForm
            {...target}
            command="approve"
            button={t('next.approve')}
            look="main"
            fields={[{ name: 'words', label: t('next.comment'), as: 'lines' }]}
          />
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
                value: newest.changeSaid ? newest.change : '',
                required: true,
                options: [
                  ...(newest.changeSaid ? [] : [{ value: '', label: t('change.choose') }]),
                  ...changes.map((change) => ({ value: change, label: t(`change.${change}`) })),
                ],
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
          {untold !== null && <Check>{t(`checks.untold.${untold}`)}</Check>}
          {open &&
            waitsFor.map(({ id, title }) => (
              <Check key={id}>
                {t.rich('checks.waitsFor', { title, record: (words) => <a href={`/records/${id}`}>{words}</a> })}
              </Check>
            ))}
          <Check good={!own}>{t(own ? 'checks.own' : 'checks.notOwn')}</Check>
        </ul>
      </section>
      {neverPublic && may('record.rename') && (
        <Choice title={t('address.title')}>
          <p className="hint">{t('address.explain')}</p>
          <CommandForm
            {...target}
            command="rename"
            button={t('address.button')}
            fields={[{ name: 'slug', label: t('address.slug'), as: 'line', required: true, value: record.slug }]}
          />
        </Choice>
      )}
      {live !== null && may('record.withdraw') && (
        <Choice title={t('withdraw.title')}>
          <p className="hint">{t('withdraw.takesAlong')}</p>
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
      {!open && !waits && record.mergedIntoId === null && may('record.restore') && (
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

/** What readers have still to be told of a change before it can go to review, as the command that hands it in asks it. */
function untoldOf({ change, changeSaid, note }: DeskRevisionSummary): 'change' | 'note' | null {
  if (!changeSaid) return 'change';
  return change === 'correct' && !note?.trim() ? 'note' : null;
}

/** How many people are named who can approve. */
const mostNamed = 6;

/** That nobody approves their own work, and who can. */
function OwnWork({ record, approvers }: { record: string; approvers: readonly Colleague[] }) {
  const names = approvers.slice(0, mostNamed).map(({ name }) => name);
  return (
    <p className="refuse" role="status">
      <strong>{t('next.ownWork')}</strong>{' '}
      {names.length === 0
        ? t('next.nobodyCan')
        : t.rich('next.theyCan', {
            count: names.length,
            names: list.format(names),
            ask: (words) => <a href={`/records/${record}#work`}>{words}</a>,
          })}
    </p>
  );
}

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });

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
