import type { DeskRecord, DeskRevisionSummary } from '@rapporteur/api/admin/desk-views';
import { word } from '@rapporteur/ui/words';
import type { ReactNode } from 'react';
import { text } from '../../../../i18n/text';
import { Fold } from '../../../forms/fold';
import { atTime } from '../../../wording';

const t = text('review');
const shell = text('shell');
/** How many of the newest stand open; the rest is folded away, so that what can be done is not far below them. */
const open = { versions: 8, entries: 12 };
const bold = { b: (words: ReactNode) => <strong>{words}</strong> };

interface RevisionsProps {
  record: DeskRecord['record'];
  revisions: readonly DeskRevisionSummary[];
  /** The number that the list of still older ones begins below; null where there are none. */
  older: number | null;
  shown: number;
}

/** The versions of a record, the newest first. */
export function Revisions({ record, revisions, older, shown }: RevisionsProps) {
  const items = revisions.map((revision) => (
    <li key={revision.number}>
      <a
        href={`/records/${record.id}?revision=${revision.number}`}
        aria-current={revision.number === shown ? 'true' : undefined}
      >
        {t('version', { number: revision.number })}
      </a>{' '}
      <span className="tag">{shell(`state.${revision.state}`)}</span>
      {revision.number > 1 && (
        <p>
          <a href={`/records/${record.id}/compare?from=${revision.number - 1}&to=${revision.number}`}>
            {t('compare.before')}
          </a>
        </p>
      )}
      <p>
        {revision.change === 'publish' && revision.publishedAt === null ? t('past.first') : word(revision.change)}
        {revision.note !== null && `: ${revision.note}`}
      </p>
      <p className="hint">
        {revision.author}, {atTime(revision.createdAt)}
        {revision.approver !== null && `, ${t('past.approvedBy', { approver: revision.approver })}`}
        {revision.publishedAt !== null && `, ${t('past.publicSince', { at: atTime(revision.publishedAt) })}`}
      </p>
      {revision.reviews.map((review) => (
        <p key={`${review.at} ${review.reviewer}`}>
          {t.rich(review.decision === 'approved' ? 'past.approved' : 'past.askedForChanges', {
            reviewer: review.reviewer,
            ...bold,
          })}
          {review.comment !== null && `: ${review.comment}`}
        </p>
      ))}
    </li>
  ));
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('past.title')}</h2>
      <ol className="note-thread">{items.slice(0, open.versions)}</ol>
      {items.length > open.versions && (
        <Fold title={t('past.more', { count: items.length - open.versions })}>
          <ol className="note-thread">{items.slice(open.versions)}</ol>
        </Fold>
      )}
      {older !== null && (
        <p>
          <a href={`/records/${record.id}?before=${older}`}>{t('past.older')}</a>
        </p>
      )}
    </section>
  );
}

/** Who did what to a record, the newest first. */
export function Audit({ entries }: { entries: DeskRecord['audit'] }) {
  const items = entries.map((entry) => (
    <li key={`${entry.at} ${entry.action} ${entry.revisionNumber}`}>
      <time dateTime={entry.at}>{atTime(entry.at)}</time>{' '}
      {t.rich(entry.revisionNumber === null ? 'audit.entry' : 'audit.entryOfVersion', {
        user: entry.user ?? t('audit.system'),
        action: deed(entry.action),
        number: entry.revisionNumber ?? 0,
        ...bold,
      })}
    </li>
  ));
  return (
    <section className="sheet" aria-labelledby="audit">
      <h2 id="audit">{t('audit.title')}</h2>
      <ol className="note-thread">{items.slice(0, open.entries)}</ol>
      {items.length > open.entries && (
        <Fold title={t('audit.more', { count: items.length - open.entries })}>
          <ol className="note-thread">{items.slice(open.entries)}</ol>
        </Fold>
      )}
    </section>
  );
}

/** What somebody did, in words; an action without words of its own keeps its name in the log. */
function deed(action: string): string {
  const known = action.replace('.', '_') as 'record_create';
  return t.has(`audit.did.${known}`) ? t(`audit.did.${known}`) : action;
}
