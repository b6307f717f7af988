'use client';

import { useTranslations } from 'next-intl';
import { OpenThread } from './thread';
import { useThreads } from './threads';

/** Open threads about the record as a whole, or about what is no longer in it. */
export function OtherThreads() {
  const t = useTranslations('editor');
  const { placed } = useThreads();
  const others = placed.filter(({ field }) => field === null);
  if (others.length === 0) return null;
  return (
    <section className="rail-comments" aria-labelledby="other-threads">
      <h2 id="other-threads">{t('comments.whole')}</h2>
      <ul>
        {others.map(({ thread }) => (
          <OpenThread key={thread.id} thread={thread} about={thread.field} />
        ))}
      </ul>
    </section>
  );
}
