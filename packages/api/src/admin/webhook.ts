import { changeWebhook, createWebhook, resendDelivery } from '@rapporteur/core/webhook/manage';
import { listDeliveries, listWebhooks } from '@rapporteur/core/webhook/read';
import { kinds } from '@rapporteur/domain/kinds';
import { deliveryPage, webhookList } from '@rapporteur/domain/webhook-views';
import { z } from 'zod';
import { pageSize, secretKey } from '../inputs';
import { done, isDone } from './people-views';
import { deskProcedure, router } from './procedure';
import { requireFreshSession } from './session-door';

const manage = deskProcedure('webhook.manage');
const id = z.uuid();

/** The programs of others that are told of publications. */
export const webhookRouter = router({
  list: manage
    .input(z.strictObject({}))
    .output(webhookList)
    .query(async ({ ctx }) => ({ items: await listWebhooks(ctx.db, ctx.caller) })),

  deliveries: manage
    .input(
      z.strictObject({
        webhookId: id,
        after: z
          .string()
          .regex(/^[1-9]\d{0,17}$/, 'is not the number of a publication')
          .nullable()
          .default(null),
        limit: pageSize.default(50),
      }),
    )
    .output(deliveryPage)
    .query(({ ctx, input }) => listDeliveries(ctx.db, ctx.caller, input)),

  create: manage
    .input(
      z.strictObject({
        address: z.string().min(1).max(2000),
        kinds: z.array(z.enum(kinds)).max(kinds.length),
        idempotencyKey: secretKey.exactOptional(),
      }),
    )
    .output(z.object({ id: z.string(), secret: z.string() }))
    .mutation(({ ctx, input }) => {
      const { desk } = requireFreshSession(ctx);
      return createWebhook(ctx.db, ctx.caller, input, desk.authOptions.secret);
    }),

  change: manage
    .input(z.strictObject({ id, change: z.enum(['pause', 'resume', 'remove']) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await changeWebhook(ctx.db, ctx.caller, input);
      return isDone;
    }),

  resend: manage
    .input(z.strictObject({ id }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await resendDelivery(ctx.db, ctx.caller, input);
      return isDone;
    }),
});
