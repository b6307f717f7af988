import { bulkRouter } from './bulk';
import { accountRouter } from './account';
import { auditRouter } from './audit';
import { commentRouter } from './comment';
import type { AdminContext } from './context';
import { intakeRouter } from './intake';
import { jobRouter } from './job';
import { personRouter } from './person';
import { presenceRouter } from './presence';
import { previewRouter } from './preview';
import { createCallerFactory, router } from './procedure';
import { publicationRouter } from './publication';
import { queueRouter } from './queue';
import { recordRouter } from './record';
import { referenceRouter } from './reference';
import { releaseRouter } from './release';
import { sourceRouter } from './source';
import { tokenRouter } from './token';
import { translationRouter } from './translation';
import { userRouter } from './user';
import { webhookRouter } from './webhook';
import { workRouter } from './work';
import { workingCopyRouter } from './working-copy';

/** Everything that the desk may do. */
export const adminRouter = router({
  account: accountRouter,
  audit: auditRouter,
  bulk: bulkRouter,
  comment: commentRouter,
  intake: intakeRouter,
  job: jobRouter,
  person: personRouter,
  presence: presenceRouter,
  preview: previewRouter,
  publication: publicationRouter,
  queue: queueRouter,
  record: recordRouter,
  reference: referenceRouter,
  release: releaseRouter,
  source: sourceRouter,
  token: tokenRouter,
  translation: translationRouter,
  user: userRouter,
  webhook: webhookRouter,
  work: workRouter,
  workingCopy: workingCopyRouter,
});
export type AdminRouter = typeof adminRouter;

const callerOf = createCallerFactory(adminRouter);

/** The procedures of the desk as plain functions, for pages and forms that run on the server. */
export const adminCaller = (context: AdminContext) => callerOf(context);
