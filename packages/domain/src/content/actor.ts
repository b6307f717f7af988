import { z } from 'zod';
import { edtfSchema } from '../edtf';
import { ref } from './ref';
import { languageTag, line, prose } from './text';

export const actorTypes = ['state', 'organisation', 'body', 'person'] as const;
export const nameUses = ['preferred', 'official', 'alias', 'former'] as const;
export const identifierSchemes = ['iso3166-1-alpha-2', 'iso3166-1-alpha-3', 'wikidata'] as const;

/** A state, organisation, body or person. The first name is the one readers see. */
export const actorContent = z.strictObject({
  type: z.enum(actorTypes),
  names: z
    .array(z.strictObject({ text: line, language: languageTag, use: z.enum(nameUses) }))
    .min(1, 'an actor needs a name')
    .max(200),
  description: prose.nullable(),
  identifiers: z.array(z.strictObject({ scheme: z.enum(identifierSchemes), value: line })).max(50),
  memberships: z
    .array(z.strictObject({ organisation: ref('actor'), role: line.nullable(), period: edtfSchema }))
    .max(500),
  offices: z.array(z.strictObject({ title: line, institution: ref('actor').nullable(), period: edtfSchema })).max(200),
});
export type ActorContent = z.infer<typeof actorContent>;
