import { z } from 'zod';
import { ref } from './ref';
import { line, prose } from './text';

/** A question on which actors take positions. */
export const issueContent = z.strictObject({
  question: line,
  shortTitle: line,
  description: prose.nullable(),
  programmes: z.array(ref('programme')).max(100),
});
export type IssueContent = z.infer<typeof issueContent>;
