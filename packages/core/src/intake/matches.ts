import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import {
  proposalNamed,
  proposalTitle,
  recordKindOf,
  type AnyPayload,
  type ProposalKind,
} from '@rapporteur/domain/intake/proposal';
import { namable } from '../reference/search';
import type { Match, Proposed } from './suggestion';

/** How many records are offered for one proposal. */
const mostOffered = 5;
/** From here on, a likeness of names or words (trigrams, 0 to 1) means the same thing more often than not. */
const likelyName = 0.8;
const likelyWords = 0.4;
/** Titles of statements hold so many characters of what was said. */
const titleWords = 110;

/** What proposals name comes before them, so that a statement can be compared once its speaker is. */
const order: Record<ProposalKind, number> = {
  actor: 0,
  issue: 0,
  event: 1,
  programme: 1,
  provision: 1,
  statement: 2,
  commitment: 2,
  position: 3,
};

/** The records that each proposal of a text may be about, the likeliest first. */
export async function matchAll(db: PrismaClient, proposed: readonly Proposed[]): Promise<Match[][]> {
  const found: Match[][] = proposed.map(() => []);
  // What a proposal names is taken to be the record it looks like, until a person says so or otherwise.
  const resolve = (name: string) => {
    const number = proposalNamed(name);
    if (number === null) return name;
    return found[number - 1]?.find(({ likely }) => likely)?.id ?? null;
  };
  const turns = proposed.map((item, index) => ({ ...item, index }));
  for (const { proposal, index } of turns.toSorted((a, b) => order[a.proposal.kind] - order[b.proposal.kind]))
    found[index] = await matchOne(db, proposal, resolve);
  return found;
}

/** The records that a proposal may be about. `resolve` answers the record that a name in it stands for, if one does. */
export async function matchOne(
  db: PrismaClient | Transaction,
  proposal: AnyPayload,
  resolve: (name: string) => string | null,
): Promise<Match[]> {
  const ranked = (await rowsOf(db, proposal, resolve)).map((row) => ({
    ...judged(proposal, row),
    likeness: row.likeness,
  }));
  return ranked
    .toSorted((a, b) => Number(b.likely) - Number(a.likely) || b.why.length - a.why.length || b.likeness - a.likeness)
    .slice(0, mostOffered)
    .map(({ id, why, likely }) => ({ id, why, likely }));
}

interface Row {
  id: string;
  /** Whether its title, or one of its names, is exactly that. */
  exact: boolean;
  likeness: number;
  day: boolean;
  speaker: boolean;
}

async function rowsOf(
  db: PrismaClient | Transaction,
  proposal: AnyPayload,
  resolve: (name: string) => string | null,
): Promise<Row[]> {
  const { kind, payload } = proposal;
  // A provision is a part of its programme; whether that has it is asked when it is added.
  if (kind === 'provision') return [];
  const title = proposalTitle(proposal).slice(0, titleWords);
  const date = kind === 'statement' || kind === 'event' ? payload.date : kind === 'programme' ? payload.period : null;
  const clock = kind === 'programme' ? 'period' : 'date';
  const speaker = kind === 'statement' && payload.speaker !== null ? resolve(payload.speaker) : null;
  if (kind === 'position') return positionRows(db, payload, resolve);
  const more =
    kind === 'statement'
      ? Prisma.sql`OR (v."content" ? 'speaker' AND v."content" ->> 'speaker' = ${speaker}::text AND v."content" ->> 'date' = ${date}::text)`
      : kind === 'event'
        ? Prisma.sql`OR (v."content" ? 'choices' AND v."content" ->> 'date' = ${date}::text)`
        : Prisma.empty;
  return db.$queryRaw<Row[]>`
    SELECT r."id", hit.likeness, coalesce(v."content" ->> ${clock} = ${date}::text, false) AS "day",
      coalesce(v."content" ->> 'speaker' = ${speaker}::text, false) AS "speaker",
      (desk_fold(v."title") = asked.words OR EXISTS (
        SELECT FROM jsonb_path_query(v."content", 'lax $.names[*].text') AS called WHERE desk_fold(called #>> '{}') = asked.words)) AS "exact"
    FROM (SELECT desk_fold(${title}) AS words) asked, "Revision" v JOIN "Record" r ON r."id" = v."recordId",
      LATERAL (SELECT word_similarity(asked.words, desk_search_text(v."title", v."content")) AS likeness) hit
    WHERE asked.words <> ' ' AND (asked.words <% desk_search_text(v."title", v."content") ${more})
      AND ${namable([recordKindOf(kind)])}
    ORDER BY hit.likeness DESC, r."id" LIMIT 20`;
}

/** An actor has one position on an issue, so it is that one or none. */
async function positionRows(
  db: PrismaClient | Transaction,
  { actor, issue }: { actor: string | null; issue: string | null },
  resolve: (name: string) => string | null,
): Promise<Row[]> {
  const [actorId, issueId] = [actor, issue].map((name) => (name === null ? null : resolve(name)));
  if (!actorId || !issueId) return [];
  const rows = await positionsHeld(db, actorId, issueId);
  return rows.map(({ id }) => ({ id, exact: true, likeness: 1, day: false, speaker: false }));
}

/** The position of an actor on an issue, the oldest first where the desk has drafted two; those that are given up are left out. */
export function positionsHeld(db: PrismaClient | Transaction, actor: string, issue: string): Promise<{ id: string }[]> {
  return db.$queryRaw`
    SELECT r."id" FROM "Revision" v JOIN "Record" r ON r."id" = v."recordId"
    WHERE v."content" ? 'turns' AND v."content" ->> 'issue' = ${issue} AND v."content" ->> 'actor' = ${actor}
      AND ${namable(['position'])} ORDER BY r."createdAt", r."id" LIMIT 2`;
}

/** Why a record is offered, and whether it looks like the very same thing. */
function judged({ kind }: AnyPayload, { id, exact, likeness, day, speaker }: Row): Match {
  const why: Match['why'] = [
    ...(exact ? (['name'] as const) : likeness >= likelyWords ? (['words'] as const) : []),
    ...(day && kind !== 'programme' ? (['day'] as const) : []),
    ...(speaker ? (['speaker'] as const) : []),
  ];
  const likely =
    kind === 'statement'
      ? (exact || likeness >= likelyWords) && (speaker || likeness >= likelyName)
      : kind === 'event' || kind === 'programme'
        ? exact || (day && likeness >= likelyWords)
        : kind === 'actor'
          ? exact
          : exact || likeness >= likelyName;
  return { id, why, likely };
}
