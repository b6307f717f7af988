import { initTRPC } from '@trpc/server';
import { formatError, outward } from '../errors';
import type { PublicContext } from './context';

const t = initTRPC.context<PublicContext>().create({ errorFormatter: formatError, isDev: false });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Every public procedure: a query, open to all, reading as the role that cannot see the desk. */
export const publicProcedure = t.procedure.use(async ({ next }) => {
  // `next()` never rejects: a refusal is a result that is not ok.
  const result = await next();
  if (!result.ok) throw outward(result.error);
  return result;
});
