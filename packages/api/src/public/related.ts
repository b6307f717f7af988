import { listMentions } from '@rapporteur/core/related/mentions';
import { listPassageUses } from '@rapporteur/core/related/passages';
import { listPositions } from '@rapporteur/core/related/positions';
import { listStatements } from '@rapporteur/core/related/statements';
import { listVotes } from '@rapporteur/core/related/votes';
import { compareVotes } from '@rapporteur/core/related/votes-compared';
import { passageIdSchema } from '@rapporteur/domain/content/citation';
import { actorKey, timesInOrder, voteFilter } from '@rapporteur/domain/event/filter';
import { slugSchema } from '@rapporteur/domain/slug';
import { mentions, passageUses, relatedPositions, relatedStatements } from '@rapporteur/domain/views';
import { votesCast, votesCompared } from '@rapporteur/domain/vote-views';
import { z } from 'zod';
import { cursor, kind, pageSize } from '../inputs';
import { publicProcedure, router } from './procedure';

const page = { after: cursor.nullable().default(null), limit: pageSize.default(50) };
const votesWanted = voteFilter.prefault({}).transform(timesInOrder);
const ofRecord = z.strictObject({ kind, slug: slugSchema, ...page });

/** All of what the page of a record lists only the newest of, by cursor. Null where the record is not public. */
export const relatedRouter = router({
  statements: publicProcedure
    .input(ofRecord)
    .output(relatedStatements.nullable())
    .query(({ ctx, input }) => ctx.read((published) => listStatements(published, input))),

  positions: publicProcedure
    .input(ofRecord)
    .output(relatedPositions.nullable())
    .query(({ ctx, input }) => ctx.read((published) => listPositions(published, input))),

  mentions: publicProcedure
    .input(ofRecord)
    .output(mentions.nullable())
    .query(({ ctx, input }) => ctx.read((published) => listMentions(published, input))),

  votes: publicProcedure
    .input(z.strictObject({ slug: slugSchema, filter: votesWanted, ...page }))
    .output(votesCast.nullable())
    .query(({ ctx, input }) => ctx.read((published) => listVotes(published, input))),

  /** How often an actor and another voted alike, and where they differed. */
  votesCompared: publicProcedure
    .input(z.strictObject({ slug: slugSchema, with: actorKey, filter: votesWanted, ...page }))
    .output(votesCompared.nullable())
    .query(({ ctx, input }) => ctx.read((published) => compareVotes(published, input))),

  passageUses: publicProcedure
    .input(z.strictObject({ id: passageIdSchema, ...page }))
    .output(passageUses.nullable())
    .query(({ ctx, input }) => ctx.read((published) => listPassageUses(published, input))),
});
