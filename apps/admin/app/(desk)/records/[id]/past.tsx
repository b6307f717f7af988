import type { DeskRecord, DeskRevision } from '@rapporteur/api/admin/desk-views';
import { lower, word } from '@rapporteur/ui/words';
import { atTime, stateNames } from '../../../wording';

interface RevisionsProps {
  record: DeskRecord['record'];
  revisions: readonly DeskRevision[];
  shown: number;
}

/** The versions of a record, the newest first. */
export function Revisions({ record, revisions, shown }: RevisionsProps) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ol className="note-thread">
        {revisions.map((revision) => (
          <li key={revision.number}>
            <a
              href={`/records/${record.id}?revision=${revision.number}`}
              aria-current={revision.number === shown ? 'true' : undefined}
            >
              Version {revision.number}
            </a>{' '}
            <span className="tag">{stateNames[revision.state]}</span>
            <p>
              {word(revision.change)}
              {revision.note !== null && `: ${revision.note}`}
            </p>
            <p className="hint">
              {revision.author}, {atTime(revision.createdAt)}
              {revision.approver !== null && `, approved by ${revision.approver}`}
              {revision.publishedAt !== null && `, public since ${atTime(revision.publishedAt)}`}
            </p>
            {revision.reviews.map((review) => (
              <p key={`${review.at} ${review.reviewer}`}>
                <strong>{review.reviewer}</strong> {review.decision === 'approved' ? 'approved' : 'asked for changes'}
                {review.comment !== null && `: ${review.comment}`}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who did what to a record, the newest first. */
export function Audit({ entries }: { entries: DeskRecord['audit'] }) {
  return (
    <section className="sheet" aria-labelledby="audit">
      <h2 id="audit">Who did what</h2>
      <ol className="note-thread">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.action} ${entry.revisionNumber}`}>
            <time dateTime={entry.at}>{atTime(entry.at)}</time> <strong>{entry.user ?? 'The system'}</strong>{' '}
            {lower(entry.action.replace(/^record\./, ''))}
            {entry.revisionNumber !== null && `, version ${entry.revisionNumber}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
