import { listAudit, listAuditActions } from '@rapporteur/core/audit/list';
import { emailSchema } from '@rapporteur/domain/email';
import { z } from 'zod';
import { day, pageSize, recordId } from '../inputs';
import { auditChoices, auditPage } from './people-views';
import { deskProcedure, router } from './procedure';

const audit = deskProcedure('audit.read');

/** What a view of the audit log is narrowed to. */
export const auditFilter = {
  person: emailSchema.exactOptional(),
  action: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+$/, 'is not the name of an action')
    .max(60)
    .exactOptional(),
  recordId: recordId.exactOptional(),
  from: day.exactOptional(),
  until: day.exactOptional(),
};

/** Who did what to whom or which record, and when. Entries are written by the commands and never changed. */
export const auditRouter = router({
  list: audit
    .input(
      z.strictObject({
        ...auditFilter,
        after: z
          .string()
          .regex(/^\d{1,18}$/, 'is not a cursor')
          .nullable()
          .default(null),
        limit: pageSize.default(100),
      }),
    )
    .output(auditPage)
    .query(({ ctx, input: { after, limit, ...filter } }) => listAudit(ctx.db, ctx.caller, filter, { after, limit })),

  choices: audit
    .input(z.strictObject({}))
    .output(auditChoices)
    .query(async ({ ctx }) => ({ actions: await listAuditActions(ctx.db, ctx.caller) })),
});
