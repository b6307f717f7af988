import type { PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot } from '@rapporteur/db/transaction';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { portions } from './finding';

/** How many records are read at once. */
const portion = 200;

/** How long it may take, in milliseconds: as long as the rest of a verification. */
const limit = 86_400_000;

/** A public record, and what it states without a passage, as JSON pointers. */
export interface WithoutPassages {
  record: string;
  fields: string[];
}

/**
 * Counts the public records that state something without a passage, and tells each. That is no fault of theirs: they became public before a passage
 * was asked of those fields (docs/decisions/113-what-needs-a-passage.md). What is published is not overwritten, so they stay
 * as they are; their pages say it, and the next revision has to bring it.
 */
export function countWithoutPassages(
  db: PrismaClient,
  tell: (found: WithoutPassages) => void = () => undefined,
): Promise<{ records: number; fields: number }> {
  return snapshot(
    db,
    async (tx) => {
      const count = { records: 0, fields: 0 };
      const read = (after: string) => tx.$queryRaw<(AnyContent & { id: string; citations: Citation[] })[]>`
        SELECT e."id", e."kind", r."content", r."citations"
        FROM "Entry" e JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
        WHERE e."state" = 'live' AND e."id" > ${after} ORDER BY e."id" LIMIT ${portion}`;
      for await (const rows of portions(read, ({ id }) => id)) {
        for (const { id, citations, ...record } of rows) {
          const fields = fieldsWithoutEvidence(record as AnyContent, citations);
          if (fields.length === 0) continue;
          count.records += 1;
          count.fields += fields.length;
          tell({ record: id, fields });
        }
      }
      return count;
    },
    { timeout: limit },
  );
}
