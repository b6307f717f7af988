'use client';

import { useTranslations } from 'next-intl';
import { useDraft, useField } from '../draft/context';
import { valueAt } from '../draft/draft';
import { useReference } from '../reference/book';

/** The office that the speaker held on the day of the statement, to be taken over as the capacity with one press. */
export function CapacityOnThatDay({ pointer }: { pointer: string }) {
  const t = useTranslations('editor');
  const speaker = useDraft((draft) => valueAt(draft, '/speaker'));
  const [capacity, set] = useField(pointer);
  const reference = useReference(typeof speaker === 'string' ? speaker : '');
  const [office] = reference?.offices ?? [];
  if (office === undefined) return null;
  const words = [office.title, office.institution].filter(Boolean).join(' of ');
  if (capacity === words) return null;
  return (
    <button type="button" className="link-button" onClick={() => set(words)}>
      {t('capacity.use', { office: words })}
    </button>
  );
}
