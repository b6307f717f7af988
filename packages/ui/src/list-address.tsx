import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { everyActor, type ActorFilter } from '@rapporteur/domain/region/actor-filter';

/** The address of the list of a kind, of actors perhaps narrowed, or of a later page of it. */
export function listAddress(
  kind: Kind,
  { type, region }: ActorFilter = everyActor,
  after: string | null = null,
): string {
  const fields = Object.entries({ type, region, after });
  const query = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return `/${segmentOf(kind)}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
