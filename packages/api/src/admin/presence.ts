import { endPresence, tellPresence } from '@rapporteur/core/presence/presence';
import { z } from 'zod';
import { clientId, fieldPointer, recordId } from '../inputs';
import { deskProcedure, router } from './procedure';

const present = z.object({
  userId: z.string(),
  name: z.string(),
  clientId: z.string(),
  field: z.string().nullable(),
  /** Whether it is the caller in another window. */
  self: z.boolean(),
  /** Whether they have typed something that they have not saved. */
  writing: z.boolean(),
  seenAt: z.string(),
});
export type Present = z.infer<typeof present>;

/** Who has a record open. */
export const presenceRouter = router({
  /** Sent every ten seconds or less while a record is open; answers who else was seen in the last twenty. */
  beat: deskProcedure('presence.tell')
    .input(z.strictObject({ id: recordId, field: fieldPointer.nullable().default(null), clientId }))
    .output(z.object({ others: z.array(present) }))
    .mutation(({ ctx, input }) => tellPresence(ctx.db, ctx.caller, input)),

  leave: deskProcedure('presence.tell')
    .input(z.strictObject({ id: recordId, clientId }))
    .output(z.object({ left: z.boolean() }))
    .mutation(({ ctx, input }) => endPresence(ctx.db, ctx.caller, input)),
});
