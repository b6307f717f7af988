import { Prisma } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Total } from '@rapporteur/domain/views';

/** The relations in which a statement belongs on the page of what it names. */
export const statementRelations: { readonly [K in Kind]?: readonly string[] } = {
  actor: ['statement/speaker', 'statement/onBehalfOf'],
  event: ['statement/event'],
  issue: ['statement/claims/issue'],
  programme: ['statement/programmes'],
};

/** The relations in which a position belongs on the page of what it names; a programme has those on its issues. */
export const positionRelations: { readonly [K in Kind]?: readonly string[] } = {
  actor: ['position/actor'],
  issue: ['position/issue'],
  programme: ['position/issue'],
};

/** The relation in which a vote names who chose. */
export const voteRelations: readonly string[] = ['event/choices/actor'];

/** How far related records are counted. Beyond it a page says that there are more. */
export const countedTo = 1000;

/** What counting up to one more than {@link countedTo} has found. */
export const toTotal = (found: number): Total => ({ count: Math.min(found, countedTo), atLeast: found > countedTo });

/** A place in a list of records that name another: the order of the list, and who is told apart by it. */
export type Place = readonly [sortKey: string, recordId: string];

/**
 * SQL: the newest records that name one of the targets in one of the relations, beyond a place, each once. Reads no more
 * than `limit` rows of the index for each target and relation, however many there are.
 */
export function namers(
  targets: Prisma.Sql,
  relations: readonly string[],
  { after, limit }: { after: Place | null; limit: number },
): Prisma.Sql {
  const beyond =
    after === null ? Prisma.empty : Prisma.sql`AND (r."sortKey", r."recordId") < (${after[0]}, ${after[1]})`;
  return Prisma.sql`
    SELECT DISTINCT n."sortKey", n."recordId"
    FROM (${targets}) AS target("id"), unnest(${[...relations]}::text[]) AS relation("name"), LATERAL (
      SELECT DISTINCT r."sortKey", r."recordId" FROM "Reference" r
      WHERE r."targetId" = target."id" AND r."relation" = relation."name" ${beyond}
      ORDER BY r."sortKey" DESC, r."recordId" DESC LIMIT ${limit}
    ) AS n ORDER BY n."sortKey" DESC, n."recordId" DESC LIMIT ${limit}`;
}

/** SQL: one record as the target of {@link namers}. */
export const theRecord = (id: string): Prisma.Sql => Prisma.sql`SELECT ${id}::text`;
