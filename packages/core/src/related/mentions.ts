import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Mentions, RecordLink, RecordView, Total } from '@rapporteur/domain/views';
import { readKeys, writeKeys } from '../record/key-cursor';
import { linkSql } from '../record/links';
import { boundedLimit, liveRecord, type RelatedQuery } from './page';
import { countedTo, positionRelations, statementRelations, toTotal, voteRelations } from './relations';

/** The most records that a page lists as naming it in one and the same way. */
const shown = 10;

/** The most fields that are told of one record in one relation: a vote may name an actor in a thousand places. */
const fieldsTold = 20;

interface Row {
  relation: string;
  sortKey: string;
  record: RecordLink;
  fields: string[];
}

/** The records that name one otherwise than in the page's own lists of statements, positions and votes; newest of each way first. */
export async function mentionsOf(
  published: Published,
  kind: Kind,
  id: string,
): Promise<{ namedBy: RecordView['namedBy']; total: Total }> {
  const listed = [...(statementRelations[kind] ?? []), ...(positionRelations[kind] ?? []), ...voteRelations];
  // The relations that occur are found by going from one to the next in the index, not by reading what lies between.
  const rows = await published.$queryRaw<(Row & { total: number })[]>`
    WITH RECURSIVE relation("name") AS (
      (SELECT r."relation" FROM "Reference" r WHERE r."targetId" = ${id} ORDER BY r."relation" LIMIT 1)
      UNION ALL
      SELECT (
        SELECT r."relation" FROM "Reference" r WHERE r."targetId" = ${id} AND r."relation" > relation."name" ORDER BY r."relation" LIMIT 1
      ) FROM relation WHERE relation."name" IS NOT NULL
    )
    SELECT relation."name" AS relation, counted.total, n."sortKey", ${linkSql('e')} AS record, ${fieldsSql(id)} AS fields
    FROM relation, LATERAL (
      SELECT count(*)::int AS total FROM (
        SELECT DISTINCT r."sortKey", r."recordId" FROM "Reference" r
        WHERE r."targetId" = ${id} AND r."relation" = relation."name" AND r."recordId" <> ${id} LIMIT ${countedTo + 1}) AS c
    ) AS counted, LATERAL (
      SELECT DISTINCT relation."name" AS relation, r."sortKey", r."recordId" FROM "Reference" r
      WHERE r."targetId" = ${id} AND r."relation" = relation."name" AND r."recordId" <> ${id}
      ORDER BY r."sortKey" DESC, r."recordId" DESC LIMIT ${shown}
    ) AS n JOIN "Entry" e ON e."id" = n."recordId"
    WHERE relation."name" <> ALL (${listed}::text[])
    ORDER BY relation."name", n."sortKey" DESC, n."recordId" DESC`;
  const totals = new Map(rows.map(({ relation, total }) => [relation, total]));
  return {
    namedBy: rows.flatMap(({ record, fields }) => fields.map((field) => ({ record, field }))),
    total: toTotal([...totals.values()].reduce((sum, total) => sum + total, 0)),
  };
}

/** A page of all the records that name a record, in whatever way; null where it is not public. */
export async function listMentions(published: Published, query: RelatedQuery): Promise<Mentions | null> {
  const record = await liveRecord(published, query);
  if (record === null) return null;
  const { id } = record;
  const limit = boundedLimit(query.limit);
  const list = `mentions of ${id}`;
  const after = query.after ? readKeys(list, query.after, 3) : null;
  const beyond =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (r."relation", r."sortKey", r."recordId") < (${after[0]}, ${after[1]}, ${after[2]})`;
  const rows = await published.$queryRaw<Row[]>`
    SELECT n."relation", n."sortKey", ${linkSql('e')} AS record, ${fieldsSql(id)} AS fields
    FROM (
      SELECT DISTINCT r."relation", r."sortKey", r."recordId" FROM "Reference" r
      WHERE r."targetId" = ${id} AND r."recordId" <> ${id} ${beyond}
      ORDER BY r."relation" DESC, r."sortKey" DESC, r."recordId" DESC LIMIT ${limit + 1}
    ) AS n JOIN "Entry" e ON e."id" = n."recordId"
    ORDER BY n."relation" DESC, n."sortKey" DESC, n."recordId" DESC`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    record,
    items: page.map(({ record: namer, fields }) => ({ record: namer, fields })),
    next: rows.length > limit && last ? writeKeys(list, [last.relation, last.sortKey, last.record.id]) : null,
  };
}

/** SQL: the fields in which the record of a row `n` names this one in that relation. */
const fieldsSql = (id: string): Prisma.Sql => Prisma.sql`ARRAY (
  SELECT f."field" FROM "Reference" f WHERE f."recordId" = n."recordId" AND f."targetId" = ${id} AND f."relation" = n."relation"
  ORDER BY f."id" LIMIT ${fieldsTold})`;
