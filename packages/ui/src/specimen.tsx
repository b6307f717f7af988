import type { RecordView } from '@rapporteur/domain/views';
import { EvidenceMark } from './evidence-mark';
import { PassageCard } from './notes';
import { hrefOf } from './record-link';
import { fieldName } from './words';

/** How an assertion is tied to its passage, shown on one that is on record. */
export function EvidenceSpecimen({ record }: { record: RecordView }) {
  const citation = record.citations.find(({ field }) => field === '/summary') ?? record.citations[0];
  if (citation === undefined) return null;
  return (
    <figure className="specimen">
      <figcaption className="specimen-sentence" id={`note-${citation.note}`}>
        <a href={hrefOf(record)}>{record.title}</a>
        {citation.field.startsWith('/@') ? '' : `: ${fieldName(citation.field).toLowerCase()}`}
        <EvidenceMark citation={citation} />
      </figcaption>
      <PassageCard passage={citation.passage} />
    </figure>
  );
}
