import { z } from 'zod';
import { choices } from './content/event';
import { recordLink, total } from './views';

const choice = z.enum(choices);
export type Choice = z.infer<typeof choice>;

/** How an actor chose in one vote. */
const voteCast = z.object({ record: recordLink, date: z.string(), choice });
export type VoteCast = z.infer<typeof voteCast>;

/** How often each choice was made; those that never were are 0. */
export const choiceCounts = z.object(
  Object.fromEntries(choices.map((each) => [each, z.number().int()])) as Record<Choice, z.ZodNumber>,
);
export type ChoiceCounts = z.infer<typeof choiceCounts>;

/** A year of four digits, by the first day that the date of a vote may mean; null where that is not on record. */
const year = z.string().nullable();

/** A page of the votes in which the choice of an actor is on record, the newest first. */
export const votesCast = z.object({
  record: recordLink,
  items: z.array(voteCast),
  /** How many votes there are in all that fit what was asked. */
  total,
  /** The same for each choice, whichever choices were asked for. */
  choices: choiceCounts,
  /** Every year with a vote, the earliest first, whichever choices and days were asked for. */
  years: z.array(z.object({ year, choices: choiceCounts })),
  next: z.string().nullable(),
});
export type VotesCast = z.infer<typeof votesCast>;

/** The choices that are compared: who was absent or did not vote has not said yes, no or neither. */
export const comparedChoices = ['yes', 'no', 'abstain'] as const satisfies readonly Choice[];

const compared = z.object({ both: z.number().int(), alike: z.number().int() });

/**
 * How often two actors voted alike: in the votes in which the choice of both is on record and is yes, no or abstention, they
 * are alike where it is the same. Votes in which either was absent, did not vote or is not on record are left out.
 */
export const votesCompared = z.object({
  record: recordLink,
  other: recordLink,
  /** Of the votes that fit what was asked: those in which both chose, and those in which they chose alike. */
  ...compared.shape,
  /** The same for each year, the earliest first, whichever days were asked for. */
  years: z.array(compared.extend({ year })),
  /** A page of the votes in which they differed, the newest first. */
  items: z.array(voteCast.extend({ otherChoice: choice })),
  next: z.string().nullable(),
});
export type VotesCompared = z.infer<typeof votesCompared>;
