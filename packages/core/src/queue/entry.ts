import { Prisma } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import type { State } from '@rapporteur/domain/lifecycle';

interface Person {
  id: string;
  name: string;
}

/** A record as the desk's lists show it. */
export interface DeskEntry {
  id: string;
  kind: Kind;
  title: string;
  /** Of the newest revision that was not given up. */
  state: State;
  revisionNumber: number;
  lockVersion: number;
  /** Whether readers see a version of it. */
  live: boolean;
  author: Person;
  /** Whoever it waits for: who has taken it, or else the author of a draft. */
  with: Person | null;
  /** Whether somebody has taken it or was handed it. */
  assigned: boolean;
  /** Whether the caller wrote or changed the revision, and so cannot approve it. */
  own: boolean;
  evidence: { needed: number; cited: number };
  /** Whether the last reviewer asked for changes. */
  changesRequested: boolean;
  /** Days are `2024-01-31`. */
  dueOn: string | null;
  overdue: boolean;
  snoozedUntil: string | null;
  drift: { moved: number; changed: number; gone: number };
  /** In how many languages its newest translation no longer fits what readers see of it. */
  translationsOutdated: number;
  /** When it is published by itself, and until when nothing of it is; null once that has passed. */
  scheduledFor: string | null;
  embargoedUntil: string | null;
  changedAt: string;
}

export interface EntryRow {
  recordId: string;
  kind: string;
  title: string;
  state: string;
  revisionNumber: number;
  lockVersion: number;
  live: boolean;
  authorId: string;
  authorName: string | null;
  own: boolean;
  withId: string | null;
  withName: string;
  assigned: boolean;
  fieldsNeeded: number;
  fieldsCited: number;
  decision: string | null;
  dueOn: string | null;
  overdue: boolean;
  snoozedUntil: string | null;
  passagesMoved: number;
  passagesChanged: number;
  passagesGone: number;
  translationsOutdated: number;
  changedAt: Date;
  scheduledFor: Date | null;
  embargoedUntil: Date | null;
}

/** What is read of an entry `e` and its author `a`. */
export const entryColumns = (userId: string): Prisma.Sql => Prisma.sql`
  e."recordId", e."kind", e."title", e."state", e."revisionNumber", e."lockVersion", e."live", e."authorId", a."name" AS "authorName",
  e."authorId" = ${userId} OR ${userId} = ANY (e."contributorIds") AS "own", e."withId", e."withName", e."assigneeId" IS NOT NULL AS "assigned",
  e."fieldsNeeded", e."fieldsCited", e."decision", e."dueOn"::text, e."snoozedUntil"::text,
  coalesce(e."dueOn" < current_date AND e."state" IN ('draft', 'in_review', 'approved', 'scheduled'), FALSE) AS "overdue",
  e."passagesMoved", e."passagesChanged", e."passagesGone", e."translationsOutdated", e."changedAt", e."scheduledFor",
  CASE WHEN e."embargoedUntil" > clock_timestamp() THEN e."embargoedUntil" END AS "embargoedUntil"`;

export function toEntry(row: EntryRow): DeskEntry {
  return {
    id: row.recordId,
    // Checked by the database where they are written.
    kind: row.kind as Kind,
    state: row.state as State,
    title: row.title,
    revisionNumber: row.revisionNumber,
    lockVersion: row.lockVersion,
    live: row.live,
    author: { id: row.authorId, name: row.authorName ?? row.authorId },
    with: row.withId === null ? null : { id: row.withId, name: row.withName },
    assigned: row.assigned,
    own: row.own,
    evidence: { needed: row.fieldsNeeded, cited: row.fieldsCited },
    changesRequested: row.state === 'draft' && row.decision === 'changes_requested',
    dueOn: row.dueOn,
    overdue: row.overdue,
    snoozedUntil: row.snoozedUntil,
    drift: { moved: row.passagesMoved, changed: row.passagesChanged, gone: row.passagesGone },
    translationsOutdated: row.translationsOutdated,
    scheduledFor: row.scheduledFor?.toISOString() ?? null,
    embargoedUntil: row.embargoedUntil?.toISOString() ?? null,
    changedAt: row.changedAt.toISOString(),
  };
}
