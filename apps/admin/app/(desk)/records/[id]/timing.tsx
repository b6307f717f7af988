import type { DeskRevisionSummary, Me } from '@rapporteur/api/admin/desk-views';
import type { PublicationStatus } from '@rapporteur/domain/release-views';
import { text } from '../../../../i18n/text';
import { atTime } from '../../../wording';
import { CommandForm, type FormField } from './command-form';

const t = text('review');

/** Offered while typing; any zone of the IANA database can be typed. */
const zones = ['UTC', 'Europe/Brussels', 'Europe/Kyiv', 'Europe/Budapest', 'Europe/London', 'America/New_York'];

const moment = (): FormField[] => [
  { name: 'local', label: t('timing.local'), as: 'moment', required: true },
  { name: 'zone', label: t('timing.zone'), as: 'line', required: true, value: 'UTC', offers: zones },
  {
    name: 'choose',
    label: t('timing.choose'),
    as: 'choice',
    options: [
      { value: '', label: t('timing.once') },
      { value: 'earlier', label: t('timing.earlier') },
      { value: 'later', label: t('timing.later') },
    ],
  },
];

interface Props {
  status: PublicationStatus;
  newest: DeskRevisionSummary;
  target: { id: string; version: number };
  may: (action: Me['may'][number]) => boolean;
}

/** When a version becomes public: at once, at a chosen instant, or not before one. */
export function Timing({ status, newest, target, may }: Props) {
  const { schedule, embargo, failure, release } = status;
  const open = newest.state === 'draft' || newest.state === 'in_review' || newest.state === 'approved';
  return (
    <section aria-labelledby="timing">
      <h2 id="timing">{t('timing.title')}</h2>
      {failure !== null && (
        <p className="refuse" role="status">
          <strong>{t('timing.failed', { at: atTime(failure.at), why: failure.message })}</strong>
        </p>
      )}
      {schedule === null ? (
        <p className="hint">{t('timing.asSoonAs')}</p>
      ) : (
        <p>
          {t('timing.scheduled', {
            local: schedule.local.replace('T', ' '),
            zone: schedule.zone,
            by: schedule.by.name,
          })}
        </p>
      )}
      {release?.name && <p className="hint">{t('timing.release', { name: release.name })}</p>}
      {embargo !== null && (
        <p>
          {t('timing.embargoed', { local: embargo.until.local.replace('T', ' '), zone: embargo.until.zone })}
          {embargo.reason !== null && `: ${embargo.reason}`}
        </p>
      )}
      {newest.state === 'approved' && may('record.schedule') && (
        <Fold title={t('timing.schedule')}>
          <CommandForm {...target} command="schedule" button={t('timing.schedule')} fields={moment()} />
        </Fold>
      )}
      {newest.state === 'scheduled' && may('record.schedule') && (
        <>
          <Fold title={t('timing.reschedule')}>
            <CommandForm {...target} command="reschedule" button={t('timing.reschedule')} fields={moment()} />
          </Fold>
          <CommandForm {...target} command="unschedule" button={t('timing.unschedule')} />
        </>
      )}
      {open && embargo === null && may('record.embargo') && (
        <Fold title={t('timing.embargo')}>
          <CommandForm
            {...target}
            command="embargo"
            button={t('timing.embargo')}
            fields={[...moment(), { name: 'words', label: t('timing.reason'), as: 'lines' }]}
          />
        </Fold>
      )}
      {embargo !== null && may('record.lift_embargo') && (
        <CommandForm {...target} command="liftEmbargo" button={t('timing.lift')} />
      )}
    </section>
  );
}

function Fold({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
