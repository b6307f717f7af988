'use client';

import { useTranslations } from 'next-intl';
import { ActionChoice, ActionField } from './action-form';

/** Offered while typing; any zone of the IANA database can be typed. */
const zones = ['UTC', 'Europe/Brussels', 'Europe/Kyiv', 'Europe/Budapest', 'Europe/London', 'America/New_York'];

/** An instant as a person names it: what the clock shows in a named time zone. `chosen` is the one that stands now. */
export function MomentFields({ chosen }: { chosen?: { local: string; zone: string } | null }) {
  const t = useTranslations('release');
  return (
    <>
      <ActionField
        name="local"
        type="datetime-local"
        label={t('moment.local')}
        value={chosen?.local.slice(0, 16) ?? ''}
      />
      <ActionField
        name="zone"
        label={t('moment.zone')}
        value={chosen?.zone ?? 'UTC'}
        hint={t('moment.zoneHint')}
        offers={zones}
        autoComplete="off"
        maxLength={60}
      />
      <ActionChoice
        name="choose"
        label={t('moment.choose')}
        value=""
        options={[
          { value: '', label: t('moment.once') },
          { value: 'earlier', label: t('moment.earlier') },
          { value: 'later', label: t('moment.later') },
        ]}
      />
    </>
  );
}
