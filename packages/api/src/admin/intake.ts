import { affectedBy } from '@rapporteur/core/intake/affected';
import { candidatesOf } from '@rapporteur/core/intake/candidates';
import {
  choosePassage,
  decide,
  editProposal,
  mergeProposal,
  proposeByHand,
  undo,
} from '@rapporteur/core/intake/decide';
import { decideMany } from '@rapporteur/core/intake/decide-many';
import { describeItem, discardItem, putAside, readAgain } from '@rapporteur/core/intake/manage';
import { countItems, getItem, intakeViews, listItems } from '@rapporteur/core/intake/read-items';
import { sendToDrafts } from '@rapporteur/core/intake/send';
import { takeIn } from '@rapporteur/core/intake/take-in';
import { longestText } from '@rapporteur/core/source/text';
import { idSchema } from '@rapporteur/domain/ids';
import { mostProposals, proposalKinds } from '@rapporteur/domain/intake/proposal';
import {
  affectedView,
  intakePage,
  intakeStates,
  intakeView,
  matchView,
  sentView,
  sourceDescription,
  suggestionView,
} from '@rapporteur/domain/intake/views';
import { z } from 'zod';
import { cursor, idempotencyKey, pageSize, recordId } from '../inputs';
import { deskProcedure, router } from './procedure';
import { version } from './target';

const target = { id: z.uuid(), expectedVersion: version };
const itemResult = z.object({ id: z.string(), state: z.enum(intakeStates), lockVersion: z.number().int() });
const text = z.string().max(longestText, `is longer than ${longestText.toLocaleString('en')} characters`);
/** A place in a text: no stored text has more code points than that. */
const position = z.int().min(0).max(longestText);
/** Checked by the command against the schema of its kind; bounded here. */
const payload = z.record(z.string().max(40), z.unknown());

/** What came in from outside, and what is suggested from it. Documents come in by a form, see `intake-door`. */
export const intakeRouter = router({
  list: deskProcedure('desk.read')
    .input(
      z.strictObject({
        view: z.enum(Object.keys(intakeViews) as [keyof typeof intakeViews]),
        after: cursor.nullable().default(null),
        limit: pageSize.default(50),
      }),
    )
    .output(intakePage)
    .query(({ ctx, input }) => listItems(ctx.db, ctx.caller, input)),

  count: deskProcedure('desk.read')
    .input(z.strictObject({}))
    .output(z.object({ decide: z.number().int() }))
    .query(({ ctx }) => countItems(ctx.db, ctx.caller)),

  get: deskProcedure('desk.read')
    .input(z.strictObject({ id: z.uuid() }))
    .output(intakeView)
    .query(({ ctx, input }) => getItem(ctx.db, ctx.caller, input.id)),

  affected: deskProcedure('desk.read')
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ items: z.array(affectedView) }))
    .query(async ({ ctx, input }) => ({ items: await affectedBy(ctx.db, ctx.caller, input.id) })),

  takeIn: deskProcedure('intake.take_in', { anyText: true })
    .input(
      z.strictObject({
        item: z.discriminatedUnion('way', [
          z.strictObject({ way: z.literal('paste'), text, published: z.string().max(100).nullable().exactOptional() }),
          z.strictObject({ way: z.literal('address'), address: z.string().max(2000) }),
        ]),
        idempotencyKey: idempotencyKey.exactOptional(),
      }),
    )
    .output(z.object({ id: z.string() }))
    .mutation(async ({ ctx, input: { item, ...rest } }) => {
      const [id = ''] = (await takeIn(ctx.db, ctx.caller, { items: [item], ...rest })).ids;
      return { id };
    }),

  readAgain: deskProcedure('intake.take_in', { anyText: true })
    .input(z.strictObject({ ...target, text: text.nullable() }))
    .output(itemResult)
    .mutation(({ ctx, input }) => readAgain(ctx.db, ctx.caller, input)),

  decide: deskProcedure('intake.decide')
    .input(z.strictObject({ id: z.uuid(), decision: z.enum(['accepted', 'rejected']) }))
    .output(suggestionView)
    .mutation(({ ctx, input }) => decide(ctx.db, ctx.caller, input)),

  decideMany: deskProcedure('intake.decide')
    .input(
      z.strictObject({
        item: z.uuid(),
        ids: z.array(z.uuid()).min(1).max(mostProposals),
        decision: z.enum(['rejected']).nullable(),
      }),
    )
    .output(z.object({ suggestions: z.array(suggestionView) }))
    .mutation(async ({ ctx, input }) => ({ suggestions: await decideMany(ctx.db, ctx.caller, input) })),

  candidates: deskProcedure('desk.read')
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ matches: z.array(matchView) }))
    .query(async ({ ctx, input }) => ({ matches: await candidatesOf(ctx.db, ctx.caller, input.id) })),

  undo: deskProcedure('intake.decide')
    .input(z.strictObject({ id: z.uuid() }))
    .output(suggestionView)
    .mutation(({ ctx, input }) => undo(ctx.db, ctx.caller, input)),

  edit: deskProcedure('intake.decide')
    .input(z.strictObject({ id: z.uuid(), payload }))
    .output(suggestionView)
    .mutation(({ ctx, input }) => editProposal(ctx.db, ctx.caller, input)),

  merge: deskProcedure('intake.decide')
    .input(z.strictObject({ id: z.uuid(), into: recordId }))
    .output(suggestionView)
    .mutation(({ ctx, input }) => mergeProposal(ctx.db, ctx.caller, input)),

  choosePassage: deskProcedure('intake.decide')
    .input(z.strictObject({ id: z.uuid(), start: position, end: position }))
    .output(suggestionView)
    .mutation(({ ctx, input }) => choosePassage(ctx.db, ctx.caller, input)),

  propose: deskProcedure('intake.decide')
    .input(
      z.strictObject({
        item: z.uuid(),
        kind: z.enum(proposalKinds),
        payload,
        start: position,
        end: position,
        idempotencyKey: idempotencyKey.exactOptional(),
      }),
    )
    .output(suggestionView)
    .mutation(({ ctx, input }) => proposeByHand(ctx.db, ctx.caller, input)),

  describe: deskProcedure('intake.decide')
    .input(z.strictObject({ ...target, ...sourceDescription, sourceOf: idSchema('source').nullable() }))
    .output(itemResult)
    .mutation(({ ctx, input }) => describeItem(ctx.db, ctx.caller, input)),

  putAside: deskProcedure('intake.decide')
    .input(z.strictObject({ id: z.uuid() }))
    .output(itemResult)
    .mutation(({ ctx, input }) => putAside(ctx.db, ctx.caller, input)),

  send: deskProcedure('intake.send')
    .input(z.strictObject(target))
    .output(sentView)
    .mutation(({ ctx, input }) => sendToDrafts(ctx.db, ctx.caller, input)),

  discard: deskProcedure('intake.discard')
    .input(z.strictObject(target))
    .output(itemResult)
    .mutation(({ ctx, input }) => discardItem(ctx.db, ctx.caller, input)),
});
