import { invitationMail } from '@rapporteur/core/mail/letters';
import type { Mail } from '@rapporteur/core/mail/mailer';
import { emailSchema } from '@rapporteur/domain/email';
import { invite, revokeInvitation } from '@rapporteur/core/person/invite';
import { linkAddress } from '@rapporteur/core/person/link-address';
import { listInvitations, listPeople } from '@rapporteur/core/person/list';
import { endSessionsOf } from '@rapporteur/core/person/sessions';
import { changeRole, deactivate, reactivate } from '@rapporteur/core/person/standing';
import { revokeTokensOf } from '@rapporteur/core/person/token';
import { roles } from '@rapporteur/core/policy';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { pageSize } from '../inputs';
import type { Desk } from './desk';
import { done, ended, invitations, isDone, newInvitation, peoplePage, type NewInvitation } from './people-views';
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

  /** Answers the link, once; where the installation sends mail, it is on its way as well, or the answer says that it is not. */
  invite: manage
    .input(z.strictObject({ email: emailSchema, role }))
    .output(newInvitation)
    .mutation(async ({ ctx, input }) => {
      const { desk, user } = requireSession(ctx);
      const { id: made, secret, expiresAt } = await invite(ctx.db, ctx.caller, input);
      const link = linkAddress(desk.origin, 'invitation', secret);
      const mailed = await sendInvitation(desk, invitationMail(input.email, user.name, link));
      return { id: made, link, expiresAt: expiresAt.toISOString(), mailed };
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

/** Whoever invites waits for the mail: where it did not go, the link that they see is the only way in. */
async function sendInvitation({ mailer }: Desk, mail: Mail): Promise<NewInvitation['mailed']> {
  if (mailer === null) return 'never';
  try {
    await mailer.send(mail);
    return 'sent';
  } catch (error) {
    if (!(error instanceof RapporteurError)) throw error;
    console.error(error.message);
    return 'failed';
  }
}
