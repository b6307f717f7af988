import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';

/** Records by their ids, with what lines of others say of them. */
export interface Names {
  /** What a record is called, `actors/hungary`: itself, or the one it was merged into. */
  handleOf: (id: string) => string;
  /** The fingerprint of a source's newest version. */
  newestOf: (id: string) => string | null;
}

interface Named {
  id: string;
  kind: Kind;
  slug: string;
  newest: string | null;
}

/** The names of some records as they are public. A merged record has no line of its own: what names it, names what it became. */
export async function namesOf(published: Published, ids: readonly string[]): Promise<Names> {
  const rows = await published.$queryRaw<Named[]>(Prisma.sql`
    WITH RECURSIVE chain AS (
      SELECT e."id" AS origin, e."id", e."kind", e."slug", e."mergedIntoId" FROM "Entry" e WHERE e."id" = ANY (${[...new Set(ids)]}::text[])
      UNION ALL
      SELECT chain.origin, e."id", e."kind", e."slug", e."mergedIntoId" FROM chain JOIN "Entry" e ON e."id" = chain."mergedIntoId"
    )
    SELECT chain.origin AS "id", chain."kind", chain."slug", (
      SELECT v."content" -> 'versions' -> -1 ->> 'sha256' FROM "Entry" e
        JOIN "PublishedRevision" v ON v."recordId" = e."id" AND v."revisionNumber" = e."revisionNumber"
      WHERE e."id" = chain.origin AND e."kind" = 'source' AND e."state" = 'live') AS "newest"
    FROM chain WHERE chain."mergedIntoId" IS NULL`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    newestOf: (id) => byId.get(id)?.newest ?? null,
    handleOf: (id) => {
      const record = byId.get(id);
      return record ? `${segmentOf(record.kind)}/${record.slug}` : id;
    },
  };
}
