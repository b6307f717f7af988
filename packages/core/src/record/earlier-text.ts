import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import type { Revision } from './lock';

/** A text with its citations, as it was saved. */
export interface SavedText {
  content: unknown;
  citations: unknown;
}

/** Keeps the text of a draft that a save is about to replace, where the save changes it. */
export async function keepEarlierText(
  tx: Transaction,
  revision: Revision,
  by: { userId: string; untilVersion: number; contentHash: string },
): Promise<void> {
  if (by.contentHash === revision.contentHash) return;
  await tx.$executeRaw`
    INSERT INTO "EarlierText" ("recordId", "revisionNumber", "untilVersion", "content", "citations", "contentHash", "replacedById")
    SELECT "recordId", "number", ${by.untilVersion}, "content", "citations", "contentHash", ${by.userId}
    FROM "Revision" WHERE "id" = ${revision.id}`;
}

/**
 * The text that a revision had at a version of its record: the one a writer began from, even when later saves have
 * replaced it. Without a version, its newest text. Null where there is no such revision.
 */
export async function textAt(
  db: PrismaClient | Transaction,
  recordId: string,
  revisionNumber: number,
  version: number | null,
): Promise<SavedText | null> {
  const earlier =
    version === null
      ? null
      : await db.earlierText.findFirst({
          where: { recordId, revisionNumber, untilVersion: { gt: version } },
          orderBy: { untilVersion: 'asc' },
          select: { content: true, citations: true },
        });
  return (
    earlier ??
    (await db.revision.findUnique({
      where: { recordId_number: { recordId, number: revisionNumber } },
      select: { content: true, citations: true },
    }))
  );
}
