/** A delivery that waits, as it stands. */
export interface Waiting {
  id: string;
  sequence: number;
  /** How often it was tried in vain. */
  attempts: number;
  /** When it was tried last. */
  triedAt: Date | null;
  /** Whether a person has asked for it now. */
  asked: boolean;
}

/** What waits for one address. */
export interface Standing {
  /** What is asked for, then what was tried in vain, the earliest publication first; of very many the first ones. */
  tried: readonly Waiting[];
  /** When one of all those was tried last. */
  lastTried: Date | null;
  /** The first of those that were never tried. */
  untried: Waiting | null;
}

/** What has come of one run for an address so far. */
export interface Run {
  /** Whether something got through while the address was failing. */
  recovering: boolean;
  /** What has failed in it. */
  failed: ReadonlySet<string>;
}

/** A run that has just begun. */
export const begun: Run = { recovering: false, failed: new Set() };

/** What to try now; or when something will be due, as milliseconds since 1970, and null where nothing waits. */
export type Choice = { now: Waiting } | { at: number | null };

/** How often a delivery is tried before it is parked. */
export const mostTries = 12;
/** How long an address that fails is left alone before another delivery is tried than the first, in milliseconds. */
const pause = 600_000;

/** How long to wait before the next try, in milliseconds: from three seconds to six hours, together more than half a day. */
export const pauseAfter = (attempts: number): number => Math.ceil(1000 * Math.exp(Math.min(attempts, 10)));

/**
 * Chooses what an address is told next. One delivery that fails may have failed for a reason of its own: it is tried again by
 * its own rhythm, and the others go on. Where two fail, it is the address: of them the first is tried by its rhythm, and of
 * those that were never tried one in ten minutes. Once something gets through, all that had failed is tried once more, and
 * then whatever was held. What a person asks for comes first, whatever fails.
 */
export function choose({ tried, lastTried, untried }: Standing, { recovering, failed }: Run, now: number): Choice {
  const asked = tried.find((delivery) => delivery.asked);
  if (asked !== undefined) return { now: asked };
  const [first] = tried;
  if (first === undefined) return untried === null ? { at: null } : { now: untried };
  const again = recovering ? tried.find(({ id }) => !failed.has(id)) : undefined;
  if (again !== undefined) return { now: again };
  const due = timeOf(first.triedAt) + pauseAfter(first.attempts);
  if (due <= now) return { now: first };
  if (untried === null) return { at: due };
  const probe = recovering || tried.length < 2 ? now : timeOf(lastTried) + pause;
  return probe <= now ? { now: untried } : { at: Math.min(due, probe) };
}

/** What a run is after a try. */
export function after(run: Run, { tried }: Standing, delivery: Waiting, delivered: boolean): Run {
  if (delivered) return { ...run, recovering: run.recovering || tried.length >= 2 };
  // What had failed before may go on failing for a reason of its own.
  return { recovering: run.recovering && delivery.attempts > 0, failed: new Set([...run.failed, delivery.id]) };
}

const timeOf = (at: Date | null): number => at?.getTime() ?? 0;
