import { z } from 'zod';
import { sourceForms, sourceRights } from '../content/source';
import { languageTag, line } from '../content/text';
import { edtfSchema } from '../edtf';
import { kinds } from '../kinds';
import { states } from '../lifecycle';
import { passageStates } from '../views';
import { passageParts, proposalKinds } from './proposal';

export const intakeStates = ['waiting', 'reading', 'suggested', 'failed', 'finished', 'discarded'] as const;
export type IntakeState = (typeof intakeStates)[number];

/** How a text came in. */
export const intakeWays = ['paste', 'upload', 'address'] as const;

/** What is done with a text, in this order. */
export const intakeSteps = ['fetch', 'read', 'find', 'compare', 'keep'] as const;
export type IntakeStep = (typeof intakeSteps)[number];

export const decisions = ['accepted', 'edited', 'merged', 'rejected'] as const;
export type Decision = (typeof decisions)[number];

const person = z.object({ id: z.string(), name: z.string() });

/** How many proposals of a text have been decided, and how. */
const decided = z.object({
  accepted: z.number().int(),
  edited: z.number().int(),
  merged: z.number().int(),
  rejected: z.number().int(),
  left: z.number().int(),
});

export const intakeSummary = z.object({
  id: z.string(),
  state: z.enum(intakeStates),
  way: z.enum(intakeWays),
  /** What the text is called: its title, the name of its file, its address, or its first words. */
  name: z.string(),
  by: person,
  takenIn: z.string(),
  progress: z.object({ step: z.enum(intakeSteps).nullable(), done: z.number().int(), of: z.number().int() }),
  /** What went wrong and what to do, in words. */
  problem: z.string().nullable(),
  decided,
  /** Put aside, to be finished later. */
  aside: z.boolean(),
});
export type IntakeSummary = z.infer<typeof intakeSummary>;

export const intakePage = z.object({ items: z.array(intakeSummary), next: z.string().nullable() });
export type IntakePage = z.infer<typeof intakePage>;

/** A record that a proposal may be about. */
export const matchView = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  state: z.enum(states),
  live: z.boolean(),
  date: z.string().nullable(),
  /** Why it is offered: the same name, the same day, the same speaker, or alike words. */
  why: z.array(z.enum(['name', 'day', 'speaker', 'words'])),
  /** Whether it looks like the very same thing. */
  likely: z.boolean(),
});
export type MatchView = z.infer<typeof matchView>;

/** How sure the software is, in the words of the desk: percentages claim more than they hold. */
export const sureties = ['sure', 'fairly', 'check'] as const;

export const suggestionView = z.object({
  id: z.string(),
  number: z.number().int(),
  kind: z.enum(proposalKinds),
  title: z.string(),
  /** Checked against the schema of its kind before it was kept. */
  payload: z.record(z.string(), z.unknown()),
  passages: z.array(z.object({ part: z.enum(passageParts), start: z.number().int(), end: z.number().int() })),
  reason: z.string(),
  surety: z.enum(sureties),
  byHand: z.boolean(),
  decision: z.enum(decisions).nullable(),
  decidedBy: person.nullable(),
  decidedAt: z.string().nullable(),
  /** Rejected when this very text was taken in before. */
  rejectedBefore: z.boolean(),
  /** The record that it was merged with, or that was made of it. */
  record: z.string().nullable(),
  matches: z.array(matchView),
});
export type SuggestionView = z.infer<typeof suggestionView>;

/** A text that is the same, or nearly so, and what holds it. */
export const originView = z.object({
  sameness: z.enum(['same', 'near']),
  source: z.object({ id: z.string(), title: z.string() }).nullable(),
  item: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type OriginView = z.infer<typeof originView>;

/** A passage of an earlier version of a source, in the text that came in. */
export const affectedView = z.object({
  record: z.object({ id: z.string(), kind: z.enum(kinds), title: z.string() }),
  field: z.string(),
  exact: z.string(),
  /** Each is compared when it is asked for. */
  state: z.enum(passageStates).exclude(['uncompared']),
});
export type AffectedView = z.infer<typeof affectedView>;

/** What was not added to a record that was there before, by the number of its proposal, and why. */
export const leftView = z.object({ id: z.string(), number: z.number().int(), why: z.string() });
export type LeftView = z.infer<typeof leftView>;

export const intakeView = z.object({
  ...intakeSummary.shape,
  lockVersion: z.number().int(),
  fileName: z.string().nullable(),
  address: z.string().nullable(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  form: z.enum(sourceForms),
  rights: z.enum(sourceRights),
  licence: z.string().nullable(),
  warnings: z.array(z.string()),
  sha256: z.string().nullable(),
  /** The source of which this is a version, chosen or recognised by its address. */
  sourceOf: z.object({ id: z.string(), title: z.string() }).nullable(),
  origins: z.array(originView),
  /** The source that was drafted, once it is finished. */
  source: z.string().nullable(),
  /** What was left to a person when it was sent. */
  left: z.array(leftView),
  suggestions: z.array(suggestionView),
  /** What the records that are named are called. */
  named: z.record(z.string(), z.string()),
});
export type IntakeView = z.infer<typeof intakeView>;

/** What an editor may put right about a source before it is drafted. */
export const sourceDescription = {
  title: line.nullable(),
  publisher: line.nullable(),
  author: line.nullable(),
  published: edtfSchema.nullable(),
  language: languageTag.nullable(),
  form: z.enum(sourceForms),
  rights: z.enum(sourceRights),
  licence: line.nullable(),
};

export const sentView = z.object({
  source: z.string(),
  /** Whether the source was drafted; otherwise the text became a version of one that was there. */
  isNew: z.boolean(),
  /** The records that were drafted, in the order of their proposals. */
  records: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(kinds),
      number: z.number().int(),
      title: z.string(),
      complete: z.boolean(),
    }),
  ),
  /** Records that were there before and got a passage of this text. */
  changed: z.array(z.object({ id: z.string(), number: z.number().int() })),
  left: z.array(leftView),
});
export type SentView = z.infer<typeof sentView>;
