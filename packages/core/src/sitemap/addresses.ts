import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Language } from '@rapporteur/domain/translation/languages';

/** The address of a public record, when its page last changed, and the languages it can also be read in. */
export interface Address {
  kind: Kind;
  slug: string;
  changedAt: string;
  languages: Language[];
}

/** How many addresses a part of the site map holds. The protocol allows 50,000; a part is one answer, held in memory. */
export const addressesOfPart = 20_000;

/** How many parts the addresses of all public records make: at least one. */
export async function countParts(published: Published): Promise<number> {
  const { _sum } = await published.tally.aggregate({ _sum: { live: true } });
  return Math.max(1, Math.ceil((_sum.live ?? 0) / addressesOfPart));
}

/** The addresses of one part, counted from 1, in the order of ids; empty beyond the last. */
export async function addressesIn(published: Published, part: number): Promise<Address[]> {
  const rows = await published.$queryRaw<(Omit<Address, 'changedAt'> & { changedAt: Date })[]>`
    SELECT e."kind", e."slug", e."publishedAt" AS "changedAt",
      ARRAY(SELECT t."language" FROM "PublishedTranslation" t WHERE t."recordId" = e."id" ORDER BY 1) AS "languages"
    FROM "Entry" e WHERE e."state" = 'live' ORDER BY e."id" LIMIT ${addressesOfPart} OFFSET ${(part - 1) * addressesOfPart}`;
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

/** An article as news: its title, and when it was first published. */
export interface News {
  slug: string;
  title: string;
  publishedAt: string;
}

/** The articles first published since an instant, the newest first, at most a thousand. */
export async function newsSince(published: Published, since: Date): Promise<News[]> {
  const rows = await published.$queryRaw<(Omit<News, 'publishedAt'> & { publishedAt: Date })[]>`
    SELECT e."slug", e."title", p."recordedAt" AS "publishedAt"
    FROM "Publication" p JOIN "Entry" e ON e."id" = p."recordId" AND e."state" = 'live' AND e."kind" = 'article'
    WHERE p."recordedAt" >= ${since} AND p."action" = 'publish'
      AND NOT EXISTS (SELECT FROM "Publication" o WHERE o."recordId" = p."recordId" AND o."sequence" < p."sequence")
    ORDER BY p."sequence" DESC LIMIT 1000`;
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}
