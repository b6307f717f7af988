import { titleField } from '@rapporteur/domain/translation/fields';
import type { FieldState } from '@rapporteur/domain/translation/place';
import type { RecordView } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';

/** What a page needs to know of its record to say in which language each text of it stands. */
export type Translated = Pick<RecordView, 'translation'>;

const why: Record<Exclude<FieldState, 'translated'>, string> = {
  changed: 'Original, changed since it was translated',
  new: 'Original, added since it was translated',
  untranslated: 'Original, not translated',
};

/**
 * The words of a field in the language they stand in. On the page of a translation, what is not translated is marked as
 * original, with the reason; on the page of the original nothing is added.
 */
export function Told({ record, field, children }: { record: Translated; field: string; children: ReactNode }) {
  const state = record.translation?.fields[field];
  if (record.translation === null || state === undefined) return children;
  if (state === 'translated') return <span lang={record.translation.language}>{children}</span>;
  return (
    <span lang="en" className="told-original">
      {children} <span className="tag">{why[state]}</span>
    </span>
  );
}

/** The title of a record in its language. Titles that are made of other records' names stand in the language of the site. */
export function ToldTitle({ record }: { record: Pick<RecordView, 'kind' | 'title' | 'translation'> }) {
  const field = titleField(record.kind);
  const translation = record.translation;
  return field !== null && translation?.fields[field] === 'translated' ? (
    <span lang={translation.language}>{record.title}</span>
  ) : (
    record.title
  );
}
