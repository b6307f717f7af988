/**
 * What makes two items of a list the same thing, though something about them differs: the field that must be equal, or
 * the field whose wording must be alike. A vote of another actor is another vote, however alike the two rows look. `whole`:
 * items that differ in anything are different things.
 */
export type Identity = { equal: string } | { wording: string } | 'whole';

/** By the name of the list, which means the same in every kind of record. Lists that are not here go by all they say. */
const identities: Readonly<Record<string, Identity>> = {
  choices: { equal: 'actor' },
  participants: { equal: 'actor' },
  memberships: { equal: 'organisation' },
  identifiers: { equal: 'scheme' },
  relations: { equal: 'programme' },
  reports: { equal: 'source' },
  versions: { equal: 'sha256' },
  attribution: { equal: 'link' },
  steps: { equal: 'step' },
  names: { wording: 'text' },
  offices: { wording: 'title' },
  provisions: { wording: 'subject' },
  claims: { wording: 'text' },
  turns: { wording: 'summary' },
  citations: 'whole',
};

/** The identity of the items of the list that a path leads to; null where none is declared. */
export function identityAt(path: readonly (string | number)[]): Identity | null {
  const name = path.at(-1);
  return typeof name === 'string' && Object.hasOwn(identities, name) ? (identities[name] ?? null) : null;
}

/** What an item says in its identifying field; null where it does not say it. */
export function identityOf(item: unknown, identity: Identity): string | null {
  if (typeof item !== 'object' || item === null || identity === 'whole') return null;
  const field = 'equal' in identity ? identity.equal : identity.wording;
  const value: unknown = Object.hasOwn(item, field) ? (item as Record<string, unknown>)[field] : undefined;
  if (typeof value !== 'string' || value.trim() === '') return null;
  return 'equal' in identity ? value : value.trim().toLowerCase();
}
