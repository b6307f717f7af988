import { invitationMail } from '@rapporteur/core/mail/letters';
import { emailSchema } from '@rapporteur/core/person/identity';
import { invite, revokeInvitation } from '@rapporteur/core/person/invite';
import { linkAddress } from '@rapporteur/core/person/link-address';
import { listInvitations, listPeople } from '@rapporteur/core/person/list';
import { endSessionsOf } from '@rapporteur/core/person/sessions';
import { changeRole, deactivate, reactivate } from '@rapporteur/core/person/standing';
import { revokeTokensOf } from '@rapporteur/core/person/token';
import { roles } from '@rapporteur/core/policy';
import { z } from 'zod';
import { pageSize } from '../inputs';
import { done, ended, invitations, isDone, newInvitation, peoplePage } from './people-views';
import { deskProcedure, router } from './procedure';
import { requireSession } from './session-door';

const manage = deskProcedure('user.manage');
const id = z.string().min(1).max(100);
const target = z.strictObject({ id });
const role = z.enum(roles);

/** The people of the desk, for administrators. */
export const personRouter = router({
  list: manage
    .input(z.strictObject({ after: id.nullable().default(null), limit: pageSize.default(100) }))
    .output(peoplePage)
    .query(({ ctx, input }) => listPeople(ctx.db, ctx.caller, input)),

  invitations: manage
    .input(z.strictObject({ limit: pageSize.default(100) }))
    .output(invitations)
    .query(async ({ ctx, input }) => ({ items: await listInvitations(ctx.db, ctx.caller, input) })),

  /** Answers the link, once; where the installation sends mail, it is on its way as well. */
  invite: manage
    .input(z.strictObject({ email: emailSchema, role }))
    .output(newInvitation)
    .mutation(async ({ ctx, input }) => {
      const { desk, user } = requireSession(ctx);
      const { id: made, secret, expiresAt } = await invite(ctx.db, ctx.caller, input);
      const link = linkAddress(desk.origin, 'invitation', secret);
      const { mailer } = desk;
      if (mailer !== null) desk.later(() => mailer.send(invitationMail(input.email, user.name, link)));
      return { id: made, link, expiresAt: expiresAt.toISOString(), mailed: mailer !== null };
    }),

  revokeInvitation: manage
    .input(target)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await revokeInvitation(ctx.db, ctx.caller, input);
      return isDone;
    }),

  changeRole: manage
    .input(z.strictObject({ id, role }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await changeRole(ctx.db, ctx.caller, input);
      return isDone;
    }),

  deactivate: manage
    .input(target)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await deactivate(ctx.db, ctx.caller, input);
      return isDone;
    }),

  reactivate: manage
    .input(target)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await reactivate(ctx.db, ctx.caller, input);
      return isDone;
    }),

  endSessions: manage
    .input(target)
    .output(ended)
    .mutation(async ({ ctx, input }) => ({ ended: await endSessionsOf(ctx.db, ctx.caller, input) })),

  revokeTokens: manage
    .input(target)
    .output(ended)
    .mutation(async ({ ctx, input }) => ({ ended: await revokeTokensOf(ctx.db, ctx.caller, input) })),
});
