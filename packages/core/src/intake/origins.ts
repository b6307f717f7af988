import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';

/** How many texts that share a band are compared word by word. */
const mostCompared = 10;

/** Texts on record that have no bands yet, the newest first: those that came in before intake did, or by another way. */
export function unsignedTexts(db: PrismaClient, limit: number): Promise<{ sha256: string; text: string }[]> {
  return db.storedText.findMany({
    where: { bands: { none: {} } },
    orderBy: [{ createdAt: 'desc' }, { sha256: 'asc' }],
    take: limit,
    select: { sha256: true, text: true },
  });
}

/** Keeps the bands of a stored text, once. */
export async function keepBands(db: PrismaClient, sha256: string, bands: readonly string[]): Promise<void> {
  await db.textBand.createMany({
    data: bands.map((hash, band) => ({ sha256, band, hash })),
    skipDuplicates: true,
  });
}

/** Stored texts that share a band with these, those that share most first: what may be nearly the same. */
export function alikeTexts(db: PrismaClient, bands: readonly string[]): Promise<{ sha256: string; text: string }[]> {
  return db.$queryRaw`
    SELECT t."sha256", t."text" FROM (
      SELECT b."sha256", count(*) AS shared
      FROM unnest(${[...bands]}::text[]) WITH ORDINALITY AS asked(hash, number)
      JOIN "TextBand" b ON b."hash" = asked.hash AND b."band" = asked.number - 1
      GROUP BY b."sha256" ORDER BY shared DESC, b."sha256" LIMIT ${mostCompared}
    ) alike JOIN "StoredText" t ON t."sha256" = alike."sha256" ORDER BY alike.shared DESC, t."sha256"`;
}

/** The source whose newest text says that it stands at one of these addresses; null where none or several do. */
export async function sourceAtAddress(tx: Transaction, addresses: readonly (string | null)[]): Promise<string | null> {
  const known = [...new Set(addresses.filter((address) => address !== null))];
  if (known.length === 0) return null;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r."id" FROM "Revision" v JOIN "Record" r ON r."id" = v."recordId"
    WHERE v."content" ? 'versions' AND v."content" ->> 'address' = ANY (${known}::text[]) AND r."kind" = 'source'
      AND r."mergedIntoId" IS NULL AND v."state" NOT IN ('discarded', 'withdrawn')
      AND NOT EXISTS (SELECT FROM "Revision" later WHERE later."recordId" = v."recordId" AND later."number" > v."number")
    LIMIT 2`;
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

export interface SourceOfText {
  sha256: string;
  id: string;
  title: string;
}

/** The sources that hold one of these texts as a version, drafts included, the oldest first. */
export function sourcesOfTexts(db: PrismaClient | Transaction, texts: readonly string[]): Promise<SourceOfText[]> {
  if (texts.length === 0) return Promise.resolve([]);
  return db.$queryRaw`
    SELECT held.sha256, r."id", v."title"
    FROM "Revision" v JOIN "Record" r ON r."id" = v."recordId"
    CROSS JOIN LATERAL unnest(${[...texts]}::text[]) AS held(sha256)
    WHERE v."content" ? 'versions' AND jsonb_path_query_array(v."content", 'lax $.versions[*].sha256') ?| ${[...texts]}::text[]
      AND jsonb_path_query_array(v."content", 'lax $.versions[*].sha256') ? held.sha256
      AND r."kind" = 'source' AND r."mergedIntoId" IS NULL AND v."state" NOT IN ('discarded', 'withdrawn')
      AND NOT EXISTS (SELECT FROM "Revision" later WHERE later."recordId" = v."recordId" AND later."number" > v."number")
    ORDER BY r."createdAt", r."id", held.sha256 LIMIT 50`;
}
