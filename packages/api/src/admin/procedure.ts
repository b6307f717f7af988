import { authorize, policy, type Action } from '@rapporteur/core/policy';
import { RapporteurError } from '@rapporteur/domain/errors';
import { unstorable } from '@rapporteur/domain/storable';
import { initTRPC } from '@trpc/server';
import { formatError, outward, toTransport } from '../errors';
import type { AdminContext } from './context';

/** What every procedure of the desk declares: the action of the policy that it is. */
interface AdminMeta {
  action?: Action;
  /** Whether text may come in any form, because the command puts it into the one in which it is stored. */
  anyText?: boolean;
}

const t = initTRPC.context<AdminContext>().meta<AdminMeta>().create({ errorFormatter: formatError, isDev: false });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const base = t.procedure.use(async ({ ctx, meta, type, next, getRawInput }) => {
  try {
    // An undeclared procedure is denied to everyone.
    if (meta?.action === undefined || !Object.hasOwn(policy, meta.action)) {
      throw new RapporteurError('forbidden', 'This procedure has no place in the policy.');
    }
    authorize(ctx.caller, meta.action);
    if (type === 'mutation' && !ctx.sameOrigin) {
      throw new RapporteurError('forbidden', 'This request did not come from a page of the desk.');
    }
    const fault = meta.anyText === true ? null : unstorable(await getRawInput());
    if (fault !== null) throw new RapporteurError('invalid_input', 'This request cannot be kept.', [fault]);
  } catch (error) {
    throw error instanceof RapporteurError ? toTransport(error) : error;
  }
  // `next()` never rejects: a refusal is a result that is not ok.
  const result = await next();
  if (!result.ok) throw outward(result.error);
  return result;
});

/** A procedure of the desk. The policy is asked here, before the input is read, and again inside the command. */
export const deskProcedure = (action: Action, more: { anyText?: true } = {}) => base.meta({ action, ...more });
