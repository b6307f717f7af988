import type { EventFilter } from '@rapporteur/domain/event/filter';
import type { RecordLink } from '@rapporteur/domain/views';
import type { Chip } from '../chips';
import { dateInWords } from '../dates-in-words';
import { titleOf } from '../record-link';
import { text } from '../text';

type Shared = Pick<EventFilter, 'words' | 'from' | 'to' | 'issue'>;

/** The chips of what every list of events and votes can be narrowed to; `without` gives the address with a change. */
export function sharedChips(
  { words, from, to, issue }: Shared,
  chosen: RecordLink | undefined,
  without: (change: Partial<Shared>) => string,
): Chip[] {
  const t = text('search');
  const date = (time: string) => dateInWords(time, 'short');
  return [
    ...(words === '' ? [] : [{ label: `“${words}”`, href: without({ words: '' }) }]),
    ...(from === null ? [] : [{ label: t('since', { date: date(from) }), href: without({ from: null }) }]),
    ...(to === null ? [] : [{ label: t('until', { date: date(to) }), href: without({ to: null }) }]),
    ...(issue === null
      ? []
      : [{ label: chosen === undefined ? issue : titleOf(chosen), href: without({ issue: null }) }]),
  ];
}

/** Whether a year lies, at least in part, in the time that is asked for. */
export const isYearWithin = (year: string, { from, to }: Pick<EventFilter, 'from' | 'to'>): boolean =>
  (from === null || year >= from.slice(0, 4)) && (to === null || year <= to.slice(0, 4));
