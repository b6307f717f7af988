import { boardRouter } from './board';
import type { PublicContext } from './context';
import { eventRouter } from './event';
import { exportRouter } from './export';
import { feedRouter } from './feed';
import { createCallerFactory, router } from './procedure';
import { programmeRouter } from './programme';
import { publicationRouter } from './publication';
import { questionRouter } from './question';
import { recordRouter } from './record';
import { relatedRouter } from './related';
import { searchRouter } from './search';
import { statusRouter } from './status';
import { translationRouter } from './translation';

/** Everything that anyone may ask of the record. Queries only. */
export const publicRouter = router({
  record: recordRouter,
  related: relatedRouter,
  board: boardRouter,
  event: eventRouter,
  programme: programmeRouter,
  translation: translationRouter,
  publication: publicationRouter,
  feed: feedRouter,
  search: searchRouter,
  question: questionRouter,
  export: exportRouter,
  status: statusRouter,
});
export type PublicRouter = typeof publicRouter;

const callerOf = createCallerFactory(publicRouter);

/** The public procedures as plain functions, for pages that are rendered on the server. */
export const publicCaller = (context: PublicContext) => callerOf(context);
