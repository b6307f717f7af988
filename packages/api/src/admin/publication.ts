import { listDependants } from '@rapporteur/core/publication/dependants';
import { previewPublication } from '@rapporteur/core/publication/preview';
import { changes } from '@rapporteur/core/record/save';
import { setChange } from '@rapporteur/core/record/set-change';
import { dependantsPage, publicationPreview } from '@rapporteur/domain/publication-views';
import { z } from 'zod';
import { cursor, kind, pageSize, recordId, revisionNumber } from '../inputs';
import { commandResult } from './desk-views';
import { deskProcedure, router } from './procedure';
import { target, words } from './target';

/** Before a revision is published: what readers will see, what rests on it, and what the change is to them. */
export const publicationRouter = router({
  preview: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId, revision: revisionNumber }))
    .output(publicationPreview)
    .query(({ ctx, input }) => previewPublication(ctx.db, ctx.caller, input)),

  dependants: deskProcedure('desk.read')
    .input(
      z.strictObject({
        id: recordId,
        kind: kind.exactOptional(),
        after: cursor.nullable().default(null),
        limit: pageSize.default(50),
      }),
    )
    .output(dependantsPage)
    .query(({ ctx, input }) => listDependants(ctx.db, ctx.caller, input)),

  setChange: deskProcedure('record.save')
    .input(z.strictObject({ ...target, change: z.enum(changes), note: words.nullable() }))
    .output(commandResult)
    .mutation(({ ctx, input }) => setChange(ctx.db, ctx.caller, input)),
});
