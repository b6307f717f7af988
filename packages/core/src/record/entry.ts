import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import type { RecordLink } from '@rapporteur/domain/views';
import { linkSql } from './links';

/** What the public knows of the record at an address, without its content; `into` names where a merged one went. */
export async function getEntry(
  published: Published,
  { kind, slug }: { kind: Kind; slug: string },
): Promise<{ record: RecordLink; into: RecordLink | null } | null> {
  const [row] = await published.$queryRaw<{ record: RecordLink; into: RecordLink | null }[]>`
    SELECT ${linkSql('e')} AS record, CASE WHEN t."id" IS NULL THEN NULL ELSE ${linkSql('t')} END AS "into"
    FROM "Entry" e LEFT JOIN "Entry" t ON t."id" = e."mergedIntoId" WHERE e."kind" = ${kind} AND e."slug" = ${slug}`;
  return row ?? null;
}
