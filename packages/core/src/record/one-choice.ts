import { secondChoices } from '@rapporteur/domain/content/event';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Publishable } from './evidence-gate';

/** Refuses a set in which an actor would have two choices in one vote. `resolve` follows merges as they will be. */
export function requireOneChoice(set: readonly Publishable[], resolve: (id: string) => string): void {
  const issues = set.flatMap(({ slug, record }) =>
    (record.kind === 'event' ? secondChoices(record.content, resolve) : []).map((index) => ({
      path: `/events/${slug}/choices/${index}`,
      message: 'would be a second choice of one actor in this vote; correct the vote first',
    })),
  );
  if (issues.length > 0) throw new RapporteurError('state_conflict', 'An actor has one choice in a vote.', issues);
}
