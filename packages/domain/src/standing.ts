import type { PublicationView } from './views';

/** What a record was at an instant: which version, or why there is none. */
export type Standing = { version: number } | { version: null; ended: boolean };

/** What the record was at an instant, by its changes, in whatever order. */
export function standingAt(publications: readonly PublicationView[], instant: Date): Standing {
  const [newest] = publications
    .filter(({ language, recordedAt }) => language === null && new Date(recordedAt) <= instant)
    .toSorted((a, b) => b.sequence - a.sequence);
  if (newest === undefined) return { version: null, ended: false };
  const { action, revisionNumber } = newest;
  const ended = action === 'withdraw' || action === 'merge' || revisionNumber === null;
  return ended ? { version: null, ended } : { version: revisionNumber };
}
