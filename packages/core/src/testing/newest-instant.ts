import type { PrismaClient } from '@rapporteur/db/generated/client';

/**
 * The instant of the newest publication. Instants of the record rise whatever the clock of the machine does: one that is
 * read from it may lie after what is published next.
 */
export async function newestInstant(db: PrismaClient): Promise<Date> {
  const { recordedAt } = await db.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
  return recordedAt;
}
