import { readBoard } from '@rapporteur/core/board/read';
import { boardKinds, boardView, longestBoard } from '@rapporteur/domain/board/views';
import { regionSchema } from '@rapporteur/domain/region/m49';
import { regionFits, regionMisfit } from '@rapporteur/domain/region/regions';
import { slugSchema } from '@rapporteur/domain/slug';
import { z } from 'zod';
import { cursor } from '../inputs';
import { publicProcedure, router } from './procedure';

/** Who held what over the time of the world. */
export const boardRouter = router({
  /** The positions on an issue or of an actor with all their turns. Null where the record or the organisation is not public. */
  get: publicProcedure
    .input(
      z
        .strictObject({
          kind: z.enum(boardKinds),
          slug: slugSchema,
          /** The slug of an organisation: only its members, with when they were. */
          member: slugSchema.nullable().default(null),
          /** A region of UN M49: only the actors that lie in it by their code of ISO 3166-1. */
          region: regionSchema.nullable().default(null),
          after: cursor.nullable().default(null),
          limit: z.int().min(1).max(longestBoard).default(longestBoard),
        })
        .refine(regionFits, regionMisfit),
    )
    .output(boardView.nullable())
    .query(({ ctx, input }) => ctx.read((published) => readBoard(published, input))),
});
