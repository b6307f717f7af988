import type { SuggestedActor } from '../extraction';
import type { Actor } from './actor';

/** What is given out of the actors of a text, in their places. Seats that stand for one of them follow behind. */
export function suggestedActors(actors: readonly Actor[]): SuggestedActor[] {
  const seats: SuggestedActor[] = [];
  const own = actors.map((actor, place) => {
    const plain = suggested(actor);
    const named = new Set(actor.seats.flatMap(({ spans }) => spans.map(([start]) => start)));
    const spans = plain.spans.filter(([start]) => !named.has(start));
    const [first, ...others] = actor.seats;
    const rest = spans.length > 0 ? actor.seats : others;
    seats.push(...rest.map((seat) => ({ ...plain, ...seat, seatOf: plain.name, sameAs: place })));
    // Named by its seat alone.
    return spans.length > 0 || !first ? { ...plain, spans } : { ...plain, ...first, seatOf: plain.name };
  });
  return [...own, ...seats];
}

/** An actor as the passes after the search for actors know it: seats are no actors of their own. */
export function suggested(actor: Actor): SuggestedActor {
  const { name, kind, role, affiliation, spans, id, identifiers, reason, confidence } = actor;
  return { name, kind, seatOf: null, sameAs: null, role, affiliation, spans, id, identifiers, reason, confidence };
}
