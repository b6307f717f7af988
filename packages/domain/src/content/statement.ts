import { z } from 'zod';
import { edtfSchema } from '../edtf';
import { ref } from './ref';
import { languageTag, line, prose } from './text';

export const acts = ['asserts', 'denies', 'refuses', 'supports', 'opposes', 'proposes', 'warns', 'commits'] as const;
export const channels = [
  'press_conference',
  'speech',
  'interview',
  'written',
  'social_media',
  'broadcast',
  'roll_call',
] as const;
export const links = ['speaker', 'spokesperson', 'reporter', 'outlet', 'wire'] as const;

/** Who said what, in which capacity on that day, where, and how the words reached us. */
export const statementContent = z.strictObject({
  /** What was said. Direct speech is the speaker's words; indirect speech is the reporter's, and takes no quotation marks. */
  text: prose,
  speech: z.enum(['direct', 'indirect']),
  act: z.enum(acts),
  speaker: ref('actor'),
  capacity: line.nullable(),
  onBehalfOf: ref('actor').nullable(),
  date: edtfSchema,
  event: ref('event').nullable(),
  channel: z.enum(channels).nullable(),
  originalLanguage: languageTag.nullable(),
  /** What the statement is taken to say, claim by claim. */
  claims: z
    .array(z.strictObject({ text: prose, role: z.enum(['claim', 'reason']), issue: ref('issue').nullable() }))
    .min(1, 'a statement needs what it is taken to say')
    .max(50),
  programmes: z.array(ref('programme')).max(50),
  /** From the speaker outwards: speaker → spokesperson → reporter → outlet → wire. A null name: not named. */
  attribution: z
    .array(z.strictObject({ link: z.enum(links), actor: ref('actor').nullable(), name: line.nullable() }))
    .max(20),
  /** Sources that report it. A report that repeats another shares its origin, and both count as one. */
  reports: z
    .array(z.strictObject({ source: ref('source'), repeats: ref('source').nullable() }))
    .min(1, 'a statement needs a report of it')
    .max(200),
});
export type StatementContent = z.infer<typeof statementContent>;
