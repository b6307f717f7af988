import type { AdminContext } from './context';
import { createCallerFactory, router } from './procedure';
import { publicationRouter } from './publication';
import { recordRouter } from './record';
import { referenceRouter } from './reference';
import { sourceRouter } from './source';
import { userRouter } from './user';

/** Everything that the desk may do. */
export const adminRouter = router({
  publication: publicationRouter,
  record: recordRouter,
  reference: referenceRouter,
  source: sourceRouter,
  user: userRouter,
});
export type AdminRouter = typeof adminRouter;

const callerOf = createCallerFactory(adminRouter);

/** The procedures of the desk as plain functions, for pages and forms that run on the server. */
export const adminCaller = (context: AdminContext) => callerOf(context);
