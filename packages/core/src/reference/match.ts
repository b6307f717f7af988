import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import { namable } from './search';

/** How many names may be looked up at once: the members of the largest assembly, twice over. */
export const mostNames = 500;
/** A name that more records share than this is for a person to decide anyway. */
const mostPerName = 10;

/**
 * The records that are called exactly so, by their title or, for actors, by any of their names; case and accents aside.
 * Answers for each name that was found, in no order; a name may be that of several records.
 */
export async function matchNames(
  db: PrismaClient,
  caller: Caller,
  { kind, names }: { kind: Kind; names: readonly string[] },
): Promise<{ name: string; ids: string[] }[]> {
  authorize(caller, 'desk.read');
  const asked = [...new Set(names)];
  if (asked.length === 0) return [];
  const rows = await db.$queryRaw<{ name: string; id: string }[]>`
    SELECT asked.name, hit."id" FROM unnest(${asked}::text[]) AS asked(name) CROSS JOIN LATERAL (
      SELECT r."id" FROM "Revision" v JOIN "Record" r ON r."id" = v."recordId"
      WHERE desk_search_text(v."title", v."content") LIKE '%' || desk_fold(asked.name) || '%' AND ${namable([kind])}
        AND (desk_fold(v."title") = desk_fold(asked.name) OR EXISTS (
          SELECT FROM jsonb_path_query(v."content", 'lax $.names[*].text') AS called
          WHERE desk_fold(called #>> '{}') = desk_fold(asked.name)))
      ORDER BY r."id" LIMIT ${mostPerName}
    ) hit WHERE desk_fold(asked.name) <> ' '`;
  const found = new Map<string, string[]>();
  for (const { name, id } of rows) found.set(name, [...(found.get(name) ?? []), id]);
  return [...found].map(([name, ids]) => ({ name, ids }));
}
