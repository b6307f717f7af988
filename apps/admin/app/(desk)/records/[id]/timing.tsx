import type { DeskRevisionSummary, Me } from '@rapporteur/api/admin/desk-views';
import type { PublicationStatus } from '@rapporteur/domain/release-views';
import { text } from '../../../../i18n/text';
import { Words } from '../../../../i18n/words';
import { Fold } from '../../../forms/fold';
import { MomentFields } from '../../../forms/moment-fields';
import { atMoment, atTime } from '../../../wording';
import { Failure } from '../../releases/failure';
import { PutIntoRelease, type OpenRelease } from '../../releases/put';
import { CommandForm } from './command-form';

const t = text('review');

interface Props {
  status: PublicationStatus;
  newest: DeskRevisionSummary;
  target: { id: string; version: number };
  may: (action: Me['may'][number]) => boolean;
  /** Releases that it could go into. */
  releases: readonly OpenRelease[];
  now: Date;
  /** Empty, or `review`: the page that the forms come back to. */
  page?: string;
}

/** When a version becomes public: at once, at a chosen instant, with others, or not before an instant. */
export function Timing(props: Props) {
  const { status, newest, target, may, releases } = props;
  const { schedule, failure, release } = status;
  const named = release?.name ?? null;
  const isOpen = newest.state === 'draft' || newest.state === 'in_review' || newest.state === 'approved';
  return (
    <Words areas={['release']}>
      <section aria-labelledby="timing">
        <h2 id="timing">{t('timing.title')}</h2>
        {failure !== null && (
          <Failure failure={failure} words={t('timing.failed', { at: atTime(failure.at), why: failure.message })} />
        )}
        {schedule === null ? (
          named === null && <p className="hint">{t('timing.asSoonAs')}</p>
        ) : (
          <>
            <p>
              <strong>{t('timing.scheduled', { when: atMoment(schedule), by: schedule.by.name })}</strong>
            </p>
            <p className="hint">{t('timing.rights', { by: schedule.by.name })}</p>
          </>
        )}
        {release !== null && named !== null && (
          <p>
            {text('release').rich('put.waits', {
              name: named,
              link: (words) => <a href={`/releases/${release.id}`}>{words}</a>,
            })}
          </p>
        )}
        {named === null && <Schedule {...props} />}
        {isOpen && release === null && may('release.manage') && (
          <Fold title={text('release')('put.title')}>
            <PutIntoRelease target={target} releases={releases} />
          </Fold>
        )}
        <Embargo {...props} />
      </section>
    </Words>
  );
}

/** The instant of this record alone. */
function Schedule({ status: { schedule }, newest, target, may, page = '' }: Props) {
  if (!may('record.schedule')) return null;
  const form = { ...target, hidden: { page } };
  if (newest.state === 'approved') {
    return (
      <Fold title={t('timing.schedule')}>
        <p className="hint">{t('timing.rightsRule')}</p>
        <CommandForm {...form} command="schedule" button={t('timing.schedule')}>
          <MomentFields />
        </CommandForm>
      </Fold>
    );
  }
  if (newest.state !== 'scheduled') return null;
  return (
    <>
      <Fold title={t('timing.reschedule')}>
        <CommandForm {...form} command="reschedule" button={t('timing.reschedule')}>
          <MomentFields chosen={schedule} />
        </CommandForm>
      </Fold>
      <CommandForm {...form} command="unschedule" button={t('timing.unschedule')} />
    </>
  );
}

/** Before when nothing of the record is published. */
function Embargo({ status: { embargo }, newest, target, may, now, page = '' }: Props) {
  const isOpen = newest.state !== 'live' && newest.state !== 'withdrawn' && newest.state !== 'discarded';
  const isOver = embargo !== null && Date.parse(embargo.until.at) <= now.getTime();
  const form = { ...target, hidden: { page } };
  return (
    <>
      {embargo !== null && (
        <>
          <p>
            <strong>{t('timing.embargoed', { when: atMoment(embargo.until) })}</strong>
            {embargo.reason !== null && `: ${embargo.reason}`}
          </p>
          <p className="hint">{t(isOver ? 'timing.ended' : 'timing.embargoMeans')}</p>
        </>
      )}
      {isOpen && may('record.embargo') && (
        <Fold title={t(embargo === null ? 'timing.embargo' : 'timing.moveEmbargo')}>
          {embargo === null && <p className="hint">{t('timing.embargoMeans')}</p>}
          <CommandForm
            {...form}
            command="embargo"
            button={t(embargo === null ? 'timing.embargo' : 'timing.moveEmbargo')}
            fields={[{ name: 'words', label: t('timing.reason'), as: 'lines', value: embargo?.reason ?? '' }]}
          >
            <MomentFields chosen={embargo?.until ?? null} />
            {newest.state === 'approved' && may('record.schedule') && (
              <label className="check">
                <input type="checkbox" name="atEnd" value="yes" /> {t('timing.atEnd')}
              </label>
            )}
          </CommandForm>
        </Fold>
      )}
      {embargo !== null && !isOver && may('record.lift_embargo') && (
        <CommandForm {...form} command="liftEmbargo" button={t('timing.lift')} />
      )}
    </>
  );
}
