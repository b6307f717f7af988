import { segmentOf } from '@rapporteur/domain/kinds';
import type { PublicationView, RecordDiff } from '@rapporteur/domain/views';
import { ActionTag, addressAfter } from './change-list';
import { Instant } from './dates';
import { sidesOf } from './record-difference';
import { hrefOf, titleOf } from './record-link';
import { fieldName } from './words';

/** A correction, with what it changed; a withdrawal has no difference, only its reason. */
export interface Corrected {
  publication: PublicationView;
  difference: RecordDiff | null;
}

// The fields that tell what was wrong; the page of the difference has all of them.
const shown = 3;

/** Where the record was wrong: what it said, what it says, and why. Nothing is removed. */
export function Corrections({ corrections }: { corrections: readonly Corrected[] }) {
  return (
    <ol className="log">
      {corrections.map(({ publication, difference }) => (
        <li key={publication.sequence} className="correction">
          <div className="when">
            <strong>
              <Instant value={publication.recordedAt} />
            </strong>
            Change {publication.sequence}
          </div>
          <div>
            <p className="type-line">
              <ActionTag action={publication.action} language={publication.language} />
            </p>
            <h3>
              <a href={hrefOf(publication.record)}>{titleOf(publication.record)}</a>
            </h3>
            <dl className="said-says">
              {difference === null ? null : <SaidAndSays difference={difference} />}
              <div>
                <dt>Why</dt>
                <dd>{publication.note ?? 'The editors left no note.'}</dd>
              </div>
            </dl>
          </div>
          <div className="affects">
            <Ways publication={publication} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function SaidAndSays({ difference: { changes, links } }: { difference: RecordDiff }) {
  const told = changes.filter(({ path, kind }) => kind === 'changed' && !path.startsWith('/citations'));
  return told.slice(0, shown).map((change) => {
    const { before, after } = sidesOf(change, links);
    return [
      <div key={`${change.path} before`}>
        <dt>It said</dt>
        <dd className="read">
          {fieldName(change.path)}: {before}
        </dd>
      </div>,
      <div key={`${change.path} after`}>
        <dt>It says</dt>
        <dd className="read">
          {fieldName(change.path)}: {after}
        </dd>
      </div>,
    ];
  });
}

function Ways({
  publication: { record, revisionNumber, recordedAt, action, sequence },
}: {
  publication: PublicationView;
}) {
  const page = `/${segmentOf(record.kind)}/${encodeURIComponent(record.slug)}`;
  const of = <span className="vh">, change {sequence}</span>;
  return (
    <ul>
      {action !== 'correct' || revisionNumber === null ? null : (
        <li>
          <a href={`${page}/diff?from=${revisionNumber - 1}&to=${revisionNumber}`}>Compare before and after{of}</a>
        </li>
      )}
      <li>
        <a href={`${page}/history`}>Every version of it{of}</a>
      </li>
      <li>
        <a href={addressAfter(recordedAt, '/')}>The whole record at this moment{of}</a>
      </li>
    </ul>
  );
}

/** What each kind of change means, in the words of the editors. */
export function KindsOfChange() {
  return (
    <dl className="facts kinds-of-change">
      <div>
        <dt>Correction</dt>
        <dd>The record stated something the passage does not support, or missed what it says.</dd>
      </div>
      <div>
        <dt>Update</dt>
        <dd>The world moved on, and the record followed.</dd>
      </div>
      <div>
        <dt>Wording</dt>
        <dd>Wording only. What the record states is the same.</dd>
      </div>
      <div>
        <dt>Translation</dt>
        <dd>The record can be read in another language from then on. What it states is the same.</dd>
      </div>
      <div>
        <dt>Withdrawal</dt>
        <dd>The record no longer stands. Its page stays, and says why.</dd>
      </div>
    </dl>
  );
}
