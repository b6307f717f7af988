import type { Me } from '@rapporteur/api/admin/desk-views';
import type { ReleaseCheck, ReleaseView } from '@rapporteur/domain/release-views';
import { text } from '../../../../i18n/text';
import { Words } from '../../../../i18n/words';
import { ActionField, ActionForm } from '../../../forms/action-form';
import { Fold } from '../../../forms/fold';
import { MomentFields } from '../../../forms/moment-fields';
import { atMoment, atTime } from '../../../wording';
import { Failure } from '../failure';
import { giveUp, publishNow, rename, schedule as setInstant, unschedule } from '../actions';

const t = text('release');

interface Props {
  release: ReleaseView;
  check: ReleaseCheck | null;
  me: Me;
}

/** What may be done next with a release, by this person, in its state. The command decides again. */
export function Decide({ release, check, me }: Props) {
  const { state, schedule, failure, publishedAt } = release;
  const hidden = { id: release.id, version: String(release.lockVersion) };
  const mayPublish = me.may.includes('release.publish');
  const hindered = check?.items.filter(({ faults }) => faults.length > 0).length ?? 0;
  const mayManage = me.may.includes('release.manage');
  return (
    <Words areas={['release']}>
      <section aria-labelledby="next">
        <h2 id="next">{t('next.title')}</h2>
        {publishedAt !== null && <p>{t('next.published', { at: atTime(publishedAt) })}</p>}
        {state === 'cancelled' && <p className="hint">{t('next.cancelled')}</p>}
        {failure !== null && state === 'open' && (
          <Failure failure={failure} words={t('next.failed', { at: atTime(failure.at), why: failure.message })} />
        )}
        {check !== null && release.items.length > 0 && <Readiness hindered={hindered} />}
        {state === 'open' && mayPublish && release.items.length > 0 && (
          <ActionForm
            action={publishNow}
            button={t('next.publish', { count: release.items.length })}
            // Where a record is not ready it would be refused: it is no step to go on with.
            {...(hindered > 0 ? {} : { look: 'main' as const })}
            hidden={hidden}
          />
        )}
        {(state === 'open' || state === 'scheduled') && !mayPublish && <p className="hint">{t('next.notYours')}</p>}
      </section>
      {schedule !== null && (
        <section aria-labelledby="instant">
          <h2 id="instant">{text('review')('timing.title')}</h2>
          <p>
            <strong>{t('next.scheduled', { when: atMoment(schedule), by: schedule.by.name })}</strong>
          </p>
          <p className="hint">{t('next.rights', { by: schedule.by.name })}</p>
          {mayPublish && (
            <>
              <Fold title={t('next.reschedule')}>
                <ActionForm action={setInstant} button={t('next.reschedule')} hidden={{ ...hidden, again: 'yes' }}>
                  <MomentFields chosen={schedule} />
                </ActionForm>
              </Fold>
              <ActionForm action={unschedule} button={t('next.unschedule')} hidden={hidden} />
            </>
          )}
        </section>
      )}
      {state === 'open' && mayPublish && release.items.length > 0 && (
        <section>
          <Fold title={t('next.schedule')}>
            <p className="hint">{t('next.rightsRule')}</p>
            <ActionForm action={setInstant} button={t('next.schedule')} hidden={hidden}>
              <MomentFields />
            </ActionForm>
          </Fold>
        </section>
      )}
      {state === 'open' && mayManage && (
        <>
          <section>
            <Fold title={t('rename.title')}>
              <ActionForm action={rename} button={t('rename.button')} hidden={hidden}>
                <ActionField name="name" label={t('make.name')} value={release.name ?? ''} autoComplete="off" />
              </ActionForm>
            </Fold>
          </section>
          <section>
            <Fold title={t('cancel.title')}>
              <p className="hint">{t('cancel.means')}</p>
              <ActionForm action={giveUp} button={t('cancel.button')} look="bad" hidden={hidden} />
            </Fold>
          </section>
        </>
      )}
    </Words>
  );
}

function Readiness({ hindered }: { hindered: number }) {
  return hindered === 0 ? (
    <p className="hint">{t('next.ready')}</p>
  ) : (
    <p className="refuse">
      <strong>{t('next.hindered', { count: hindered })}</strong>
    </p>
  );
}
