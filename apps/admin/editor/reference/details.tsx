'use client';

import type { Reference } from '@rapporteur/api/admin/reference';
import { formatEdtf } from '@rapporteur/domain/edtf';
import { word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';

/** What tells a record from others of its name: what it is, when it was, the office on that day, and how far it has come. */
export function useDetails(): (reference: Reference) => string {
  const t = useTranslations('editor');
  const state = useTranslations('shell');
  return ({ type, date, otherNames, offices, live, state: newest }) => {
    const [office] = offices;
    const held =
      office === undefined
        ? null
        : [office.title, office.institution].filter(Boolean).join(', ') +
          (office.sure ? '' : ` (${t('reference.perhaps')})`);
    return [
      held ?? (type === null ? null : word(type)),
      date === null ? null : formatEdtf(date, { style: 'short' }),
      otherNames.slice(0, 2).join(', ') || null,
      live ? null : state(`state.${newest}`),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  };
}
