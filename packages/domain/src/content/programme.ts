import { z } from 'zod';
import { edtfSchema } from '../edtf';
import { ref } from './ref';
import { line, prose } from './text';

export const natures = ['binding', 'voluntary', 'political'] as const;
export const scopes = ['included', 'excluded', 'disputed', 'not_mentioned'] as const;
export const forces = ['binding', 'voluntary', 'conditional'] as const;
export const programmeRelations = ['succeeds', 'shortens', 'alternative_to'] as const;
export const programmeStatuses = ['agreed', 'under_consideration', 'ended'] as const;

const provision = z
  .strictObject({
    group: line.nullable(),
    subject: line,
    scope: z.enum(scopes),
    force: z.enum(forces).nullable(),
    note: prose.nullable(),
    /** The sources an editor read to the end without finding the subject: what makes "not mentioned" a finding. */
    readInFull: z.array(ref('source')).max(100),
  })
  .refine((provision) => (provision.scope === 'not_mentioned') === provision.readInFull.length > 0, {
    path: ['readInFull'],
    message: '"not mentioned" needs the sources that were read in full, and only "not mentioned" takes them',
  });

/** An arrangement or one of its yearly editions. `nature` is null where no source states it: not on record. */
export const programmeContent = z.strictObject({
  title: line,
  summary: prose,
  status: z.enum(programmeStatuses),
  nature: z.enum(natures).nullable(),
  period: edtfSchema.nullable(),
  edition: line.nullable(),
  editionOf: ref('programme').nullable(),
  setOutAt: ref('event').nullable(),
  parties: z.array(ref('actor')).max(500),
  provisions: z.array(provision).max(500),
  relations: z.array(z.strictObject({ type: z.enum(programmeRelations), programme: ref('programme') })).max(50),
});
export type ProgrammeContent = z.infer<typeof programmeContent>;
