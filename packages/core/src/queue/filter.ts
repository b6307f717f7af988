import { Prisma } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import type { State } from '@rapporteur/domain/lifecycle';
import type { Due, Evidence, View } from '@rapporteur/domain/queue-lists';

/** What a list is narrowed to. All that is given must hold. `me` stands for the caller, `nobody` for no person. */
export interface QueueFilter {
  view: View;
  kinds?: readonly Kind[] | undefined;
  states?: readonly State[] | undefined;
  /** Whoever a record waits for: the id of a person, `me` or `nobody`. */
  with?: string | undefined;
  author?: string | undefined;
  due?: Due | undefined;
  evidence?: Evidence | undefined;
  /** Words that stand in the title, the address or the id, each anywhere. */
  text?: string | undefined;
}

/** The most words of a search that are looked for. */
const mostWords = 8;

const always = Prisma.sql`TRUE`;
const isOpen = Prisma.sql`e."state" IN ('draft', 'in_review', 'approved', 'scheduled')`;
const isOverdue = Prisma.sql`e."dueOn" < current_date AND ${isOpen}`;
/** Approved, and held back until an instant: by a schedule, or by an embargo. Never NULL, so that it can be negated. */
export const isHeld = Prisma.sql`(e."state" = 'scheduled' OR (e."state" = 'approved' AND coalesce(e."embargoedUntil" > clock_timestamp(), FALSE)))`;
const isDrifted = Prisma.sql`e."drift" > 0`;
/** Public, with a translation that no longer says what it says. */
const isOutdated = Prisma.sql`(e."translationsOutdated" > 0 AND e."live")`;

function viewCondition(view: View, userId: string): Prisma.Sql {
  switch (view) {
    case 'work':
      return Prisma.sql`(${isOpen} OR ${isDrifted} OR ${isOutdated})`;
    case 'mine':
      return Prisma.sql`(e."withId" = ${userId} OR (e."authorId" = ${userId} AND ${isOpen}))`;
    case 'review':
      // Nobody approves what they wrote or changed; what somebody else has taken on is theirs to review.
      return Prisma.sql`(e."state" = 'in_review' AND e."authorId" <> ${userId} AND NOT (${userId} = ANY (e."contributorIds"))
        AND coalesce(e."assigneeId", ${userId}) = ${userId})`;
    case 'scheduled':
      return isHeld;
    case 'overdue':
      return Prisma.sql`(${isOverdue})`;
    case 'drifted':
      return isDrifted;
    case 'translations':
      return isOutdated;
    case 'all':
      return always;
  }
}

const dueConditions: Record<Due, Prisma.Sql> = {
  overdue: Prisma.sql`(${isOverdue})`,
  week: Prisma.sql`e."dueOn" BETWEEN current_date AND current_date + 6`,
  some: Prisma.sql`e."dueOn" IS NOT NULL`,
  none: Prisma.sql`e."dueOn" IS NULL`,
};

const evidenceConditions: Record<Evidence, Prisma.Sql> = {
  missing: Prisma.sql`e."fieldsMissing" > 0`,
  complete: Prisma.sql`e."fieldsMissing" = 0`,
  drifted: isDrifted,
};

/** The condition on `"DeskEntry" e` that a filter means for a caller. */
export function conditionOf(filter: QueueFilter, userId: string): Prisma.Sql {
  const { view, kinds, states, due, evidence } = filter;
  const parts = [
    viewCondition(view, userId),
    view === 'all'
      ? always
      : Prisma.sql`NOT e."merged" AND (e."snoozedUntil" IS NULL OR e."snoozedUntil" <= current_date)`,
    kinds === undefined ? always : Prisma.sql`e."kind" = ANY (${[...kinds]})`,
    states === undefined ? always : Prisma.sql`e."state" = ANY (${[...states]})`,
    personCondition(Prisma.sql`e."withId"`, filter.with, userId),
    personCondition(Prisma.sql`e."authorId"`, filter.author, userId),
    due === undefined ? always : dueConditions[due],
    evidence === undefined ? always : evidenceConditions[evidence],
    ...wordsOf(filter.text).map(stands),
  ];
  const said = parts.filter((part) => part !== always);
  return said.length === 0 ? always : Prisma.join(said, ' AND ');
}

function personCondition(column: Prisma.Sql, person: string | undefined, userId: string): Prisma.Sql {
  if (person === undefined) return always;
  if (person === 'nobody') return Prisma.sql`${column} IS NULL`;
  return Prisma.sql`${column} = ${person === 'me' ? userId : person}`;
}

const wordsOf = (text: string | undefined) =>
  (text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);

/** That a word stands somewhere in the text found by. The signs of a pattern in it stand for themselves. */
const stands = (word: string) =>
  Prisma.sql`e."search" <> '' AND e."search" LIKE '%' || desk.fold(${word.replaceAll(/[\\%_]/g, '\\$&')}) || '%'`;
