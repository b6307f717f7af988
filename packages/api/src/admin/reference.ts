import { matchNames, mostNames } from '@rapporteur/core/reference/match';
import { namedReferences, searchReferences } from '@rapporteur/core/reference/search';
import { edtfSchema } from '@rapporteur/domain/edtf';
import { kinds } from '@rapporteur/domain/kinds';
import { states } from '@rapporteur/domain/lifecycle';
import { z } from 'zod';
import { kind, recordId } from '../inputs';
import { deskProcedure, router } from './procedure';

const reference = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  state: z.enum(states),
  live: z.boolean(),
  type: z.string().nullable(),
  date: z.string().nullable(),
  otherNames: z.array(z.string()),
  offices: z.array(
    z.object({ title: z.string(), institution: z.string().nullable(), period: z.string(), sure: z.boolean() }),
  ),
});
export type Reference = z.infer<typeof reference>;

const day = edtfSchema.nullable().default(null);

/** Records as fields name them: found by typing, or known by their ids. Drafts count. */
export const referenceRouter = router({
  search: deskProcedure('desk.read')
    .input(
      z.strictObject({
        kinds: z.array(kind).min(1).max(kinds.length),
        text: z.string().max(200).default(''),
        day,
        limit: z.int().min(1).max(30).default(12),
      }),
    )
    .output(z.object({ items: z.array(reference) }))
    .query(async ({ ctx, input }) => ({ items: await searchReferences(ctx.db, ctx.caller, input) })),

  named: deskProcedure('desk.read')
    .input(z.strictObject({ ids: z.array(recordId).max(500), day }))
    .output(z.object({ items: z.array(reference) }))
    .query(async ({ ctx, input }) => ({ items: await namedReferences(ctx.db, ctx.caller, input) })),

  match: deskProcedure('desk.read')
    .input(z.strictObject({ kind, names: z.array(z.string().min(1).max(300)).max(mostNames) }))
    .output(z.object({ found: z.array(z.object({ name: z.string(), ids: z.array(z.string()) })) }))
    .query(async ({ ctx, input }) => ({ found: await matchNames(ctx.db, ctx.caller, input) })),
});
