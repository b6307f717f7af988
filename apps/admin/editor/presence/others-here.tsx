'use client';

import { useTranslations } from 'next-intl';
import { isPart } from '../draft/store';
import { useOthers } from './others';

/** Who else has the caret in a field. */
export function OthersHere({ pointer }: { pointer: string }) {
  const t = useTranslations('editor');
  const here = useOthers().filter(({ field, self }) => !self && field !== null && isPart(field, pointer));
  if (here.length === 0) return null;
  const names = [...new Set(here.map(({ name }) => name))].join(', ');
  return <p className="someone-name">{t('presence.here', { names })}</p>;
}
