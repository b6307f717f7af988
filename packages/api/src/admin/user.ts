import { can } from '@rapporteur/core/policy';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { actions } from './actions';
import { me } from './desk-views';
import { deskProcedure, router } from './procedure';

export const userRouter = router({
  /** Who is signed in, and what they may do. */
  me: deskProcedure('self.read')
    .input(z.strictObject({}))
    .output(me)
    .query(({ ctx }) => {
      if (ctx.user === null) throw new RapporteurError('unauthenticated', 'Sign in first.');
      return { ...ctx.user, may: actions.filter((action) => can(ctx.caller, action)) };
    }),
});
