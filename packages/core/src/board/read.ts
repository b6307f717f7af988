import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import {
  longestBoard,
  type BoardKind,
  type BoardRow,
  type BoardTurn,
  type BoardView,
} from '@rapporteur/domain/board/views';
import type { ActorContent } from '@rapporteur/domain/content/actor';
import type { Region } from '@rapporteur/domain/region/m49';
import { codesOfRegion, codesWithRegion, regionSchemes, regionsOf } from '@rapporteur/domain/region/regions';
import type { RecordLink } from '@rapporteur/domain/views';
import { newestPublication } from '../record/history';
import { readKeys, writeKeys } from '../record/key-cursor';
import { linkSql } from '../record/links';
import { hasCode } from '../record/regions';
import { liveRecord } from '../related/page';

/** How many members of an organisation, or actors of a region, a board names that have no position on the issue. */
const mostSilent = 500;

/** How many organisations a board can be narrowed to. */
const mostOrganisations = 40;

export interface BoardQuery {
  kind: BoardKind;
  slug: string;
  /** The slug of the organisation whose members alone are wanted. */
  member: string | null;
  /** The region of UN M49 whose actors alone are wanted. */
  region: Region | null;
  /** The `next` of the page before. */
  after: string | null;
  limit: number;
}

interface Row {
  found: number;
  sortKey: string;
  position: RecordLink;
  subject: RecordLink;
  turns: BoardTurn[];
  periods: string[];
}

/**
 * A page of a board: the positions on an issue or of an actor, those that moved last first, with every turn of each. Null
 * where the record, or the organisation, is not public.
 */
export async function readBoard(published: Published, query: BoardQuery): Promise<BoardView | null> {
  const [record, member] = await Promise.all([
    liveRecord(published, query),
    query.member === null ? null : liveRecord(published, { kind: 'actor', slug: query.member, limit: 1 }),
  ]);
  if (record === null || (query.member !== null && member === null)) return null;
  const limit = Math.min(Math.max(1, query.limit), longestBoard);
  const list = `board of ${record.id}`;
  const about = { kind: query.kind, id: record.id, organisation: member?.id ?? null, region: query.region };
  const [rows, silent, organisations, regions, unplaced, newest] = await Promise.all([
    readRows(published, about, query.after === null ? null : readKeys(list, query.after, 2), limit + 1),
    query.kind === 'issue' && query.after === null ? silentOn(published, about) : [],
    organisationsOf(published, about),
    regionsOn(published, about),
    query.region === null ? 0 : withoutRegion(published, about),
    newestPublication(published),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    record,
    until: (newest?.recordedAt ?? new Date(0)).toISOString().slice(0, 10),
    member,
    region: query.region,
    unplaced,
    rows: page.map(toRow),
    silent: silent.slice(0, mostSilent),
    moreSilent: silent.length > mostSilent,
    // They are read to be put in order, so counting them all costs nothing.
    total: { count: rows[0]?.found ?? 0, atLeast: false },
    organisations,
    regions,
    next: rows.length > limit && last ? writeKeys(list, [last.sortKey, last.position.id]) : null,
  };
}

const toRow = ({ position, subject, turns, periods }: Row): BoardRow => ({
  position,
  subject,
  turns,
  periods,
});

interface About {
  kind: BoardKind;
  id: string;
  organisation: string | null;
  region: Region | null;
}

/** SQL: that a position `p` is on the board. */
const onBoard = ({ kind, id }: Pick<About, 'kind' | 'id'>): Prisma.Sql =>
  kind === 'issue' ? Prisma.sql`p."issueId" = ${id}` : Prisma.sql`p."actorId" = ${id}`;

/** SQL: the positions `p` of a board with their entries `e`, from `FROM` on. */
export function positionsOnBoard(about: About): Prisma.Sql {
  const { organisation, region } = about;
  const members =
    organisation === null
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (SELECT FROM "Membership" m WHERE m."recordId" = p."actorId" AND m."organisationId" = ${organisation})`;
  const there =
    region === null ? Prisma.empty : Prisma.sql`AND ${hasCode(Prisma.sql`p."actorId"`, codesOfRegion(region))}`;
  return Prisma.sql`FROM "Position" p JOIN "Entry" e ON e."id" = p."id" WHERE ${onBoard(about)} ${members} ${there}`;
}

function readRows(
  published: Published,
  about: About,
  after: readonly [string, string] | null,
  limit: number,
): Promise<Row[]> {
  const { kind, organisation } = about;
  const memberships = Prisma.sql`FROM "Membership" m WHERE m."recordId" = p."actorId" AND m."organisationId" = ${organisation}`;
  const beyond = after === null ? Prisma.empty : Prisma.sql`WHERE (f."sortKey", f."id") < (${after[0]}, ${after[1]})`;
  const subject = kind === 'issue' ? Prisma.sql`p."actorId"` : Prisma.sql`p."issueId"`;
  return published.$queryRaw<Row[]>`
    WITH found AS MATERIALIZED (
      SELECT p."id", p."actorId", ${subject} AS "subjectId", e."sortKey"
      ${positionsOnBoard(about)}
    ), shown AS (SELECT * FROM found f ${beyond} ORDER BY f."sortKey" DESC, f."id" DESC LIMIT ${limit})
    SELECT (SELECT count(*)::int FROM found) AS found, p."sortKey", ${linkSql('e')} AS position, ${linkSql('s')} AS subject, (
        SELECT json_agg(json_build_object('turn', t."turn", 'stance', t."stance", 'date', t."date") ORDER BY t."ordinal")
        FROM "Turn" t WHERE t."recordId" = p."id") AS turns,
      ARRAY(SELECT m."period" ${memberships} ORDER BY m."id") AS periods
    FROM shown p JOIN "Entry" e ON e."id" = p."id" JOIN "Entry" s ON s."id" = p."subjectId"
    ORDER BY p."sortKey" DESC, p."id" DESC`;
}

/**
 * Who has ever been a member of the organisation, lies in the region, or both, and has no position on the issue: one more than
 * are named. Nobody where a board is narrowed by neither.
 */
async function silentOn(published: Published, { id, organisation, region }: About): Promise<BoardView['silent']> {
  if (organisation === null && region === null) return [];
  const candidates =
    organisation === null
      ? Prisma.sql`SELECT c."recordId", ARRAY[]::text[] AS periods FROM "Actor" c WHERE true`
      : Prisma.sql`SELECT c."recordId", array_agg(c."period" ORDER BY c."id") AS periods FROM "Membership" c
          WHERE c."organisationId" = ${organisation}`;
  const recordId = Prisma.sql`c."recordId"`;
  const there = region === null ? Prisma.empty : Prisma.sql`AND ${hasCode(recordId, codesOfRegion(region))}`;
  return published.$queryRaw<BoardView['silent']>`
    SELECT ${linkSql('a')} AS subject, n."periods"
    FROM (
      ${candidates} ${there}
        AND NOT EXISTS (SELECT FROM "Position" p WHERE p."actorId" = c."recordId" AND p."issueId" = ${id})
      GROUP BY c."recordId"
    ) AS n JOIN "Entry" a ON a."id" = n."recordId"
    ORDER BY a."sortKey", a."id" LIMIT ${mostSilent + 1}`;
}

/** How many positions of a board are of actors whom no code places in any region. */
async function withoutRegion(published: Published, about: About): Promise<number> {
  const actor = Prisma.sql`p."actorId"`;
  const [row] = await published.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${positionsOnBoard({ ...about, region: null })}
    AND NOT ${hasCode(actor, codesWithRegion)}`;
  return row?.count ?? 0;
}

/** The regions of those on a board: what it can be narrowed to. */
async function regionsOn(published: Published, about: About): Promise<Region[]> {
  const codes = await published.$queryRaw<ActorContent['identifiers']>`
    SELECT DISTINCT i."scheme", i."value" FROM "ActorIdentifier" i
    WHERE i."scheme" = ANY(${regionSchemes}) AND i."recordId" IN (${actorsOn(about)})`;
  return regionsOf(codes);
}

/** SQL: the actors whose positions are on a board, whatever it is narrowed to. */
const actorsOn = (about: About): Prisma.Sql =>
  about.kind === 'actor'
    ? Prisma.sql`SELECT ${about.id}::text`
    : Prisma.sql`SELECT p."actorId" FROM "Position" p WHERE ${onBoard(about)}`;

/** The organisations that those on a board have been members of: what it can be narrowed to. */
async function organisationsOf(published: Published, about: About): Promise<RecordLink[]> {
  const rows = await published.$queryRaw<{ organisation: RecordLink }[]>`
    SELECT ${linkSql('o')} AS organisation
    FROM (
      SELECT m."organisationId", count(DISTINCT m."recordId") AS members FROM "Membership" m
      WHERE m."recordId" IN (${actorsOn(about)}) GROUP BY m."organisationId"
    ) AS n JOIN "Entry" o ON o."id" = n."organisationId" AND o."state" = 'live'
    ORDER BY n."members" DESC, o."sortKey", o."id" LIMIT ${mostOrganisations}`;
  return rows.map(({ organisation }) => organisation);
}
