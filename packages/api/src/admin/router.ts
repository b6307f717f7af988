import { bulkRouter } from './bulk';
import { commentRouter } from './comment';
import type { AdminContext } from './context';
import { presenceRouter } from './presence';
import { createCallerFactory, router } from './procedure';
import { publicationRouter } from './publication';
import { queueRouter } from './queue';
import { recordRouter } from './record';
import { referenceRouter } from './reference';
import { sourceRouter } from './source';
import { userRouter } from './user';
import { workRouter } from './work';
import { workingCopyRouter } from './working-copy';

/** Everything that the desk may do. */
export const adminRouter = router({
  bulk: bulkRouter,
  comment: commentRouter,
  presence: presenceRouter,
  publication: publicationRouter,
  queue: queueRouter,
  record: recordRouter,
  reference: referenceRouter,
  source: sourceRouter,
  user: userRouter,
  work: workRouter,
  workingCopy: workingCopyRouter,
});
export type AdminRouter = typeof adminRouter;

const callerOf = createCallerFactory(adminRouter);

/** The procedures of the desk as plain functions, for pages and forms that run on the server. */
export const adminCaller = (context: AdminContext) => callerOf(context);
