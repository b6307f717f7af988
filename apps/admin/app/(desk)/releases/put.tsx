'use client';

import { useTranslations } from 'next-intl';
import { ActionChoice, ActionField, ActionForm } from '../../forms/action-form';
import { putInto } from './actions';

export interface OpenRelease {
  id: string;
  name: string;
}

interface Props {
  target: { id: string; version: number };
  releases: readonly OpenRelease[];
}

/** Puts a record into a release that is open, or into a new one. */
export function PutIntoRelease({ target, releases }: Props) {
  const t = useTranslations('release');
  return (
    <ActionForm
      action={putInto}
      button={t('put.button')}
      hidden={{ record: target.id, version: String(target.version) }}
    >
      <ActionChoice
        name="release"
        label={t('put.which')}
        value={releases[0]?.id ?? ''}
        options={[...releases.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: t('put.new') }]}
      />
      <ActionField name="name" label={t('put.name')} required={false} autoComplete="off" />
    </ActionForm>
  );
}
