import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import { kindOfId } from '@rapporteur/domain/ids';
import { kinds, type Kind } from '@rapporteur/domain/kinds';
import type { DependantsPage } from '@rapporteur/domain/publication-views';
import { authorize, type Caller } from '../policy';

const longestPage = 100;
/** The most fields of one record that are named. */
const fieldsShown = 20;

export interface DependantsQuery {
  id: string;
  /** Only those of one kind. */
  kind?: Kind | undefined;
  /** The `next` of the page before. */
  after?: string | null | undefined;
  limit: number;
}

/** What rests on a record: the live records that name it or cite its text, counted by kind, and a page of them. */
export async function listDependants(
  db: PrismaClient,
  caller: Caller,
  query: DependantsQuery,
): Promise<DependantsPage> {
  authorize(caller, 'desk.read');
  const { id, kind, after, limit } = query;
  if (after && kindOfId(after) === null) {
    throw new RapporteurError('invalid_input', 'This is not the cursor of a page.', [
      { path: '/after', message: 'is not a cursor' },
    ]);
  }
  if (!(await db.record.findUnique({ where: { id }, select: { id: true } }))) {
    throw new RapporteurError('not_found', `There is no record ${id}.`);
  }
  const take = Math.min(Math.max(1, limit), longestPage);
  const counts = await db.$queryRaw<{ kind: Kind; count: number }[]>`
    SELECT e."kind", count(DISTINCT e."id")::int AS count FROM "Reference" r JOIN "Entry" e ON e."id" = r."recordId"
    WHERE r."targetId" = ${id} AND e."id" <> ${id} AND e."state" = 'live' GROUP BY e."kind"`;
  // Ids begin with their kind, so their order keeps each kind together.
  const rows = await db.$queryRaw<
    { id: string; kind: Kind; slug: string; title: string | null; fields: string[]; count: number }[]
  >`
    SELECT e."id", e."kind", e."slug", e."title", (array_agg(r."field" ORDER BY r."id"))[1:${fieldsShown}::int] AS fields, count(*)::int AS count
    FROM "Reference" r JOIN "Entry" e ON e."id" = r."recordId"
    WHERE r."targetId" = ${id} AND e."id" <> ${id} AND e."state" = 'live'
      AND e."id" > ${after ?? ''} AND (${kind ?? null}::text IS NULL OR e."kind" = ${kind ?? null}::text)
    GROUP BY e."id" ORDER BY e."id" LIMIT ${take + 1}`;
  const page = rows.slice(0, take);
  const countOf = new Map(counts.map((row) => [row.kind, row.count]));
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    byKind: kinds.flatMap((each) => {
      const count = countOf.get(each);
      return count === undefined ? [] : [{ kind: each, count }];
    }),
    items: page.map(({ fields, count, ...link }) => ({
      record: { ...link, state: 'live' },
      fields,
      fieldCount: count,
    })),
    next: rows.length > take ? (page.at(-1)?.id ?? null) : null,
  };
}
