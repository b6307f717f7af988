'use client';

import { useTranslations } from 'next-intl';
import { atTime } from '../app/wording';
import type { Opening } from './opening';

/** What a reviewer has asked to be changed: it is what the writer works from, so it stands above the text until it is handed in again. */
export function AskedForChanges({ asked }: { asked: NonNullable<Opening['asked']> }) {
  const t = useTranslations('editor');
  return (
    <section className="asked" aria-labelledby="asked-h">
      <h2 id="asked-h">{t('asked', { name: asked.by, time: atTime(new Date(asked.at)) })}</h2>
      <p>{asked.words}</p>
    </section>
  );
}
