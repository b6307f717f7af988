import { z } from 'zod';
import { natures, programmeContent, programmeStatuses } from '../content/programme';
import { commitmentContent } from '../content/commitment';
import { recordLink } from '../views';

/** The most editions of one line that are read, and the most commitments that are told with their steps. */
export const mostEditions = 50;
export const mostCommitments = 50;

/** One programme of a line, with what a comparison needs of it. */
const editionView = z.object({
  record: recordLink,
  edition: z.string().nullable(),
  period: z.string().nullable(),
  status: z.enum(programmeStatuses),
  nature: z.enum(natures).nullable(),
  provisions: z.array(programmeContent.shape.provisions.element),
  /** What the edition and its provisions are called in the language that was asked for, by field; nothing where no translation stands. */
  translated: z.record(z.string(), z.string()),
});
export type EditionView = z.infer<typeof editionView>;

/** What stands around a programme: its line, what is owed under it, and when it was set out. */
export const programmeAround = z.object({
  record: recordLink,
  /** The day of the newest change of the record that is read: what lies behind it is ahead. */
  until: z.string(),
  /** All editions of the line, this one among them, by the time that they cover; those without one first. */
  editions: z.array(editionView),
  commitments: z.array(
    z.object({
      record: recordLink,
      owedBy: z.array(recordLink),
      steps: commitmentContent.shape.steps.element.pick({ step: true, date: true }).array(),
    }),
  ),
  /** The event at which it was set out, with its date. */
  setOut: z.object({ event: recordLink, date: z.string() }).nullable(),
});
export type ProgrammeAround = z.infer<typeof programmeAround>;
