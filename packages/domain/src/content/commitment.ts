import { z } from 'zod';
import { edtfSchema } from '../edtf';
import { ref } from './ref';
import { line, prose } from './text';

export const steps = [
  'announced',
  'agreed',
  'legally_committed',
  'allocated',
  'delivered',
  'lapsed',
  'superseded',
] as const;

/** Who owes what to whom, and how far it has come. */
export const commitmentContent = z.strictObject({
  title: line,
  summary: prose,
  owedBy: z.array(ref('actor')).min(1, 'a commitment needs who owes it').max(100),
  owedTo: z.array(ref('actor')).max(100),
  programme: ref('programme').nullable(),
  steps: z
    .array(
      z.strictObject({ step: z.enum(steps), date: edtfSchema, event: ref('event').nullable(), note: prose.nullable() }),
    )
    .min(1, 'a commitment needs a step')
    .max(100),
});
export type CommitmentContent = z.infer<typeof commitmentContent>;
