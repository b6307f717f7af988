import type { ReconciledActor } from '@rapporteur/core/reconcile/candidates';
import { actorTypes, identifierSchemes } from '@rapporteur/domain/content/actor';
import type { RecordLink } from '@rapporteur/domain/views';

/** A value as the API writes it. */
type Value = { str: string } | { id: string; name: string };

interface Property {
  id: string;
  name: string;
  /** What its values are, where they are actors themselves. */
  type?: { id: string; name: string };
  valuesOf: (actor: ReconciledActor, links: ReadonlyMap<string, RecordLink>) => Value[];
}

const strings = (values: readonly (string | null)[]): Value[] =>
  values.flatMap((value) => (value === null ? [] : [{ str: value }]));

const identifier = (scheme: (typeof identifierSchemes)[number], name: string): Property => ({
  id: scheme,
  name,
  valuesOf: ({ content }) =>
    strings(content.identifiers.filter((own) => own.scheme === scheme).map(({ value }) => value)),
});

/** What can be asked of an actor. The identifiers are also what actors are matched by. */
export const properties: readonly Property[] = [
  { id: 'name', name: 'Names', valuesOf: ({ content }) => strings(content.names.map(({ text }) => text)) },
  { id: 'type', name: 'Type', valuesOf: ({ content }) => strings([content.type]) },
  { id: 'description', name: 'Description', valuesOf: ({ content }) => strings([content.description]) },
  identifier('iso3166-1-alpha-2', 'ISO 3166-1 code of two letters'),
  identifier('iso3166-1-alpha-3', 'ISO 3166-1 code of three letters'),
  identifier('wikidata', 'Wikidata'),
  {
    id: 'member-of',
    name: 'Member of',
    type: { id: 'organisation', name: 'Organisation' },
    valuesOf: ({ content }, links) =>
      content.memberships.flatMap(({ organisation }) => {
        const link = links.get(organisation);
        return link?.state === 'live' ? [{ id: link.id, name: link.title ?? link.slug }] : [];
      }),
  },
];

/** The types of actors, as things that candidates are. */
export const types = actorTypes.map((id) => ({ id, name: `${id.charAt(0).toUpperCase()}${id.slice(1)}` }));
export const typeOf = (type: string) => types.filter(({ id }) => id === type);

/** An identifier as it is on record, whatever it is written like: codes in capitals, Wikidata's without its address. */
export function asRecorded(scheme: string, value: string): string {
  const bare = value.trim();
  return (
    scheme === 'wikidata' ? bare.replace(/^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\//i, '') : bare
  ).toUpperCase();
}

/** The schemes that a property means: of ISO codes also both. */
export function schemesOf(pid: string): string[] {
  return identifierSchemes.filter((scheme) => scheme === pid || (pid === 'iso3166-1' && scheme.startsWith(pid)));
}
