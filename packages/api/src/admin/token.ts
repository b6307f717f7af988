import { nameSchema } from '@rapporteur/core/person/identity';
import { createToken, listTokens, revokeToken } from '@rapporteur/core/person/token';
import { scopes } from '@rapporteur/core/policy';
import { z } from 'zod';
import { secretKey } from '../inputs';
import { done, isDone, newToken, tokens } from './people-views';
import { deskProcedure, router } from './procedure';
import { requireFreshSession } from './session-door';

const manage = deskProcedure('token.manage');

/** The caller's own API tokens: made and revoked in a session, never by a token. */
export const tokenRouter = router({
  list: manage
    .input(z.strictObject({}))
    .output(tokens)
    .query(async ({ ctx }) => ({ items: await listTokens(ctx.db, ctx.caller) })),

  create: manage
    .input(
      z.strictObject({
        name: nameSchema,
        scopes: z.array(z.enum(scopes)).min(1, 'choose at least one').max(scopes.length),
        days: z.int().min(1, 'must be a day or more').max(366, 'must be a year or less'),
        idempotencyKey: secretKey.exactOptional(),
      }),
    )
    .output(newToken)
    .mutation(({ ctx, input }) => {
      requireFreshSession(ctx);
      return createToken(ctx.db, ctx.caller, input);
    }),

  revoke: manage
    .input(z.strictObject({ id: z.string().min(1).max(100) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await revokeToken(ctx.db, ctx.caller, input);
      return isDone;
    }),
});
