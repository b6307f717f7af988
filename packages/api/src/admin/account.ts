import { changePassword, getAccount, rename } from '@rapporteur/core/person/account';
import { nameSchema } from '@rapporteur/core/person/identity';
import { addPasskey, listPasskeys, removePasskey } from '@rapporteur/core/person/passkey';
import { typedPassword } from '@rapporteur/core/person/password';
import { endOtherSessions, endSession, listSessions } from '@rapporteur/core/person/sessions';
import { z } from 'zod';
import { confirmSecondFactor, removeSecondFactor, renewRecoveryCodes, startSecondFactor } from './authenticator';
import { limits } from './limits';
import { askForPasskey, notFitting, passkeyResponse, verifyNewPasskey } from './passkey';
import {
  account,
  done,
  ended,
  isDone,
  newAuthenticator,
  passkeys,
  question,
  recoveryCodes,
  sessions,
} from './people-views';
import { deskProcedure, router } from './procedure';
import { isFresh, requireFreshSession, requireSession, rotate } from './session-door';

const manage = deskProcedure('account.manage');
const nothing = z.strictObject({});
const target = z.strictObject({ id: z.string().min(1).max(100) });
const byPassword = z.strictObject({ password: typedPassword });

/** What everybody can do about themself: in a session, never by a token. */
export const accountRouter = router({
  get: manage
    .input(nothing)
    .output(account)
    .query(async ({ ctx }) => {
      const { user, ...session } = requireSession(ctx);
      return { ...(await getAccount(ctx.db, ctx.caller)), role: user.role, fresh: isFresh(session) };
    }),

  rename: manage
    .input(z.strictObject({ name: nameSchema }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await rename(ctx.db, ctx.caller, input);
      return isDone;
    }),

  changePassword: manage
    .input(z.strictObject({ current: typedPassword.nullable(), password: typedPassword }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      // Who has no password to give must have signed in just now.
      const session = input.current === null ? requireFreshSession(ctx) : requireSession(ctx);
      await session.desk.limiter.take(limits.confirm, session.user.id);
      await changePassword(ctx.db, ctx.caller, { ...input, keepId: session.id });
      await session.desk.limiter.clear(limits.confirm, session.user.id);
      await rotate(session);
      return isDone;
    }),

  startSecondFactor: manage
    .input(byPassword)
    .output(newAuthenticator)
    .mutation(({ ctx, input }) => startSecondFactor(requireSession(ctx), input.password)),

  confirmSecondFactor: manage
    .input(z.strictObject({ code: z.string().regex(/^\d{6}$/, 'is six digits') }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await confirmSecondFactor(requireSession(ctx), input.code);
      return isDone;
    }),

  removeSecondFactor: manage
    .input(byPassword)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await removeSecondFactor(requireSession(ctx), input.password);
      return isDone;
    }),

  renewRecoveryCodes: manage
    .input(byPassword)
    .output(recoveryCodes)
    .mutation(async ({ ctx, input }) => ({
      recoveryCodes: await renewRecoveryCodes(requireSession(ctx), input.password),
    })),

  passkeys: manage
    .input(nothing)
    .output(passkeys)
    .query(async ({ ctx }) => ({ items: await listPasskeys(ctx.db, ctx.caller) })),

  askForPasskey: manage
    .input(nothing)
    .output(question)
    .mutation(({ ctx }) => {
      const { desk, user } = requireFreshSession(ctx);
      return askForPasskey(desk, 'add', user, { userId: user.id });
    }),

  addPasskey: manage
    .input(z.strictObject({ id: z.string().max(200), name: nameSchema, response: passkeyResponse }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const session = requireFreshSession(ctx);
      const { passkey, about } = await verifyNewPasskey(session.desk, 'add', input);
      // The question was put to this person, and to nobody else.
      if (!z.object({ userId: z.literal(session.user.id) }).safeParse(about).success) throw notFitting();
      await addPasskey(ctx.db, ctx.caller, passkey);
      await rotate(session);
      return isDone;
    }),

  removePasskey: manage
    .input(target)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const session = requireFreshSession(ctx);
      await removePasskey(ctx.db, ctx.caller, input);
      await rotate(session);
      return isDone;
    }),

  sessions: manage
    .input(nothing)
    .output(sessions)
    .query(async ({ ctx }) => {
      const { id } = requireSession(ctx);
      const items = await listSessions(ctx.db, ctx.caller);
      return { items: items.map((session) => ({ ...session, current: session.id === id })) };
    }),

  endSession: manage
    .input(target)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await endSession(ctx.db, ctx.caller, input);
      return isDone;
    }),

  endOtherSessions: manage
    .input(nothing)
    .output(ended)
    .mutation(async ({ ctx }) => ({
      ended: await endOtherSessions(ctx.db, ctx.caller, { keepId: requireSession(ctx).id }),
    })),
});
