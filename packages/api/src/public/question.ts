import { freezeQuestion } from '@rapporteur/core/question/freeze';
import { answerDocument, reopenQuestion } from '@rapporteur/core/question/reopen';
import { question } from '@rapporteur/domain/question/question';
import { frozenView, reopenedView } from '@rapporteur/domain/question/views';
import { z } from 'zod';
import { publicProcedure, router } from './procedure';

const id = z.string().min(1).max(1024);

/** Questions that are asked once and cited for ever. Nothing is kept for one: its id holds it. */
export const questionRouter = router({
  /** What the answer is cited by, at the instant of the request. Null while nothing is published. */
  freeze: publicProcedure
    .input(z.strictObject({ question }))
    .output(frozenView.nullable())
    .query(({ ctx, input }) => ctx.read((published) => freezeQuestion(published, input.question))),

  /** The question of an id, its answer as it stood, and what changed since. Null where the id names none. */
  reopen: publicProcedure
    .input(z.strictObject({ id }))
    .output(reopenedView.nullable())
    .query(({ ctx, input }) => reopenQuestion(ctx, input.id)),

  /** The document whose SHA-256 the id begins with. */
  answer: publicProcedure
    .input(z.strictObject({ id }))
    .output(z.string().nullable())
    .query(({ ctx, input }) => answerDocument(ctx, input.id)),
});
