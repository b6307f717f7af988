import { changes } from '@rapporteur/core/record/change';
import { keepText } from '@rapporteur/core/working-copy/keep';
import { getWorkingCopy, myWorkingCopies } from '@rapporteur/core/working-copy/read';
import { discardWorkingCopy } from '@rapporteur/core/working-copy/spend';
import { parseId } from '@rapporteur/domain/ids';
import { kinds } from '@rapporteur/domain/kinds';
import { z } from 'zod';
import { cursor, kind, pageSize, recordId, revisionNumber, written } from '../inputs';
import { deskProcedure, router } from './procedure';

const summary = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  slug: z.string(),
  /** What the record is called so far; empty where nothing that names it has been typed. */
  title: z.string(),
  baseRevision: z.number().int().nullable(),
  baseVersion: z.number().int().nullable(),
  /** The version of the record now; null for a record that does not exist yet. */
  currentVersion: z.number().int().nullable(),
  /** Whether the record was saved since: the text has to be merged before it can be saved. */
  stale: z.boolean(),
  clientId: z.string(),
  sequence: z.number().int(),
  updatedAt: z.string(),
});

/** A text that its writer has not saved. It need not meet the schema of its kind yet. */
const workingCopy = summary.extend({
  content: z.unknown(),
  citations: z.unknown(),
  note: z.string().nullable(),
  change: z.enum(changes).nullable(),
  /** A text that was put into a box and not handed over yet; empty where there is none. */
  pasted: z.string(),
});
export type WorkingCopy = z.infer<typeof workingCopy>;

/** What people are typing and have not saved, each for themselves: what autosave keeps. */
export const workingCopyRouter = router({
  get: deskProcedure('working_copy.read')
    .input(z.strictObject({ id: recordId }))
    .output(workingCopy.nullable())
    .query(({ ctx, input }) => getWorkingCopy(ctx.db, ctx.caller, input.id)),

  mine: deskProcedure('working_copy.read')
    .input(z.strictObject({ after: cursor.nullable().default(null), limit: pageSize.default(50) }))
    .output(z.object({ items: z.array(summary), next: z.string().nullable() }))
    .query(({ ctx, input }) => myWorkingCopies(ctx.db, ctx.caller, input)),

  keep: deskProcedure('working_copy.keep')
    .input(
      z.strictObject({
        id: recordId,
        kind,
        slug: z.string().max(200),
        baseRevision: revisionNumber.nullable(),
        baseVersion: z.int().min(1).max(2_147_483_647).nullable(),
        content: z.record(z.string(), z.unknown()),
        citations: z.array(z.unknown()).max(5000),
        note: z.string().max(20_000).nullable().default(null),
        change: z.enum(changes).nullable().default(null),
        pasted: z.string().default(''),
        written,
      }),
    )
    .output(
      z.object({
        kept: z.boolean(),
        sequence: z.number().int(),
        clientId: z.string(),
        updatedAt: z.string(),
      }),
    )
    .mutation(({ ctx, input }) => keepText(ctx.db, ctx.caller, input)),

  discard: deskProcedure('working_copy.discard')
    .input(z.strictObject({ id: recordId, written: written.nullable().default(null) }))
    .output(z.object({ discarded: z.boolean() }))
    .mutation(({ ctx, input }) => discardWorkingCopy(ctx.db, ctx.caller, { ...input, kind: parseId(input.id).kind })),
});
