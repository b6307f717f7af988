import type { AnyContent } from '@rapporteur/domain/content/content';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import type { RecordView } from '@rapporteur/domain/views';
import { text } from './text';

/** The fields of a record that state something and rest on no passage: they became public before one was asked of them. */
export const bareFields = ({ kind, content, citations }: RecordView): ReadonlySet<string> =>
  new Set(fieldsWithoutEvidence({ kind, content } as AnyContent, citations));

/** Says of a value that it rests on no passage of its own. Words, because a sign would have to be explained. */
export function Bare() {
  return (
    <>
      {' '}
      <span className="hint bare">{text('evidence')('none')}</span>
    </>
  );
}
