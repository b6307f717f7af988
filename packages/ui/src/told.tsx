import { titleField } from '@rapporteur/domain/translation/fields';
import type { RecordView } from '@rapporteur/domain/views';
import { original } from '@rapporteur/domain/translation/languages';
import type { ComponentProps, ReactNode } from 'react';
import { foreign } from './record-link';
import { spokenLanguage } from './speech';
import { text } from './text';

/** What a page needs to know of its record to say in which language each text of it stands. */
export type Translated = Pick<RecordView, 'translation'>;

/**
 * The words of a field in the language they stand in. On the page of a translation, what is not translated is marked as
 * original, with the reason; on the page of the original its language is, where the page around it speaks another.
 */
export function Told({ record, field, children }: { record: Translated; field: string; children: ReactNode }) {
  const state = record.translation?.fields[field];
  if (record.translation === null) return inOriginal(children);
  if (state === undefined) return children;
  if (state === 'translated') return <span lang={record.translation.language}>{children}</span>;
  return (
    <span lang="en" className="told-original">
      {children}{' '}
      <span className="tag" lang={spokenLanguage()}>
        {text('records')(`told.${state}`)}
      </span>
    </span>
  );
}

/** The same, where the words may be those of the page because the record has none. */
export const MaybeTold = ({ told, ...props }: ComponentProps<typeof Told> & { told: boolean }) =>
  told ? <Told {...props} /> : props.children;

/** Words of the original, marked where the page speaks another language. */
export const inOriginal = (words: ReactNode): ReactNode => {
  const marked = foreign(original);
  return marked.lang === undefined ? words : <span {...marked}>{words}</span>;
};

/** The title of a record in its language. Titles that are made of other records' names stand in the language of the site. */
export function ToldTitle({ record }: { record: Pick<RecordView, 'kind' | 'title' | 'translation'> }) {
  const field = titleField(record.kind);
  const translation = record.translation;
  return field !== null && translation?.fields[field] === 'translated' ? (
    <span lang={translation.language}>{record.title}</span>
  ) : (
    inOriginal(record.title)
  );
}
