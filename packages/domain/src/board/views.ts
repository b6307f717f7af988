import { z } from 'zod';
import { stances, turns } from '../content/position';
import { regionSchema } from '../region/m49';
import { recordLink, total } from '../views';

/** The most rows that one page of a board holds: every state has room on it. */
export const longestBoard = 250;

/** What a board can be of: an issue has a row for each actor, an actor one for each issue. */
export const boardKinds = ['issue', 'actor'] as const;
export type BoardKind = (typeof boardKinds)[number];

/** A turn as boards draw it; its words and passages stand on the page of the position. */
const boardTurn = z.object({ turn: z.enum(turns), stance: z.enum(stances).nullable(), date: z.string() });
export type BoardTurn = z.infer<typeof boardTurn>;

/** When, as EDTF, an actor was a member of the organisation that a board is narrowed to. */
const periods = z.array(z.string());

const boardRow = z.object({
  position: recordLink,
  /** Whose row it is: the actor on the board of an issue, the issue on the board of an actor. */
  subject: recordLink,
  turns: z.array(boardTurn),
  periods,
});
export type BoardRow = z.infer<typeof boardRow>;

/** A page of the positions on an issue, or of an actor, over the time of the world. The ones that moved last come first. */
export const boardView = z.object({
  record: recordLink,
  /** The day of the newest change of the record that is read: what is held is held up to it, and nobody knows further. */
  until: z.string(),
  /** The organisation that the board is narrowed to; null where it shows everybody. */
  member: recordLink.nullable(),
  /** The region of UN M49 that the board is narrowed to; null where it shows the whole world. */
  region: regionSchema.nullable(),
  /**
   * Where the board is narrowed to a region, how many positions are left out because their actors have no code of ISO 3166-1
   * and so no region; 0 elsewhere.
   */
  unplaced: z.number().int(),
  rows: z.array(boardRow),
  /**
   * Members of the organisation, actors of the region, or those that are both, with no position on the issue, by name. They
   * are not neutral: nothing is on record.
   */
  silent: z.array(z.object({ subject: recordLink, periods })),
  /** Whether there are more of them than are named. */
  moreSilent: z.boolean(),
  total,
  /** The organisations that those on the board have been members of, those of the most first. */
  organisations: z.array(recordLink),
  /** The regions in which those on the board lie, each followed by its parts. */
  regions: z.array(regionSchema),
  next: z.string().nullable(),
});
export type BoardView = z.infer<typeof boardView>;
