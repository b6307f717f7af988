import type { Me } from '@rapporteur/api/admin/desk-views';
import type { QueueEntry } from '@rapporteur/api/admin/queue-views';
import type { View } from '@rapporteur/domain/queue-lists';
import { atTime } from '../app/wording';
import type { Text } from '../i18n/text';
import { shortDay } from './when';

/**
 * What has to be done next with a record, in a few words, as it looks to this person; and whether that is late. In the list of
 * translations it is theirs that counts, whatever is done with the record besides.
 */
export function nextStep(
  t: Text<'queue'>,
  entry: QueueEntry,
  me: Me,
  today: string,
  view: View,
): { words: string; late: boolean } {
  if (view === 'translations') {
    return { words: t('next.translations', { count: entry.translationsOutdated }), late: false };
  }
  const step =
    entry.live && isOpen(entry) ? t('next.changeOfPublic', { next: bareStep(t, entry, me) }) : bareStep(t, entry, me);
  if (entry.snoozedUntil !== null && entry.snoozedUntil > today) {
    return { words: t('next.snoozed', { day: shortDay(entry.snoozedUntil, today) }), late: false };
  }
  if (entry.dueOn === null || !isOpen(entry)) return { words: step, late: false };
  const day = shortDay(entry.dueOn, today);
  return { words: t(entry.overdue ? 'next.late' : 'next.due', { next: step, day }), late: entry.overdue };
}

const isOpen = ({ state }: QueueEntry) =>
  state === 'draft' || state === 'in_review' || state === 'approved' || state === 'scheduled';

function bareStep(t: Text<'queue'>, entry: QueueEntry, me: Me): string {
  const { state, drift, evidence } = entry;
  const missing = evidence.needed - evidence.cited;
  switch (state) {
    case 'draft':
      if (entry.changesRequested) return t('next.changesRequested');
      return missing > 0 ? t('next.missing', { count: missing }) : t('next.draft');
    case 'in_review':
      if (reviews(entry, me)) return t('next.review');
      return entry.with === null || entry.with.id === me.id
        ? t('next.waitsForReviewer')
        : t('next.waitsFor', { name: entry.with.name });
    case 'approved':
      if (entry.embargoedUntil !== null) return t('next.embargo', { at: atTime(entry.embargoedUntil) });
      return t(me.may.includes('record.publish') ? 'next.publish' : 'next.waitsForPublisher');
    case 'scheduled':
      return entry.scheduledFor === null
        ? t('next.scheduled')
        : t('next.scheduledFor', { at: atTime(entry.scheduledFor) });
    case 'live':
      if (drift.gone > 0) return t('next.gone');
      if (drift.changed > 0) return t('next.changed');
      if (drift.moved > 0) return t('next.moved');
      return entry.translationsOutdated > 0
        ? t('next.translations', { count: entry.translationsOutdated })
        : t('next.live', { number: entry.revisionNumber });
    case 'withdrawn':
    case 'discarded':
    case 'superseded':
      return t(`next.${state}`);
  }
}

/** Whether it is this person who reviews it: in review, not their own, and taken on by nobody else. */
export const reviews = (entry: QueueEntry, me: Me): boolean =>
  entry.state === 'in_review' &&
  !entry.own &&
  me.may.includes('record.approve') &&
  (entry.with === null || entry.with.id === me.id);
