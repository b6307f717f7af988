import type { CitationView, ViewOf } from '@rapporteur/domain/views';
import { Marked, marksFor } from './evidence-mark';
import { PassageCard } from './notes';
import { hrefOf } from './record-link';
import { MaybeTold, Told, ToldTitle } from './told';
import { lower } from './words';

interface Assertion {
  /** Of what the record asserts something; null where the text is the record's own. */
  subject: string | null;
  field: string;
  text: string;
  citation: CitationView;
}

/** The assertion that shows best how the record works: what a programme expressly leaves out, or what it is. */
function assertionOf({ content, citations }: ViewOf<'programme'>): Assertion | null {
  for (const scope of ['excluded', 'included'] as const) {
    for (const [index, provision] of content.provisions.entries()) {
      const [citation] = marksFor(citations, `/provisions/${index}/scope`);
      if (provision.scope === scope && citation !== undefined) {
        return { subject: provision.subject, field: `/provisions/${index}/subject`, text: lower(scope), citation };
      }
    }
  }
  const [citation] = marksFor(citations, '/summary');
  return citation === undefined ? null : { subject: null, field: '/summary', text: content.summary, citation };
}

/** How an assertion is tied to its passage, shown on one that is on record. */
export function EvidenceSpecimen({ record }: { record: ViewOf<'programme'> }) {
  const assertion = assertionOf(record);
  if (assertion === null) return null;
  const { subject, field, text, citation } = assertion;
  return (
    <figure className="specimen">
      <figcaption className="specimen-sentence" id="note-1">
        <a href={hrefOf(record)}>
          <ToldTitle record={record} />
        </a>
        .{' '}
        {subject === null ? null : (
          <>
            <Told record={record} field={field}>
              {subject}
            </Told>
            :{' '}
          </>
        )}
        <MaybeTold told={subject === null} record={record} field={field}>
          <Marked text={text} marks={[{ ...citation, note: 1 }]} />
        </MaybeTold>
      </figcaption>
      <PassageCard passage={citation.passage} />
    </figure>
  );
}
